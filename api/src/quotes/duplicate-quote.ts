import { copyAttachments } from '../attachments/attachments.ts';
import { sha256 } from '../sha256.ts';
import type { Ctx } from '../context.ts';
import { customerForQuote } from '../customers/linked-records.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import { addDays } from '../domain/local-date.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { notFound } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import { findQuote } from './find-quote.ts';
import { withNewIds } from './new-ids.ts';
import { type QuoteDraft, draftOf } from './quote-draft.ts';
import type { DuplicateQuoteInput } from './quote-input.type.ts';
import type { Quote } from './quote.entity.ts';
import { readQuote } from './quotes.ts';
import { startDraft } from './start-draft.ts';
import { withoutPassedDays } from './without-passed-days.ts';

/** Starts another draft with the same content, for the same customer or for another one. */
export async function duplicateQuote(
  ctx: Ctx,
  { idempotencyKey, ...wanted }: DuplicateQuoteInput,
): Promise<Row<Quote> | Refusal> {
  const staff = requirePermission(ctx, 'WRITE_QUOTES');
  const request = {
    scope: `staff:${staff.id}:duplicate`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify([wanted.id, wanted.customerId ?? null])),
  };
  const made = await ctx.db.transaction(async (tx) => {
    const first = await answerTo(tx.sql, request);
    if (first !== null) return first;
    const quote = await findQuote(tx.sql, wanted.id);
    if (quote === undefined) throw notFound();
    const customer = await customerForQuote(tx.sql, wanted.customerId ?? quote.customerId);
    if (isRefusal(customer)) return customer;
    if (customer.currency !== quote.currency)
      return refuse(
        'INPUT_INVALID',
        `This customer pays in ${customer.currency}, and the quote is in ${quote.currency}.`,
        'customerId',
      );
    const { draft } = withoutPassedDays(draftOf(quote), ctx.today);
    const copy = await startDraft(ctx, tx, staff, {
      customer,
      title: quote.title,
      validUntil: addDays(ctx.today, ctx.company.quoteValidityDays),
      draft: withNewIds(customer.id === quote.customerId ? draft : forAnother(draft), ctx.ids),
      text: `Draft started as a copy of ${quote.number ?? `“${quote.title}”`}`,
    });
    await copyAttachments(ctx, tx.sql, quote.id, copy.id);
    await keepAnswer(tx.sql, request, copy, ctx.now);
    return copy;
  });
  return isRefusal(made) ? made : readQuote(ctx, made.id);
}

/** What was agreed with one customer is no business of another. */
const forAnother = (draft: QuoteDraft): QuoteDraft => ({ ...draft, paymentTermsDays: null, termsNote: '' });
