import { describe, expect, test } from 'vitest';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import { everyRow } from '../support/every-row.ts';
import { linksOfQuote, quoteById, portalQuote, sendFreshLink } from '../support/operations.ts';
import { asAsked, type Robot, robots } from '../support/robots.ts';
import { aKey } from '../support/steps.ts';

/** Nothing that a stranger could learn from a preview. */
const private_ = ['Silva', 'Ana', 'Website migration', '3,749', '1,124', '374900', 'Harbour', 'QT-', 'INV-'];

describe.each(databases)('robots on %s', (kind) => {
  const office = companyOn(kind, 'after each');
  const fetchAs = async (robot: Robot, method: 'GET' | 'HEAD', address: string) =>
    office().app.server.inject({
      method,
      url: asAsked(address, robot),
      headers: { 'user-agent': robot.userAgent, accept: '*/*' },
    });
  /** Every address in the mails that went out since then. */
  const mailedSince = (mails: number): string[] => [
    ...new Set(
      office()
        .mailer.sent.slice(mails)
        .flatMap(({ text, html }) =>
          [...`${text} ${html}`.matchAll(/http:\/\/test\.example\/[^\s"<>)]*/gu)].map(([address]) => address),
        ),
    ),
  ];

  test(`LK-09: ${robots.length} robots fetch every link of every mail three times, and nothing happens`, async () => {
    expect(robots).toHaveLength(25);
    const earlier = office().mailer.sent.length;
    const signed = await office().signedQuote();
    await cashDesk(office).confirm(signed);
    const input = { idempotencyKey: aKey(), quoteId: signed.id };
    await office().make(sendFreshLink, { input }, await office().as('STAFF'));
    await office().settle();
    const owner = await office().as('OWNER');
    const { pdfUrl } = await office().make<{ pdfUrl: string }>(quoteById, { id: signed.id }, owner);
    const addresses = [...mailedSince(earlier), new URL(pdfUrl, 'http://test.example').toString()];
    // Quote, signed quote, invoice, receipt, fresh link, and a document: each a link of its own.
    expect(addresses.filter((address) => /\/[qi]\/#[\w-]{43}$/.test(address)).length).toBeGreaterThanOrEqual(
      5,
    );
    // The document is made at its first fetch, which is no step of anybody.
    await office().app.server.inject({
      url: new URL(addresses.at(-1) ?? '').pathname + new URL(addresses.at(-1) ?? '').search,
    });
    const before = await everyRow(office().db);
    let fetched = 0;
    for (const robot of robots)
      for (const address of addresses)
        for (let again = 0; again < 3; again += 1)
          for (const method of robot.methods) {
            const answer = await fetchAs(robot, method, address);
            fetched += 1;
            expect([robot.name, method, answer.statusCode]).toEqual([robot.name, method, 200]);
            if (!address.includes('/documents/') && method === 'GET') {
              expect(answer.body).toContain('<title>Your document</title>');
              expect(private_.filter((word) => answer.body.includes(word))).toEqual([]);
              expect(answer.body).not.toMatch(/og:|twitter:/);
            }
          }
    expect(fetched).toBeGreaterThan(25 * 6 * 3);
    const what = `${robots.length} robots fetch each of ${addresses.length} addresses of the mails three times`;
    expect(await everyRow(office().db)).toBe(before);
    expect(await office().make(linksOfQuote, { id: signed.id }, owner)).toMatchObject({
      openedCount: 0,
      lastOpenedAt: null,
    });
    expect(await office().run(portalQuote, {}, signed.link)).toMatchObject({ number: signed.number });
    figure({ goal: 'G14', what, on: kind, count: fetched, found: 0 });
  });

  test('LK-09: nothing can be done with GET: no question, no signature, no visit', async () => {
    const quote = await office().sentQuote();
    const before = await everyRow(office().db);
    const asked = encodeURIComponent('{ portalQuote { number } }');
    const visit = encodeURIComponent('mutation { recordVisit(input: {visitId: "12345678", opened: true}) }');
    for (const method of ['GET', 'HEAD'] as const)
      for (const query of [asked, visit]) {
        const answer = await office().app.server.inject({
          method,
          url: `/graphql?query=${query}`,
          headers: { authorization: `Link ${quote.link.link}` },
        });
        expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      }
    expect(await everyRow(office().db)).toBe(before);
  });

  test('LK-12: a visit counts as opened once per session of a person, whoever else fetched the page', async () => {
    const quote = await office().sentQuote();
    const visit = (visitId: string, opened: boolean) =>
      office().ask(
        'mutation ($input: RecordVisitInput!) { recordVisit(input: $input) }',
        { input: { visitId, opened } },
        quote.link,
      );
    for (const robot of robots) await visit(`robot-${robot.name}`, false);
    for (let again = 0; again < 3; again += 1) await visit('person-of-today', true);
    expect(await office().make(linksOfQuote, { id: quote.id }, await office().as('OWNER'))).toMatchObject({
      openedCount: 1,
      links: [{ fetchedCount: robots.length, openedCount: 1 }],
    });
  });

  test.each([
    '/q/',
    '/i/',
    '/q/%23TOKEN',
    '/i/%23TOKEN',
    '/q/%2523TOKEN',
    '/q/?utm_source=mail&x=1',
    '/q/%23TOKEN?utm_source=mail',
  ])('LK-13 LK-07: %s is answered with the page, which keeps everything to itself', async (shape) => {
    const quote = await office().sentQuote();
    const answer = await office().app.server.inject({ url: shape.replace('TOKEN', quote.link.link) });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe/);
    // The page names nobody else, and the address does not come back in it.
    expect(answer.body.match(/(?:src|href)="(?!\/)[^"]*"/gu)).toBeNull();
    expect(answer.body + JSON.stringify(answer.headers)).not.toContain(quote.link.link);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('LK-08: the way back from the payment page knows no link, and opens without one', async () => {
    const earlier = office().mailer.sent.length;
    const quote = await office().signedQuote();
    const start =
      'mutation ($input: StartPaymentInput!) { startPayment(input: $input) { ... on CheckoutRedirect { url } } }';
    await office().run(start, { input: {} }, quote.link);
    const request = office().gateway.requests.at(-1);
    expect(request?.returnUrl).toBe('http://test.example/i/?from=checkout');
    const tokens = mailedSince(earlier).map((address) => new URL(address).hash.slice(1));
    expect(tokens.filter((token) => token !== '' && JSON.stringify(request).includes(token))).toEqual([]);
    for (const from of ['checkout', 'canceled'])
      expect((await office().app.server.inject({ url: `/i/?from=${from}` })).statusCode).toBe(200);
  });
});
