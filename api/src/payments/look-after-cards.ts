import type { Ctx } from '../context.ts';
import { raise } from '../review/raise.ts';
import { resolveUnknown } from './resolve-unknown.ts';

/** Every minute: is the provider back, does it take our key, and what became of what it never answered. */
export async function lookAfterCards(ctx: Ctx): Promise<void> {
  if (ctx.gateway === null) return;
  if (ctx.gateway.health() !== 'WORKS') await ctx.gateway.checkHealth();
  if (ctx.gateway.health() === 'KEY_REFUSED') await tellOfKey(ctx);
  await resolveUnknown(ctx);
}

const tellOfKey = (ctx: Ctx): Promise<boolean> =>
  ctx.db.transaction(({ sql: query }) =>
    raise(ctx, query, {
      kind: 'PROVIDER_MESSAGE',
      title: 'The payment provider does not take our key',
      explanation:
        'Cards are not offered to customers until it does; bank transfer and cash work. Look at the provider whether the key was revoked or lacks a right, and give the server a new one.',
      facts: [],
      dedupeKey: `provider-key:${ctx.today}`,
    }),
  );
