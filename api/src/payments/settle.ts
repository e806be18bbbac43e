import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { afterFact } from '../domain/payment.ts';
import type { CheckoutFact } from '../ports.ts';
import { raise } from '../review/raise.ts';
import { logStep } from './log.ts';
import type { Payment } from './payment.entity.ts';
import { isSamePage, settlePaid, unallocated } from './settle-paid.ts';

/** What came of a message of the provider; kept with the event. */
export type Outcome = 'confirmed' | 'noted' | 'repeated' | 'not ours' | 'needs a person';

/** Of several, what weighs most. */
export const weightiest = (outcomes: readonly Outcome[]): Outcome =>
  (['needs a person', 'confirmed', 'noted', 'repeated'] as const).find((one) => outcomes.includes(one)) ??
  'not ours';

/**
 * Applies what the provider says about a checkout. It may come twice, late and in any order: the status only moves
 * forward (domain/payment.ts), and money is confirmed once.
 */
export async function settle(ctx: Ctx, query: Sql, fact: CheckoutFact, source: string): Promise<Outcome> {
  const payment = await paymentOf(query, fact);
  if (fact.outcome === 'PAID')
    return payment === undefined
      ? unallocated(ctx, query, fact, null, source)
      : settlePaid(ctx, query, payment.id, fact, source);
  if (payment === undefined || !isSamePage(fact, payment)) return 'not ours';
  const next = afterFact(payment.status, fact.outcome);
  switch (fact.outcome) {
    case 'PENDING':
      return moved(ctx, query, payment, next, { kind: 'PAYMENT_PENDING', fact });
    case 'EXPIRED':
      return moved(ctx, query, payment, next, { kind: 'CHECKOUT_EXPIRED', fact });
    case 'FAILED':
      return failed(ctx, query, payment, next, fact);
    case 'OPEN':
      return 'noted';
  }
}

/** Our row by the id that we gave the provider; a message that names another invoice with it is not believed. */
async function paymentOf(query: Sql, fact: CheckoutFact): Promise<Row<Payment> | undefined> {
  if (fact.paymentId === null) return undefined;
  const payment = await query
    .selectFrom('payment')
    .selectAll()
    .where('id', '=', fact.paymentId)
    .executeTakeFirst();
  if (payment === undefined || payment.method !== 'CARD') return undefined;
  return fact.invoiceId !== null && fact.invoiceId !== payment.invoiceId ? undefined : payment;
}

type Status = Payment['status'];
type Step = { kind: 'PAYMENT_PENDING' | 'CHECKOUT_EXPIRED' | 'PAYMENT_FAILED'; fact: CheckoutFact };

async function moved(
  ctx: Ctx,
  query: Sql,
  payment: Row<Payment>,
  next: Status,
  step: Step,
): Promise<Outcome> {
  if (next === payment.status) return 'repeated';
  const { numUpdatedRows } = await query
    .updateTable('payment')
    .set({ status: next, failure: step.fact.failure })
    .where('id', '=', payment.id)
    .where('status', '=', payment.status)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LostRace();
  await logStep(ctx, query, {
    payment,
    kind: step.kind,
    actor: 'Stripe',
    reference: step.fact.reference,
    note: step.fact.failure,
  });
  return 'noted';
}

/** A card that was declined leaves the page open for another try, so the payment may stay as it is; staff see it. */
async function failed(
  ctx: Ctx,
  query: Sql,
  payment: Row<Payment>,
  next: Status,
  fact: CheckoutFact,
): Promise<Outcome> {
  if (payment.status !== 'STARTED' && payment.status !== 'UNKNOWN' && payment.status !== 'PENDING')
    return 'repeated';
  // Of the payment alone it can be a card that was declined before the debit began; that the debit failed, its checkout says.
  if (payment.status === 'PENDING' && fact.sessionId === null) return 'repeated';
  const { numUpdatedRows } = await query
    .updateTable('payment')
    .set({ status: next, failure: fact.failure })
    .where('id', '=', payment.id)
    .where('status', '=', payment.status)
    .executeTakeFirst();
  // Confirmed in between: staff must not be told that the invoice is unpaid.
  if (numUpdatedRows !== 1n) throw new LostRace();
  await logStep(ctx, query, {
    payment,
    kind: 'PAYMENT_FAILED',
    actor: 'Stripe',
    reference: fact.reference,
    note: fact.failure,
  });
  await raise(ctx, query, {
    kind: 'PAYMENT_FAILED',
    title: 'A card payment failed',
    facts: [{ label: 'Reason', sent: fact.failure, approved: null }],
    // Tries of one page are one item; money that was on its way and did not come is another.
    dedupeKey: `payment-failed:${payment.id}${payment.status === 'PENDING' ? ':debit' : ''}`,
    invoiceId: payment.invoiceId,
    paymentId: payment.id,
  });
  return 'noted';
}
