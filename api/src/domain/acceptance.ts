/**
 * The gate: what the customer sent, held against what was approved, before anything official is written. It says yes with
 * what was agreed on, or no with every check that failed. A customer who saw $3,749.00 for the quote and its option sends
 * the total 374900 along; if the approved quote with that option comes to 374900, the total passes, and the price that
 * counts is still the approved one. No price that was sent is ever used.
 */
import { inWords, type LocalDate } from './local-date.ts';
import { sameMailbox } from './mailbox.ts';
import { formatAmount, minor } from './money.ts';
import { quoteTotals, type Totals } from './pricing.ts';
import type { QuoteSnapshot } from './quote-snapshot.ts';
import type { QuoteStatus } from './quote.ts';
import { type Refusal, type RefusalCode, refuse } from './refusal.ts';
import { isSignature, type Signature } from './signature.ts';
import { readSignerName } from './signer-name.ts';

/**
 * What the records say: `sealedHash` was taken at approval, `computedHash` now, of the stored text of the snapshot. Where the
 * two differ the text is not what was approved and need not even be readable: then `snapshot` may be null.
 */
export type Approved = Readonly<{
  status: QuoteStatus;
  snapshot: QuoteSnapshot | null;
  sealedHash: string;
  computedHash: string;
  sentTo: string;
  validUntil: LocalDate;
  /** How staff read amounts: `en-AU`. */
  locale: string;
}>;

/** What the customer sent; `expectedTotal` is the gross that the page showed, in minor units. */
export type Attempt = Readonly<{
  revisionHash: string;
  optionIds: readonly string[];
  expectedTotal: number;
  name: string;
  email: string;
  agreesToTerms: boolean;
  signature: Signature;
}>;

/** What both sides agree on. The name is trimmed and NFC, the address as approved, the options in the quote's order. */
export type Agreed = Readonly<{ name: string; email: string; optionIds: readonly string[]; totals: Totals }>;

/** A check that did not pass: the answer to the customer, and for staff what was sent beside what was approved. */
export type FailedCheck = Readonly<{
  refusal: Refusal;
  label: string;
  sent: string | null;
  approved: string | null;
}>;

type Check = (approved: Approved, attempt: Attempt, today: LocalDate) => FailedCheck | null;

const failed = (
  refusal: Refusal,
  label: string,
  sent: string | null,
  approved: string | null,
): FailedCheck => ({
  refusal,
  label,
  sent,
  approved,
});

const longestFact = 200;

/** What was sent, fit to be kept: whole characters, no control characters, not longer than a person reads. */
function shown(text: string): string {
  const characters = Array.from(text.slice(0, longestFact * 2), (one) =>
    /[\p{Cc}\p{Cs}]/u.test(one) ? '\ufffd' : one,
  );
  return characters.length > longestFact
    ? `${characters.slice(0, longestFact).join('')}…`
    : characters.join('');
}

const used: Check = ({ status }) => {
  if (status !== 'ACCEPTED') return null;
  const message = 'This quote has been signed already, so there is nothing left to do.';
  return failed(refuse('QUOTE_ALREADY_ACCEPTED', message), 'Status', null, status);
};

const expiry: Check = ({ validUntil }, _attempt, today) => {
  if (today <= validUntil) return null;
  const message = `This quote was valid until ${inWords(validUntil)}. Please contact us and we can send you a fresh one.`;
  return failed(refuse('QUOTE_EXPIRED', message), 'Valid until', today, validUntil);
};

const withdrawal: Check = ({ status }) => {
  if (status === 'OPEN' || status === 'ACCEPTED') return null;
  const message = 'This quote can no longer be signed. Please contact us and we can send you a fresh one.';
  return failed(refuse('QUOTE_NOT_OPEN', message), 'Status', null, status);
};

const isDamaged = ({ sealedHash, computedHash, snapshot }: Approved): boolean =>
  sealedHash !== computedHash || snapshot === null;

const seal: Check = (approved) => {
  if (!isDamaged(approved)) return null;
  const message =
    'We need to check this quote before it can be signed. We have been told and will contact you; you do not have to do anything.';
  return failed(refuse('SNAPSHOT_DAMAGED', message), 'Seal', approved.computedHash, approved.sealedHash);
};

const revision: Check = ({ sealedHash }, { revisionHash }) => {
  if (revisionHash === sealedHash) return null;
  const message =
    'This quote was changed after you opened the page. Please load the page again and read the current version before you sign.';
  return failed(
    refuse('REVISION_SUPERSEDED', message, 'revisionHash'),
    'Revision',
    shown(revisionHash),
    sealedHash,
  );
};

