import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { findBroken } from '../../api/src/check/check.ts';
import { instant } from '../../api/src/db/instant.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { databases } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import { outcome, sign } from '../support/world-asks.ts';
import { leasesRunOut, messageIds, recordsOf, settled, startWorld, until } from '../support/world.ts';
import type { World } from '../support/world.ts';

/** In a release 1,000 and 50. */
const dated = Number(process.env['DATED_STAGES'] ?? 9);
const kills = Number(process.env['STAGE_KILLS'] ?? 2);

test.each(databases)(
  'KL-05: many stages fall due at once on %s, the process is killed at random, and each is invoiced once',
  async (kind) => {
    const world = await startWorld(kind);
    const { office } = world;
    let server = await world.server();
    const quotes: string[] = [];
    while (quotes.length < dated) {
      const quote = await office.openQuote({ stages: stages() });
      expect(outcome(await sign(server.url, quote, 'the-signature'))).toBe('PortalQuote');
      quotes.push(quote.id);
    }
    expect(await settled(world)).toEqual([]);
    await server.stop();
    // The day has come.
    const due = await office.db.transaction(({ sql: query }) =>
      query
        .updateTable('job')
        .set({ runAt: instant(new Date()) })
        .where('dedupeKey', 'like', 'stage:%:later')
        .executeTakeFirst(),
    );
    expect(Number(due.numUpdatedRows)).toBe(dated);
    let between = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      const before = await issued(world);
      const wanted = Math.floor((dated * kill) / (kills + 1));
      server = await world.server();
      await until('some are issued', async () => (await issued(world)) >= Math.max(before, wanted));
      await new Promise((resolve) => setTimeout(resolve, randomInt(12)));
      await server.kill();
      if ((await issued(world)) < dated) between += 1;
      expect(await findBroken(office.db)).toEqual([]);
      await leasesRunOut(world);
    }
    expect(between).toBeGreaterThan(0);
    server = await world.server();
    expect(await settled(world)).toEqual([]);
    for (const id of quotes)
      expect(await recordsOf(world, id)).toMatchObject({
        invoices: 2,
        mails: ['INVOICE', 'INVOICE', 'QUOTE_LINK', 'SIGNED_QUOTE'],
      });
    const serials = (await office.db.read.selectFrom('invoice').select('serial').execute()).map(
      ({ serial }) => Number(serial),
    );
    expect(serials.toSorted((a, b) => a - b)).toEqual(serials.map((_, at) => at + 1));
    // A mail that was on its way at a kill may come twice; none is lost, and each copy is the same mail.
    const arrived = messageIds(world);
    expect(new Set(arrived).size).toBe(4 * dated);
    expect(arrived.length - 4 * dated).toBeLessThanOrEqual(4 * kills);
    expect(await server.stop()).toBe(0);
    const what = 'stages that fall due while the process is killed at random; not invoiced, or twice';
    figure({ goal: 'KL-05', what, on: kind, count: dated, found: 0, counted: { kills } });
    await world.close();
  },
  120_000 + dated * 1000 + kills * 30_000,
);

/** How many invoices of a day there are. */
const issued = async ({ office: { db } }: World): Promise<number> =>
  (await db.read.selectFrom('invoice').select('id').where('stagePosition', '=', 2).execute()).length;

function stages() {
  const stage = { amount: null, paymentTermsDays: null, dueOn: null, autoIssue: false, percent: 50_000 };
  const day = new Date(Date.now() + 60 * 24 * 60 * 60_000).toISOString().slice(0, 10);
  return [
    { ...stage, id: 'now', label: 'Deposit', due: 'ON_SIGNING' as const },
    {
      ...{ ...stage, id: 'later', label: 'Rest', due: 'ON_DATE' as const },
      ...{ dueOn: localDate(day), autoIssue: true },
    },
  ];
}
