import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { confirmManualPayment, linksOfQuote } from '../support/operations.ts';
import { aKey, type Sent } from '../support/steps.ts';
import { newPerson, desk } from './support/profile.ts';
import { quoteOffice } from './support/quote-office.ts';
import { sees, until } from './support/see.ts';
import { noComplaints } from './support/watch.ts';

type Row = { kind: string; visit_id: string };
const robots = [
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'WhatsApp/2.23',
  'facebookexternalhit/1.1',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'curl/8.4.0',
];
/** A while that is longer than the two seconds that somebody has to look. */
const aWhile = (page: Page) => page.waitForTimeout(2600);

describe('who opens a link', () => {
  const the = quoteOffice();
  const visits = (quote: Sent): Promise<Row[]> =>
    the.office.rows<Row>(
      `select kind, visit_id from link_visit where quote_id = '${quote.id}' order by kind`,
    );
  const kinds = async (quote: Sent): Promise<string[]> => (await visits(quote)).map(({ kind }) => kind);
  const fetched = (quote: Sent, times = 1) =>
    until('fetched', async () => (await kinds(quote)).filter((kind) => kind === 'FETCHED').length === times);
  const opened = (quote: Sent) => until('opened', async () => (await kinds(quote)).includes('OPENED'));
  const seen = async ({ id }: Sent) =>
    the.office.make<{ openedCount: number }>(linksOfQuote, { id }, await the.office.as('OWNER'));
  const isThere = (page: Page) => sees(page.getByRole('heading', { level: 1, name: 'Website migration' }));

  it('LK-12: a person has opened it once, however often the page is loaded and touched', async () => {
    const quote = await the.office.sentQuote();
    const page = await the.open(quote);
    await isThere(page);
    await fetched(quote);
    await page.getByRole('heading', { level: 1 }).tap();
    expect(await kinds(quote)).toEqual(['FETCHED']);
    await opened(quote);
    for (let round = 0; round < 2; round += 1) {
      await page.reload();
      await isThere(page);
      await page.getByRole('heading', { level: 1 }).tap();
      await aWhile(page);
    }
    expect(await kinds(quote)).toEqual(['FETCHED', 'OPENED']);
    expect(new Set((await visits(quote)).map((row) => row.visit_id)).size).toBe(1);
    expect(await seen(quote)).toMatchObject({ openedCount: 1 });
  });

  it('LK-12: the same link at a desk is another visit; a turn of the wheel or a key is a hand as well', async () => {
    const quote = await the.office.sentQuote();
    for (const [count, hand] of [
      [1, (page: Page) => page.mouse.wheel(0, 300)],
      [2, (page: Page) => page.keyboard.press('PageDown')],
      [3, (page: Page) => page.mouse.move(300, 400, { steps: 3 })],
    ] as const) {
      const person = await newPerson(the.browser, { viewport: desk, origins: [the.url] });
      person.watch.secret(quote.link.link);
      await person.page.goto(`${the.url}/q/#${quote.link.link}`);
      await isThere(person.page);
      await fetched(quote, count);
      await hand(person.page);
      await until(`opened ${count} times`, async () => (await seen(quote)).openedCount === count);
      noComplaints(person);
      await person.context.close();
    }
  });

  it('a page in the background is before nobody’s eyes', async () => {
    const quote = await the.office.sentQuote();
    const { page } = the.customer;
    await page.addInitScript(() => {
      let state = 'hidden';
      Object.defineProperty(document, 'visibilityState', { get: () => state });
      addEventListener('show-it', () => {
        state = 'visible';
        document.dispatchEvent(new Event('visibilitychange'));
      });
    });
    await the.open(quote);
    await isThere(page);
    await fetched(quote);
    await page.getByRole('heading', { level: 1 }).tap();
    await aWhile(page);
    expect(await kinds(quote)).toEqual(['FETCHED']);
    await page.evaluate(() => dispatchEvent(new Event('show-it')));
    await opened(quote);
  });

  it('an invoice and a receipt count like a quote, each for its own link', async () => {
    const quote = await the.office.signedQuote();
    await the.office.settle();
    const { page, watch } = the.customer;
    const { link } = the.office.linkInMail('i', quote.invoice.number);
    watch.secret(link);
    await page.goto(`${the.url}/i/#${link}`);
    await fetched(quote);
    await page.getByRole('heading', { level: 1 }).tap();
    await opened(quote);
    const input = {
      idempotencyKey: aKey(),
      invoiceId: quote.invoice.id,
      paymentId: null,
      method: 'CASH',
      amount: 112_470,
      reference: 'slip 7',
      receivedOn: '2026-11-21',
    };
    await the.office.make(confirmManualPayment, { input }, await the.office.as('STAFF'));
    await the.office.settle();
    const [receipt] = await the.office.rows<{ number: string }>(
      'select number from receipt order by id desc',
    );
    const other = await newPerson(the.browser, { viewport: desk, origins: [the.url] });
    other.watch.secret(link);
    await other.page.goto(`${the.url}/i/#${link}/receipts/${receipt?.number ?? ''}`);
    await sees(other.page.getByRole('heading', { level: 1, name: 'Payment received' }));
    await fetched(quote, 2);
    await other.page.mouse.wheel(0, 100);
    await until('two visits', async () => (await kinds(quote)).join() === 'FETCHED,FETCHED,OPENED,OPENED');
    noComplaints(other);
    await other.context.close();
  });

  it('LK-09: whoever fetches the page for a preview reads neither customer nor amount, and changes nothing', async () => {
    const quote = await the.office.sentQuote();
    for (const path of ['/q/', `/q/%23${quote.link.link}`, '/i/', `/i/%2523${quote.link.link}`, '/q/?x=1'])
      for (const agent of robots)
        for (const method of ['HEAD', 'GET']) {
          const answer = await fetch(`${the.url}${path}`, { method, headers: { 'user-agent': agent } });
          expect(answer.status).toBe(200);
          expect(answer.headers.get('cache-control')).toBe('no-store');
          const html = await answer.text();
          if (method === 'HEAD') continue;
          expect(/<title>(.*)<\/title>/.exec(html)?.[1]).toBe('Your document');
          expect(html).not.toMatch(/silva|harbour|3,299|QT-|og:|description/i);
        }
    expect(await kinds(quote)).toEqual([]);
    const page = await the.open(quote);
    await isThere(page);
  });

  it('that a visit cannot be noted is nobody’s trouble', async () => {
    const quote = await the.office.sentQuote();
    const { page, watch } = the.customer;
    watch.allow('Failed to load resource');
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('recordVisit') ? route.abort() : route.continue(),
    );
    await the.open(quote);
    await isThere(page);
    await page.getByRole('heading', { level: 1 }).tap();
    await aWhile(page);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await kinds(quote)).toEqual([]);
  });
});
