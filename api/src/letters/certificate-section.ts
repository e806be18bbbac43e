import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { AcceptanceToPrint } from './acceptance-to-print.ts';
import type { PrintedFact, PrintedSection } from './printed-document.ts';
import type { Wording } from './wording.ts';

const longestBrowser = 160;

/** A page of its own at the end: who, how, when, from where; how to check it, and what that proves and does not. */
export function certificateSection(
  snapshot: QuoteSnapshot,
  acceptance: AcceptanceToPrint,
  words: Wording,
): PrintedSection {
  const { certificate: say } = words.say;
  const { name } = snapshot.company;
  const isSigned = acceptance.onBehalf === null;
  return {
    kind: 'CERTIFICATE',
    heading: say.heading,
    intro: isSigned ? say.signedIntro(name) : say.recordedIntro(name),
    facts: isSigned ? signerFacts(snapshot, acceptance, words) : recordFacts(snapshot, acceptance, words),
    fingerprints: [
      { label: say.approvedText, value: acceptance.revisionHash },
      { label: isSigned ? say.signatureRecord : say.acceptanceRecord, value: acceptance.evidenceHash },
      { label: say.key, value: acceptance.keyId },
      { label: say.keySignature, value: acceptance.signature.slice(0, 43) },
    ],
    notes: [
      { label: say.howToCheck, value: say.howToCheckText(acceptance.verifyUrl) },
      { label: say.proves, value: say.provesText },
      { label: say.provesNot, value: say.provesNotText },
    ],
  };
}

function signerFacts(snapshot: QuoteSnapshot, acceptance: AcceptanceToPrint, words: Wording): PrintedFact[] {
  const { certificate: say, labels } = words.say;
  const { name, method } = acceptance;
  return [
    { label: labels.quote, value: `${snapshot.number}, ${snapshot.title}` },
    { label: labels.signedBy, value: method === 'DRAWN' ? say.drawnName(name) : say.typedName(name) },
    { label: labels.address, value: acceptance.email },
    { label: say.howProven, value: say.proofs[acceptance.proof] },
    { label: say.openedBefore, value: openings(snapshot, acceptance, words) },
    { label: labels.signed, value: times(snapshot, acceptance, words) },
    { label: say.networkAddress, value: acceptance.ip },
    { label: say.browser, value: shortened(acceptance.userAgent) || say.notNamed },
  ];
}

function recordFacts(snapshot: QuoteSnapshot, acceptance: AcceptanceToPrint, words: Wording): PrintedFact[] {
  const { certificate: say, labels } = words.say;
  return [
    { label: labels.quote, value: `${snapshot.number}, ${snapshot.title}` },
    { label: labels.agreedBy, value: acceptance.name },
    { label: say.howProven, value: say.proofs.ON_BEHALF },
    { label: labels.recordedBy, value: acceptance.onBehalf?.by ?? '' },
    { label: labels.recorded, value: times(snapshot, acceptance, words) },
  ];
}

/** The same instant for people and for machines. */
const times = ({ timeZone }: QuoteSnapshot, { signedAt }: AcceptanceToPrint, words: Wording): string =>
  `${words.moment(signedAt, timeZone)}\n${signedAt.toISOString()} (UTC); ${words.say.certificate.zone(timeZone)}`;

/** What people opened. A page that a machine fetched is no opening and is not listed. */
function openings(
  { timeZone }: QuoteSnapshot,
  { openedAt }: AcceptanceToPrint,
  { say, moment }: Wording,
): string {
  const [first] = openedAt;
  if (first === undefined) return say.certificate.notOpened;
  return say.certificate.openings(openedAt.length, moment(first, timeZone));
}

const shortened = (browser: string): string =>
  browser.length > longestBrowser ? `${browser.slice(0, longestBrowser)}…` : browser;
