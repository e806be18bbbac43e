/**
 * What a customer sent and what the records say, and how a check says that the two do not fit.
 */
import type { LocalDate } from './local-date.ts';
import type { Billing, Choice } from './pricing.ts';
import type { QuoteSnapshot } from './quote-snapshot.ts';
import type { QuoteCancelReason, QuoteStatus } from './quote.ts';
import type { Refusal } from './refusal.ts';
import type { Signature } from './signature.ts';
import type { CodeVerdict } from './signing-code.ts';

/**
 * What the records say: `sealedHash` was taken at approval, `computedHash` now, of the stored text of the snapshot. Where the
 * two differ the text is not what was approved and need not even be readable: then `snapshot` may be null.
 */
export type Approved = Readonly<{
  status: QuoteStatus;
  cancelReason: QuoteCancelReason | null;
  snapshot: QuoteSnapshot | null;
  sealedHash: string;
  computedHash: string;
  sentTo: string;
  validUntil: LocalDate;
  /** What the typed code is worth; null where the quote asks for none. */
  code: CodeVerdict | null;
  /** How staff read amounts: `en-AU`. */
  locale: string;
}>;

/** What the page showed for one rhythm, with tax. */
export type ExpectedRecurring = Readonly<{ billing: Billing; total: number }>;

/** What the customer sent; `expectedTotal` is what the page showed to be charged once, with tax, in minor units. */
export type Attempt = Readonly<{
  revisionHash: string;
  choices: readonly Choice[];
  expectedTotal: number;
  expectedRecurring: readonly ExpectedRecurring[];
  name: string;
  email: string;
  agreesToTerms: boolean;
  signature: Signature;
}>;

/** A check that did not pass: the answer to the customer, and for staff what was sent beside what was approved. */
export type FailedCheck = Readonly<{
  refusal: Refusal;
  label: string;
  sent: string | null;
  approved: string | null;
}>;

/** Holds one thing that was sent against what was approved. */
export type Check<Sent = Attempt> = (approved: Approved, sent: Sent, today: LocalDate) => FailedCheck | null;

/** The check did not pass. */
export const failed = (
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
export function shown(text: string): string {
  const characters = Array.from(text.slice(0, longestFact * 2), (one) =>
    /[\p{Cc}\p{Cs}]/u.test(one) ? '\ufffd' : one,
  );
  return characters.length > longestFact
    ? `${characters.slice(0, longestFact).join('')}…`
    : characters.join('');
}

/** Whether the text that is stored is not the text that was sealed. */
export const isDamaged = ({ sealedHash, computedHash, snapshot }: Approved): boolean =>
  sealedHash !== computedHash || snapshot === null;
