/**
 * The gate: what the customer sent, held against what was approved, before anything official is written. It says yes with
 * what was agreed on, or no with every check that failed. A customer who saw $3,749.00 for the quote and its option sends
 * the total 374900 along; if the approved quote with that option comes to 374900, the total passes, and the price that
 * counts is still the approved one. No price that was sent is ever used.
 */
import { code, mailbox } from './attempt-mailbox.ts';
import { options, total } from './attempt-price.ts';
import { standing } from './attempt-standing.ts';
import { type Approved, type Attempt, type Check, failed, type FailedCheck, shown } from './attempt.ts';
import type { LocalDate } from './local-date.ts';
import { type Choice, type QuotePrice, quotePrice } from './pricing.ts';
import { type RefusalCode, refuse } from './refusal.ts';
import { isSignature } from './signature.ts';
import { readSignerName } from './signer-name.ts';

export type { Approved, Attempt, ExpectedRecurring, FailedCheck } from './attempt.ts';

/** What both sides agree on. The name is trimmed and NFC, the address as approved, the choices in the quote's order. */
export type Agreed = Readonly<{
  name: string;
  email: string;
  choices: readonly Choice[];
  price: QuotePrice;
}>;

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

export const name: Check<Pick<Attempt, 'name'>> = (_approved, attempt) => {
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

/** By weight: first whether the quote can be accepted at all, then what was sent. */
const checks: readonly Check[] = [
  ...standing,
  revision,
  mailbox,
  code,
  options,
  total,
  name,
  signature,
  terms,
];

/** What is agreed on once every check has passed; the prices are the approved ones. */
export function agreedOn(
  { snapshot, sentTo }: Pick<Approved, 'snapshot' | 'sentTo'>,
  signer: string,
  choices: readonly Choice[],
): Agreed {
  if (snapshot === null) throw new RangeError('nothing can be agreed on what cannot be read');
  const chosen = snapshot.options.flatMap(({ id }) =>
    choices
      .filter((choice) => choice.optionId === id)
      .map(({ quantity }): Choice => ({ optionId: id, quantity })),
  );
  return { name: signer, email: sentTo, choices: chosen, price: quotePrice(snapshot, chosen) };
}

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
  if (problems.length > 0 || signer === null) return { failed: problems };
  return { agreed: agreedOn(approved, signer, attempt.choices) };
}

const slips: readonly RefusalCode[] = [
  'CODE_NEEDED',
  'CODE_WRONG',
  'NAME_INVALID',
  'SIGNATURE_INVALID',
  'TERMS_NOT_AGREED',
];

/**
 * Whether a person has to look: yes, unless all that is wrong is how the form was filled in, or the quote is signed already.
 * A second click or a second device finds the first signature in its place; there is nothing for anybody to do.
 */
export const needsStaff = (problems: readonly FailedCheck[]): boolean =>
  problems.every((problem) => problem.refusal.code !== 'QUOTE_ALREADY_ACCEPTED') &&
  problems.some((problem) => !slips.includes(problem.refusal.code));
