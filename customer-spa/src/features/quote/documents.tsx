import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { hrefOf } from '../../link.ts';
import { PdfButton } from '../../ui/pdf-button.tsx';
import { sizeText } from './file-words.ts';
import { useAddresses } from './use-addresses.ts';
import { useViewing } from './viewing.ts';

/** The files that belong to the quote, and the quote itself as a PDF. */
export function Documents({ quote }: { quote: Quote_AllFragment }) {
  const addresses = useAddresses();
  const { preview } = useViewing();
  // the signed one has a button of its own, and a draft has none for customers
  const hasPdf = preview === null && quote.status === 'OPEN';
  // as soon as there is more on paper than this quote
  const hasRecords = preview === null && (quote.status !== 'OPEN' || quote.changes.length > 0);
  if (!hasPdf && !hasRecords && quote.attachments.length === 0) return null;
  return (
    <section aria-labelledby="documents-title">
      <h2 id="documents-title">Documents</h2>
      <ul className="files">
        {quote.attachments.map(({ name, contentType, size }, index) => (
          <li key={name}>
            <PdfButton
              className="as-link"
              address={async () => (await addresses())?.attachments[index]?.url ?? null}
            >
              {name}
            </PdfButton>
            <span className="fine">{sizeText(contentType, size)}</span>
          </li>
        ))}
        {hasPdf && (
          <li className="no-print">
            <PdfButton className="as-link" address={async () => (await addresses())?.pdfUrl ?? null}>
              This quote as a PDF
            </PdfButton>
          </li>
        )}
        {hasRecords && (
          <li className="no-print">
            <a href={hrefOf({ screen: 'RECORDS' })}>All versions, invoices and receipts</a>
          </li>
        )}
      </ul>
    </section>
  );
}
