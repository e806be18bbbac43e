import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { formatAmount } from '../domain/money.ts';
import { afterFact } from '../domain/payment.ts';
import type { CheckoutFact } from '../ports.ts';
import { issuedOf } from '../invoices/issued.ts';
import { raise } from '../review/raise.ts';
import { confirmPayment } from './confirm.ts';
import { logStep } from './log.ts';
import type { Payment } from './payment.entity.ts';

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
  if (payment === undefined)
    return fact.outcome === 'PAID' ? unallocated(ctx, query, fact, null, source) : 'not ours';
  if (fact.outcome === 'PAID' && !isTheAgreedSum(fact, payment))
    return unallocated(ctx, query, fact, payment, source);
  const next = afterFact(payment.status, fact.outcome);
  switch (fact.outcome) {
    case 'PAID':
      return confirmed(ctx, query, payment, fact);
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

/** Our row by the id that we gave the provider; a session that we know under another row is not believed. */
async function paymentOf(query: Sql, fact: CheckoutFact): Promise<Row<Payment> | undefined> {
  if (fact.paymentId === null) return undefined;
  const payment = await query
    .selectFrom('payment')
    .selectAll()
    .where('id', '=', fact.paymentId)
    .executeTakeFirst();
  if (payment === undefined || payment.method !== 'CARD') return undefined;
  if (fact.invoiceId !== null && fact.invoiceId !== payment.invoiceId) return undefined;
  if (fact.sessionId !== null && payment.sessionId !== null && fact.sessionId !== payment.sessionId)
    return undefined;
  return payment;
}

const isTheAgreedSum = (fact: CheckoutFact, payment: Row<Payment>): boolean =>
  fact.amount === payment.amount && fact.currency === payment.currency;

async function confirmed(ctx: Ctx, query: Sql, payment: Row<Payment>, fact: CheckoutFact): Promise<Outcome> {
  const invoice = await query
    .selectFrom('invoice')
    .selectAll()
    .where('id', '=', payment.invoiceId)
    .executeTakeFirstOrThrow();
  const done = await confirmPayment(ctx, query, {
    payment,
    invoice: issuedOf(invoice),
    by: 'Stripe',
    reference: fact.reference,
  });
  return done ? 'confirmed' : 'repeated';
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
    dedupeKey: `payment-failed:${payment.id}`,
    invoiceId: payment.invoiceId,
    paymentId: payment.id,
  });
  return 'noted';
}

/** Money that fits nothing is never forced into an invoice. */
async function unallocated(
  ctx: Ctx,
  query: Sql,
  fact: CheckoutFact,
  payment: Row<Payment> | null,
  source: string,
): Promise<Outcome> {
  const paid =
    fact.amount !== null && fact.currency !== null ? { amount: fact.amount, currency: fact.currency } : null;
  const isNew = await raise(ctx, query, {
    kind: 'UNALLOCATED_MONEY',
    title: 'Money came by card that fits no open invoice',
    facts: [
      {
        label: 'Amount',
        sent: paid === null ? null : formatAmount(paid, ctx.company.locale),
        approved: payment === null ? null : formatAmount(payment, ctx.company.locale),
      },
      { label: 'Reference', sent: fact.reference, approved: payment?.reference ?? null },
      { label: 'Checkout', sent: fact.sessionId, approved: payment?.sessionId ?? null },
    ],
    dedupeKey: `unallocated:${fact.reference ?? fact.sessionId ?? source}`,
    invoiceId: payment?.invoiceId ?? null,
  });
  if (isNew && payment !== null)
    await logStep(ctx, query, { payment, kind: 'UNALLOCATED', actor: 'Stripe', reference: fact.reference });
  return 'needs a person';
}
