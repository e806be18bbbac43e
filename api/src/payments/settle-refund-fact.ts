import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { formatAmount, minor } from '../domain/money.ts';
import { isRefusal } from '../domain/refusal.ts';
import { afterRefundWord } from '../domain/refund.ts';
import type { RefundFact } from '../ports.ts';
import { raise } from '../review/raise.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { bookRefund } from './book-refund.ts';
import { makeRoom } from './make-room.ts';
import { newRefund, noteRequest, paymentWithInvoice, reserve } from './refund-rows.ts';
import type { Payment } from './payment.entity.ts';
import type { Refund } from './refund.entity.ts';
import type { Outcome } from './settle.ts';
import { fellThrough, succeeded } from './settle-refund.ts';

/**
 * Applies what the provider says about a refund. It may come twice, late and in any order, and it may be about one that
 * somebody began in the provider's dashboard: that one is adopted.
 */
export async function settleRefund(ctx: Ctx, query: Sql, fact: RefundFact): Promise<Outcome> {
  const refund = (await knownRefund(query, fact)) ?? (await adopted(ctx, query, fact));
  if (refund === null) return 'not ours';
  const known = { ...refund, providerId: refund.providerId ?? fact.providerId };
  const next = afterRefundWord(refund.status, fact.status);
  if (next === refund.status) {
    await query
      .updateTable('refund')
      .set({ providerId: known.providerId })
      .where('id', '=', refund.id)
      .where('providerId', 'is', null)
      .execute();
    return 'repeated';
  }
  if (next === 'SUCCEEDED') await succeeded(ctx, query, known, { by: 'Stripe' });
  if (next === 'FAILED')
    await fellThrough(ctx, query, known, { by: 'Stripe', failure: fact.failure ?? 'no reason given' });
  return 'noted';
}

/** Ours by the id that we gave the provider, or by the provider's own; one that is known under another id is not believed. */
async function knownRefund(query: Sql, fact: RefundFact): Promise<Row<Refund> | undefined> {
  const byProvider = await query
    .selectFrom('refund')
    .selectAll()
    .where('providerId', '=', fact.providerId)
    .executeTakeFirst();
  if (byProvider !== undefined || fact.refundId === null) return byProvider;
  return query
    .selectFrom('refund')
    .selectAll()
    .where('id', '=', fact.refundId)
    .where('providerId', 'is', null)
    .where('amount', '=', fact.amount ?? minor(0))
    .executeTakeFirst();
}

/** A refund that was begun at the provider: the money is on its way, so it is booked like ours, and a person looks at it. */
async function adopted(ctx: Ctx, query: Sql, fact: RefundFact): Promise<Row<Refund> | null> {
  if (fact.amount === null || fact.reference === null) return null;
  const row = await query
    .selectFrom('payment')
    .select('id')
    .where('reference', '=', fact.reference)
    .where('method', '=', 'CARD')
    .where('status', '=', 'CONFIRMED')
    .executeTakeFirst();
  const found = row === undefined ? undefined : await paymentWithInvoice(query, row.id);
  if (found === undefined) return null;
  const { invoice } = found;
  const payment = await makeRoom(ctx, query, found.payment, fact.amount);
  if (payment === null) {
    await tellTwice(ctx, query, fact, found);
    return null;
  }
  await reserve(query, payment, fact.amount);
  const refund = newRefund(ctx, payment, invoice, {
    amount: fact.amount,
    method: 'CARD',
    reference: null,
    reason: 'Refunded at the payment provider',
    status: 'PENDING',
    requestedBy: 'Stripe',
    providerId: fact.providerId,
  });
  await query.insertInto('refund').values(refund).execute();
  await noteRequest(ctx, query, refund, invoice);
  const booked = await bookRefund(ctx, query, refund, { payment, invoice, by: 'Stripe', isGone: true });
  if (isRefusal(booked)) throw new Error(`Refund ${fact.providerId} could not be booked: ${booked.message}`);
  await raise(ctx, query, {
    kind: 'PROVIDER_REFUND',
    title: `A payment of invoice ${invoice.number} was refunded at the provider`,
    facts: [
      {
        label: 'Amount',
        sent: formatAmount({ amount: fact.amount, currency: payment.currency }, ctx.company.locale),
        approved: formatAmount(payment, ctx.company.locale),
      },
      { label: 'Refund', sent: fact.providerId, approved: null },
    ],
    dedupeKey: `provider-refund:${fact.providerId}`,
    quoteId: invoice.quoteId,
    invoiceId: invoice.id,
    paymentId: payment.id,
    subjectId: refund.id,
  });
  return booked;
}

/** More went back than was paid: here it was given by hand, and at the provider as well. */
async function tellTwice(
  ctx: Ctx,
  query: Sql,
  fact: RefundFact,
  { payment, invoice }: { payment: Row<Payment>; invoice: Row<Invoice> },
): Promise<void> {
  const { amount } = fact;
  await raise(ctx, query, {
    kind: 'PROVIDER_REFUND',
    title: `A payment of invoice ${invoice.number} was refunded twice`,
    explanation:
      'It had gone back before, and was refunded at the provider as well. The second time is not booked: ask the customer for the money, or record the loss by hand. If the first time was agreed to by hand and nobody has given it yet, do not give it.',
    facts: [
      {
        label: 'Amount',
        sent:
          amount === null ? null : formatAmount({ amount, currency: payment.currency }, ctx.company.locale),
        approved: formatAmount(payment, ctx.company.locale),
      },
      { label: 'Refund', sent: fact.providerId, approved: null },
    ],
    dedupeKey: `provider-refund:${fact.providerId}`,
    quoteId: invoice.quoteId,
    invoiceId: invoice.id,
    paymentId: payment.id,
  });
  // What is agreed to by hand and not given yet would be the second time.
  await query
    .updateTable('reviewItem')
    .set({ explanation: notGivenTwice })
    .where('paymentId', '=', payment.id)
    .where('kind', '=', 'REFUND_TO_GIVE')
    .where('resolvedAt', 'is', null)
    .execute();
}

const notGivenTwice =
  'Do not give it: meanwhile the payment was refunded at the payment provider. Say here that it was given, with the provider’s refund as the reference; if somebody gave it all the same, ask the customer for the money.';
