import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { MailHistory } from '../../mails/mail-history.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { CreditNotesPanel } from './credit-notes-panel.tsx';
import { DisputeCard } from './dispute-card.tsx';
import { InvoiceContent } from './invoice-content.tsx';
import { InvoiceFacts } from './invoice-facts.tsx';
import { InvoiceHead } from './invoice-head.tsx';
import { InvoiceLinks } from './invoice-links.tsx';
import { InvoiceNote } from './invoice-note.tsx';
import { InvoicePayments } from './invoice-payments.tsx';
import { InvoiceSums } from './invoice-sums.tsx';
import { PaymentLog } from './payment-log.tsx';
import { RefundsPanel } from './refunds-panel.tsx';

const Invoice = graphql(`
  query InvoiceScreen($id: ID!) {
    invoice(id: $id) {
      ...InvoiceHead
      ...InvoiceNote
      ...InvoicePayments
      ...InvoiceCreditNotes
      ...InvoiceRefunds
      ...InvoiceContent
      ...InvoiceSums
      ...InvoiceFacts
      ...InvoiceLinks
      disputes {
        ...InvoiceDispute
      }
      log {
        ...LogEntry
      }
      mails {
        ...MailInHistory
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
            <InvoiceNote invoice={invoice} />
            <div className="split">
              <div>
                {invoice.disputes.map((dispute) => (
                  <DisputeCard key={dispute.id} dispute={dispute} />
                ))}
                {invoice.number !== null && <InvoicePayments invoice={invoice} />}
                <RefundsPanel refunds={invoice.refunds} />
                <CreditNotesPanel notes={invoice.creditNotes} />
                <InvoiceContent invoice={invoice} />
              </div>
              <div>
                <InvoiceSums invoice={invoice} />
                <InvoiceFacts invoice={invoice} />
                <InvoiceLinks invoice={invoice} />
                <PaymentLog log={invoice.log} />
                <MailHistory mails={invoice.mails} none="No mail yet. It goes out when it is issued." />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}
