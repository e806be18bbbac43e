import { useClient, useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { LinkKind } from '../../link.ts';
import { Answer } from '../../ui/answer.tsx';
import { Page } from '../../ui/page.tsx';
import { PdfButton } from '../../ui/pdf-button.tsx';
import { ReceiptView } from './receipt-view.tsx';

const ReceiptPage_Read = graphql(`
  query ReceiptPage_Read($number: String!) {
    portalReceipt(number: $number) {
      ...Receipt_All
    }
  }
  fragment Receipt_All on PortalReceipt {
    number
    issuedAt
    customerName
    invoiceNumber
    method
    reference
    company {
      ...Company_Contact
    }
    amount {
      amount
      currency
    }
    balanceAfter {
      amount
      currency
    }
    kept {
      amount
      currency
    }
    refunded {
      amount
      currency
    }
  }
`);

const ReceiptPage_Pdf = graphql(`
  query ReceiptPage_Pdf($number: String!) {
    portalReceipt(number: $number) {
      pdfUrl
    }
  }
`);

export function ReceiptPage({ kind, number }: { kind: LinkKind; number: string }) {
  const client = useClient();
  const [{ data, error }, read] = useQuery({ query: ReceiptPage_Read, variables: { number } });
  async function pdf() {
    const answer = await client.query(ReceiptPage_Pdf, { number }, { requestPolicy: 'network-only' });
    return answer.data?.portalReceipt.pdfUrl ?? null;
  }
  return (
    <Answer data={data?.portalReceipt} error={error} onRetry={() => read({ requestPolicy: 'network-only' })}>
      {(receipt) => (
        <Page company={receipt.company}>
          <ReceiptView receipt={receipt} kind={kind} />
          <div className="actions no-print">
            <button type="button" className="primary" onClick={() => print()}>
              Print
            </button>
            <PdfButton address={pdf}>Open the receipt PDF</PdfButton>
          </div>
        </Page>
      )}
    </Answer>
  );
}
