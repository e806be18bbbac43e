import { inWords } from '../domain/local-date.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { AcceptanceToPrint } from './acceptance-to-print.ts';
import { certificateSection } from './certificate-section.ts';
import type { PrintedSection } from './printed-document.ts';
import { moment } from './wording.ts';

export function signatureSections(snapshot: QuoteSnapshot, acceptance: AcceptanceToPrint): PrintedSection[] {
  return [signed(snapshot, acceptance), certificateSection(snapshot, acceptance)];
}

function signed(snapshot: QuoteSnapshot, acceptance: AcceptanceToPrint): PrintedSection {
  if (acceptance.onBehalf !== null) return acceptedOnBehalf(snapshot, acceptance, acceptance.onBehalf);
  const method = acceptance.method === 'DRAWN' ? 'Drawn by hand on the screen' : 'Name typed on the screen';
  return {
    kind: 'SIGNATURE',
    heading: 'Signature',
    consent: snapshot.consent,
    name: acceptance.name,
    strokes: acceptance.method === 'DRAWN' ? acceptance.strokes : [],
    drawingLabel: `Signature drawn by ${acceptance.name}`,
    facts: [
      { label: 'Name', value: acceptance.name },
      { label: 'E-mail', value: acceptance.email },
      { label: 'Signed', value: moment(acceptance.signedAt, snapshot.timeZone, acceptance.locale) },
      { label: 'How', value: method },
    ],
  };
}

/** No name in handwriting, and no consent: the customer signed nothing here, and the page must not look as if. */
const acceptedOnBehalf = (
  snapshot: QuoteSnapshot,
  acceptance: AcceptanceToPrint,
  { by, reason, signedOn }: NonNullable<AcceptanceToPrint['onBehalf']>,
): PrintedSection => ({
  kind: 'FACTS',
  heading: 'Acceptance',
  intro: `${snapshot.company.name} recorded this acceptance for the customer, who agreed in another way. Nothing was signed on the screen.`,
  facts: [
    { label: 'Agreed by', value: acceptance.name },
    { label: 'Agreed on', value: inWords(signedOn) },
    { label: 'How it is known', value: reason },
    { label: 'Recorded by', value: by },
    { label: 'Recorded', value: moment(acceptance.signedAt, snapshot.timeZone, acceptance.locale) },
  ],
});
