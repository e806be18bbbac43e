import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { today } from '../domain/zone.ts';
import { notFound } from '../fault.ts';
import { draftOf } from '../quotes/quote-draft.ts';
import { sha256 } from '../sha256.ts';
import { requirePermission } from '../staff/require.ts';
import { readTemplate, type TemplateCard } from './list-templates.ts';
import { QuoteTemplate } from './quote-template.entity.ts';
import { contentColumns, forTemplate } from './template-draft.ts';
import type { SaveQuoteAsTemplateInput } from './template.type.ts';
import { entryOf, namesOf, namesProblem } from './templates.ts';

/** Keeps the content of a quote for others, as a new template or in place of one. */
export async function saveQuoteAsTemplate(
  ctx: Ctx,
  input: SaveQuoteAsTemplateInput,
): Promise<TemplateCard | Refusal> {
  const staff = requirePermission(ctx, 'WRITE_QUOTES');
  const problem = namesProblem(input);
  if (problem !== null) return problem;
  const { idempotencyKey, ...rest } = input;
  const request = {
    scope: `staff:${staff.id}:template`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify(rest)),
  };
  const saved = await ctx.db.transaction(async ({ em, sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const quote = await query
      .selectFrom('quote')
      .select(['title', 'draft', 'currency', 'createdAt'])
      .where('id', '=', input.quoteId)
      .executeTakeFirst();
    if (quote === undefined) throw notFound();
    const begunOn = today(new Date(quote.createdAt), ctx.company.timeZone);
    const columns = {
      ...namesOf(input, quote.title),
      ...contentColumns(quote.title, forTemplate(draftOf(quote)), begunOn),
      currency: quote.currency,
      updatedAt: ctx.now,
    };
    const known = input.templateId == null ? null : await em.findOneOrFail(QuoteTemplate, input.templateId);
    const template =
      known === null
        ? em.create(QuoteTemplate, { id: ctx.ids.id(), version: 1, createdAt: ctx.now, ...columns })
        : em.assign(known, columns);
    await em.flush();
    await record(ctx, query, {
      ...entryOf('saved', known === null ? 'saved' : 'written anew', template),
      quoteId: input.quoteId,
    });
    await keepAnswer(query, request, template, ctx.now);
    return { id: template.id };
  });
  return isRefusal(saved) ? saved : readTemplate(ctx, saved.id);
}
