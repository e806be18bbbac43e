import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { deepestLineDiscount } from '../domain/free-invoice.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { conflict } from '../fault.ts';
import { customerOf } from '../quotes/quote-step.ts';
import { requirePermission, type StaffActor } from '../staff/require.ts';
import { approvalReasonsFor } from './approval-reasons.ts';
import { notAwaiting } from './approve-invoice.ts';
import { freeContent } from './free-content.ts';
import type { UpdateInvoiceDraftInput } from './invoice-input.type.ts';
import { contentHash } from './invoice-views.ts';
import type { Invoice } from './invoice.entity.ts';
import { columnsOf } from './issue.ts';
import { invoiceToChange } from './keyed.ts';

/** Changes a free invoice that waits for approval. It keeps waiting: somebody was asked to look at it. */
export async function updateInvoiceDraft(
  ctx: Ctx,
  input: UpdateInvoiceDraftInput,
): Promise<Row<Invoice> | Refusal> {
  const staff = requirePermission(ctx, 'ISSUE_INVOICES');
  const problem = await ctx.db.transaction(({ sql: query }) => change(ctx, query, input, staff));
  return problem ?? invoiceToChange(ctx.db.read, input.id);
}

async function change(
  ctx: Ctx,
  query: Sql,
  input: UpdateInvoiceDraftInput,
  staff: StaffActor,
): Promise<Refusal | null> {
  const waiting = await invoiceToChange(query, input.id);
  if (waiting.status !== 'AWAITING_APPROVAL') return notAwaiting();
  if (waiting.kind === 'STAGE')
    return refuse(
      'INVOICE_NOT_CORRECTABLE',
      'This invoice says what the customer signed. Have it given back to issue the stage with other terms.',
    );
  if (contentHash(waiting) !== input.contentHash) throw conflict();
  const customer = await customerOf(query, waiting.customerId);
  const made = freeContent(ctx, customer, input.invoice, staff);
  if (isRefusal(made)) return made;
  const before = JSON.parse(waiting.approvalReasons) as string[];
  const reasons = await approvalReasonsFor(ctx, query, {
    customerId: customer.id,
    content: made.content,
    isCovered: false,
    discount: deepestLineDiscount(made.lines),
  });
  const { numUpdatedRows } = await query
    .updateTable('invoice')
    .set({
      ...columnsOf(made.content),
      approvalReasons: JSON.stringify(reasons.length > 0 ? reasons : before),
      recipient: customer.email,
    })
    .where('id', '=', waiting.id)
    .where('status', '=', 'AWAITING_APPROVAL')
    .where('content', '=', waiting.content)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LostRace();
  await record(ctx, query, {
    action: 'invoice.changed',
    text: `Invoice changed before its approval: ${made.content.subject}`,
    invoiceId: waiting.id,
    customerId: waiting.customerId,
    facts: { gross: made.content.totals.gross },
  });
  return null;
}
