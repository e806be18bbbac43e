import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { formatAmount, type MinorUnits, minor } from '../domain/money.ts';
import { addCredit } from '../ledger/customer-credit.ts';
import { post } from '../ledger/post.ts';
import { mailboxNow } from '../mails/mail-standing.ts';
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
    recipient: await mailboxNow(query, refund.customerId, invoice.recipient),
    dedupeKey: `refund:${refund.id}`,
  });
}

/**
 * The money did not arrive: what was the customer's is their credit again, and a person has to give it back another way. What had
 * been booked as the company's loss is no loss any more, and nobody's credit.
 */
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
  const loss = await lossOf(query, refund);
  const theirs = minor(amount - loss);
  await addCredit(query, { customerId, currency, amount: theirs });
  const about = { currency, customerId, paymentId, refundId: refund.id, by };
  await post(
    ctx,
    query,
    { ...about, kind: 'REFUND_REVERSED', amount: theirs, invoiceId },
    { ...about, kind: 'REFUND_REVERSED', amount: loss },
    { ...about, kind: 'LOSS_REVERSED', amount: loss },
  );
  await logStep(ctx, query, {
    payment: { id: paymentId, invoiceId, method: refund.method },
    kind: 'REFUND_FAILED',
    actor: by,
    reference: refund.providerId,
    note: failure,
  });
  const shown = formatAmount({ amount, currency }, ctx.company.locale);
  await record(ctx, query, {
    action: 'refund.failed',
    text: `A refund of ${shown} did not arrive: ${failure}`,
    invoiceId,
    customerId,
    facts: { refundId: refund.id, amount, method: refund.method },
    actor: by,
  });
  await raise(ctx, query, {
    kind: 'REFUND_FAILED',
    title: `A refund of ${shown} did not arrive`,
    ...(loss > 0 && { explanation: partlyLost(theirs) }),
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

/** What of a refund was in no book when somebody made it at the provider (book-refund.ts). */
async function lossOf(query: Sql, { id, paymentId }: Row<Refund>): Promise<MinorUnits> {
  const entries = await query
    .selectFrom('ledgerEntry')
    .select('amount')
    .where('paymentId', '=', paymentId)
    .where('refundId', '=', id)
    .where('kind', '=', 'WRITTEN_OFF')
    .execute();
  return minor(entries.reduce((sum, entry) => sum + entry.amount, 0));
}

const partlyLost = (theirs: MinorUnits): string =>
  theirs === 0
    ? 'It had been booked as the company’s loss, because the customer had used the money before. That is taken back: the company has the money, and there is nothing to give back.'
    : 'A part of it had been booked as the company’s loss, because the customer had used the money before; that part is taken back. The rest is the customer’s credit again: give it back another way.';

async function move(query: Sql, refund: Row<Refund>, change: Partial<Row<Refund>>): Promise<void> {
  const { numUpdatedRows } = await query
    .updateTable('refund')
    .set(change)
    .where('id', '=', refund.id)
    .where('status', '=', refund.status)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LostRace();
}
