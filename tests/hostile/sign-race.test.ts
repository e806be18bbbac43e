import { expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import { type Answered, look, outcome, sign, tally } from '../support/world-asks.ts';
import type { OpenQuote } from '../support/world-quotes.ts';
import { inCompanies, messageIds, recordsOf, settled, type World } from '../support/world.ts';

const rounds = Number(process.env['ROUNDS'] ?? 25);
const atOnce = 64;

/** The fingerprint of the acceptance that an answer carries; a refusal carries none. */
const evidenceIn = ({ data }: Answered): string[] =>
  Object.values(data ?? {}).flatMap(({ acceptance }) =>
    acceptance === undefined ? [] : [(acceptance as { evidenceHash: string } | null)?.evidenceHash ?? 'none'],
  );

test.each(databases)(
  'SG-01 SG-02: 64 signatures at once through two processes on %s make one acceptance',
  async (kind) => {
    await inCompanies(kind, rounds, race);
    const what = '64 signatures at once through two processes, half of the rounds with one key';
    figure({ goal: 'G1', what, on: kind, count: rounds * atOnce, found: 0, counted: { rounds } });
  },
);

async function race(world: World, count: number): Promise<void> {
  const urls = [(await world.server()).url, (await world.server()).url];
  const signAtOnce = (quote: OpenQuote, keyOf: (at: number) => string) =>
    Promise.all(Array.from({ length: atOnce }, (_, at) => sign(urls[at % 2] ?? '', quote, keyOf(at))));
  for (let round = 0; round < count; round += 1) {
    const quote = await world.office.openQuote();
    const isOneKey = round % 2 === 1;
    const answers = await signAtOnce(quote, isOneKey ? () => 'one-attempt' : (at) => `attempt-${at}`);
    const wanted = isOneKey
      ? { PortalQuote: atOnce }
      : { PortalQuote: 1, QUOTE_ALREADY_ACCEPTED: atOnce - 1 };
    expect(tally(answers.map(outcome))).toEqual(wanted);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    // The one that won says what was signed, and whoever came too late reads the same when they look again.
    const looks = await Promise.all(urls.map((url) => look(url, quote)));
    const seen = new Set([...answers, ...looks].flatMap((answer) => evidenceIn(answer)));
    const kept = await world.office.db.read
      .selectFrom('acceptance')
      .select('evidenceHash')
      .where('quoteId', '=', quote.id)
      .execute();
    expect([...seen]).toEqual(kept.map(({ evidenceHash }) => evidenceHash));
    if (isOneKey) expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(await recordsOf(world, quote.id)).toEqual({
      acceptances: 1,
      invoices: 1,
      confirmed: 0,
      receipts: 0,
      mails: ['INVOICE', 'QUOTE_LINK', 'SIGNED_QUOTE'],
    });
  }
  expect(await settled(world)).toEqual([]);
  const ids = messageIds(world);
  // Per quote its link, the signed quote and the invoice.
  expect(ids.length).toBe(count * 3);
  expect(new Set(ids).size).toBe(ids.length);
  for (const server of world.servers) expect(await server.stop()).toBe(0);
}
