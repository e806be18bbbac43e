import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { conflict } from '../fault.ts';
import { logStep } from '../payments/log.ts';
import { settleStage } from '../review/settle-by-action.ts';
import { requirePermission, type StaffActor } from '../staff/require.ts';
import { agreedOf } from '../acceptances/agreed.ts';
import { findQuote } from '../quotes/find-quote.ts';
import { holdQuote } from '../quotes/hold-quote.ts';
import { settleApproval } from './await-approval.ts';
import { earlierOf } from './earlier.ts';
import type { ApproveInvoiceInput } from './invoice-input.type.ts';
import { contentHash, contentOf } from './invoice-views.ts';
import type { Invoice } from './invoice.entity.ts';
import { mailInvoice, officialColumns, tellIssued } from './issue.ts';
import { issuedOf, type IssuedInvoice } from './issued.ts';
import { invoiceOrRefusal, invoiceToChange, once } from './keyed.ts';

/** Somebody who may looked at it: the invoice gets its number and its days, and goes to the customer. */
export async function approveInvoice(ctx: Ctx, input: ApproveInvoiceInput): Promise<Row<Invoice> | Refusal> {
  const staff = requirePermission(ctx, 'APPROVE_INVOICES');
  const { idempotencyKey, ...about } = input;
  const answer = await once(ctx, { scope: `staff:${staff.id}:approve`, idempotencyKey, about }, (query) =>
    approve(ctx, query, staff, input),
  );
  return invoiceOrRefusal(ctx, answer);
}

async function approve(
  ctx: Ctx,
  query: Sql,
  staff: StaffActor,
  input: ApproveInvoiceInput,
): Promise<{ id: string } | Refusal> {
  const waiting = await held(query, input.id);
  if (waiting.status !== 'AWAITING_APPROVAL') return notAwaiting();
  // What was read is what is approved: another person may have changed it meanwhile.
  if (contentHash(waiting) !== input.contentHash) throw conflict();
  if (ctx.company.fourEyes === 1 && (await hasWritten(query, staff, waiting.id)))
    return refuse('APPROVAL_NEEDED', 'Please ask a second person to approve what you wrote.');
  const invoice = await makeOfficial(ctx, query, waiting);
  await logStep(ctx, query, {
    payment: { id: null, invoiceId: invoice.id, method: null },
    kind: 'INVOICE_APPROVED',
    actor: staff.name,
    reference: invoice.number,
  });
  await record(ctx, query, {
    action: 'invoice.approved',
    text: `Invoice ${invoice.number} approved`,
    ...(invoice.quoteId !== null && { quoteId: invoice.quoteId }),
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    facts: { contentHash: input.contentHash },
  });
  await settleApproval(ctx, query, invoice.id, `It was approved as ${invoice.number}.`);
  await mailInvoice(ctx, query, invoice);
  await settleItsStage(ctx, query, invoice);
  return { id: invoice.id };
}

/** The invoice, with its quote held: a change that is signed now makes it smaller before it goes out, or credits it afterwards. */
async function held(query: Sql, id: string): Promise<Row<Invoice>> {
  const { quoteId } = await invoiceToChange(query, id);
  if (quoteId !== null) await holdQuote(query, quoteId);
  return invoiceToChange(query, id);
}

/** Whether the person wrote it or changed it since. */
async function hasWritten(query: Sql, staff: StaffActor, invoiceId: string): Promise<boolean> {
  const entry = await query
    .selectFrom('audit')
    .select('id')
    .where('invoiceId', '=', invoiceId)
    .where('staffId', '=', staff.id)
    .where('action', 'in', ['invoice.drafted', 'invoice.changed'])
    .limit(1)
    .executeTakeFirst();
  return entry !== undefined;
}

/** The number is taken last, and given back when somebody else was faster. */
async function makeOfficial(ctx: Ctx, query: Sql, waiting: Row<Invoice>): Promise<IssuedInvoice> {
  const content = await withEarlier(query, waiting);
  const official = { ...(await officialColumns(ctx, query, { ...waiting, content })), content };
  const { numUpdatedRows } = await query
    .updateTable('invoice')
    .set({ ...official, approvalReasons: '[]' })
    .where('id', '=', waiting.id)
    .where('status', '=', 'AWAITING_APPROVAL')
    .where('content', '=', waiting.content)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LostRace();
  const invoice = issuedOf({ ...waiting, ...official });
  await tellIssued(ctx, query, invoice);
  return invoice;
}

/** A final invoice lists the ones before it as they are when it goes out: one of them may have waited too. */
async function withEarlier(query: Sql, invoice: Row<Invoice>): Promise<string> {
  const content = contentOf(invoice);
  if (content.stage === null || content.stage.position !== content.stage.count) return invoice.content;
  const before = await query
    .selectFrom('invoice')
    .selectAll()
    .where('acceptanceId', '=', invoice.acceptanceId)
    .where('status', '<>', 'VOID')
    .where('stagePosition', '<', content.stage.position)
    .orderBy('stagePosition')
    .execute();
  return JSON.stringify({ ...content, earlier: await earlierOf(query, before) });
}

async function settleItsStage(ctx: Ctx, query: Sql, { quoteId, number, stagePosition }: IssuedInvoice) {
  const quote = quoteId === null ? undefined : await findQuote(query, quoteId);
  const agreed = quote === undefined ? null : await agreedOf(query, quote);
  const stage = agreed?.snapshot.stages[(stagePosition ?? 0) - 1];
  if (quote !== undefined && stage !== undefined)
    await settleStage(ctx, query, { quoteId: quote.id, stageId: stage.id, number });
}

export const notAwaiting = (): Refusal =>
  refuse('INVOICE_NOT_AWAITING', 'This invoice does not wait for approval any more.');
