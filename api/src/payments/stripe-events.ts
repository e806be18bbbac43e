import type { Ctx } from '../context.ts';
import { failpoint } from '../failpoint.ts';
import { enqueue } from '../outbox/outbox.ts';
import type { GatewayEvent } from '../ports.ts';
import { settle } from './settle.ts';

/**
 * Keeps a genuine event and promises the work on it. An id that is known is answered with yes and nothing else, for
 * ever: the provider repeats itself for days.
 */
export async function keepStripeEvent(ctx: Ctx, event: GatewayEvent): Promise<void> {
  failpoint('event.before-store');
  await ctx.db.transaction(async ({ sql: query }) => {
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
    if (numInsertedOrUpdatedRows !== 1n) return;
    await enqueue(ctx, query, {
      name: 'settle-stripe-event',
      payload: { eventId: event.id },
      dedupeKey: `stripe-event:${event.id}`,
    });
  });
  failpoint('event.after-store');
  ctx.nudge();
}

/** Works on a kept event; its outcome is written in the same transaction, so a second run finds it done. */
export async function settleStripeEvent(ctx: Ctx, { eventId }: { eventId: string }): Promise<void> {
  await ctx.db.transaction(async ({ sql: query }) => {
    const row = await query
      .selectFrom('stripeEvent')
      .selectAll()
      .where('id', '=', eventId)
      .executeTakeFirstOrThrow();
    if (row.outcome !== null) return;
    const { fact, live } = JSON.parse(row.event) as GatewayEvent;
    const outcome =
      fact === null || live !== ctx.config.stripeLive
        ? 'not ours'
        : await settle(ctx, query, fact, `event:${eventId}`);
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
