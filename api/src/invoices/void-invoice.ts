import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { isOwed } from '../domain/invoice.ts';
import { isVoidable } from '../domain/invoice-actions.ts';
import { minor } from '../domain/money.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { post } from '../ledger/post.ts';
import { publish } from '../outbox/events.ts';
import { moveSums } from '../payments/allocate.ts';
import { logStep } from '../payments/log.ts';
import { requirePermission, type StaffActor } from '../staff/require.ts';
import { rejectClaims } from './reject-claims.ts';
import type { InvoiceReasonInput } from './invoice-input.type.ts';
import type { Invoice } from './invoice.entity.ts';
import { isIssued } from './issued.ts';
import { invoiceOrRefusal, invoiceToChange, once, reasonProblem } from './keyed.ts';
import { askForStageAgain } from './stage-ready.ts';

/**
 * Takes an invoice back whole while nothing is paid: it keeps its number, and its stage can be invoiced again. Where money
 * came, a credit note is the way, because money that was taken has to stay visible.
 */
export async function voidInvoice(ctx: Ctx, input: InvoiceReasonInput): Promise<Row<Invoice> | Refusal> {
  const staff = requirePermission(ctx, 'CORRECT_INVOICES');
  const problem = reasonProblem(input.reason);
  if (problem !== null) return problem;
  const { idempotencyKey, ...about } = input;
  const answer = await once(ctx, { scope: `staff:${staff.id}:void`, idempotencyKey, about }, (query) =>
    takeBack(ctx, query, staff, input),
  );
  return invoiceOrRefusal(ctx, answer);
}

async function takeBack(
  ctx: Ctx,
  query: Sql,
  staff: StaffActor,
  input: InvoiceReasonInput,
): Promise<{ id: string } | Refusal> {
  const invoice = await invoiceToChange(query, input.id);
  if (!isIssued(invoice) || !isVoidable(invoice)) return notVoidable(invoice);
  const coming = await query
    .selectFrom('payment')
    .select('id')
    .where('invoiceId', '=', invoice.id)
    .where('status', '=', 'PENDING')
    .executeTakeFirst();
  if (coming !== undefined)
    return refuse(
      'PAYMENT_IN_PROGRESS',
      'A payment by card is on its way. Wait until it has arrived or failed, then correct the invoice.',
    );
  const reason = input.reason.trim();
  await rejectClaims(ctx, query, invoice, `The invoice was voided: ${reason}`);
  const off = minor(invoice.gross - invoice.credited);
  await moveSums(ctx, query, invoice, { credited: invoice.gross });
  await post(ctx, query, {
    kind: 'VOIDED',
    amount: off,
    currency: invoice.currency,
    customerId: invoice.customerId,
    invoiceId: invoice.id,
  });
  await logStep(ctx, query, {
    payment: { id: null, invoiceId: invoice.id, method: null },
    kind: 'VOIDED',
    actor: staff.name,
    reference: invoice.number,
    note: reason,
  });
  await record(ctx, query, {
    action: 'invoice.voided',
    text: `Invoice ${invoice.number} voided: ${reason}`,
    ...(invoice.quoteId !== null && { quoteId: invoice.quoteId }),
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    facts: { amount: off },
  });
  await publish(ctx, query, {
    type: 'invoice.voided',
    data: { invoiceId: invoice.id, number: invoice.number, gross: invoice.gross },
  });
  await askForStageAgain(ctx, query, invoice);
  return { id: invoice.id };
}

function notVoidable(invoice: Row<Invoice>): Refusal {
  const why = (message: string) => refuse('INVOICE_NOT_CORRECTABLE', message);
  if (invoice.status === 'AWAITING_APPROVAL')
    return why('This invoice is not issued yet. Give it back instead.');
  if (invoice.status === 'VOID') return why('This invoice is void already.');
  if (invoice.paid > 0)
    return why('Money was paid for this invoice. Write a credit note: it frees what was paid.');
  if (isOwed(invoice.status))
    return why('A part of this invoice was given up. Write a credit note for the rest.');
  return why('Nothing is owed on this invoice, so there is nothing to void.');
}
