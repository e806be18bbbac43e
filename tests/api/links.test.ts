import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import * as operations from '../support/operations.ts';
import { aKey, type Sent } from '../support/steps.ts';

type Links = {
  openedCount: number;
  lastOpenedAt: string | null;
  links: {
    id: string;
    purpose: string;
    fetchedCount: number;
    openedCount: number;
    revokedAt: string | null;
  }[];
};

describe.each(databases)('links on %s', (kind) => {
  const office = companyOn(kind);
  const linksOf = async ({ id }: { id: string }) =>
    office().make<Links>(operations.linksOfQuote, { id }, await office().as('OWNER'));
  const page = (link: { link: string }) => office().run(operations.portalQuote, {}, link);
  const revoke = async (id: string) =>
    office().run<Links>(operations.revokeLink, { input: { id } }, await office().as('STAFF'));
  const sendFresh = async (quote: Sent, idempotencyKey = aKey()) => {
    const input = { idempotencyKey, quoteId: quote.id };
    const result = await office().run<Links>(operations.sendFreshLink, { input }, await office().as('STAFF'));
    await office().settle();
    return result;
  };
  const visit = (quote: Sent, visitId: string, opened: boolean) =>
    office().ask(operations.recordVisit, { input: { visitId, opened } }, quote.link);
  const lost = (input: object) => office().ask(operations.requestFreshLink, { input }, null);
  const freshMails = (quote: Sent) =>
    office().mailer.sent.filter(({ subject }) => subject === `Your link to quote ${quote.number}`);

  test('LK-03: a revoked link is dead at once and looks like any wrong one; other links live on', async () => {
    const quote = await office().sentQuote();
    await sendFresh(quote);
    const fresh = { link: /\/q\/#([\w-]{43})/.exec(freshMails(quote)[0]?.text ?? '')?.[1] ?? '' };
    const first = (await linksOf(quote)).links.at(-1);
    expect(await revoke(first?.id ?? '')).toMatchObject({ links: [{ revokedAt: null }, { id: first?.id }] });
    await revoke(first?.id ?? '');
    expect(await page(quote.link)).toEqual({ fault: 'NOT_FOUND' });
    expect(await page({ link: 'x'.repeat(43) })).toEqual({ fault: 'NOT_FOUND' });
    expect(await page(fresh)).toMatchObject({ number: quote.number });
    const { timeline } = await office().make<{ timeline: { text: string }[] }>(
      operations.quoteById,
      { id: quote.id },
      await office().as('OWNER'),
    );
    expect(timeline.filter(({ text }) => text.startsWith('Revoked'))).toHaveLength(1);
  });

  test('a link is over after its time', async () => {
    const quote = await office().sentQuote();
    const before = office().clock.now().toISOString();
    office().clock.advance(401 * 24 * 60 * 60_000);
    expect(await page(quote.link)).toEqual({ fault: 'NOT_FOUND' });
    office().clock.set(before);
    expect(await page(quote.link)).toMatchObject({ number: quote.number });
  });

  test('the same click sends one fresh link', async () => {
    const quote = await office().sentQuote();
    const key = aKey();
    await sendFresh(quote, key);
    await sendFresh(quote, key);
    expect(freshMails(quote)).toHaveLength(1);
  });

  test('LK-12: opened counts once per visit and apart from fetched', async () => {
    const quote = await office().sentQuote();
    await visit(quote, 'scanner-1', false);
    await visit(quote, 'scanner-2', false);
    await visit(quote, 'person-01', false);
    for (let again = 0; again < 3; again += 1) await visit(quote, 'person-01', true);
    const seen = await linksOf(quote);
    expect(seen).toMatchObject({ openedCount: 1, lastOpenedAt: office().clock.now().toISOString() });
    expect(seen.links).toMatchObject([{ fetchedCount: 3, openedCount: 1 }]);
  });

  test('LK-13: a lost link is replaced by a mail to the address on file and to no other', async () => {
    const quote = await office().sentQuote();
    const [first] = (await linksOf(quote)).links;
    await revoke(first?.id ?? '');
    const before = office().mailer.sent.length;
    const answers = await Promise.all([
      lost({ token: 'x'.repeat(43) }),
      lost({ number: quote.number, email: 'somebody@else.example' }),
      lost({ number: 'QT-NOBODY-0001-1', email: 'Ana@silvadental.example' }),
      lost({}),
    ]);
    await office().settle();
    expect(office().mailer.sent).toHaveLength(before);
    answers.push(await lost({ token: quote.link.link }));
    answers.push(await lost({ number: quote.number, email: 'Ana@silvadental.example' }));
    await office().settle();
    expect(answers.map(({ data }) => data)).toEqual(answers.map(() => ({ requestFreshLink: true })));
    expect(freshMails(quote).map(({ to }) => to)).toEqual([
      'Ana@silvadental.example',
      'Ana@silvadental.example',
    ]);
  });

  test('nobody’s mailbox is filled: three fresh links an hour', async () => {
    const quote = await office().sentQuote();
    for (let click = 0; click < 5; click += 1) await lost({ token: quote.link.link });
    await office().settle();
    expect(freshMails(quote).length).toBeLessThanOrEqual(3);
  });
});
