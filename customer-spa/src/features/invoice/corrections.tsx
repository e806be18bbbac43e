import { useClient } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { Invoice_AllFragment, PortalRefundStatus } from '../../gql/graphql.ts';
import { dayText } from '../../ui/day.ts';
import { Amount } from '../../ui/figures.tsx';
import { instantText } from '../../ui/instant.ts';
import { locale } from '../../ui/locale.ts';
import { PdfButton } from '../../ui/pdf-button.tsx';
import { Status } from '../../ui/status.tsx';
import type { Tone } from '../../ui/tone.ts';
import { methodWords } from './payment-words.ts';

const Corrections_Pdf = graphql(`
  query Corrections_Pdf($number: String) {
    portalInvoice(number: $number) {
      creditNotes {
        number
        pdfUrl
      }
    }
  }
`);

const refundWords: Readonly<Record<PortalRefundStatus, readonly [string, Tone, string]>> = {
  PENDING: ['On its way', 'waiting', 'It can take some days until your bank shows it.'],
  SUCCEEDED: ['Sent', 'good', ''],
  FAILED: [
    'Came back',
    'late',
    'It could not be delivered. The company keeps it for you and will be in touch.',
  ],
};

type Props = { invoice: Invoice_AllFragment; number: string | null };

/** What was taken off the invoice after it was issued, and what was paid back. */
export function Corrections({ invoice: { creditNotes, refunds }, number }: Props) {
  const client = useClient();
  if (creditNotes.length === 0 && refunds.length === 0) return null;
  const pdf = (of: string) => async () => {
    const { data } = await client.query(Corrections_Pdf, { number }, { requestPolicy: 'network-only' });
    return data?.portalInvoice.creditNotes.find((note) => note.number === of)?.pdfUrl ?? null;
  };
  return (
    <section aria-labelledby="corrections-title">
      <h2 id="corrections-title">Credits and refunds</h2>
      <ul className="cards records">
        {creditNotes.map((note) => (
          <li key={note.number} className="card">
            <div className="what">
              <strong>Credit note {note.number}</strong>
              <span className="under">
                <Amount money={note.amount} />
              </span>
              <span className="fine under">
                {dayText(note.issueDate, locale)}: {note.reason}
              </span>
              <div className="row no-print">
                <PdfButton className="as-link" address={pdf(note.number)}>
                  PDF <span className="sr-only">of {note.number}</span>
                </PdfButton>
              </div>
            </div>
          </li>
        ))}
        {refunds.map(({ method, status, amount, createdAt }) => {
          const [words, tone, explains] = refundWords[status];
          return (
            <li key={createdAt + method} className="card">
              <div className="what">
                <strong>Refund, {methodWords[method].toLowerCase()}</strong>
                <span className="under">
                  <Amount money={amount} />
                </span>
                <span className="fine under">{instantText(createdAt, locale)}</span>
                {explains && <span className="fine under">{explains}</span>}
              </div>
              <Status tone={tone}>{words}</Status>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
