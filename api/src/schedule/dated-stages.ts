import { agreedOf } from '../acceptances/agreed.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { instant } from '../db/instant.ts';
import { inWords } from '../domain/local-date.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import { isRefusal } from '../domain/refusal.ts';
import { atHour } from '../domain/zone.ts';
import { findQuote } from '../quotes/find-quote.ts';
import { issueNextStage } from '../invoices/issue-next-stage.ts';
import { askForStage } from '../invoices/stage-ready.ts';
import { enqueue } from '../outbox/outbox.ts';

/** Invoices go out in the morning, when somebody is there to answer. */
const officeHour = 8;

export type DatedStage = { quoteId: string; stageId: string };

/** Promises, with the signature, to look at each stage that has a day when that day has come. */
export async function promiseDatedStages(
  ctx: Ctx,
  query: Sql,
  quoteId: string,
  snapshot: QuoteSnapshot,
): Promise<void> {
  const jobs = snapshot.stages.flatMap((stage) =>
    stage.due === 'ON_DATE' && stage.dueOn !== null
      ? [
          {
            name: 'stage-is-due' as const,
            payload: { quoteId, stageId: stage.id },
            dedupeKey: `stage:${quoteId}:${stage.id}`,
            runAt: instant(atHour(stage.dueOn, snapshot.timeZone, officeHour)),
          },
        ]
      : [],
  );
  if (jobs.length > 0) await enqueue(ctx, query, ...jobs);
}

/**
 * The day of a stage has come. Where it was agreed that its invoice goes out by itself, it does; otherwise, and when that is
 * not possible, it is put before a person. A stage that was invoiced before its day needs nothing.
 */
export async function stageIsDue(ctx: Ctx, { quoteId, stageId }: DatedStage): Promise<void> {
  await ctx.db.transaction(async ({ sql: query }) => {
    const quote = await findQuote(query, quoteId);
    const agreed = quote === undefined ? null : await agreedOf(query, quote);
    const stage = agreed?.snapshot.stages.find((one) => one.id === stageId);
    if (quote === undefined || agreed === null || stage === undefined || stage.dueOn === null) return;
    // Of somebody who is erased nothing is invoiced any more.
    if (quote.erasureId !== null) return;
    const position = agreed.snapshot.stages.indexOf(stage) + 1;
    const known = await query
      .selectFrom('invoice')
      .select('id')
      .where('acceptanceId', '=', agreed.acceptance.id)
      .where('stagePosition', '=', position)
      .where('status', '<>', 'VOID')
      .executeTakeFirst();
    if (known !== undefined) return;
    const outcome = stage.autoIssue
      ? await issueNextStage(ctx, query, quote, { stageId, terms: null, outOfOrderReason: null })
      : null;
    if (outcome !== null && !isRefusal(outcome)) return;
    const { label } = stage;
    const { number } = agreed.snapshot;
    await askForStage(
      ctx,
      query,
      { quoteId, number, id: stageId, label },
      {
        explanation: `It was agreed for ${inWords(stage.dueOn)}. Issue the invoice on the page of the quote, or settle this when it is not due after all.`,
        facts:
          outcome === null ? [] : [{ label: 'Not issued by itself', sent: outcome.message, approved: null }],
        voidedId: null,
      },
    );
  });
}
