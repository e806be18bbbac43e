import { expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import { outcome, sign, tally } from '../support/world-asks.ts';
import type { OpenQuote } from '../support/world-quotes.ts';
import { messageIds, recordsOf, settled, startWorld } from '../support/world.ts';

const rounds = Number(process.env['ROUNDS'] ?? 25);
const atOnce = 64;

test.each(databases)(
  'SG-01 SG-02: 64 signatures at once through two processes on %s make one acceptance',
  async (kind) => {
    const world = await startWorld(kind);
    const urls = [(await world.server()).url, (await world.server()).url];
    const signAtOnce = (quote: OpenQuote, keyOf: (at: number) => string) =>
      Promise.all(Array.from({ length: atOnce }, (_, at) => sign(urls[at % 2] ?? '', quote, keyOf(at))));
    for (let round = 0; round < rounds; round += 1) {
      const quote = await world.office.openQuote();
      const answers = await signAtOnce(quote, (at) => `attempt-${at}`);
      expect(tally(answers.map(outcome))).toEqual({ PortalQuote: 1, QUOTE_ALREADY_ACCEPTED: atOnce - 1 });
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));

      const other = await world.office.openQuote();
      const same = await signAtOnce(other, () => 'one-attempt');
      expect(tally(same.map(outcome))).toEqual({ PortalQuote: atOnce });
      expect(new Set(same.map(({ data }) => JSON.stringify(data))).size).toBe(1);
      for (const { id } of [quote, other]) {
        const mails = ['INVOICE', 'QUOTE_LINK', 'SIGNED_QUOTE'];
        expect(await recordsOf(world, id)).toEqual({
          acceptances: 1,
          invoices: 1,
          confirmed: 0,
          receipts: 0,
          mails,
        });
      }
    }
    expect(await settled(world)).toEqual([]);
    const ids = await messageIds(world);
    // Per quote its link, the signed quote and the invoice.
    expect(ids.length).toBe(rounds * 2 * 3);
    expect(new Set(ids).size).toBe(ids.length);
    for (const server of world.servers) expect(await server.stop()).toBe(0);
    const what = '64 signatures at once through two processes, half of the rounds with one key';
    figure({
      goal: 'G1',
      what,
      on: kind,
      count: rounds * 2 * atOnce,
      found: 0,
      counted: { rounds: rounds * 2 },
    });
    await world.close();
  },
);