/** The sentence must not say, or let guess, which address is the right one. */
const mailbox: Check = ({ sentTo }, { email }) => {
  if (sameMailbox(sentTo, email)) return null;
  const message =
    'Please enter the e-mail address at which you received this quote. If somebody else should sign it, please contact us.';
  return failed(refuse('EMAIL_MISMATCH', message, 'email'), 'E-mail address', shown(email), sentTo);
};

const options: Check = (approved, { optionIds }) => {
  const { snapshot } = approved;
  // A damaged snapshot has no options and no price that anything could be held against.
  if (isDamaged(approved) || snapshot === null) return null;
  const offered = new Set(snapshot.options.map((option) => option.id));
  // Counting first keeps a list of a million ids from costing anything.
  const isShort = optionIds.length <= offered.size;
  if (isShort && new Set(optionIds).size === optionIds.length && optionIds.every((id) => offered.has(id)))
    return null;
  const message =
    'One of the options you chose is not part of this quote. Please load the page again and choose once more.';
  const sent = shown(optionIds.slice(0, 20).join(', '));
  return failed(
    refuse('OPTION_UNKNOWN', message, 'optionIds'),
    'Options',
    sent,
    shown([...offered].join(', ')),
  );
};

const total: Check = (approved, { optionIds, expectedTotal }) => {
  const { snapshot } = approved;
  if (isDamaged(approved) || snapshot === null) return null;
  const { currency, options: offered } = snapshot;
  const { gross } = quoteTotals(snapshot, optionIds.slice(0, offered.length));
  if (expectedTotal === gross) return null;
  const message =
    'The total on your page is not the one of this quote. Please load the page again and check the amount before you sign.';
  const isAmount = Number.isSafeInteger(expectedTotal);
  const sent = isAmount
    ? formatAmount({ amount: minor(expectedTotal), currency }, approved.locale)
    : String(expectedTotal);
  const right = formatAmount({ amount: gross, currency }, approved.locale);
  return failed(refuse('TOTAL_MISMATCH', message, 'expectedTotal'), 'Total', sent, right);
};

const name: Check = (_approved, attempt) => {
  if (readSignerName(attempt.name) !== null) return null;
  const message = 'Please enter your full name, with at most 500 characters.';
  return failed(refuse('NAME_INVALID', message, 'name'), 'Name', shown(attempt.name), null);
};

const signature: Check = (_approved, attempt) => {
  if (isSignature(attempt.signature)) return null;
  const message = 'Please draw your signature again, or type your name instead.';
  const { method, strokes } = attempt.signature;
  const sent = `${method}, ${strokes.length} strokes`;
  return failed(refuse('SIGNATURE_INVALID', message, 'signature'), 'Signature', sent, null);
};

const terms: Check = (_approved, { agreesToTerms }) => {
  if (agreesToTerms) return null;
  const message = 'Please tick the box to agree to the terms before you sign.';
  return failed(refuse('TERMS_NOT_AGREED', message, 'agreesToTerms'), 'Terms', 'not agreed to', 'agreed to');
};

/** By weight. Expiry stands before withdrawal: a quote whose last day is over gets canceled, and the day is what helps. */
const checks: readonly Check[] = [
  used,
  expiry,
  withdrawal,
  seal,
  revision,
  mailbox,
  options,
  total,
  name,
  signature,
  terms,
];

/**
 * The verdict on a signature. `today` is the day in the company's time zone; the last valid day still counts. Failed checks
 * come most important first: the first one is the answer to the customer, all of them are for staff.
 */
export function judge(
  approved: Approved,
  attempt: Attempt,
  today: LocalDate,
): Readonly<{ agreed: Agreed }> | Readonly<{ failed: readonly FailedCheck[] }> {
  const problems = checks
    .map((check) => check(approved, attempt, today))
    .filter((problem) => problem !== null);
  const signer = readSignerName(attempt.name);
  const { snapshot } = approved;
  if (problems.length > 0 || signer === null || snapshot === null) return { failed: problems };
  const chosen = new Set(attempt.optionIds);
  const optionIds = snapshot.options.map((option) => option.id).filter((id) => chosen.has(id));
  const totals = quoteTotals(snapshot, optionIds);
  return { agreed: { name: signer, email: approved.sentTo, optionIds, totals } };
}

const slips: readonly RefusalCode[] = ['NAME_INVALID', 'SIGNATURE_INVALID', 'TERMS_NOT_AGREED'];

/**
 * Whether a person has to look: yes, unless all that is wrong is how the form was filled in, or the quote is signed already.
 * A second click or a second device finds the first signature in its place; there is nothing for anybody to do.
 */
export const needsStaff = (problems: readonly FailedCheck[]): boolean =>
  problems.every((problem) => problem.refusal.code !== 'QUOTE_ALREADY_ACCEPTED') &&
  problems.some((problem) => !slips.includes(problem.refusal.code));
