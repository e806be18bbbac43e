/**
 * What can become of a payment. An invoice of $1,124.70 is paid by card (the provider confirms it), or in cash or by transfer
 * (the customer claims it, staff confirm it). Messages of the provider come twice and in any order, so a payment only moves
 * forward: once the $1,124.70 are confirmed, a late "expired" changes nothing.
 */
import { type InvoiceStatus, isOwed } from './invoice.ts';
import type { LocalDate } from './local-date.ts';
import { type Refusal, refuse } from './refusal.ts';
import { textProblem } from './text-limits.ts';

/** How money moves. */
export const paymentMethods = ['CARD', 'CASH', 'BANK_TRANSFER'] as const;

/** One of the ways. */
export type PaymentMethod = (typeof paymentMethods)[number];

/** The ways that a person has to confirm. */
export type ManualMethod = Exclude<PaymentMethod, 'CARD'>;

/** Where a payment can stand. */
export const paymentStatuses = [
  'STARTED',
  'UNKNOWN',
  'PENDING',
  'CLAIMED',
  'CONFIRMED',
  'FAILED',
  'EXPIRED',
  'REJECTED',
] as const;

/** Where a payment stands. */
export type PaymentStatus = (typeof paymentStatuses)[number];

/** The steps that the log of a payment knows. */
export const paymentLogKinds = [
  'INVOICE_ISSUED',
  'CHECKOUT_STARTED',
  'CHECKOUT_EXPIRED',
  'PAYMENT_FAILED',
  'PAYMENT_PENDING',
  'CLAIMED',
  'CLAIM_REJECTED',
  'CONFIRMED',
  'RECEIPT_SENT',
  'UNALLOCATED',
  'VIEWED',
  'INVOICE_APPROVED',
  'CHECKOUT_UNKNOWN',
  'WEBHOOK_RECEIVED',
  'BANK_MATCHED',
  'CREDIT_APPLIED',
  'OVERPAID',
  'VOIDED',
  'CREDITED',
  'WRITTEN_OFF',
  'REFUND_REQUESTED',
  'REFUNDED',
  'REFUND_FAILED',
  'DISPUTED',
  'DISPUTE_WON',
  'DISPUTE_LOST',
  'MAIL_BOUNCED',
] as const;

/** One of the steps. */
export type PaymentLogKind = (typeof paymentLogKinds)[number];

/** From where a payment can go where. A failed or expired one can still be confirmed: money that came is money. */
export const paymentTransitions = {
  STARTED: ['UNKNOWN', 'PENDING', 'CONFIRMED', 'FAILED', 'EXPIRED'],
  UNKNOWN: ['STARTED', 'PENDING', 'CONFIRMED', 'FAILED', 'EXPIRED'],
  PENDING: ['CONFIRMED', 'FAILED'],
  CLAIMED: ['CONFIRMED', 'REJECTED'],
  CONFIRMED: [],
  FAILED: ['CONFIRMED'],
  EXPIRED: ['CONFIRMED'],
  REJECTED: [],
} as const satisfies Record<PaymentStatus, readonly PaymentStatus[]>;

/** What the provider says about a checkout; the same words as `CheckoutFact['outcome']` in ports.ts. */
type CheckoutOutcome = 'PAID' | 'PENDING' | 'FAILED' | 'EXPIRED' | 'OPEN';

/** Where the outcome would like the payment to be. */
function aimOf(current: PaymentStatus, outcome: CheckoutOutcome): PaymentStatus {
  switch (outcome) {
    case 'PAID':
      return 'CONFIRMED';
    case 'FAILED':
      // One declined card does not close the provider's page: the customer may try another one there.
      return current === 'STARTED' ? 'STARTED' : 'FAILED';
    case 'OPEN':
      return current;
    case 'PENDING':
    case 'EXPIRED':
      return outcome;
  }
}

/** Where the payment stands after the provider's word. Repeated and late words change nothing. */
export function afterFact(current: PaymentStatus, outcome: CheckoutOutcome): PaymentStatus {
  const aim = aimOf(current, outcome);
  const next: readonly PaymentStatus[] = paymentTransitions[current];
  return next.includes(aim) ? aim : current;
}

/** A slip of the keyboard, not a payment: a billion with two decimals. */
export const mostMoney = 100_000_000_000;

const isManual = (method: PaymentMethod): boolean => method === 'CASH' || method === 'BANK_TRANSFER';

const formProblem = (
  money: Readonly<{ method: PaymentMethod; day: LocalDate; dayField: string; reference: string }>,
  today: LocalDate,
): Refusal | null => {
  if (!isManual(money.method)) {
    return refuse('INPUT_INVALID', 'Please choose cash or bank transfer.', 'method');
  }
  if (money.day > today)
    return refuse('INPUT_INVALID', 'The day of the payment cannot be later than today.', money.dayField);
  return textProblem('reference', money.reference, 200);
};

/** Why a customer's "I have paid" cannot be taken as it is; null when it can. It settles nothing by itself. */
export const claimProblem = (
  claim: Readonly<{ method: PaymentMethod; paidOn: LocalDate; reference: string }>,
  today: LocalDate,
): Refusal | null => formProblem({ ...claim, day: claim.paidOn, dayField: 'paidOn' }, today);

/**
 * Why staff cannot confirm this money for the invoice; null when they can. What is more than it owes becomes the customer's
 * credit. One that owes nothing takes money only as credit, said in so many words, because two people confirm one payment easily.
 */
export function manualPaymentProblem(
  invoice: Readonly<{ status: InvoiceStatus }>,
  money: Readonly<{
    method: PaymentMethod;
    amount: number;
    reference: string;
    receivedOn: LocalDate;
    asCredit?: boolean | null;
  }>,
  today: LocalDate,
): Refusal | null {
  if (!isOwed(invoice.status) && money.asCredit !== true) {
    return refuse(
      'INVOICE_NOT_PAYABLE',
      'Nothing is owed on this invoice any more. Money that came all the same can be kept as the customer’s credit.',
    );
  }
  const form = formProblem({ ...money, day: money.receivedOn, dayField: 'receivedOn' }, today);
  if (form !== null) return form;
  const isWithin = Number.isSafeInteger(money.amount) && money.amount > 0 && money.amount <= mostMoney;
  return isWithin ? null : refuse('AMOUNT_INVALID', 'The amount has to be more than zero.', 'amount');
}
