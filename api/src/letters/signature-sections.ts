import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { AcceptanceToPrint } from './acceptance-to-print.ts';
import { certificateSection } from './certificate-section.ts';
import type { PrintedSection } from './printed-document.ts';
import type { Wording } from './wording.ts';

export function signatureSections(
  snapshot: QuoteSnapshot,
  acceptance: AcceptanceToPrint,
  words: Wording,
): PrintedSection[] {
  return [signed(snapshot, acceptance, words), certificateSection(snapshot, acceptance, words)];
}

function signed(snapshot: QuoteSnapshot, acceptance: AcceptanceToPrint, words: Wording): PrintedSection {
  if (acceptance.onBehalf !== null) return acceptedOnBehalf(snapshot, acceptance, acceptance.onBehalf, words);
  const { signature: say, labels } = words.say;
  const isDrawn = acceptance.method === 'DRAWN';
  return {
    kind: 'SIGNATURE',
    heading: say.heading,
    consent: snapshot.consent,
    name: acceptance.name,
    strokes: isDrawn ? acceptance.strokes : [],
    drawingLabel: say.drawnBy(acceptance.name),
    facts: [
      { label: labels.name, value: acceptance.name },
      { label: labels.email, value: acceptance.email },
      { label: labels.signed, value: words.moment(acceptance.signedAt, snapshot.timeZone) },
      { label: labels.howSigned, value: isDrawn ? say.drawn : say.typed },
    ],
  };
}

/** No name in handwriting, and no consent: the customer signed nothing here, and the page must not look as if. */
function acceptedOnBehalf(
  snapshot: QuoteSnapshot,
  acceptance: AcceptanceToPrint,
  { by, reason, signedOn }: NonNullable<AcceptanceToPrint['onBehalf']>,
  words: Wording,
): PrintedSection {
  const { signature: say, labels } = words.say;
  return {
    kind: 'FACTS',
    heading: say.acceptance,
    intro: say.onBehalf(snapshot.company.name),
    facts: [
      { label: labels.agreedBy, value: acceptance.name },
      { label: labels.agreedOn, value: words.day(signedOn) },
      { label: labels.howItIsKnown, value: reason },
      { label: labels.recordedBy, value: by },
      { label: labels.recorded, value: words.moment(acceptance.signedAt, snapshot.timeZone) },
    ],
  };
}
