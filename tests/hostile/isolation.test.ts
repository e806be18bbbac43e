import pg from 'pg';
import { expect, test } from 'vitest';
import { figure } from '../support/figures.ts';
import { confirm, issue, outcome, post, sign, tally } from '../support/world-asks.ts';
import { depositOf, heldEvents, openCheckout } from '../support/world-journeys.ts';
import { deliver, messageIds, recordsOf, settled, signed, startWorld, until } from '../support/world.ts';

const rounds = Number(process.env['LEVELS'] ?? 2);
const atOnce = 32;
const levels = ['read committed', 'repeatable read', 'serializable'];

test.each(levels)('DB-09: the races end the same when PostgreSQL isolates by %s', async (level) => {
  const world = await startWorld('postgres');
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const name = new URL(world.databaseUrl).pathname.slice(1);
  await client.query(`alter database ${name} set default_transaction_isolation = '${level}'`);
  await client.end();
  const urls = [(await world.server()).url, (await world.server()).url];
  const url = (at: number) => urls[at % 2] ?? '';
  const { cookie } = world.office;
  const times = <T>(work: (at: number) => Promise<T>) =>
    Promise.all(Array.from({ length: atOnce }, (_, at) => work(at)));
  for (let round = 0; round < rounds; round += 1) {
    const quote = await world.office.openQuote();
    const keys = await times((at) => sign(url(at), quote, `attempt-${at}`));
    expect(tally(keys.map(outcome))).toEqual({ PortalQuote: 1, QUOTE_ALREADY_ACCEPTED: atOnce - 1 });
    const other = await world.office.openQuote();
    const same = await times((at) => sign(url(at), other, 'one-attempt'));
    expect(tally(same.map(outcome))).toEqual({ PortalQuote: atOnce });

    const session = await openCheckout(url(0), quote);
    const paid = heldEvents(world, () => world.stripe.checkouts.pay(session));
    const posted = await times((at) => deliver(url(at), signed(paid[at % paid.length] ?? fail())));
    expect(tally(posted.map(String))).toEqual({ 200: atOnce });
    await until('the card is confirmed', async () => (await recordsOf(world, quote.id)).confirmed === 1);

    const [, second = ''] = await world.office.stagesOf(quote.id);
    const issued = await times((at) => issue(url(at), cookie, quote.id, second));
    expect(tally(issued.map(outcome))).toEqual({ Invoice: atOnce });
    expect(new Set(issued.map(({ data }) => data?.['issueStageInvoice']?.['number'])).size).toBe(1);

    const { id, gross } = await depositOf(world, other.id);
    const cash = await times((at) =>
      confirm(url(at), cookie, { invoiceId: id, paymentId: null, amount: gross }, `cash-of-round-${round}`),
    );
    expect(tally(cash.map(outcome))).toEqual({ Payment: atOnce });

    const wanted = await world.office.openQuote();
    const [signing, withdrawing] = await Promise.all([
      sign(url(0), wanted, 'the-signature'),
      post(
        url(1),
        'mutation ($input: QuoteStepWithNoteInput!) { cancelQuote(input: $input) { __typename ... on Refusal { code } } }',
        { input: { id: wanted.id, version: wanted.version, note: '' } },
        { cookie },
      ),
    ]);
    const won = outcome(signing) === 'PortalQuote';
    expect([outcome(signing), outcome(withdrawing)]).toEqual(
      won ? ['PortalQuote', expect.stringMatching(/QUOTE_NOT_OPEN|CONFLICT/)] : ['QUOTE_NOT_OPEN', 'Quote'],
    );
    expect(await recordsOf(world, quote.id)).toMatchObject({
      acceptances: 1,
      invoices: 2,
      confirmed: 1,
      receipts: 1,
    });
    expect(await recordsOf(world, other.id)).toMatchObject({
      acceptances: 1,
      invoices: 1,
      confirmed: 1,
      receipts: 1,
    });
  }
  expect(await settled(world)).toEqual([]);
  const ids = messageIds(world);
  expect(new Set(ids).size).toBe(ids.length);
  for (const server of world.servers) expect(await server.stop()).toBe(0);
  figure({
    goal: 'DB-09',
    what: `races of ${atOnce} at once, isolated by ${level}`,
    on: 'postgres',
    count: rounds * 5,
    found: 0,
  });
  await world.close();
});

function fail(): never {
  throw new Error('There was no event');
}
