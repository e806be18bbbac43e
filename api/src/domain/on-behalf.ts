/**
 * A quote that staff accept for the customer, who agreed on paper, by mail or on the telephone. The quote has to stand as for
 * any signature, and the approved prices count; but there is no link, no proof of a mailbox and no consent on a screen, so
 * the record says instead who entered it, and why. Bob notes on Friday what Ana signed on paper on Wednesday: signed on
 * Wednesday, entered by Bob on Friday.
 */
import { type Agreed, agreedOn, name } from './acceptance.ts';
import { options } from './attempt-price.ts';
import { standing } from './attempt-standing.ts';
import type { Approved, Check } from './attempt.ts';
import type { LocalDate } from './local-date.ts';
import type { Choice } from './pricing.ts';
import { type Refusal, type RefusalCode, refuse } from './refusal.ts';
import { readSignerName } from './signer-name.ts';
import { signatureMethods } from './signature.ts';
import { mailboxProofs } from './signing-code.ts';
import { textProblem } from './text-limits.ts';

/** How an acceptance came about; each is described in schema/on-behalf.graphql. */
export const acceptanceMethods = [...signatureMethods, 'ON_BEHALF'] as const;

/** One of the ways. */
export type AcceptanceMethod = (typeof acceptanceMethods)[number];

/** What an acceptance is proven by: the customer's mailbox, or the word of a member of staff. */
export const acceptanceProofs = [...mailboxProofs, 'ON_BEHALF'] as const;

/** One of the proofs. */
export type AcceptanceProof = (typeof acceptanceProofs)[number];

/** In the place of a signature: who of the staff entered it, why, and when the customer agreed. */
export type OnBehalf = Readonly<{
  method: 'ON_BEHALF';
  by: string;
  staffId: string;
  reason: string;
  signedOn: LocalDate;
}>;

/** What staff enter. */
export type OnBehalfEntry = Readonly<{
  choices: readonly Choice[];
  signerName: string;
  reason: string;
  signedOn: LocalDate;
}>;

const checks: readonly Check<{ choices: readonly Choice[]; name: string }>[] = [...standing, options, name];

/** The customer's sentence of a check speaks to the customer; this is the same for staff. */
const forStaff: Partial<Record<RefusalCode, string>> = {
  QUOTE_ALREADY_ACCEPTED: 'This quote is accepted already, so there is nothing left to do.',
  REVISION_SUPERSEDED: 'There is a newer version of this quote. Accept that one.',
  QUOTE_EXPIRED:
    'The last valid day of this quote is over. Set a later day if you still stand by it, or send a fresh version.',
  QUOTE_NOT_OPEN: 'Only a quote that is open can be accepted.',
  SNAPSHOT_DAMAGED:
    'What was approved does not match its own seal, so it cannot be accepted. The records have to be checked first.',
  OPTION_UNKNOWN: 'One of these options is not part of this quote. Please load the page again.',
  NAME_INVALID: 'Please enter the full name of the person who agreed, with at most 500 characters.',
};

/**
 * The verdict on what staff enter. `sentOn` is the day on which the quote was sent: nobody agreed to it before.
 */
export function judgeOnBehalf(
  approved: Approved,
  entry: OnBehalfEntry,
  today: LocalDate,
  sentOn: LocalDate,
): Agreed | Refusal {
  const sent = { choices: entry.choices, name: entry.signerName };
  for (const check of checks) {
    const problem = check(approved, sent, today);
    if (problem === null) continue;
    const { code, message, field } = problem.refusal;
    return refuse(code, forStaff[code] ?? message, field === 'name' ? 'signerName' : field);
  }
  const reason = textProblem('reason', entry.reason, 500, 1);
  if (reason !== null) return reason;
  if (entry.signedOn > today || entry.signedOn < sentOn) {
    return refuse(
      'INPUT_INVALID',
      'The customer agreed between the day on which the quote was sent and today.',
      'signedOn',
    );
  }
  return agreedOn(approved, readSignerName(entry.signerName) ?? '', entry.choices);
}
