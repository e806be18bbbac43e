/**
 * Mails that ask kindly after a quote that nobody has answered. With follow-ups after 3 and 7 days and a notice 2 days before the
 * end, a quote sent on 2 November and valid until 30 November is asked after on the 5th and on the 9th, and its end is
 * announced on the 28th; as soon as the customer says anything, nothing more is sent.
 */
import { addDays, type LocalDate } from './local-date.ts';
import type { QuoteStatus } from './quote.ts';
import { atHour } from './zone.ts';

/** Which mail it is: the first, the second … after sending, or the notice before the last valid day. */
export type FollowUpStep = `AFTER_${number}` | 'BEFORE_EXPIRY';

/** A step and its time. */
export type FollowUpTime = Readonly<{ step: FollowUpStep; at: Date }>;

/** When the company follows up: days after sending, and days before the last valid day; null or none for never. */
export type FollowUpPolicy = Readonly<{ afterDays: readonly number[]; beforeExpiryDays: number | null }>;

/** Nobody wants to be asked at midnight. */
const officeHour = 9;

/**
 * Every step with its time, in order of time. Steps that would come after the last valid day, and a notice that would come on
 * the day of sending or before it, are left out.
 */
export function followUpsOf(
  sentOn: LocalDate,
  validUntil: LocalDate,
  zone: string,
  policy: FollowUpPolicy,
): FollowUpTime[] {
  const steps = policy.afterDays.map((days): [FollowUpStep, LocalDate] => [
    `AFTER_${days}`,
    addDays(sentOn, days),
  ]);
  if (policy.beforeExpiryDays !== null)
    steps.push(['BEFORE_EXPIRY', addDays(validUntil, -policy.beforeExpiryDays)]);
  return steps
    .filter(([, day]) => day > sentOn && day <= validUntil)
    .map(([step, day]) => ({ step, at: atHour(day, zone, officeHour) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The one step that is to be sent now, or null: the latest that is due, for an open quote that nobody has replied to. */
export function dueFollowUp(
  quote: Readonly<{ status: QuoteStatus; validUntil: LocalDate }>,
  steps: readonly FollowUpTime[],
  at: Readonly<{ now: Date; today: LocalDate; hasReplied: boolean }>,
): FollowUpTime | null {
  if (quote.status !== 'OPEN' || quote.validUntil < at.today || at.hasReplied) return null;
  return steps.findLast((step) => step.at <= at.now) ?? null;
}
