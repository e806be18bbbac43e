import { copyAttachments } from '../attachments/attachments.ts';
import type { Ctx } from '../context.ts';
import { customerForQuote } from '../customers/linked-records.ts';
import type { Sql, Tx } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { addDays } from '../domain/local-date.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { conflict, notFound } from '../fault.ts';
import { priceChangesText, recheckPrices } from '../items/recheck-prices.ts';
import { requirePermission, type StaffActor } from '../staff/require.ts';
import { findQuote } from './find-quote.ts';
import { draftOf } from './quote-draft.ts';
import type { QuoteStepInput } from './quote-input.type.ts';
import { Quote } from './quote.entity.ts';
import { readQuote } from './quotes.ts';
import { type NewDraft, startDraft } from './start-draft.ts';
import { acceptedOf, alreadyAccepted } from './supersede-open.ts';
import { withoutPassedDays } from './without-passed-days.ts';

type Content = Pick<NewDraft, 'draft' | 'validUntil' | 'text'>;

/** Starts a newer version of what was sent; the sent one stays valid until the newer one is approved. */
export const reviseQuote = (ctx: Ctx, input: QuoteStepInput): Promise<Row<Quote> | Refusal> =>
  newVersion(ctx, input, (_query, quote) => ({
    draft: draftOf(quote),
    validUntil: quote.validUntil < ctx.today ? fromToday(ctx) : quote.validUntil,
    text: `Newer version of ${quote.number} started`,
  }));

/** The same with today's prices of the catalogue and a new last valid day; days that have passed have to be agreed anew. */
export const refreshQuote = (ctx: Ctx, input: QuoteStepInput): Promise<Row<Quote> | Refusal> =>
  newVersion(ctx, input, async (query, quote) => {
    const { draft: dated, texts } = withoutPassedDays(draftOf(quote), ctx.today);
    const { draft, changes } = await recheckPrices(query, dated, quote.currency);
    const prices = priceChangesText(changes, quote.currency, ctx.company.locale);
    const sentences = [
      `Fresh version of ${quote.number} started`,
      prices === '' ? 'Prices as before' : prices,
      ...texts,
    ];
    return { draft, validUntil: fromToday(ctx), text: sentences.join('. ') };
  });

const fromToday = (ctx: Ctx) => addDays(ctx.today, ctx.company.quoteValidityDays);

async function newVersion(
  ctx: Ctx,
  input: QuoteStepInput,
  contentOf: (query: Sql, quote: Row<Quote>) => Content | Promise<Content>,
): Promise<Row<Quote> | Refusal> {
  const staff = requirePermission(ctx, 'WRITE_QUOTES');
  const made = await ctx.db.transaction(async (tx) => {
    const quote = await findQuote(tx.sql, input.id);
    if (quote === undefined) throw notFound();
    if (quote.version !== input.version) throw conflict();
    // Two browsers at once, or a repeat after a lost answer, get the one draft that there is.
    const written = await draftBeingWritten(tx, quote);
    if (written !== null) return written;
    const problem = await revisionProblem(tx.sql, quote);
    if (problem !== null) return problem;
    return writeVersion(ctx, tx, staff, quote, await contentOf(tx.sql, quote));
  });
  return isRefusal(made) ? made : readQuote(ctx, made.id);
}

async function writeVersion(ctx: Ctx, tx: Tx, staff: StaffActor, quote: Row<Quote>, content: Content) {
  const customer = await customerForQuote(tx.sql, quote.customerId);
  if (isRefusal(customer)) return customer;
  const { title } = quote;
  const made = await startDraft(ctx, tx, staff, { customer, title, follows: quote, ...content });
  await copyAttachments(ctx, tx.sql, quote.id, made.id);
  return made;
}

/** The newer version that somebody is writing; out of the archive, because it is wanted again. */
async function draftBeingWritten({ em }: Tx, quote: Row<Quote>): Promise<{ id: string } | null> {
  const draft = await em.findOne(Quote, {
    familyId: quote.familyId,
    status: { $in: ['DRAFT', 'AWAITING_APPROVAL'] },
  });
  if (draft === null || draft.id === quote.id) return null;
  if (draft.archivedAt != null) em.assign(draft, { archivedAt: null });
  return { id: draft.id };
}

/** Why there can be no newer version of this quote, or null. */
async function revisionProblem(query: Sql, quote: Row<Quote>): Promise<Refusal | null> {
  if (quote.number === null)
    return refuse('QUOTE_NOT_OPEN', 'This quote was never sent. Change the draft, or duplicate it.');
  if (quote.archivedAt !== null)
    return refuse('QUOTE_NOT_OPEN', 'This quote is archived. Please restore it first.');
  if ((await acceptedOf(query, quote.familyId)) !== undefined) return alreadyAccepted();
  const newer = await query
    .selectFrom('quote')
    .select('number')
    .where('familyId', '=', quote.familyId)
    .where('revision', '>', quote.revision ?? 0)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newer === undefined
    ? null
    : refuse('REVISION_SUPERSEDED', `There is a newer version, ${newer.number}. Please revise that one.`);
}
