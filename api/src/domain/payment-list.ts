/**
 * The words of the list of payments: what it is narrowed down to and by what it is put in order. A customer's word that they
 * sent $1,124.70 stands among those TO_CONFIRM until somebody saw the money; a card page that nobody finished is OVER.
 */
import { type PaymentStatus, paymentStatuses } from './payment.ts';

/** Which payments a list shows; all but ALL part them among themselves. */
export const paymentGroups = ['ALL', 'TO_CONFIRM', 'CONFIRMED', 'UNDER_WAY', 'IN_TROUBLE', 'OVER'] as const;

/** One of the groups. */
export type PaymentGroup = (typeof paymentGroups)[number];

const statuses: Readonly<Record<PaymentGroup, readonly PaymentStatus[]>> = {
  ALL: paymentStatuses,
  TO_CONFIRM: ['CLAIMED'],
  CONFIRMED: ['CONFIRMED'],
  UNDER_WAY: ['STARTED', 'PENDING'],
  IN_TROUBLE: ['UNKNOWN', 'FAILED'],
  OVER: ['EXPIRED', 'REJECTED'],
};

/** How the payments of a group can stand. */
export const statusesOfPaymentGroup = (group: PaymentGroup): readonly PaymentStatus[] => statuses[group];

/** By what payments are put in order. */
export const paymentOrders = ['CREATED', 'CONFIRMED', 'AMOUNT'] as const;

/** One of the orders. */
export type PaymentOrder = (typeof paymentOrders)[number];
