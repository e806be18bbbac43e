import { type Instance, systemContext } from '../context.ts';
import { anchorAudit } from '../audit/anchor-audit.ts';
import { sealAudit } from '../audit/seal-audit.ts';
import { eraseWhenOver } from '../erasures/erase-when-over.ts';
import { lookAfterCards } from '../payments/look-after-cards.ts';
import { promiseReconciliation } from '../payments/reconcile.ts';
import { expireQuotes } from './expire-quotes.ts';

const everyMilliseconds = 60_000;

/**
 * Does what the calendar asks for, at the start and then every minute; a sweep that fails is tried again with the next. The
 * payment provider has a round of its own: one that does not answer must not keep the calendar waiting.
 */
export function startSweeping(instance: Instance): { stop(): Promise<void> } {
  const rounds = [
    everyMinute(instance, 'the calendar could not be looked at', sweepOnce),
    everyMinute(instance, 'the payment provider could not be asked', askOnce(instance.ids.id())),
  ];
  return { stop: async () => void (await Promise.all(rounds.map((round) => round.stop()))) };
}

function everyMinute(instance: Instance, failure: string, work: (instance: Instance) => Promise<void>) {
  let running: Promise<void> | null = null;
  const sweep = (): void => {
    running ??= work(instance)
      .catch((error: unknown) => instance.log.error({ err: error }, failure))
      .finally(() => (running = null));
  };
  const timer = setInterval(sweep, everyMilliseconds);
  sweep();
  return {
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await running;
    },
  };
}

async function sweepOnce(instance: Instance): Promise<void> {
  const ctx = await systemContext(instance, 'calendar');
  await expireQuotes(ctx);
  await eraseWhenOver(ctx);
  await sealAudit(ctx);
  await anchorAudit(ctx);
}

/** Webhooks that got lost are found once for this start and once a day. */
const askOnce =
  (start: string) =>
  async (instance: Instance): Promise<void> => {
    const ctx = await systemContext(instance, 'provider');
    await promiseReconciliation(ctx, `start:${start}`);
    await promiseReconciliation(ctx, `day:${ctx.today}`);
    await lookAfterCards(ctx);
  };
