/**
 * Giving money back. Of $1,124.70 that were paid by card, $500.00 are refunded: the provider is asked, and $624.70 can still
 * be refunded later. From the company's limit on a second person has to agree first. What the payment left to the customer's
 * credit goes back first; what had paid the invoice is taken off it by a credit note, so it owes no more than before.
 */
import { type CurrencyCode, formatAmount, type MinorUnits, minor } from './money.ts';
import type { PaymentMethod, PaymentStatus } from './payment.ts';
import { type Refusal, refuse } from './refusal.ts';
import { firstProblem, textProblem } from './text-limits.ts';

/** Where a refund can stand. */
export const refundStatuses = ['AWAITING_APPROVAL', 'PENDING', 'SUCCEEDED', 'FAILED', 'REJECTED'] as const;

/** Where a refund stands. */
export type RefundStatus = (typeof refundStatuses)[number];

/** What a person can do about one. */
export const refundActions = ['APPROVE', 'REJECT', 'CONFIRM'] as const;

/** One of the actions. */
export type RefundAction = (typeof refundActions)[number];

/** From where a refund can go where. Even one that succeeded can come back: the card was closed in the meantime. */
const refundTransitions = {
  AWAITING_APPROVAL: ['PENDING', 'SUCCEEDED', 'FAILED', 'REJECTED'],
  PENDING: ['SUCCEEDED', 'FAILED'],
  SUCCEEDED: ['FAILED'],
  FAILED: [],
  REJECTED: [],
} as const satisfies Record<RefundStatus, readonly RefundStatus[]>;

/** Where it stands after the provider's word; repeated and late words change nothing. */
export function afterRefundWord(current: RefundStatus, said: RefundStatus): RefundStatus {
  const next: readonly RefundStatus[] = refundTransitions[current];
  return next.includes(said) ? said : current;
}

/** What a payment's money became, in minor units, each at least 0. */
export type RefundRoom = Readonly<{
  amount: MinorUnits;
  /** Back or on its way back, or reserved for a second person's word. */
  refunded: MinorUnits;
  /** Lost in disputes. */
  lost: MinorUnits;
  /** What the payments of the invoice left to the customer's credit, and is still there. */
  credit: MinorUnits;
  /** What is paid on the invoice. */
  paid: MinorUnits;
  /** What a credit note can still take off it. */
  creditable: MinorUnits;
}>;

/** How much can be refunded: no more than was paid, and no more than is still where it went. */
export const refundable = ({ amount, refunded, lost, credit, paid, creditable }: RefundRoom): MinorUnits =>
  minor(Math.max(0, Math.min(amount - refunded - lost, credit + Math.min(paid, creditable))));

/**
 * Where the money of a refund is taken from: the customer's credit first, then the invoice, by a credit note. What neither has
 * can only come of a refund that somebody made at the provider; it is the company's loss. The three add up.
 */
export function refundFrom(
  amount: MinorUnits,
  { credit, paid, creditable }: Pick<RefundRoom, 'credit' | 'paid' | 'creditable'>,
): Readonly<{ credit: MinorUnits; invoice: MinorUnits; loss: MinorUnits }> {
  const ofCredit = minor(Math.min(amount, credit));
  const ofInvoice = minor(Math.min(amount - ofCredit, paid, creditable));
  return { credit: ofCredit, invoice: ofInvoice, loss: minor(amount - ofCredit - ofInvoice) };
}

/** What somebody wants to give back. */
export type WantedRefund = Readonly<{
  amount: MinorUnits;
  method: PaymentMethod;
  reference: string | null;
  reason: string;
}>;

/** Why this cannot be refunded; null when it can. `mayWait`: the reference is given later, by `confirmManualRefund`. */
export function refundProblem(
  wanted: WantedRefund,
  payment: Readonly<{
    status: PaymentStatus;
    method: PaymentMethod;
    currency: CurrencyCode;
    isDisputed: boolean;
    room: RefundRoom;
  }>,
  { mayWait, locale }: Readonly<{ mayWait: boolean; locale: string }>,
): Refusal | null {
  if (payment.status !== 'CONFIRMED')
    return refuse('REFUND_NOT_POSSIBLE', 'Only a payment that is confirmed can be refunded.');
  if (payment.isDisputed)
    return refuse(
      'PAYMENT_DISPUTED',
      'The card holder disputes this payment, so the bank has the money. Answer the dispute; a refund now would pay twice.',
    );
  if (wanted.method === 'CARD' && payment.method !== 'CARD')
    return refuse(
      'INPUT_INVALID',
      'This was not paid by card. Please choose cash or bank transfer.',
      'method',
    );
  const most = refundable(payment.room);
  if (most === 0)
    return refuse(
      'REFUND_NOT_POSSIBLE',
      'Nothing of this payment is left to refund: it went back before, or its credit was used for another invoice.',
    );
  if (!Number.isSafeInteger(wanted.amount) || wanted.amount <= 0 || wanted.amount > most) {
    const shown = formatAmount({ amount: most, currency: payment.currency }, locale);
    return refuse('AMOUNT_INVALID', `The amount has to be more than zero and at most ${shown}.`, 'amount');
  }
  const byHand = wanted.method !== 'CARD';
  return firstProblem([
    textProblem('reason', wanted.reason, 500, 1),
    textProblem('reference', wanted.reference ?? '', 200, byHand && !mayWait ? 1 : 0),
  ]);
}

/** Whether somebody else has to agree; a sum in another currency than the limit's always needs a second look. */
export const needsSecondPerson = (
  refund: Readonly<{ amount: MinorUnits; currency: CurrencyCode }>,
  company: Readonly<{ refundLimit: MinorUnits | null; currency: CurrencyCode }>,
): boolean =>
  company.refundLimit !== null &&
  (refund.currency !== company.currency || refund.amount >= company.refundLimit);

type Standing = Readonly<{ status: RefundStatus; method: PaymentMethod; requestedById: string | null }>;

/** Why this person cannot agree to it; null when they can. */
export function approvalProblem(refund: Standing, staffId: string): Refusal | null {
  if (refund.status !== 'AWAITING_APPROVAL') return refundSettled();
  return refund.requestedById === staffId
    ? refuse('SECOND_PERSON_NEEDED', 'You asked for this refund yourself. Somebody else has to agree to it.')
    : null;
}

/** The answer to whoever comes second. */
export const refundSettled = (): Refusal =>
  refuse('REFUND_SETTLED', 'This refund was decided before. Load the page again to see how.');

/** What somebody with the permission can do about it; who asked for it may take it back but not agree to it. */
export function refundActionsFor(refund: Standing, staffId: string | null): RefundAction[] {
  if (refund.status === 'AWAITING_APPROVAL')
    return refund.requestedById === staffId ? ['REJECT'] : ['APPROVE', 'REJECT'];
  return refund.status === 'PENDING' && refund.method !== 'CARD' ? ['CONFIRM'] : [];
}
