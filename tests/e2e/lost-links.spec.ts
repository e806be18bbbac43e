import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { revokeLink, linksOfQuote } from '../support/operations.ts';
import type { Sent } from '../support/steps.ts';
import { examine } from './support/examine.ts';
import { quoteOffice } from './support/quote-office.ts';
import { sees, seesText } from './support/see.ts';

const gone = 'This link does not open anything any more';
const onItsWay =
  /If we have it on file, a fresh link is on its way to the address that we wrote to\. It can take a few minutes/;
const isGone = (page: Page) => sees(page.getByRole('heading', { level: 1, name: gone }));
const ask = (page: Page) => page.getByRole('button', { name: 'Send me a fresh link' }).click();

describe('a customer whose link opens nothing', () => {
  const the = quoteOffice();

  /** The token of the fresh link in the newest mail, if one was sent for this quote. */
  async function freshToken(quote: Sent): Promise<string | undefined> {
    await the.office.settle();
    const mail = the.office.mailer.sent.findLast(
      ({ subject }) => subject === `Your link to quote ${quote.number}`,
    );
    expect(mail?.to ?? 'Ana@silvadental.example').toBe('Ana@silvadental.example');
    return /\/q\/#([\w-]{43})/.exec(mail?.text ?? '')?.[1];
  }
  async function revoked(): Promise<Sent> {
    const quote = await the.office.sentQuote();
    const owner = await the.office.as('OWNER');
    const { links } = await the.office.make<{ links: { id: string }[] }>(
      linksOfQuote,
      { id: quote.id },
      owner,
    );
    await the.office.make(revokeLink, { input: { id: links[0]?.id } }, owner);
    return quote;
  }

  it('LK-03: a revoked link becomes a fresh one by mail, and that one works', async () => {
    const quote = await revoked();
    const page = await the.open(quote);
    await isGone(page);
    await examine(page, 'link-dead');
    await ask(page);
    await seesText(page.getByRole('status'), onItsWay);
    await examine(page, 'link-fresh-asked');
    const token = await freshToken(quote);
    await the.open({ link: { link: token ?? 'no fresh link' } });
    await sees(page.getByRole('heading', { level: 1, name: 'Website migration' }));
    await page.reload();
    await sees(page.getByRole('heading', { level: 1, name: 'Website migration' }));
  });

  it('a link that is over asks for a fresh one in the same way', async () => {
    const quote = await the.office.sentQuote();
    the.office.clock.advance(401 * 24 * 60 * 60_000);
    const page = await the.open(quote);
    await isGone(page);
    await ask(page);
    await seesText(page.getByRole('status'), onItsWay);
    expect(await freshToken(quote)).toMatch(/^[\w-]{43}$/);
  });

  it('LK-13: an address without its link asks by number, and mails the address on file alone', async () => {
    const quote = await the.office.sentQuote();
    const { page } = the.customer;
    await page.goto(`${the.url}/q/`);
    await isGone(page);
    await ask(page);
    await seesText(page.getByRole('alert'), '2 things need your attention');
    await examine(page, 'link-none');
    const before = the.office.mailer.sent.length;
    await page.getByLabel('Number of the quote or invoice').fill(quote.number);
    await page.getByLabel('Your e-mail address').fill('ben@elsewhere.example');
    await ask(page);
    await seesText(page.getByRole('status'), onItsWay);
    await the.office.settle();
    expect(the.office.mailer.sent).toHaveLength(before);
    await page.getByRole('button', { name: 'Ask with the number' }).click();
    expect(await page.getByLabel('Number of the quote or invoice').inputValue()).toBe(quote.number);
    await page.getByLabel('Number of the quote or invoice').fill(quote.number.toLowerCase());
    await page.getByLabel('Your e-mail address').fill('Ana@silvadental.example');
    await ask(page);
    await seesText(page.getByRole('status'), onItsWay);
    const token = await freshToken(quote);
    await the.open({ link: { link: token ?? 'no fresh link' } });
    await sees(page.getByRole('heading', { level: 1, name: 'Website migration' }));
  });

  it('a link that nobody made looks the same, and leads on by number', async () => {
    const { page } = the.customer;
    await page.goto(`${the.url}/q/#${'A'.repeat(43)}`);
    await isGone(page);
    await ask(page);
    await seesText(page.getByRole('status'), onItsWay);
    await page.getByRole('button', { name: 'Ask with the number' }).click();
    await sees(page.getByLabel('Number of the quote or invoice'));
    await page.goto(`${the.url}/i/#/invoices/INV-2026-0001`);
    await isGone(page);
    expect(await page.getByLabel('Number of the quote or invoice').inputValue()).toBe('INV-2026-0001');
  });

  it('is told so when there is no network, and can try again', async () => {
    const quote = await revoked();
    const page = await the.open(quote);
    the.customer.watch.allow('Failed to load resource');
    await isGone(page);
    await page.route('**/graphql', (route) => route.abort());
    await ask(page);
    await seesText(page.getByRole('alert'), /No answer came/);
    await page.unroute('**/graphql');
    await ask(page);
    await seesText(page.getByRole('status'), onItsWay);
  });
});

describe('LK-13: a link that a mail gateway has mangled', () => {
  const the = quoteOffice();

  it.each([
    ['with # as %23', (token: string) => `/q/%23${token}`],
    ['with # as %2523', (token: string) => `/q/%2523${token}`],
    ['with parameters before it', (token: string) => `/q/?utm_source=mail&x=1#${token}`],
    ['with parameters behind it', (token: string) => `/q/#${token}?utm_source=mail`],
    ['with both', (token: string) => `/q/%23${token}?utm_source=mail`],
    ['inside a parameter', (token: string) => `/q/?data=05%7C01%23${token}`],
  ])('opens %s, and the token stays nowhere', async (_how, mangled) => {
    const quote = await the.office.sentQuote();
    const token = quote.link.link;
    const { page } = the.customer;
    const lines: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      lines.push(`${pathname}${search} ${request.headers()['referer'] ?? ''}`);
    });
    await page.goto(`${the.url}${mangled(token)}`);
    await sees(page.getByRole('heading', { level: 1, name: 'Website migration' }));
    expect(new URL(page.url()).pathname + new URL(page.url()).search + new URL(page.url()).hash).toBe(
      '/q/#/',
    );
    // what the gateway wrote into the path has been sent with the very first line, and never again
    expect(lines.slice(1).filter((line) => line.includes(token))).toEqual([]);
    expect(lines.length).toBeGreaterThan(2);
    lines.length = 0;
    await page.goto('about:blank');
    await page.goBack();
    await sees(page.getByRole('heading', { level: 1, name: 'Website migration' }));
    await page.reload();
    await sees(page.getByRole('heading', { level: 1, name: 'Website migration' }));
    expect(page.url()).not.toContain(token);
    expect(lines.filter((line) => line.includes(token))).toEqual([]);
    expect(await page.evaluate(() => JSON.stringify(history.state) + document.referrer)).toBe('null');
  });
});
