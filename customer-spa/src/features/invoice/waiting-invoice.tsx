import { graphql } from '../../gql/gql.ts';
import type { WaitingInvoice_AllFragment } from '../../gql/graphql.ts';
import { counted } from '../../ui/day.ts';
import { Amount } from '../../ui/figures.tsx';
import { sentTotals } from '../../ui/sent-totals.ts';
import { Status } from '../../ui/status.tsx';
import { Title } from '../../ui/title.tsx';
import { TotalsTable } from '../../ui/totals-table.tsx';
import { EarlierInvoices } from './earlier-invoices.tsx';
import { InvoiceLines } from './invoice-lines.tsx';

graphql(`
  fragment WaitingInvoice_All on PortalWaitingInvoice {
    customerName
    quoteNumber
    subject
    stageLabel
    paymentTermsDays
    company {
      ...Company_Contact
    }
    lines {
      description
      taxRate
      net {
        amount
        currency
      }
      gross {
        amount
        currency
      }
    }
    totals {
      ...Totals_All
    }
    earlier {
      number
      label
      issueDate
      total {
        amount
        currency
      }
      creditNotes {
        number
        total {
          amount
          currency
        }
      }
    }
  }
`);

/** What an invoice will say, for those who approve it: it has no number and no days, and nothing is owed on it. */
export function WaitingInvoice({ invoice }: { invoice: WaitingInvoice_AllFragment }) {
  const { company, customerName, quoteNumber, subject, stageLabel, paymentTermsDays: days, totals } = invoice;
  return (
    <>
      <header className="head">
        <p className="eyebrow">
          Invoice <Status tone="quiet">Draft, not issued</Status>
        </p>
        <Title tab={`Draft of an invoice – ${company.name}`}>
          {stageLabel === null ? subject : `${stageLabel}: ${subject}`}
        </Title>
        <p className="lead">
          From {company.name} for {customerName}
          {quoteNumber !== null && `, quote ${quoteNumber}`}. It gets its number and its days once it is
          approved.
        </p>
        <dl className="facts">
          <div>
            <dt>Amount</dt>
            <dd className="big">
              <Amount money={totals.gross} />
            </dd>
          </div>
          <div>
            <dt>Terms</dt>
            <dd>{days === 0 ? 'Due on the day of issue' : `${counted(days)} from the day of issue`}</dd>
          </div>
        </dl>
      </header>
      <InvoiceLines invoice={invoice} />
      <section aria-label="Total">
        <TotalsTable
          totals={sentTotals(totals)}
          currency={totals.gross.currency}
          taxLabel={company.taxLabel}
        />
      </section>
      <EarlierInvoices invoice={invoice} canOpen={false} />
    </>
  );
}
