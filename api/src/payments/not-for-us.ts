import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { GatewayEvent } from '../ports.ts';
import { raise } from '../review/raise.ts';

export type Reason = 'another mode' | 'another account' | 'another version';

/** Why a genuine event is not for this installation; null when it is. */
export function notForUs(ctx: Ctx, event: GatewayEvent): Reason | null {
  if (event.live !== ctx.config.stripeLive) return 'another mode';
  if (event.foreign === 'ACCOUNT') return 'another account';
  return event.foreign === 'VERSION' ? 'another version' : null;
}

const whatToDo: Readonly<Record<Reason, string>> = {
  'another mode':
    'It is of the test mode where this installation takes real money, or the other way round. Nothing was changed by it. Give this installation a webhook of its own mode.',
  'another account':
    'It is about a connected account. Nothing was changed by it. Set the webhook to events of your own account alone.',
  'another version':
    'It is written for another version of the provider’s interface. Nothing was changed by it; payments are found by asking, only later. Set the webhook to the version that the README names.',
};

/** Kept without effect; somebody looks at the webhook's settings, once a day at most. */
export async function ignored(
  ctx: Ctx,
  query: Sql,
  event: GatewayEvent,
  reason: Reason,
): Promise<`ignored: ${Reason}`> {
  await raise(ctx, query, {
    kind: 'PROVIDER_MESSAGE',
    title: `A message of the payment provider is for ${reason}`,
    explanation: whatToDo[reason],
    facts: [
      { label: 'Message', sent: event.id, approved: null },
      { label: 'Kind', sent: event.type, approved: null },
    ],
    dedupeKey: `provider-message:${reason}:${ctx.today}`,
  });
  return `ignored: ${reason}`;
}
