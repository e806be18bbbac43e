import { useClient, useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { AccountPage_ReadQuery } from '../../gql/graphql.ts';
import { Answer } from '../../ui/answer.tsx';
import { amountText } from '../../ui/figure-words.ts';
import { Page } from '../../ui/page.tsx';
import { Title } from '../../ui/title.tsx';
import { AccountPayments, CreditNoteRecords, QuoteRecords } from './account-lists.tsx';
import { AccountStatement } from './account-statement.tsx';
import type { Find } from './find.ts';
import { InvoiceRecords, ReceiptRecords } from './record-lists.tsx';

const AccountPage_Read = graphql(`
  query AccountPage_Read {
    portalAccount {
      company {
        ...Company_Contact
      }
      customerName
      email
      today
      hasStatement
      owed {
        amount
        currency
      }
      credits {
        amount
        currency
      }
      quotes {
        number
        title
        status
        sentAt
        isYours
        pdfUrl
      }
      invoices {
        ...InvoiceRecord_All
      }
      payments {
        invoiceNumber
        method
        status
        at
        amount {
          amount
          currency
        }
      }
      receipts {
        ...ReceiptRecord_All
      }
      creditNotes {
        number
        issueDate
        reason
        pdfUrl
        amount {
          amount
          currency
        }
      }
    }
  }
`);

export type Account = AccountPage_ReadQuery['portalAccount'];

/** Everything that a company and a customer have on paper, for who reads the mailbox on file. */
export function AccountPage() {
  const client = useClient();
  const [{ data, error }, read] = useQuery({ query: AccountPage_Read });
  const anew = { requestPolicy: 'network-only' } as const;
  const find: Find<Account> = (pick) => async () => {
    const answer = await client.query(AccountPage_Read, {}, anew);
    return (answer.data && pick(answer.data.portalAccount)) ?? null;
  };
  return (
    <Answer data={data?.portalAccount} error={error} onRetry={() => read(anew)}>
      {(account) => (
        <Page company={account.company}>
          <header className="head">
            <Title
              tab={`Everything from ${account.company.name}`}
            >{`Everything from ${account.company.name}`}</Title>
            <p className="lead">
              For {account.customerName}. This link went to <span className="whole">{account.email}</span> and
              is personal: whoever has it can see all of this. None of these records is ever changed or
              deleted.
            </p>
            <Standing account={account} />
          </header>
          <InvoiceRecords invoices={account.invoices} find={find} names="SUBJECT" />
          {account.hasStatement && <AccountStatement today={account.today} />}
          <QuoteRecords quotes={account.quotes} email={account.email} find={find} />
          <AccountPayments payments={account.payments} />
          <ReceiptRecords receipts={account.receipts} find={find} />
          <CreditNoteRecords creditNotes={account.creditNotes} find={find} />
        </Page>
      )}
    </Answer>
  );
}

function Standing({ account: { owed, credits, company } }: { account: Account }) {
  return (
    <>
      <dl className="facts">
        <div>
          <dt>Still to pay</dt>
          <dd className="big">{owed.length === 0 ? 'Nothing' : owed.map(amountText).join(' and ')}</dd>
        </div>
      </dl>
      {credits.length > 0 && (
        <p className="note good">
          You have {credits.map(amountText).join(' and ')} of credit with {company.name}. An open invoice
          offers to take it off.
        </p>
      )}
    </>
  );
}
