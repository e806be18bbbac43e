import { sha256 } from '../sha256.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import { type PaymentMethod, manualPaymentProblem } from '../domain/payment.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { failpoint } from '../failpoint.ts';
import { notFound } from '../fault.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { settleItemsOfPayment } from '../review/settle-by-action.ts';
import { isIssued } from '../invoices/issued.ts';
import { requirePermission, type StaffActor } from '../staff/require.ts';
import { confirmPayment } from './confirm.ts';
import { logStep } from './log.ts';
import { newPayment } from './new-payment.ts';
import type { Payment } from './payment.entity.ts';

export type ManualPayment = {
  idempotencyKey: string;
  invoiceId: string;
  /** The claim that this settles. */
  paymentId: string | null;
  method: PaymentMethod;
  amount: MinorUnits;
  reference: string;
  receivedOn: LocalDate;
  /** Whether it is kept as credit when the invoice owes nothing. */
  asCredit?: boolean | null;
};

/** A person of the business has seen the money: with or without a claim before, the invoice is paid and the receipt goes out. */
export async function confirmManualPayment(ctx: Ctx, input: ManualPayment): Promise<Row<Payment> | Refusal> {
  const staff = requirePermission(ctx, 'CONFIRM_PAYMENTS');
  const { idempotencyKey, ...money } = input;
  const request = {
    scope: `staff:${staff.id}:confirm`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify(money)),
  };
  const answer = await ctx.db.transaction(async ({ sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const made = await confirmMoney(ctx, query, input, staff);
    await keepAnswer(query, request, made, ctx.now);
    return made;
  });
  if (isRefusal(answer)) return answer;
  ctx.nudge();
  return ctx.load.payment.load(answer.id);
}

/** The same within the transaction of whoever knows of the money in another way, such as a line of the bank. */
export async function confirmMoney(
  ctx: Ctx,
  query: Sql,
  input: Omit<ManualPayment, 'idempotencyKey'>,
  staff: StaffActor,
): Promise<{ id: string } | Refusal> {
  const invoice = await query
    .selectFrom('invoice')
    .selectAll()
    .where('id', '=', input.invoiceId)
    .executeTakeFirst();
  if (invoice === undefined) throw notFound();
  if (!isIssued(invoice)) throw notFound();
  const problem = manualPaymentProblem(invoice, input, ctx.today);
  if (problem !== null) return problem;
  const payment =
    input.paymentId === null ? await noted(ctx, query, invoice, input) : await claimed(query, input);
  if (isRefusal(payment)) return payment;
  const seen = { method: input.method, amount: input.amount, receivedOn: input.receivedOn };
  // Of two people who settle one claim at once, the second must not write over what the first confirmed.
  const { numUpdatedRows } = await query
    .updateTable('payment')
    .set(seen)
    .where('id', '=', payment.id)
    .where('status', '=', 'CLAIMED')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return claimSettled();
  const confirmation = {
    payment: { ...payment, ...seen },
    invoice,
    by: staff.name,
    reference: input.reference.trim(),
  };
  const done = await confirmPayment(ctx, query, confirmation);
  return done ? { id: payment.id } : claimSettled();
}

async function noted(
  ctx: Ctx,
  query: Sql,
  invoice: Row<Invoice>,
  input: Pick<ManualPayment, 'method' | 'amount'>,
): Promise<Row<Payment> | Refusal> {
  const claim = await query
    .selectFrom('payment')
    .selectAll()
    .where('invoiceId', '=', invoice.id)
    .where('status', '=', 'CLAIMED')
    .executeTakeFirst();
  // Staff saw the money before they saw the claim: it is the same money.
  if (claim !== undefined) return claim;
  const payment = newPayment(ctx, invoice, { method: input.method, status: 'CLAIMED', amount: input.amount });
  await query.insertInto('payment').values(payment).execute();
  return payment;
}

async function claimed(
  query: Sql,
  input: Pick<ManualPayment, 'paymentId' | 'invoiceId'>,
): Promise<Row<Payment> | Refusal> {
  const payment = await query
    .selectFrom('payment')
    .selectAll()
    .where('id', '=', input.paymentId)
    .where('invoiceId', '=', input.invoiceId)
    .executeTakeFirst();
  if (payment === undefined) throw notFound();
  return payment.status === 'CLAIMED' ? payment : claimSettled();
}

const claimSettled = (): Refusal =>
  refuse('CLAIM_SETTLED', 'This claim was settled before. Load the page again to see how.');

/** The money is not there: the claim is closed, the invoice stays open, the reason is kept. */
export async function rejectManualPayment(
  ctx: Ctx,
  input: { paymentId: string; reason: string },
): Promise<Row<Payment> | Refusal> {
  const staff = requirePermission(ctx, 'CONFIRM_PAYMENTS');
  const reason = input.reason.trim();
  if (reason === '' || reason.length > 500)
    return refuse('INPUT_INVALID', 'Please write why, in at most 500 characters.', 'reason');
  return ctx.db.transaction(async ({ sql: query }) => {
    const payment = await query
      .selectFrom('payment')
      .selectAll()
      .where('id', '=', input.paymentId)
      .executeTakeFirst();
    if (payment === undefined) throw notFound();
    const { numUpdatedRows } = await query
      .updateTable('payment')
      .set({ status: 'REJECTED', failure: reason })
      .where('id', '=', payment.id)
      .where('status', '=', 'CLAIMED')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return claimSettled();
    failpoint('claim.after-reject');
    await logStep(ctx, query, { payment, kind: 'CLAIM_REJECTED', actor: staff.name, note: reason });
    await settleItemsOfPayment(ctx, query, payment.id, staff.name, `Rejected: ${reason}`);
    return { ...payment, status: 'REJECTED' as const, failure: reason };
  });
}
