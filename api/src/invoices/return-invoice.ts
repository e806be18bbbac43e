import { record } from '../audit/audit.ts';
import { actorName, type Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { minor } from '../domain/money.ts';
import type { Refusal } from '../domain/refusal.ts';
import { logStep } from '../payments/log.ts';
import { requirePermission } from '../staff/require.ts';
import { notAwaiting } from './approve-invoice.ts';
import { settleApproval } from './await-approval.ts';
import type { InvoiceReasonInput } from './invoice-input.type.ts';
import type { Invoice } from './invoice.entity.ts';
import { invoiceOrRefusal, invoiceToChange, once, reasonProblem } from './keyed.ts';
import { askForStageAgain } from './stage-ready.ts';

/** Gives an invoice back that waits for approval: it never gets a number, and its stage is free again. */
export async function returnInvoice(ctx: Ctx, input: InvoiceReasonInput): Promise<Row<Invoice> | Refusal> {
  const staff = requirePermission(ctx, 'APPROVE_INVOICES');
  const problem = reasonProblem(input.reason);
  if (problem !== null) return problem;
  const { idempotencyKey, ...about } = input;
  const answer = await once(ctx, { scope: `staff:${staff.id}:return`, idempotencyKey, about }, (query) =>
    giveBack(ctx, query, input),
  );
  return invoiceOrRefusal(ctx, answer);
}

async function giveBack(
  ctx: Ctx,
  query: Sql,
  { id, reason }: InvoiceReasonInput,
): Promise<{ id: string } | Refusal> {
  const invoice = await invoiceToChange(query, id);
  if (invoice.status !== 'AWAITING_APPROVAL') return notAwaiting();
  const { numUpdatedRows } = await query
    .updateTable('invoice')
    .set({ status: 'VOID', balance: minor(0), isOpen: 0 })
    .where('id', '=', id)
    .where('status', '=', 'AWAITING_APPROVAL')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LostRace();
  await settleApproval(ctx, query, id, `It was given back: ${reason.trim()}`);
  await logStep(ctx, query, {
    payment: { id: null, invoiceId: id, method: null },
    kind: 'VOIDED',
    actor: actorName(ctx.actor),
    note: reason.trim(),
  });
  await record(ctx, query, {
    action: 'invoice.returned',
    text: `Invoice given back before it was issued: ${reason.trim()}`,
    ...(invoice.quoteId !== null && { quoteId: invoice.quoteId }),
    invoiceId: id,
    customerId: invoice.customerId,
  });
  await askForStageAgain(ctx, query, invoice);
  return { id };
}
