import { sha256 } from '../sha256.ts';
import type { Ctx } from '../context.ts';
import { customerForQuote } from '../customers/linked-records.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { conflict, notFound } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import { draftFrom, editedColumns } from './edited-columns.ts';
import { findQuote } from './find-quote.ts';
import { quoteInputProblem } from './quote-input.ts';
import type { CreateQuoteInput, UpdateQuoteInput } from './quote-input.type.ts';
import { notDraft } from './quote-step.ts';
import { Quote } from './quote.entity.ts';
import { recordEdit } from './record-edit.ts';
import { startDraft } from './start-draft.ts';

/** Starts a draft for a customer; the key of a repeat finds the draft that the first call made. */
export async function createQuote(ctx: Ctx, input: CreateQuoteInput): Promise<Row<Quote> | Refusal> {
  const staff = requirePermission(ctx, 'WRITE_QUOTES');
  const problem = quoteInputProblem(input.quote, ctx.today);
  if (problem !== null) return problem;
  const { idempotencyKey, ...rest } = input;
  const request = {
    scope: `staff:${staff.id}:quote`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify(rest)),
  };
  const made = await ctx.db.transaction(async (tx) => {
    const first = await answerTo(tx.sql, request);
    if (first !== null) return first;
    const customer = await customerForQuote(tx.sql, input.customerId);
    if (isRefusal(customer)) return customer;
    const { title, validUntil } = input.quote;
    const draft = draftFrom(input.quote, ctx.company.taxRounding);
    const quote = await startDraft(ctx, tx, staff, {
      customer,
      title,
      validUntil,
      draft,
      text: 'Draft started',
    });
    await keepAnswer(tx.sql, request, quote, ctx.now);
    return quote;
  });
  return isRefusal(made) ? made : readQuote(ctx, made.id);
}

/** Replaces what a draft says. What was approved cannot be edited. */
export async function updateQuote(ctx: Ctx, input: UpdateQuoteInput): Promise<Row<Quote> | Refusal> {
  const staff = requirePermission(ctx, 'WRITE_QUOTES');
  const problem = quoteInputProblem(input.quote, ctx.today);
  if (problem !== null) return problem;
  const outcome = await ctx.db.transaction(async ({ em, sql: query }) => {
    const quote = await em.findOneOrFail(Quote, input.id);
    const fixed = notDraft(quote);
    if (fixed !== null) return fixed;
    if (quote.version !== input.version) throw conflict();
    const { title, validUntil } = input.quote;
    const draft = draftFrom(input.quote, ctx.company.taxRounding);
    const columns = editedColumns({ title, validUntil, draft });
    em.assign(quote, { ...columns, editedBy: staff.id });
    await em.flush();
    // An autosave that changes nothing is no change.
    if (quote.version > input.version) await recordEdit(ctx, query, quote);
    return null;
  });
  return outcome ?? readQuote(ctx, input.id);
}

/** One quote for staff. Throws NOT_FOUND. */
export async function readQuote(ctx: Ctx, id: string): Promise<Row<Quote>> {
  requirePermission(ctx, 'READ');
  const quote = await findQuote(ctx.db.read, id);
  if (quote === undefined) throw notFound();
  return quote;
}
