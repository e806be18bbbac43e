import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { AcceptanceToPrint } from './acceptance-to-print.ts';
import type { PrintedSection } from './printed-document.ts';
import { moment } from './wording.ts';

export function signatureSections(snapshot: QuoteSnapshot, acceptance: AcceptanceToPrint): PrintedSection[] {
  const method = acceptance.method === 'DRAWN' ? 'Drawn by hand on the screen' : 'Name typed on the screen';
  return [
    {
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
    },
    {
      kind: 'CERTIFICATE',
      heading: 'Certificate',
      intro:
        `${snapshot.company.name} approved this quote before it was sent, and countersigned when the signature ` +
        'matched it. The fingerprints below (SHA-256) change if a single letter or figure is altered.',
      facts: [
        { label: 'Quote', value: snapshot.number },
        { label: 'Countersigned (UTC)', value: acceptance.signedAt.toISOString() },
        { label: 'Time zone', value: snapshot.timeZone },
        { label: 'Approved text', value: acceptance.revisionHash },
        { label: 'Signature record', value: acceptance.evidenceHash },
      ],
    },
  ];
}
