import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { InvoiceContent } from './invoice-content.tsx';
import { InvoiceHead } from './invoice-head.tsx';
import { InvoicePayments } from './invoice-payments.tsx';
import { PaymentLog } from './payment-log.tsx';

const Invoice = graphql(`
  query InvoiceScreen($id: ID!) {
    invoice(id: $id) {
      ...InvoiceHead
      ...InvoicePayments
      ...InvoiceContent
      log {
        ...LogEntry
      }
    }
  }
`);

export function InvoiceScreen() {
  const { invoiceId } = useParams({ from: '/inside/invoices/$invoiceId' });
  const read = useQuery({
    queryKey: ['invoice', invoiceId],
    queryFn: async () => (await request(Invoice, { id: invoiceId })).invoice,
    // the provider may confirm at any moment, and the addresses of the PDFs are good for five minutes
    refetchInterval: 15_000,
  });
  return (
    <div>
      <Loaded read={read} rows={8}>
        {(invoice) => (
          <>
            <InvoiceHead invoice={invoice} />
            <div className="split">
              <div>
                <InvoicePayments invoice={invoice} />
                <InvoiceContent invoice={invoice} />
              </div>
              <div>
                <PaymentLog log={invoice.log} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}
