import { agreedOf } from '../acceptances/agreed.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import type { ReviewFact } from '../domain/review.ts';
import { findQuote } from '../quotes/find-quote.ts';
import { raise } from '../review/raise.ts';
import { stageKey } from '../review/settle-by-action.ts';
import type { Invoice } from './invoice.entity.ts';

type Stage = {
  quoteId: string;
  /** The number of the quote. */
  number: string;
  id: string;
  label: string;
};

/**
 * Puts a stage that can be invoiced before a person. `voidedId`: the invoice that was taken back, because the same stage comes
 * up again after each; null the first time. One item is enough while it is open.
 */
export async function askForStage(
  ctx: Ctx,
  query: Sql,
  stage: Stage,
  item: { explanation: string; facts: readonly ReviewFact[]; voidedId: string | null },
): Promise<void> {
  const { quoteId, id, number, label } = stage;
  const open = await query
    .selectFrom('reviewItem')
    .select('id')
    .where('kind', '=', 'STAGE_READY')
    .where('quoteId', '=', quoteId)
    .where('subjectId', '=', id)
    .where('resolvedAt', 'is', null)
    .executeTakeFirst();
  if (open !== undefined) return;
  const key = stageKey(quoteId, id);
  await raise(ctx, query, {
    kind: 'STAGE_READY',
    title: `${label} of ${number} can be invoiced`,
    explanation: item.explanation,
    facts: item.facts,
    dedupeKey: item.voidedId === null ? key : `${key}:${item.voidedId}`,
    quoteId,
    subjectId: id,
  });
}

/**
 * The invoice of a stage is no more, so what it asked for is not invoiced. A stage whose day is still to come is asked about
 * on that day.
 */
export async function askForStageAgain(ctx: Ctx, query: Sql, invoice: Row<Invoice>): Promise<void> {
  const { id, number, quoteId, stagePosition } = invoice;
  const quote = quoteId === null ? undefined : await findQuote(query, quoteId);
  const agreed = quote === undefined ? null : await agreedOf(query, quote);
  const stage = stagePosition === null ? undefined : agreed?.snapshot.stages[stagePosition - 1];
  if (quoteId === null || agreed === null || stage === undefined) return;
  if (stage.dueOn !== null && stage.dueOn > ctx.today) return;
  await askForStage(
    ctx,
    query,
    { quoteId, number: agreed.snapshot.number, id: stage.id, label: stage.label },
    {
      explanation:
        'Its invoice was taken back, so nothing asks for this part of the price any more. Issue the invoice anew on the page of the quote, or settle this when it shall not be charged.',
      facts: number === null ? [] : [{ label: 'Taken back', sent: number, approved: null }],
      voidedId: id,
    },
  );
}
