import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { AcceptanceToPrint } from './acceptance-to-print.ts';
import type { PrintedFact, PrintedSection } from './printed-document.ts';
import { moment } from './wording.ts';

/** How the mailbox was proven, in words that promise no more than was done. */
const proofs = {
  NONE: 'The private link was mailed to this address; nothing more was asked.',
  TYPED: 'The private link was mailed to this address, and the signer typed the same address.',
  CODE: 'The private link was mailed to this address, and the signer entered a one-time code that was mailed there too.',
  ON_BEHALF: 'Not proven: the acceptance was recorded by the company.',
} as const;

const longestBrowser = 160;

/** A page of its own at the end: who, how, when, from where; how to check it, and what that proves and does not. */
export function certificateSection(snapshot: QuoteSnapshot, acceptance: AcceptanceToPrint): PrintedSection {
  const { company } = snapshot;
  const isSigned = acceptance.onBehalf === null;
  return {
    kind: 'CERTIFICATE',
    heading: 'Certificate',
    intro: isSigned
      ? `${company.name} approved this quote before it was sent, and countersigned when the signature matched it.`
      : `${company.name} approved this quote before it was sent, and recorded that the customer accepted it.`,
    facts: isSigned ? signerFacts(snapshot, acceptance) : recordFacts(snapshot, acceptance),
    fingerprints: [
      { label: 'Approved text (SHA-256)', value: acceptance.revisionHash },
      {
        label: isSigned ? 'Signature record (SHA-256)' : 'Acceptance record (SHA-256)',
        value: acceptance.evidenceHash,
      },
      { label: 'Key of the company', value: acceptance.keyId },
      { label: 'Signature of that key (beginning)', value: acceptance.signature.slice(0, 43) },
    ],
    notes: [
      {
        label: 'How to check this document',
        value: `Open ${acceptance.verifyUrl} and choose this PDF, exactly as it came. The file does not leave your device. For a check without the company’s website, ask for the evidence file and the public key.`,
      },
      {
        label: 'What that proves',
        value:
          'That the text, the figures, the name, the time and this page are what the company recorded then: its key signed the record, and one letter changed later gives another fingerprint. A fingerprint of the whole history is mailed once a day, so a record that was rewritten later does not fit it.',
      },
      {
        label: 'What it does not prove',
        value:
          'Who sat at the keyboard, beyond what is said above. The company keeps the key, the clock and the record itself. This is not a qualified electronic signature.',
      },
    ],
  };
}

function signerFacts(snapshot: QuoteSnapshot, acceptance: AcceptanceToPrint): PrintedFact[] {
  return [
    { label: 'Quote', value: `${snapshot.number}, ${snapshot.title}` },
    {
      label: 'Signed by',
      value: `${acceptance.name} (${acceptance.method === 'DRAWN' ? 'name typed, signature drawn' : 'name typed'})`,
    },
    { label: 'Address', value: acceptance.email },
    { label: 'How it was proven', value: proofs[acceptance.proof] },
    { label: 'Opened before signing', value: openings(snapshot, acceptance) },
    { label: 'Signed', value: times(snapshot, acceptance) },
    { label: 'From the network address', value: acceptance.ip },
    { label: 'With the browser', value: shortened(acceptance.userAgent) },
  ];
}

const recordFacts = (snapshot: QuoteSnapshot, acceptance: AcceptanceToPrint): PrintedFact[] => [
  { label: 'Quote', value: `${snapshot.number}, ${snapshot.title}` },
  { label: 'Agreed by', value: acceptance.name },
  { label: 'How it was proven', value: proofs.ON_BEHALF },
  { label: 'Recorded by', value: acceptance.onBehalf?.by ?? '' },
  { label: 'Recorded', value: times(snapshot, acceptance) },
];

/** The same instant for people and for machines. */
const times = ({ timeZone }: QuoteSnapshot, { signedAt, locale }: AcceptanceToPrint): string =>
  `${moment(signedAt, timeZone, locale)}\n${signedAt.toISOString()} (UTC); time zone of the quote: ${timeZone}`;

/** What people opened. A page that a machine fetched is no opening and is not listed. */
function openings({ timeZone }: QuoteSnapshot, { openedAt, locale }: AcceptanceToPrint): string {
  const [first] = openedAt;
  if (first === undefined) return 'No opening by a person was noted.';
  const often = openedAt.length === 1 ? 'Once' : `${openedAt.length} times`;
  return `${often} by a person, first on ${moment(first, timeZone, locale)}`;
}

const shortened = (browser: string): string =>
  browser.length > longestBrowser ? `${browser.slice(0, longestBrowser)}…` : browser || 'Not named';
