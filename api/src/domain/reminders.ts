/**
 * When reminders of an invoice are silent. Somebody who disputes the payment with their bank, whose debit of $1,124.70 is on its
 * way, or who said yesterday to have paid, must not be told to pay; the word of the customer counts for the days that the
 * company allows, seven for instance.
 */
import type { DisputeStatus } from './dispute.ts';
import { isDisputeOpen } from './dispute.ts';
import type { PaymentStatus } from './payment.ts';

/** Why they are silent; the first that applies is told. */
export const reminderPauseReasons = ['DISPUTE', 'PAYMENT_PENDING', 'CLAIM'] as const;

/** One of the reasons. */
export type ReminderPauseReason = (typeof reminderPauseReasons)[number];

/** Why, and until when; null for as long as it lasts. Instants are ISO text. */
export type ReminderPause = Readonly<{ reason: ReminderPauseReason; until: string | null }>;

const dayMilliseconds = 24 * 60 * 60_000;

/** Why no reminder may go out at `now`; null when one may. A claim counts for `claimDays` from its beginning. */
export function reminderPause(
  invoice: Readonly<{
    disputes: readonly Readonly<{ status: DisputeStatus }>[];
    payments: readonly Readonly<{ status: PaymentStatus; createdAt: string }>[];
  }>,
  { now, claimDays }: Readonly<{ now: string; claimDays: number }>,
): ReminderPause | null {
  if (invoice.disputes.some(({ status }) => isDisputeOpen(status))) return { reason: 'DISPUTE', until: null };
  if (invoice.payments.some(({ status }) => status === 'PENDING'))
    return { reason: 'PAYMENT_PENDING', until: null };
  const claim = invoice.payments.find(({ status }) => status === 'CLAIMED');
  if (claim === undefined) return null;
  const until = new Date(Date.parse(claim.createdAt) + claimDays * dayMilliseconds).toISOString();
  return now < until ? { reason: 'CLAIM', until } : null;
}
