import type { Ctx, Instance } from '../context.ts';
import { errorText } from '../error-text.ts';
import { raise } from '../review/raise.ts';
import { spread } from './outcome.ts';

const longestPause = 5 * 60_000;
/** From so many failures in a row on, some ten minutes, a person should hear of it. */
const tellAfter = 9;

/**
 * A mail server that nobody can reach says nothing about any one mail, so all of them wait together, in their order and with
 * none of their tries used up; one batch asks from time to time whether it is back.
 */
export function outageOf({ clock }: Pick<Instance, 'clock'>) {
  let until = 0;
  let failures = 0;
  return {
    isOn: (): boolean => clock.now().getTime() < until,
    isOver: (): void => void ([until, failures] = [0, 0]),
    /** One more failure: the next look is later. Several mails of one batch that fail together count once. */
    async begins(ctx: Ctx, error: Error): Promise<void> {
      const now = clock.now().getTime();
      if (now < until) return;
      failures += 1;
      until = now + spread(Math.min(1000 * 2 ** failures, longestPause));
      if (failures === tellAfter) await tellStaff(ctx, error);
    },
  };
}

async function tellStaff(ctx: Ctx, error: Error): Promise<void> {
  await ctx.db.transaction(({ sql: query }) =>
    raise(ctx, query, {
      kind: 'DELIVERY_FAILED',
      title: 'The mail server cannot be reached',
      explanation:
        'No mail goes out. All of them wait in their order and are sent when it answers again. Look at its address, its password and its certificate.',
      facts: [{ label: 'Last error', sent: errorText(error), approved: null }],
      dedupeKey: `mail-server-down:${ctx.today}`,
    }),
  );
}
