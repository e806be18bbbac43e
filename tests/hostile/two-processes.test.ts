import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { describe, expect, test, beforeAll, afterAll } from 'vitest';
import { databases } from '../support/databases.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { issue, outcome, post, revoke, sendFresh, sign, tally } from '../support/world-asks.ts';
import { depositOf, signedQuote } from '../support/world-journeys.ts';
import type { OpenQuote } from '../support/world-quotes.ts';
import { messageIds, recordsOf, settled, startWorld, until, type World } from '../support/world.ts';

/** A line on which questions go through and answers get lost. */
async function lossyLine(target: string): Promise<{ url: string; close(): Promise<void> }> {
  const { port } = new URL(target);
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), 'localhost');
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => undefined);
    }
    client.pipe(upstream);
    upstream.once('data', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

describe.each(databases)('two processes on %s', (kind) => {
  let world: World;
  let both: ServerProcess[];
  beforeAll(async () => {
    world = await startWorld(kind);
    both = [await world.server(), await world.server()];
  });
  afterAll(() => world.close());
  const url = (at: number): string => both[at % 2]?.url ?? '';
  const page = async (at: number, token: string): Promise<string> => {
    const { data, faults } = await post(
      url(at),
      '{ portalQuote { __typename number } }',
      {},
      { authorization: `Link ${token}` },
    );
    return String(data?.['portalQuote']?.['number'] ?? faults[0]?.split(' ')[0]);
  };
  const linksOf = ({ id }: OpenQuote) =>
    world.office.db.read
      .selectFrom('link')
      .select(['id', 'tokenHash'])
      .where('quoteId', '=', id)
      .orderBy('id')
      .execute();

  test('LK-03: a link that is revoked through one process is dead at once in both, and no other link is', async () => {
    const quote = await world.office.openQuote();
    for (const at of [0, 1]) expect(await page(at, quote.token)).toBe(quote.number);
    const links = await linksOf(quote);
    const own = links.at(-1)?.id ?? '';
    expect(outcome(await revoke(url(0), world.office.cookie, own))).toBe('Quote');
    // Not a moment later: the answer to the revocation is the end of the link, under load as well.
    const after = await Promise.all(Array.from({ length: 40 }, (_, at) => page(at, quote.token)));
    expect(new Set(after)).toEqual(new Set(['NOT_FOUND']));
    expect(outcome(await sign(url(1), quote, 'too-late-now'))).toContain('NOT_FOUND');
    // Through a new link the customer sees and signs the same quote.
    expect(outcome(await sendFresh(url(1), world.office.cookie, quote.id))).toBe('Quote');
    const fresh = await until('the fresh link is mailed', () => newestToken(quote.number));
    expect(fresh).not.toBe(quote.token);
    for (const at of [0, 1]) expect(await page(at, fresh)).toBe(quote.number);
    expect(outcome(await sign(url(0), { ...quote, token: fresh }, 'with-the-fresh'))).toBe('PortalQuote');
    expect(await page(1, fresh)).toBe(quote.number);
    expect(await settled(world)).toEqual([]);
  });

  const newestToken = async (number: string): Promise<string | null> => {
    const mails = await world.inbox.list();
    const mail = mails.find(({ subject }) => subject === `Your link to quote ${number}`);
    return mail === undefined ? null : (/\/q\/#([\w-]{43})/.exec(mail.text)?.[1] ?? null);
  };

  test('SG-04: the line drops the answer; whoever asks again, also elsewhere, gets the first one and one mail', async () => {
    const quote = await world.office.openQuote();
    const line = await lossyLine(url(0));
    expect(outcome(await sign(line.url, quote, 'on-a-bad-line'))).toBe('no answer');
    await line.close();
    await until('the signature is written', async () => (await recordsOf(world, quote.id)).acceptances === 1);
    const again = await Promise.all([0, 1, 0, 1].map((at) => sign(url(at), quote, 'on-a-bad-line')));
    expect(tally(again.map(outcome))).toEqual({ PortalQuote: 4 });
    expect(new Set(again.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(await settled(world)).toEqual([]);
    expect(await recordsOf(world, quote.id)).toMatchObject({
      acceptances: 1,
      invoices: 1,
      mails: ['INVOICE', 'QUOTE_LINK', 'SIGNED_QUOTE'],
    });
    const ids = messageIds(world);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('SG-10: two browsers issue the second stage through two processes at once: one invoice, and the third waits its turn', async () => {
    const quote = await signedQuote(world, url(0));
    const stages = await world.office.stagesOf(quote.id);
    const cookie = world.office.cookie;
    const early = await Promise.all([0, 1].map((at) => issue(url(at), cookie, quote.id, stages[2] ?? '')));
    expect(early.map(outcome)).toEqual(['STAGE_OUT_OF_ORDER', 'STAGE_OUT_OF_ORDER']);
    const many = await Promise.all(
      Array.from({ length: 16 }, (_, at) => issue(url(at), cookie, quote.id, stages[1] ?? '')),
    );
    expect(tally(many.map(outcome))).toEqual({ Invoice: 16 });
    expect(new Set(many.map(({ data }) => data?.['issueStageInvoice']?.['number'])).size).toBe(1);
    expect((await recordsOf(world, quote.id)).invoices).toBe(2);
    const last = await Promise.all([0, 1].map((at) => issue(url(at), cookie, quote.id, stages[2] ?? '')));
    expect(tally(last.map(outcome))).toEqual({ Invoice: 2 });
    expect((await recordsOf(world, quote.id)).invoices).toBe(3);
    expect((await depositOf(world, quote.id)).status).toBe('OPEN');
    expect(await settled(world)).toEqual([]);
  });

  test('SG-09: of a signature and a withdrawal through two processes at once one wins, and nothing is half', async () => {
    for (let round = 0; round < 5; round += 1) {
      const quote = await world.office.openQuote();
      const [signed, withdrawn] = await Promise.all([
        sign(url(round), quote, 'the-signature'),
        post(
          url(round + 1),
          'mutation ($input: QuoteStepWithNoteInput!) { cancelQuote(input: $input) { __typename ... on Refusal { code } } }',
          { input: { id: quote.id, version: quote.version, note: '' } },
          { cookie: world.office.cookie },
        ),
      ]);
      const won = outcome(signed) === 'PortalQuote' ? 1 : 0;
      expect([outcome(signed), outcome(withdrawn)]).toEqual(
        won === 1
          ? ['PortalQuote', expect.stringMatching(/QUOTE_NOT_OPEN|CONFLICT/)]
          : ['QUOTE_NOT_OPEN', 'Quote'],
      );
      expect(await recordsOf(world, quote.id)).toMatchObject({ acceptances: won, invoices: won });
    }
    expect(await settled(world)).toEqual([]);
  });
});
