import { sha256 } from '../sha256.ts';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import type { MinorUnits } from '../domain/money.ts';
import { type PricedQuote, quoteTotals } from '../domain/pricing.ts';
import { canBecome } from '../domain/quote.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { conflict, notFound } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import { editedColumns } from './quote-draft.ts';
import { quoteInputProblem } from './quote-input.ts';
import type { CancelQuoteInput, CreateQuoteInput, UpdateQuoteInput } from './quote-input.type.ts';
import { Quote } from './quote.entity.ts';

/** What a quote comes to without options, for lists. */
const grossOf = (draft: PricedQuote): MinorUnits => quoteTotals(draft, []).gross;

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
  const made = await ctx.db.transaction(async ({ em, sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const customer = await query
      .selectFrom('customer')
      .selectAll()
      .where('id', '=', input.customerId)
      .executeTakeFirst();
    if (customer === undefined) throw notFound();
    const quote = em.create(Quote, {
      id: ctx.ids.id(),
      version: 1,
      customerId: customer.id,
      status: 'DRAFT',
      currency: customer.currency,
      createdAt: ctx.now,
      ...editedColumns(input.quote, ctx.ids, grossOf),
    });
    await em.flush();
    await record(ctx, query, {
      action: 'quote.created',
      text: 'Draft started',
      quoteId: quote.id,
      customerId: customer.id,
    });
    await keepAnswer(query, request, quote, ctx.now);
    return { id: quote.id };
  });
  return isRefusal(made) ? made : readQuote(ctx, made.id);
}

/** Replaces what a draft says. What was approved cannot be edited. */
export async function updateQuote(ctx: Ctx, input: UpdateQuoteInput): Promise<Row<Quote> | Refusal> {
  requirePermission(ctx, 'WRITE_QUOTES');
  const problem = quoteInputProblem(input.quote, ctx.today);
  if (problem !== null) return problem;
  const outcome = await ctx.db.transaction(async ({ em }) => {
    const quote = await em.findOneOrFail(Quote, input.id);
    if (quote.status !== 'DRAFT') return notDraft();
    if (quote.version !== input.version) throw conflict();
    em.assign(quote, editedColumns(input.quote, ctx.ids, grossOf));
    return null;
  });
  return outcome ?? readQuote(ctx, input.id);
}

export const notDraft = (): Refusal =>
  refuse(
    'QUOTE_NOT_DRAFT',
    'This quote was approved; what was approved cannot be edited. Cancel it and start a new one.',
  );

/** Takes a draft or an open quote back. The customer's link then says so; an accepted quote stays accepted. */
export async function cancelQuote(ctx: Ctx, input: CancelQuoteInput): Promise<Row<Quote> | Refusal> {
  requirePermission(ctx, 'APPROVE_QUOTES');
  const outcome = await ctx.db.transaction(async ({ em, sql: query }) => {
    const quote = await em.findOneOrFail(Quote, input.id);
    if (!canBecome(quote.status, 'CANCELED')) {
      return refuse('QUOTE_NOT_OPEN', 'This quote is accepted or canceled already; nothing was changed.');
    }
    if (quote.version !== input.version) throw conflict();
    em.assign(quote, { status: 'CANCELED', cancelReason: 'WITHDRAWN' });
    await em.flush();
    await record(ctx, query, {
      action: 'quote.canceled',
      text: 'Withdrawn',
      quoteId: quote.id,
      customerId: quote.customerId,
    });
    return null;
  });
  return outcome ?? readQuote(ctx, input.id);
}

/** One quote for staff. Throws NOT_FOUND. */
export async function readQuote(ctx: Ctx, id: string): Promise<Row<Quote>> {
  requirePermission(ctx, 'READ');
  const quote = await ctx.db.read.selectFrom('quote').selectAll().where('id', '=', id).executeTakeFirst();
  if (quote === undefined) throw notFound();
  return quote;
}
