import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { PdfButton } from '../../ui/pdf-button.tsx';
import { Title } from '../../ui/title.tsx';
import { Agreed } from './agreed.tsx';
import { Documents } from './documents.tsx';
import { Messages } from './messages.tsx';
import { NextInvoice } from './next-invoice.tsx';
import { Signature } from './signature.tsx';
import { useAddresses } from './use-addresses.ts';

/** The page after signing, and every time that the link is opened later. */
export function SignedQuote({ quote, isFresh }: { quote: Quote_AllFragment; isFresh: boolean }) {
  const addresses = useAddresses();
  const signed = quote.acceptance?.onBehalf ? 'accepted' : 'signed';
  return (
    <div className="signed">
      <header className="head">
        <p className="eyebrow">Quote {quote.number}</p>
        <Title tab={`${quote.title} (${signed})`}>
          {isFresh ? 'Signed. Thank you.' : 'This quote is accepted'}
        </Title>
        <p className="lead">{quote.title}</p>
      </header>
      <Signature quote={quote}>
        <PdfButton address={async () => (await addresses())?.pdfUrl ?? null}>Open the {signed} PDF</PdfButton>
      </Signature>
      <NextInvoice quote={quote} isFresh={isFresh} />
      <Agreed quote={quote} />
      <Documents quote={quote} />
      <Messages messages={quote.messages} company={quote.company.name} />
    </div>
  );
}
