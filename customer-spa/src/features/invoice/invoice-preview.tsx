import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { Invoice_AllFragment } from '../../gql/graphql.ts';
import { faultOf } from '../../graphql.ts';
import { Answer } from '../../ui/answer.tsx';
import { CalmPage } from '../../ui/calm-page.tsx';
import { isOwed } from '../../ui/invoice-standing.ts';
import { Page } from '../../ui/page.tsx';
import { Corrections } from './corrections.tsx';
import { EarlierInvoices } from './earlier-invoices.tsx';
import { InvoiceHead } from './invoice-head.tsx';
import { InvoiceLines } from './invoice-lines.tsx';
import { InvoiceSums } from './invoice-sums.tsx';
import { methodWords } from './payment-words.ts';
import { PaymentHistory } from './payment-history.tsx';
import { WaitingInvoice } from './waiting-invoice.tsx';

const InvoicePreview_Read = graphql(`
  query InvoicePreview_Read($id: ID!) {
    invoicePreview(id: $id) {
      __typename
      ...Invoice_All
      ...WaitingInvoice_All
    }
  }
`);

/** What staff see of an invoice: all that it says, and nothing that could be pressed. */
export function InvoicePreview({ id }: { id: string }) {
  const [{ data, error }, read] = useQuery({ query: InvoicePreview_Read, variables: { id } });
  const refresh = () => read({ requestPolicy: 'network-only' });
  if (error && !data && faultOf(error) === 'WRONG_LINK') return <NoPreview />;
  return (
    <>
      <aside className="preview-banner no-print" aria-label="Preview">
        <strong>Preview:</strong>{' '}
        {data?.invoicePreview.__typename === 'PortalWaitingInvoice'
          ? 'a draft that is not issued. Your customer sees nothing of it before it is approved.'
          : 'this is what your customer sees. Nothing here is counted or sent.'}
      </aside>
      <Answer data={data?.invoicePreview} error={error} onRetry={refresh}>
        {(invoice) => (
          <Page company={invoice.company} label="What the customer sees">
            <div className="invoice preview-look">
              {invoice.__typename === 'PortalInvoice' ? (
                <Issued invoice={invoice} />
              ) : (
                <WaitingInvoice invoice={invoice} />
              )}
            </div>
          </Page>
        )}
      </Answer>
    </>
  );
}

function Issued({ invoice }: { invoice: Invoice_AllFragment }) {
  return (
    <>
      <InvoiceHead invoice={invoice} />
      {isOwed(invoice.status) && (
        <p className="note">
          Here your customer chooses how to pay:{' '}
          {invoice.methods.map((method) => methodWords[method]).join(', ') || 'nothing is set up yet'}.
        </p>
      )}
      <PaymentHistory invoice={invoice} />
      <Corrections invoice={invoice} number={null} />
      <InvoiceLines invoice={invoice} />
      <InvoiceSums invoice={invoice} />
      <EarlierInvoices invoice={invoice} canOpen={false} />
    </>
  );
}

function NoPreview() {
  return (
    <CalmPage title="This preview cannot be shown">
      <p>
        Either nobody is signed in to the office in this browser, or there is no such invoice. Sign in, open
        the invoice, and look again.
      </p>
    </CalmPage>
  );
}
