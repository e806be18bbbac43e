import { sha256 } from '../sha256.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { stageIssueProblem } from '../domain/stages.ts';
import { notFound } from '../fault.ts';
import { agreedOf } from '../acceptances/agreed.ts';
import { findQuote } from '../quotes/find-quote.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { settleStage } from '../review/settle-by-action.ts';
import { requirePermission } from '../staff/require.ts';
import type { Invoice } from './invoice.entity.ts';
import { issueStage, mailInvoice } from './issue.ts';

export type StageRequest = { quoteId: string; stageId: string };

/**
 * Issues the invoice of a stage when staff say that it is reached. Calling it again gives the same invoice: a stage
 * has one. Stages are issued in their order.
 */
export async function issueStageInvoice(ctx: Ctx, input: StageRequest): Promise<Row<Invoice> | Refusal> {
  requirePermission(ctx, 'ISSUE_INVOICES');
  const outcome = await ctx.db.transaction(async ({ sql: query }) => {
    const quote = await findQuote(query, input.quoteId);
    if (quote === undefined) throw notFound();
    return issueNextStage(ctx, query, quote, input.stageId);
  });
  if (!isRefusal(outcome)) ctx.nudge();
  return outcome;
}

/** The same inside a transaction, for whoever may: staff who press the button, or the day that was agreed. */
export async function issueNextStage(
  ctx: Ctx,
  query: Sql,
  quote: Row<Quote>,
  stageId: string,
): Promise<Row<Invoice> | Refusal> {
  // An invoice is made of what was approved and of nothing that was written over it later.
  if (quote.snapshot !== null && sha256(quote.snapshot) !== quote.snapshotHash) return damaged();
  const agreed = await agreedOf(query, quote);
  if (agreed === null) return refuse('QUOTE_NOT_OPEN', 'The customer has not signed this quote yet.');
  const position = agreed.snapshot.stages.findIndex((stage) => stage.id === stageId) + 1;
  if (position === 0) throw notFound();
  const issued = await query
    .selectFrom('invoice')
    .selectAll()
    .where('acceptanceId', '=', agreed.acceptance.id)
    .orderBy('stagePosition')
    .execute();
  const same = issued.find((invoice) => invoice.stagePosition === position);
  if (same !== undefined) return same;
  const problem = stageIssueProblem(
    position,
    issued.map((invoice) => invoice.stagePosition),
  );
  if (problem !== null) return problem;
  const invoice = await issueStage(ctx, query, { ...agreed, customerId: quote.customerId, position });
  await mailInvoice(ctx, query, invoice, agreed.acceptance.signerEmail);
  await settleStage(ctx, query, { quoteId: quote.id, stageId, number: invoice.number });
  return invoice;
}

const damaged = (): Refusal =>
  refuse(
    'SNAPSHOT_DAMAGED',
    'What was approved does not match its own seal. No invoice was made; the records have to be checked first.',
  );

/** One invoice for staff. Throws NOT_FOUND. */
export async function readInvoice(ctx: Ctx, id: string): Promise<Row<Invoice>> {
  requirePermission(ctx, 'READ');
  const invoice = await ctx.db.read.selectFrom('invoice').selectAll().where('id', '=', id).executeTakeFirst();
  if (invoice === undefined) throw notFound();
  return invoice;
}
