import { useClient } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { Invoice_AllFragment } from '../../gql/graphql.ts';
import { hrefOf, type LinkKind } from '../../link.ts';
import { AccountLink } from '../../ui/account-link.tsx';
import { PdfButton } from '../../ui/pdf-button.tsx';
import { Confirming } from './confirming.tsx';
import { Corrections } from './corrections.tsx';
import { EarlierInvoices } from './earlier-invoices.tsx';
import { InvoiceHead } from './invoice-head.tsx';
import { InvoiceLines } from './invoice-lines.tsx';
import { InvoiceSums } from './invoice-sums.tsx';
import { Pay } from './pay.tsx';
import { PaymentHistory } from './payment-history.tsx';
import { useConfirming } from './use-confirming.ts';

const InvoiceView_Pdf = graphql(`
  query InvoiceView_Pdf($number: String) {
    portalInvoice(number: $number) {
      pdfUrl
    }
  }
`);

type Props = {
  invoice: Invoice_AllFragment;
  kind: LinkKind;
  number: string | null;
  fromCheckout: boolean;
  isReading: boolean;
  onRefresh: () => void;
};

export function InvoiceView({ invoice, kind, number, fromCheckout, isReading, onRefresh }: Props) {
  const client = useClient();
  const confirming = useConfirming({ invoice, fromCheckout, isReading, onRefresh });
  async function pdf() {
    const { data } = await client.query(InvoiceView_Pdf, { number }, { requestPolicy: 'network-only' });
    return data?.portalInvoice.pdfUrl ?? null;
  }
  return (
    <div className="invoice">
      {kind === 'quote' && invoice.quoteNumber && (
        <p className="back no-print">
          <a href={hrefOf({ screen: 'QUOTE', number: invoice.quoteNumber })}>Back to the quote</a>
        </p>
      )}
      {kind === 'account' && (
        <p className="back no-print">
          <a href={hrefOf({ screen: 'START' })}>Back to everything from {invoice.company.name}</a>
        </p>
      )}
      <InvoiceHead invoice={invoice} />
      <Confirming invoice={invoice} {...confirming} />
      {!confirming.isWaiting && <Pay {...{ invoice, kind, number, onRefresh }} />}
      <PaymentHistory invoice={invoice} />
      <Corrections invoice={invoice} number={number} />
      <InvoiceLines invoice={invoice} />
      <InvoiceSums invoice={invoice} />
      <EarlierInvoices invoice={invoice} canOpen={kind !== 'invoice'} />
      <div className="actions no-print">
        <PdfButton address={pdf}>Open the invoice PDF</PdfButton>
      </div>
      {kind !== 'account' && <AccountLink company={invoice.company.name} />}
    </div>
  );
}
