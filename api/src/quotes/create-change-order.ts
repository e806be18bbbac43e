import type { Ctx } from '../context.ts';
import { customerForQuote } from '../customers/linked-records.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import { hundredPercent } from '../domain/discount.ts';
import { addDays } from '../domain/local-date.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { notFound } from '../fault.ts';
import { sha256 } from '../sha256.ts';
import { requirePermission } from '../staff/require.ts';
import { findQuote } from './find-quote.ts';
import { type QuoteDraft, draftOf } from './quote-draft.ts';
import type { CreateChangeOrderInput } from './quote-input.type.ts';
import type { Quote } from './quote.entity.ts';
import { readQuote } from './quotes.ts';
import { startDraft } from './start-draft.ts';

/** Starts a change of what was agreed: a draft of its own, which the customer has to sign like any other. */
export async function createChangeOrder(
  ctx: Ctx,
  { idempotencyKey, ...wanted }: CreateChangeOrderInput,
): Promise<Row<Quote> | Refusal> {
  const staff = requirePermission(ctx, 'WRITE_QUOTES');
  const request = {
    scope: `staff:${staff.id}:change`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify(wanted)),
  };
  const made = await ctx.db.transaction(async (tx) => {
    const first = await answerTo(tx.sql, request);
    if (first !== null) return first;
    const quote = await findQuote(tx.sql, wanted.quoteId);
    if (quote === undefined) throw notFound();
    const problem = changeProblem(quote);
    if (problem !== null) return problem;
    const customer = await customerForQuote(tx.sql, quote.customerId);
    if (isRefusal(customer)) return customer;
    const draft = await startDraft(ctx, tx, staff, {
      customer,
      title: `Change of ${quote.title}`.slice(0, 200),
      validUntil: addDays(ctx.today, ctx.company.quoteValidityDays),
      draft: emptyChange(draftOf(quote), wanted.kind === 'ADDITION' ? ctx.ids.id() : null),
      text: `Change of ${quote.number} started`,
      change: { of: quote, kind: wanted.kind },
    });
    await keepAnswer(tx.sql, request, draft, ctx.now);
    return draft;
  });
  return isRefusal(made) ? made : readQuote(ctx, made.id);
}

function changeProblem({ status, changeOf }: Row<Quote>): Refusal | null {
  if (status !== 'ACCEPTED')
    return refuse(
      'CHANGE_NOT_POSSIBLE',
      'The customer has not signed this quote. Write a newer version of it instead.',
    );
  return changeOf === null
    ? null
    : refuse('CHANGE_NOT_POSSIBLE', 'This is a change itself. Please change the quote that it belongs to.');
}

/** The terms of the quote without its content; an addition is invoiced in one part until somebody divides it. */
const emptyChange = (draft: QuoteDraft, stageId: string | null): QuoteDraft => ({
  ...draft,
  scope: '',
  discount: null,
  effectiveDate: null,
  lines: [],
  groups: [],
  options: [],
  stages:
    stageId === null
      ? []
      : [
          {
            ...{ id: stageId, label: 'Change', percent: hundredPercent, amount: null, due: 'ON_SIGNING' },
            ...{ dueOn: null, autoIssue: false, paymentTermsDays: null },
          },
        ],
});
