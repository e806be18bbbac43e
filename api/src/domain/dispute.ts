/**
 * What becomes of a payment that the card holder disputes with their bank. The provider tells: the $1,124.70 are taken back at
 * once, the company can answer with evidence until a day, and then the bank decides who keeps them. Messages come twice, late
 * and in any order, so a dispute only moves forward: once it is lost, a late "needs a response" changes nothing.
 */
import { type MinorUnits, minor } from './money.ts';

/** Where a dispute can stand, in the order in which it moves. */
export const disputeStatuses = ['NEEDS_RESPONSE', 'UNDER_REVIEW', 'WON', 'LOST'] as const;

/** Where a dispute stands. */
export type DisputeStatus = (typeof disputeStatuses)[number];

/** Whether the bank has not decided yet. */
export const isDisputeOpen = (status: DisputeStatus): boolean =>
  status === 'NEEDS_RESPONSE' || status === 'UNDER_REVIEW';

/** What is known of a dispute, or what the provider says of it: where it stands, and whether the money is away. */
export type DisputeStanding = Readonly<{ status: DisputeStatus; isWithdrawn: boolean }>;

/**
 * Where it stands after the provider's word. What is decided stays so; an answer that was given stays given. But an inquiry,
 * which leaves the money where it is, can become a dispute that takes it: that one is to be answered anew.
 */
export function afterDisputeWord(current: DisputeStanding, said: DisputeStanding): DisputeStatus {
  if (!isDisputeOpen(current.status)) return current.status;
  if (isDisputeOpen(said.status) && current.isWithdrawn !== said.isWithdrawn)
    return said.isWithdrawn ? said.status : current.status;
  return disputeStatuses.indexOf(said.status) > disputeStatuses.indexOf(current.status)
    ? said.status
    : current.status;
}

/** Until when it can be answered after the provider's word; a day that was moved is a later one. Instants are ISO text. */
export const laterDeadline = <Day extends string>(current: Day | null, said: Day | null): Day | null =>
  current === null || (said !== null && said > current) ? said : current;

/** Whether the provider says the opposite of what it said at the end; then a person has to look. */
export const isReversal = (current: DisputeStatus, said: DisputeStatus): boolean =>
  !isDisputeOpen(current) && !isDisputeOpen(said) && current !== said;

/** Whether the money is away after the provider's word: once decided it is either back or gone for good, and no late word moves it. */
export function isAway(dispute: DisputeStanding, said: DisputeStanding): boolean {
  const status = afterDisputeWord(dispute, said);
  if (!isDisputeOpen(status)) return status === 'LOST';
  return dispute.isWithdrawn || said.isWithdrawn;
}

/**
 * Where a lost sum is missing. Of $1,200.00 that had paid $1,124.70 of an invoice and left $75.30 to the customer's credit: the
 * credit goes first, the invoice is owed again for the rest, and what neither can bear (because it was refunded before, say) is
 * the company's loss. The three add up to the sum.
 */
export function lostFrom(
  amount: MinorUnits,
  there: Readonly<{ credit: MinorUnits; paid: MinorUnits }>,
): Readonly<{ credit: MinorUnits; invoice: MinorUnits; loss: MinorUnits }> {
  const credit = minor(Math.min(amount, there.credit));
  const invoice = minor(Math.min(amount - credit, there.paid));
  return { credit, invoice, loss: minor(amount - credit - invoice) };
}

/** What card holders say, in the provider's words and in ours. */
const reasons: Readonly<Record<string, string>> = {
  bank_cannot_process: 'The bank could not process the payment',
  check_returned: 'The check was returned',
  credit_not_processed: 'A refund was promised and did not come',
  customer_initiated: 'The customer told the bank to take the money back',
  debit_not_authorized: 'The customer did not agree to the debit',
  duplicate: 'It was charged twice',
  fraudulent: 'The card holder does not know of the payment',
  general: 'The bank gives no reason',
  incorrect_account_details: 'The details of the account were wrong',
  insufficient_funds: 'There was not enough money in the account',
  noncompliant: 'A rule of the card scheme was broken',
  product_not_received: 'The goods or the work did not come',
  product_unacceptable: 'The goods or the work were not as agreed',
  subscription_canceled: 'It was charged after the end of the subscription',
  unrecognized: 'The card holder does not recognise the payment',
};

/** What the card holder says in plain words; a reason that is new is shown as the provider writes it. */
export const disputeReasonInWords = (reason: string): string =>
  reasons[reason] ?? (reason === '' ? 'The bank gives no reason' : reason.replaceAll('_', ' '));
