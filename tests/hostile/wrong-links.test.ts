import { randomBytes, randomInt } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { networkOf } from '../../api/src/network.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import { addressOf, askFrom } from '../support/from-address.ts';
import { linksOfQuote, revokeLink } from '../support/operations.ts';
import type { Sent } from '../support/steps.ts';
import { welch } from '../support/welch.ts';

const tokens = Number(process.env['TOKENS'] ?? 1000);
const pairs = Number(process.env['PAIRS'] ?? 300);

const sign = () => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[randomInt(64)] ?? '';
const randomToken = (): string => randomBytes(32).toString('base64url');

/** What a guesser or a mangling gateway would send in the place of a right token. */
const nearMisses: readonly ((token: string) => string)[] = [
  (token) => {
    const at = randomInt(token.length);
    const other = sign();
    return other === token[at] ? randomToken() : token.slice(0, at) + other + token.slice(at + 1);
  },
  (token) => token.slice(0, randomInt(token.length)),
  (token) => token.slice(1 + randomInt(5)),
  (token) => token + sign(),
  (token) => (token.toUpperCase() === token ? randomToken() : token.toUpperCase()),
  (token) => (token.toLowerCase() === token ? randomToken() : token.toLowerCase()),
  (token) => ` ${token}`,
  (token) => `${token}%00`,
  (token) => Array.from(token).toReversed().join(''),
  randomToken,
];

describe.each(databases)('wrong links on %s', (kind) => {
  const office = companyOn(kind, 'after each');
  const revoke = async ({ id }: Sent) => {
    const owner = await office().as('OWNER');
    const { links } = await office().make<{ links: { id: string }[] }>(linksOfQuote, { id }, owner);
    await office().make(revokeLink, { input: { id: links[0]?.id } }, owner);
  };

  test(`LK-04: of ${tokens} random and near-miss tokens none opens anything, and all get the same answer`, async () => {
    const [quote, signed, revoked] = [
      await office().sentQuote(),
      await office().signedQuote(),
      await office().sentQuote(),
    ];
    await revoke(revoked);
    const wrongScope = office().linkInMail('i', signed.invoice.number).link;
    const answers = new Map<string, number>();
    const count = async (at: number, authorization: string) => {
      const seen = JSON.stringify(await askFrom(office(), addressOf(at), authorization));
      answers.set(seen, (answers.get(seen) ?? 0) + 1);
    };
    for (let at = 0; at < tokens; at += 1) {
      const mangled = nearMisses[at % nearMisses.length] ?? randomToken;
      await count(at, `Link ${mangled(quote.link.link)}`);
    }
    // An invoice's link at a quote's door, a link that is over, and right tokens that are shown in another way.
    for (const other of [
      `Link ${wrongScope}`,
      `Link ${revoked.link.link}`,
      `link ${quote.link.link}`,
      `Bearer ${quote.link.link}`,
      `Link ${quote.link.link} `.replace(/ $/, '\t.'),
    ])
      await count(tokens, other);
    expect([...answers.values()]).toEqual([tokens + 5]);
    expect([...answers.keys()][0]).toContain('There is nothing here, or not for you.');
    figure({
      goal: 'LK-04',
      what: 'random, near-miss and mangled tokens, all with the same answer',
      on: kind,
      count: tokens + 5,
      found: 0,
    });
    expect((await askFrom(office(), addressOf(tokens), `Link ${quote.link.link}`)).body).toContain(
      quote.number,
    );
  });

  test('LK-04: after fifty wrong tokens an address gets 429 with Retry-After, and nobody else notices', async () => {
    const quote = await office().sentQuote();
    const [guesser, holder] = ['192.0.2.7', '192.0.2.8'];
    for (let at = 0; at < 50; at += 1)
      expect((await askFrom(office(), guesser, `Link ${randomToken()}`)).status).toBe(200);
    const limited = await askFrom(office(), guesser, `Link ${randomToken()}`);
    expect(limited.status).toBe(429);
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(800);
    expect(Number(limited.headers['retry-after'])).toBeLessThanOrEqual(900);
    expect(JSON.parse(limited.body)).toEqual({
      errors: [
        {
          message: 'Too many wrong links came from your network. Please try again in 15 minutes.',
          extensions: { code: 'TOO_MANY_ATTEMPTS' },
        },
      ],
    });
    // The same at every door that takes a link.
    const document = await office().app.server.inject({
      url: '/documents/quotes/00000000-0000-7000-8000-000000000000.pdf',
      remoteAddress: guesser,
      headers: { authorization: `Link ${randomToken()}` },
    });
    expect(document.statusCode).toBe(429);
    // Who has a right link is not locked out, at another address or beside the guesser; who shows none is not counted.
    for (const address of [holder, guesser])
      expect((await askFrom(office(), address, `Link ${quote.link.link}`)).body).toContain(quote.number);
    expect((await askFrom(office(), holder, `Link ${randomToken()}`)).status).toBe(200);
    expect((await office().app.server.inject({ url: '/healthz', remoteAddress: guesser })).statusCode).toBe(
      200,
    );
  });

  test('LK-04: what is no link is not counted', async () => {
    const proxy = `Basic ${Buffer.from('office:of the proxy').toString('base64')}`;
    for (let at = 0; at < 60; at += 1) expect((await askFrom(office(), '192.0.2.9', proxy)).status).toBe(200);
  });

  test('LK-04: right links never count, and of IPv6 a whole /64 is one address', async () => {
    const quote = await office().sentQuote();
    for (let at = 0; at < 60; at += 1)
      expect((await askFrom(office(), '2001:db8:7:7::1', `Link ${quote.link.link}`)).status).toBe(200);
    for (let at = 0; at < 50; at += 1)
      await askFrom(office(), `2001:db8:7:7:${at.toString(16)}::${at.toString(16)}`, `Link ${randomToken()}`);
    expect((await askFrom(office(), '2001:db8:7:7:ffff::1', `Link ${randomToken()}`)).status).toBe(429);
    expect((await askFrom(office(), '2001:db8:7:8::1', `Link ${randomToken()}`)).status).toBe(200);
  });

  // Not good against never: a good one opens, which says more than any clock, and only a wrong one is counted against its network.
  test('LK-05: a link that is over takes as long to refuse as one that never was', async () => {
    const quote = await office().sentQuote();
    await revoke(quote);
    const times: Record<'over' | 'never', number[]> = { over: [], never: [] };
    for (let at = -50; at < pairs; at += 1) {
      const never = randomToken();
      // Which of the two goes first must not matter.
      const order = at % 2 === 0 ? (['over', 'never'] as const) : (['never', 'over'] as const);
      for (const which of order) {
        const began = performance.now();
        await askFrom(
          office(),
          addressOf(1_000_000 + at),
          `Link ${which === 'over' ? quote.link.link : never}`,
        );
        if (at >= 0) times[which].push(performance.now() - began);
      }
    }
    const t = welch(times.over, times.never);
    process.stdout.write(`LK-05 ${kind}: ${pairs} pairs, Welch t ${t.toFixed(2)}\n`);
    expect(Math.abs(t)).toBeLessThan(4.5);
    const what = 'a link that is over and one that never was, timed in pairs (limit 4.5)';
    const worst = { 'Welch t': Number(Math.abs(t).toFixed(1)) };
    figure({ goal: 'LK-05', what, on: kind, count: pairs, found: 0, worst });
  });
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('LK-04: %s counts for %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
