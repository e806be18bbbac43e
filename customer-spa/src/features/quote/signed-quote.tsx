import { useClient } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { PdfButton } from '../../ui/pdf-button.tsx';
import { Title } from '../../ui/title.tsx';
import { Agreed } from './agreed.tsx';
import { NextInvoice } from './next-invoice.tsx';
import { Signature } from './signature.tsx';

const SignedQuote_Pdf = graphql(`
  query SignedQuote_Pdf {
    portalQuote {
      pdfUrl
    }
  }
`);

/** The page after signing, and every time that the link is opened later. */
export function SignedQuote({ quote, isFresh }: { quote: Quote_AllFragment; isFresh: boolean }) {
  const client = useClient();
  async function pdf() {
    const { data } = await client.query(SignedQuote_Pdf, {}, { requestPolicy: 'network-only' });
    return data?.portalQuote.pdfUrl ?? null;
  }
  return (
    <div className="signed">
      <header className="head">
        <p className="eyebrow">Quote {quote.number}</p>
        <Title tab={`Signed: ${quote.title}`}>
          {isFresh ? 'Signed. Thank you.' : 'This quote is accepted'}
        </Title>
        <p className="lead">{quote.title}</p>
      </header>
      <Signature quote={quote}>
        <PdfButton address={pdf}>Open the signed PDF</PdfButton>
      </Signature>
      <NextInvoice quote={quote} isFresh={isFresh} />
      <Agreed quote={quote} />
    </div>
  );
}
