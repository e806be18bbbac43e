import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import { LostRace } from '../db/retried.ts';
import { formatAmount, type MinorUnits } from '../domain/money.ts';
import type { PaymentMethod } from '../domain/payment.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { needsSecondPerson, refundProblem } from '../domain/refund.ts';
import { failpoint } from '../failpoint.ts';
import { notFound } from '../fault.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { raise } from '../review/raise.ts';
import { settleItemsToRefund } from '../review/settle-by-action.ts';
import { sha256 } from '../sha256.ts';
import { requirePermission, type StaffActor } from '../staff/require.ts';
import { bookRefund } from './book-refund.ts';
import type { Refund } from './refund.entity.ts';
import { newRefund, noteRequest, paymentWithInvoice, readRefund, reserve } from './refund-rows.ts';
import { refundRoom } from './refundable.ts';
import { sendLater } from './send-refund.ts';
import { succeeded } from './settle-refund.ts';

export type RefundInput = {
  idempotencyKey: string;
  paymentId: string;
  amount: MinorUnits;
  method: PaymentMethod;
  reference: string | null;
  reason: string;
};

/** Gives money of a confirmed payment back, at once or, above the company's limit, once a second person agrees. */
export async function refundPayment(ctx: Ctx, input: RefundInput): Promise<Row<Refund> | Refusal> {
  const staff = requirePermission(ctx, 'REFUND_PAYMENTS');
  const { idempotencyKey, ...wanted } = input;
  const request = {
    scope: `staff:${staff.id}:refund`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify(wanted)),
  };
  const answer = await ctx.db.transaction(async ({ sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const made = await requested(ctx, query, wanted, staff);
    await keepAnswer(query, request, made, ctx.now);
    return made;
  });
  if (isRefusal(answer)) return answer;
  failpoint('refund.after-commit');
  ctx.nudge();
  return readRefund(ctx, answer.id);
}

async function requested(
  ctx: Ctx,
  query: Sql,
  wanted: Omit<RefundInput, 'idempotencyKey'>,
  staff: StaffActor,
): Promise<{ id: string } | Refusal> {
  const found = await paymentWithInvoice(query, wanted.paymentId);
  if (found === undefined) throw notFound();
  const { payment, invoice } = found;
  const { currency } = payment;
  const mayWait = needsSecondPerson({ amount: wanted.amount, currency }, ctx.company);
  const { isDisputed, ...room } = await refundRoom(query, payment, invoice);
  const { locale } = ctx.company;
  const problem = refundProblem(wanted, { ...payment, isDisputed, room }, { mayWait, locale });
  if (problem !== null) return problem;
  await reserve(query, payment, wanted.amount);
  failpoint('refund.after-reserve');
  const refund = newRefund(ctx, payment, invoice, {
    ...wanted,
    reason: wanted.reason.trim(),
    reference: wanted.method === 'CARD' ? null : wanted.reference?.trim() || null,
    status: mayWait ? 'AWAITING_APPROVAL' : 'PENDING',
    requestedBy: staff.name,
    requestedById: staff.id,
  });
  await query.insertInto('refund').values(refund).execute();
  await noteRequest(ctx, query, refund, invoice);
  if (mayWait) {
    await askSecondPerson(ctx, query, refund, invoice);
    return { id: refund.id };
  }
  await settleItemsToRefund(ctx, query, payment.id);
  const booked = await bookRefund(ctx, query, refund, { payment, invoice, by: staff.name });
  if (isRefusal(booked)) throw new LostRace();
  if (refund.method === 'CARD') await sendLater(ctx, query, refund);
  else await succeeded(ctx, query, booked, { by: staff.name });
  return { id: refund.id };
}

async function askSecondPerson(
  ctx: Ctx,
  query: Sql,
  refund: Row<Refund>,
  invoice: Row<Invoice>,
): Promise<void> {
  const { amount, currency } = refund;
  await raise(ctx, query, {
    kind: 'REFUND_APPROVAL',
    title: `${refund.requestedBy} wants to refund a payment of invoice ${invoice.number}`,
    facts: [
      { label: 'Amount', sent: formatAmount({ amount, currency }, ctx.company.locale), approved: null },
      { label: 'Reason', sent: refund.reason, approved: null },
    ],
    dedupeKey: `refund-approval:${refund.id}`,
    quoteId: invoice.quoteId,
    invoiceId: invoice.id,
    paymentId: refund.paymentId,
    subjectId: refund.id,
  });
}
