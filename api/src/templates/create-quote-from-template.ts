import type { Ctx } from '../context.ts';
import { customerForQuote } from '../customers/linked-records.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import { addDays } from '../domain/local-date.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { textProblem } from '../domain/text-limits.ts';
import { notFound } from '../fault.ts';
import { priceChangesText, recheckPrices } from '../items/recheck-prices.ts';
import { withNewIds } from '../quotes/new-ids.ts';
import { draftOf } from '../quotes/quote-draft.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { readQuote } from '../quotes/quotes.ts';
import { startDraft } from '../quotes/start-draft.ts';
import { sha256 } from '../sha256.ts';
import { requirePermission } from '../staff/require.ts';
import { withDaysMoved } from './template-draft.ts';
import type { CreateQuoteFromTemplateInput } from './template.type.ts';

/** Starts a draft with the content of a template: ids of its own, today's prices, days counted from today. */
export async function createQuoteFromTemplate(
  ctx: Ctx,
  input: CreateQuoteFromTemplateInput,
): Promise<Row<Quote> | Refusal> {
  const staff = requirePermission(ctx, 'WRITE_QUOTES');
  const problem = input.title == null ? null : textProblem('title', input.title, 200, 1);
  if (problem !== null) return problem;
  const { idempotencyKey, ...rest } = input;
  const request = {
    scope: `staff:${staff.id}:quote-from-template`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify(rest)),
  };
  const made = await ctx.db.transaction(async (tx) => {
    const first = await answerTo(tx.sql, request);
    if (first !== null) return first;
    const customer = await customerForQuote(tx.sql, input.customerId);
    if (isRefusal(customer)) return customer;
    const template = await tx.sql
      .selectFrom('quoteTemplate')
      .selectAll()
      .where('id', '=', input.templateId)
      .executeTakeFirst();
    if (template === undefined) throw notFound();
    if (template.currency !== customer.currency) return otherCurrency(template.currency, customer.currency);
    const moved = withDaysMoved(draftOf(template), template.baseDate, ctx.today);
    const { draft, changes } = await recheckPrices(tx.sql, moved, customer.currency);
    const prices = priceChangesText(changes, customer.currency, ctx.company.locale);
    const quote = await startDraft(ctx, tx, staff, {
      customer,
      title: input.title ?? template.title,
      validUntil: addDays(ctx.today, ctx.company.quoteValidityDays),
      draft: withNewIds({ ...draft, taxRounding: ctx.company.taxRounding }, ctx.ids),
      text: [`Draft started from the template ${template.name}`, prices].filter(Boolean).join('. '),
    });
    await keepAnswer(tx.sql, request, quote, ctx.now);
    return quote;
  });
  return isRefusal(made) ? made : readQuote(ctx, made.id);
}

const otherCurrency = (template: string, customer: string): Refusal =>
  refuse(
    'INPUT_INVALID',
    `The prices of this template are in ${template}, and this customer pays in ${customer}. Choose another template, or write the quote anew.`,
    'customerId',
  );
