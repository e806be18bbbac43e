import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { failpoint } from '../failpoint.ts';
import { enqueue } from '../outbox/outbox.ts';
import type { GatewayEvent } from '../ports.ts';
import { factsAskedFor } from './ask-provider.ts';
import { ignored, notForUs, type Reason } from './not-for-us.ts';
import { settleEvent } from './settle-event.ts';

/**
 * Keeps a genuine event and promises the work on it. An id that is known is answered with yes and nothing else, for
 * ever: the provider repeats itself for days. Returns whether it is new.
 */
export async function keepStripeEvent(ctx: Ctx, event: GatewayEvent): Promise<boolean> {
  failpoint('event.before-store');
  const isNew = await ctx.db.transaction(async ({ sql: query }) => {
    const { numInsertedOrUpdatedRows } = await query
      .insertInto('stripeEvent')
      .values({
        id: event.id,
        type: event.type,
        event: JSON.stringify(event),
        receivedAt: ctx.now,
        outcome: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) return false;
    await enqueue(ctx, query, {
      name: 'settle-stripe-event',
      payload: { eventId: event.id },
      dedupeKey: `stripe-event:${event.id}`,
    });
    return true;
  });
  failpoint('event.after-store');
  ctx.nudge();
  return isNew;
}

/**
 * Works on a kept event; its outcome is written in the same transaction, so a second run finds it done. What the event only
 * hints at is asked of the provider before, because no transaction waits for the network.
 */
export async function settleStripeEvent(ctx: Ctx, { eventId }: { eventId: string }): Promise<void> {
  const event = await keptEvent(ctx.db.read, eventId);
  if (event === null) return;
  const reason = notForUs(ctx, event);
  const settled = reason === null ? await settling(ctx, event) : ignoring(ctx, event, reason);
  await ctx.db.transaction(async ({ sql: query }) => {
    if ((await keptEvent(query, eventId)) === null) return;
    const outcome = await settled(query);
    await query
      .updateTable('stripeEvent')
      .set({ outcome })
      .where('id', '=', eventId)
      .where('outcome', 'is', null)
      .execute();
  });
  failpoint('settle.after-commit');
  ctx.nudge();
}

type Work = (query: Sql) => Promise<string>;

async function settling(ctx: Ctx, event: GatewayEvent): Promise<Work> {
  const told = await factsAskedFor(ctx, event);
  return (query) => settleEvent(ctx, query, event, told);
}

const ignoring =
  (ctx: Ctx, event: GatewayEvent, reason: Reason): Work =>
  (query) =>
    ignored(ctx, query, event, reason);

/** The event, while nothing came of it yet. */
async function keptEvent(query: Sql, eventId: string): Promise<GatewayEvent | null> {
  const row = await query
    .selectFrom('stripeEvent')
    .select(['event', 'outcome'])
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow();
  return row.outcome === null ? (JSON.parse(row.event) as GatewayEvent) : null;
}
