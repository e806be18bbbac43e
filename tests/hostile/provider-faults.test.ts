import { describe, expect, test } from 'vitest';
import { systemContext } from '../../api/src/context.ts';
import { lookAfterCards } from '../../api/src/payments/look-after-cards.ts';
import type { ApiMood } from '../../api/src/sandbox/stripe/stand-in.ts';
import { cardWorldOn } from '../support/card-world.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import type { Signed } from '../support/steps.ts';

/** In CI 30, half of them on each database. */
const faults = Number(process.env['PROVIDER_FAULTS'] ?? 15);
const hour = 60 * 60_000;
const longestAnswer = 10_000;

/** Most are quick; one in thirty is a silence that the customer would sit through. */
const moodOf = (at: number): ApiMood =>
  at % 30 === 7
    ? 'hang'
    : ((['error', 'reset', 'garbage', 'reset', 'revoked', 'forbidden'] as const)[at % 6] ?? 'error');

describe.each(databases)('faults of the provider on %s', (kind) => {
  const office = companyOn(kind, 'after each');
  const world = cardWorldOn(office);
  const mood = (api: ApiMood) => {
    world.provider().controls.api = api;
  };
  let slowest = 0;
  async function timed<T>(work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    const answer = await work();
    slowest = Math.max(slowest, performance.now() - begun);
    return answer;
  }
  async function minute(): Promise<void> {
    office().clock.advance(60_000);
    await lookAfterCards(await systemContext(office().app.instance, 'test'));
    await office().settle();
  }
  /** How many minutes after the recovery nothing is unknown any more. */
  async function resolved(): Promise<number> {
    for (let minutes = 0; ; minutes += 1) {
      const [open] = await office().rows<{ n: number | string }>(
        `select (select count(*) from payment where status = 'UNKNOWN' or (status = 'STARTED' and session_id is null))
              + (select count(*) from refund where method = 'CARD' and status = 'PENDING' and provider_id is null) as n`,
      );
      if (Number(open?.n) === 0) return minutes;
      if (minutes > 60) throw new Error(`Still unknown after an hour: ${open?.n}`);
      await minute();
    }
  }
  /** One page for each payment and one refund for each of ours, whatever was asked for how often. */
  function doubled(): string[] {
    const { checkouts, moneyBack } = world.provider();
    const keys = [
      ...checkouts.list().map(({ session }) => `page ${session.metadata['paymentId']}`),
      ...moneyBack.refunds().map(({ metadata }) => `refund ${metadata['refundId']}`),
    ];
    return keys.filter((key, at) => keys.indexOf(key) !== at);
  }
  async function pay(quote: Signed): Promise<string> {
    const session = await world.openPage(quote);
    await world.deliver(...world.eventsOf(() => world.provider().checkouts.pay(session)));
    const seen = await world.read(quote);
    expect(seen).toMatchObject({ status: 'PAID', balance: { amount: 0 } });
    return seen.payments.find(({ status }) => status === 'CONFIRMED')?.id ?? '';
  }

  test(
    `ST-01: ${faults} faults and an outage of 30 hours double nothing, and all is known within 15 minutes`,
    { timeout: 3 * hour },
    async () => {
      const recoveries: number[] = [];
      const quotes: Signed[] = [];
      for (let at = 0; at < faults; at += 1) {
        const quote = await office().signedQuote();
        quotes.push(quote);
        mood(moodOf(at));
        if (at % 3 === 0) {
          // A refund in the middle of the trouble.
          mood('normal');
          await minute();
          const paymentId = await pay(quote);
          mood(moodOf(at));
          await timed(() => world.refund(paymentId, { amount: 50_000 }));
        } else {
          await timed(() => world.start(quote));
          if (moodOf(at) !== 'hang') await timed(() => world.start(quote));
        }
        if (at % 5 === 4) {
          mood('normal');
          recoveries.push(await resolved());
          expect(doubled()).toEqual([]);
        }
      }
      mood('error');
      const during = await office().signedQuote();
      for (let hours = 0; hours < 30; hours += 5) {
        await timed(() => world.start(during));
        office().clock.advance(5 * hour);
        await lookAfterCards(await systemContext(office().app.instance, 'test'));
      }
      mood('normal');
      recoveries.push(await resolved());
      expect(doubled()).toEqual([]);
      expect(Math.max(...recoveries)).toBeLessThanOrEqual(15);
      expect(slowest).toBeLessThan(longestAnswer);
      // Whoever still wants to pay can, and pays once.
      for (const quote of [...quotes.slice(-3), during]) {
        const { status } = await world.read(quote);
        if (status === 'OPEN') await pay(quote);
      }
      const back = world
        .provider()
        .moneyBack.refunds()
        .filter(({ metadata }) => metadata['refundId'] !== undefined);
      expect(back).toHaveLength(Math.ceil(faults / 3));
      const what =
        'faults of the provider while pages are opened and money is refunded, and an outage of 30 hours';
      figure({
        goal: 'G22',
        what,
        on: kind,
        count: faults,
        found: 0,
        worst: {
          'ms to the customer': Math.ceil(slowest),
          'minutes until all was known': Math.max(...recoveries),
        },
      });
    },
  );
});
