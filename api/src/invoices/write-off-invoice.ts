import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { isOwed } from '../domain/invoice.ts';
import { minor } from '../domain/money.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { post } from '../ledger/post.ts';
import { publish } from '../outbox/events.ts';
import { moveSums } from '../payments/allocate.ts';
import { logStep } from '../payments/log.ts';
import { requirePermission, type StaffActor } from '../staff/require.ts';
import type { InvoiceReasonInput } from './invoice-input.type.ts';
import type { Invoice } from './invoice.entity.ts';
import { isIssued } from './issued.ts';
import { invoiceOrRefusal, invoiceToChange, once, reasonProblem } from './keyed.ts';

/** Gives up what is left of an invoice. A card that is charged later still counts: it is the customer's credit then. */
export async function writeOffInvoice(ctx: Ctx, input: InvoiceReasonInput): Promise<Row<Invoice> | Refusal> {
  const staff = requirePermission(ctx, 'CORRECT_INVOICES');
  const problem = reasonProblem(input.reason);
  if (problem !== null) return problem;
  const { idempotencyKey, ...about } = input;
  const answer = await once(ctx, { scope: `staff:${staff.id}:write-off`, idempotencyKey, about }, (query) =>
    giveUp(ctx, query, staff, input),
  );
  return invoiceOrRefusal(ctx, answer);
}

async function giveUp(
  ctx: Ctx,
  query: Sql,
  staff: StaffActor,
  input: InvoiceReasonInput,
): Promise<{ id: string } | Refusal> {
  const invoice = await invoiceToChange(query, input.id);
  if (!isIssued(invoice) || !isOwed(invoice.status))
    return refuse(
      'INVOICE_NOT_CORRECTABLE',
      'Nothing is owed on this invoice, so there is nothing to give up.',
    );
  const coming = await query
    .selectFrom('payment')
    .select('status')
    .where('invoiceId', '=', invoice.id)
    .where('status', 'in', ['PENDING', 'CLAIMED'])
    .executeTakeFirst();
  if (coming !== undefined)
    return refuse(
      'PAYMENT_IN_PROGRESS',
      coming.status === 'CLAIMED'
        ? 'The customer says that it was paid. Confirm or reject that first.'
        : 'A payment by card is on its way. Wait until it has arrived or failed.',
    );
  const reason = input.reason.trim();
  const off = invoice.balance;
  await moveSums(ctx, query, invoice, { writtenOff: minor(invoice.writtenOff + off) });
  await post(ctx, query, {
    kind: 'WRITTEN_OFF',
    amount: off,
    currency: invoice.currency,
    customerId: invoice.customerId,
    invoiceId: invoice.id,
  });
  await logStep(ctx, query, {
    payment: { id: null, invoiceId: invoice.id, method: null },
    kind: 'WRITTEN_OFF',
    actor: staff.name,
    reference: invoice.number,
    note: reason,
  });
  await record(ctx, query, {
    action: 'invoice.written_off',
    text: `The rest of invoice ${invoice.number} given up: ${reason}`,
    ...(invoice.quoteId !== null && { quoteId: invoice.quoteId }),
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    facts: { amount: off },
  });
  await publish(ctx, query, {
    type: 'invoice.written_off',
    data: { invoiceId: invoice.id, number: invoice.number, amount: off },
  });
  return { id: invoice.id };
}
