import { expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { confirm, outcome, post } from '../support/world-asks.ts';
import { depositOf, openCheckout, signedQuote } from '../support/world-journeys.ts';
import { recordsOf, settled, startWorld, until, type World } from '../support/world.ts';

const tables = [
  'acceptance',
  'audit',
  'company',
  'counter',
  'customer',
  'document',
  'idempotency',
  'invoice',
  'job',
  'link',
  'mail',
  'payment',
  'paymentLog',
  'quote',
  'receipt',
  'reviewItem',
  'session',
  'staff',
  'stripeEvent',
] as const;

test.each(databases)(
  'LK-06: after a whole run on %s, no log line and no row holds a token, a session or a signed address',
  async (kind) => {
    const world = await startWorld(kind);
    const server = await world.server({ LOG_LEVEL: 'debug' });
    const card = await signedQuote(world, server.url);
    world.stripe.checkouts.pay(await openCheckout(server.url, card));
    const cash = await signedQuote(world, server.url);
    const { id, gross } = await depositOf(world, cash.id);
    const paid = await confirm(
      server.url,
      world.office.cookie,
      { invoiceId: id, paymentId: null, amount: gross },
      'cash-of-the-desk',
    );
    expect(outcome(paid)).toBe('Payment');
    const address = await post(
      server.url,
      '{ portalQuote { pdfUrl } }',
      {},
      { authorization: `Link ${card.token}` },
    );
    const pdfUrl = String((address.data?.['portalQuote'] as { pdfUrl?: string } | undefined)?.pdfUrl);
    const pdf = await fetch(new URL(pdfUrl, server.url));
    expect([pdf.status, (await pdf.text()).slice(0, 5)]).toEqual([200, '%PDF-']);
    // Requests that go wrong are where secrets slip into logs.
    for (const wrong of [`/q/%23${card.token}`, `/documents/quotes/${card.token}.pdf?proof=${card.token}`]) {
      await (await fetch(`${server.url}${wrong}`)).text();
    }
    await post(
      server.url,
      `{ portalQuote { nothing(token: "${card.token}") } }`,
      {},
      { authorization: `Link ${card.token}` },
    );
    await until('the card is paid', async () => (await recordsOf(world, card.id)).confirmed === 1);
    expect(await settled(world)).toEqual([]);

    const secrets = [
      ...(await mailedTokens(world)),
      card.token,
      cash.token,
      world.office.cookie.split('=')[1] ?? '',
    ];
    const proof = new URL(pdfUrl, server.url).searchParams.get('proof') ?? '';
    secrets.push(proof, 'sk_test_hostile', 'whsec_of_the_hostile_world', 'a-secret-of-the-hostile-world');
    expect(secrets.length).toBe(8 + 2 + 1 + 4);
    expect(secrets.filter((secret) => secret.length < 14)).toEqual([]);
    const rows = await everyRow(world);
    expect(await server.stop()).toBe(0);
    const log = server.output();
    expect(log.split('\n').length).toBeGreaterThan(10);
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
    expect(secrets.filter((secret) => rows.includes(secret))).toEqual([]);
    // Nor does the log know people.
    expect(
      ['ana@silvadental.example', 'Ana Silva', 'Silva Dental'].filter((person) => log.includes(person)),
    ).toEqual([]);
    await world.close();
  },
);

/** The tokens behind the # of every link that was mailed. */
async function mailedTokens({ inbox }: World): Promise<string[]> {
  const mails = await inbox.list();
  return [
    ...new Set(
      mails.flatMap(({ text }) =>
        [...text.matchAll(/\/[qi]\/#([\w-]{43})/gu)].map(([, token]) => token ?? ''),
      ),
    ),
  ];
}

async function everyRow({ office: { db } }: World): Promise<string> {
  const found: string[] = [];
  for (const table of tables) {
    const rows: object[] = await db.read.selectFrom(table).selectAll().execute();
    found.push(
      JSON.stringify(rows, (_, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
      ),
    );
  }
  return found.join('\n');
}
