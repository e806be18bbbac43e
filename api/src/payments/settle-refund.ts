import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { formatAmount } from '../domain/money.ts';
import { addCredit } from '../ledger/customer-credit.ts';
import { post } from '../ledger/post.ts';
import { queueMails } from '../mails/queue-mails.ts';
import { publish } from '../outbox/events.ts';
import { raise } from '../review/raise.ts';
import { logStep } from './log.ts';
import { release } from './refund-rows.ts';
import type { Refund } from './refund.entity.ts';

/** The money is back with the customer, who is told. */
export async function succeeded(
  ctx: Ctx,
  query: Sql,
  refund: Row<Refund>,
  { by }: { by: string },
): Promise<void> {
  await move(query, refund, { status: 'SUCCEEDED', providerId: refund.providerId, settledAt: ctx.now });
  const { amount, currency } = refund;
  const shown = formatAmount({ amount, currency }, ctx.company.locale);
  await logStep(ctx, query, {
    payment: { id: refund.paymentId, invoiceId: refund.invoiceId, method: refund.method },
    kind: 'REFUNDED',
    actor: by,
    reference: refund.reference ?? refund.providerId,
    note: shown,
  });
  const invoice = await query
    .selectFrom('invoice')
    .select(['id', 'number', 'quoteId', 'recipient'])
    .where('id', '=', refund.invoiceId)
    .executeTakeFirstOrThrow();
  await record(ctx, query, {
    action: 'payment.refunded',
    text: `${shown} of invoice ${invoice.number} refunded`,
    ...(invoice.quoteId === null ? {} : { quoteId: invoice.quoteId }),
    invoiceId: invoice.id,
    customerId: refund.customerId,
    facts: { refundId: refund.id, amount, method: refund.method, reference: refund.reference },
    actor: by,
  });
  await publish(ctx, query, {
    type: 'payment.refunded',
    data: { paymentId: refund.paymentId, refundId: refund.id, invoiceId: invoice.id, amount },
  });
  await queueMails(ctx, query, {
    kind: 'REFUND',
    quoteId: invoice.quoteId,
    customerId: refund.customerId,
    invoiceId: invoice.id,
    refundId: refund.id,
    ...(refund.creditNoteId === null ? {} : { creditNoteId: refund.creditNoteId }),
    recipient: invoice.recipient,
    dedupeKey: `refund:${refund.id}`,
  });
}

/** The money did not arrive: it is the customer's credit again, and a person has to give it back another way. */
export async function fellThrough(
  ctx: Ctx,
  query: Sql,
  refund: Row<Refund>,
  { by, failure }: { by: string; failure: string },
): Promise<void> {
  await move(query, refund, {
    status: 'FAILED',
    providerId: refund.providerId,
    failure,
    settledAt: ctx.now,
  });
  await release(query, refund);
  const { amount, currency, customerId, paymentId, invoiceId } = refund;
  await addCredit(query, { customerId, currency, amount });
  await post(ctx, query, {
    kind: 'REFUND_REVERSED',
    amount,
    currency,
    customerId,
    invoiceId,
    paymentId,
    refundId: refund.id,
    by,
  });
  await logStep(ctx, query, {
    payment: { id: paymentId, invoiceId, method: refund.method },
    kind: 'REFUND_FAILED',
    actor: by,
    reference: refund.providerId,
    note: failure,
  });
  await raise(ctx, query, {
    kind: 'REFUND_FAILED',
    title: `A refund of ${formatAmount({ amount, currency }, ctx.company.locale)} did not arrive`,
    facts: [
      { label: 'Why', sent: failure, approved: null },
      { label: 'Refund', sent: refund.providerId, approved: null },
    ],
    dedupeKey: `refund-failed:${refund.id}`,
    invoiceId,
    paymentId,
    subjectId: refund.id,
  });
}

async function move(query: Sql, refund: Row<Refund>, change: Partial<Row<Refund>>): Promise<void> {
  const { numUpdatedRows } = await query
    .updateTable('refund')
    .set(change)
    .where('id', '=', refund.id)
    .where('status', '=', refund.status)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LostRace();
}
