import { useClient, useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { RecordsPage_ReadQuery } from '../../gql/graphql.ts';
import { hrefOf } from '../../link.ts';
import { AccountLink } from '../../ui/account-link.tsx';
import { Answer } from '../../ui/answer.tsx';
import { Page } from '../../ui/page.tsx';
import { Title } from '../../ui/title.tsx';
import type { Find } from './find.ts';
import { InvoiceRecords, ReceiptRecords } from './record-lists.tsx';
import { VersionRecords } from './version-records.tsx';

const RecordsPage_Read = graphql(`
  query RecordsPage_Read {
    portalRecords {
      company {
        ...Company_Contact
      }
      versions {
        number
        title
        status
        sentAt
        signedAt
        pdfUrl
      }
      invoices {
        ...InvoiceRecord_All
      }
      receipts {
        ...ReceiptRecord_All
      }
    }
  }
`);

type Records = RecordsPage_ReadQuery['portalRecords'];

/** Everything that there is on paper about this offer, for as long as the link is good. */
export function RecordsPage() {
  const client = useClient();
  const [{ data, error }, read] = useQuery({ query: RecordsPage_Read });
  const anew = { requestPolicy: 'network-only' } as const;
  const find: Find<Records> = (pick) => async () => {
    const answer = await client.query(RecordsPage_Read, {}, anew);
    return (answer.data && pick(answer.data.portalRecords)) ?? null;
  };
  return (
    <Answer data={data?.portalRecords} error={error} onRetry={() => read(anew)}>
      {(records) => (
        <Page company={records.company}>
          <p className="back no-print">
            <a href={hrefOf({ screen: 'START' })}>
              {records.versions.length > 0 ? 'Back to the quote' : 'Back to the invoice'}
            </a>
          </p>
          <header className="head">
            <Title tab={`Your records – ${records.company.name}`}>Your records</Title>
            <p className="lead">
              Every version, invoice and receipt of this offer. None of them is ever changed or deleted; open
              and keep what you need.
            </p>
          </header>
          <VersionRecords versions={records.versions} find={find} />
          <InvoiceRecords invoices={records.invoices} find={find} names="STAGE" />
          <ReceiptRecords receipts={records.receipts} find={find} />
          <AccountLink company={records.company.name} />
        </Page>
      )}
    </Answer>
  );
}
