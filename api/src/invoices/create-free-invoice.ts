import type { Ctx } from '../context.ts';
import { customerForQuote } from '../customers/linked-records.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { deepestLineDiscount } from '../domain/free-invoice.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { requirePermission, type StaffActor } from '../staff/require.ts';
import { approvalReasonsFor } from './approval-reasons.ts';
import { freeContent } from './free-content.ts';
import type { CreateFreeInvoiceInput } from './invoice-input.type.ts';
import type { Invoice } from './invoice.entity.ts';
import { mailInvoice, writeInvoice } from './issue.ts';
import { isIssued } from './issued.ts';
import { invoiceOrRefusal, once } from './keyed.ts';

/** Invoices work that was never quoted; where a rule asks for a second look, it waits for that first. */
export async function createFreeInvoice(
  ctx: Ctx,
  input: CreateFreeInvoiceInput,
): Promise<Row<Invoice> | Refusal> {
  const staff = requirePermission(ctx, 'ISSUE_INVOICES');
  const { idempotencyKey, ...about } = input;
  const answer = await once(
    ctx,
    { scope: `staff:${staff.id}:free-invoice`, idempotencyKey, about },
    (query) => create(ctx, query, input, staff),
  );
  return invoiceOrRefusal(ctx, answer);
}

async function create(
  ctx: Ctx,
  query: Sql,
  input: CreateFreeInvoiceInput,
  staff: StaffActor,
): Promise<Row<Invoice> | Refusal> {
  const customer = await customerForQuote(query, input.customerId);
  if (isRefusal(customer)) return customer;
  const made = freeContent(ctx, customer, input.invoice, staff);
  if (isRefusal(made)) return made;
  const { content, lines } = made;
  const reasons = await approvalReasonsFor(ctx, query, {
    customerId: customer.id,
    content,
    isCovered: false,
    discount: deepestLineDiscount(lines),
  });
  const invoice = await writeInvoice(ctx, query, {
    kind: 'FREE',
    acceptanceId: null,
    quoteId: null,
    customerId: customer.id,
    stagePosition: null,
    recipient: customer.email,
    sourceEvent: `staff:${staff.id}`,
    content,
    reasons,
  });
  if (isIssued(invoice)) await mailInvoice(ctx, query, invoice);
  return invoice;
}
