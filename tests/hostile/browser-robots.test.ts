import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { everyRow } from '../support/every-row.ts';
import { figure } from '../support/figures.ts';
import { linksOfQuote, sendAccountLink, sendFreshLink } from '../support/operations.ts';
import { aKey } from '../support/steps.ts';

/** How long it stays and goes on clicking. A person is believed after two; in a release the robot stays for sixty. */
const seconds = Number(process.env['WATCH_SECONDS'] ?? 3);

const added = new Set([
  ...['link_visit', 'job', 'event', 'audit', 'audit_seal', 'audit_anchor'],
  // A PDF is made when it is first fetched.
  'document',
]);

describe.each(databases)('a browser that nobody sits at, on %s', (kind) => {
  const office = companyOn(kind, 'after each');
  let browser: Browser;
  let url = '';
  beforeAll(async () => {
    browser = await openBrowser();
    await office().app.server.listen({ port: 0, host: '127.0.0.1' });
    url = `http://localhost:${(office().app.server.server.address() as AddressInfo).port}`;
  });
  afterAll(() => browser?.close());

  test('LK-10: a browser that runs scripts, clicks everything and waits has only fetched each link, and decided nothing', async () => {
    const before = office().mailer.sent.length;
    const open = await office().sentQuote();
    const unpaid = await office().signedQuote();
    const paid = await office().signedQuote();
    await cashDesk(office).confirm(paid);
    const staff = await office().as('STAFF');
    for (const quote of [open, unpaid])
      await office().make(sendFreshLink, { input: { idempotencyKey: aKey(), quoteId: quote.id } }, staff);
    const account = { idempotencyKey: aKey(), customerId: unpaid.customer.id };
    await office().make(sendAccountLink, { input: account }, staff);
    await office().settle();
    const mails = office().mailer.sent.slice(before);
    const links = [...new Set(mails.flatMap(({ text }) => text.match(/\/[qia]\/#[\w-]{43}/gu) ?? []))];
    // Quotes that wait and that are signed, an invoice that is owed and one that is paid, a receipt, fresh links, an account.
    expect(links.length).toBeGreaterThanOrEqual(9);
    expect(new Set(links.map((link) => link.slice(0, 3)))).toEqual(new Set(['/q/', '/i/', '/a/']));
    const rows = await office().rows<{ n: number }>('select count(*) as n from link_visit');
    expect(Number(rows[0]?.n)).toBe(0);
    const then = await tables();
    const clicks = await Promise.all(links.map((link) => robotAt(`${url}${link}`)));
    // It found what there is to click on each of them.
    expect(Math.min(...clicks)).toBeGreaterThan(0);
    const visits = await office().rows<{ kind: string }>('select kind from link_visit');
    expect(visits.length).toBeGreaterThanOrEqual(links.length);
    expect(new Set(visits.map((visit) => visit.kind))).toEqual(new Set(['FETCHED']));
    expect(await tables()).toEqual(then);
    await office().settle();
    expect(office().mailer.sent.length).toBe(before + mails.length);
    const owner = await office().as('OWNER');
    for (const { id } of [open, unpaid, paid])
      expect(await office().make(linksOfQuote, { id }, owner)).toMatchObject({ openedCount: 0 });
    const what =
      'clicks of a browser that runs scripts, opens every kind of link, clicks everything and waits';
    const count = clicks.reduce((sum, one) => sum + one, 0);
    figure({ goal: 'G14', what, on: kind, count, found: 0, worst: { 'seconds of patience': seconds } });
  });

  /** Everything that the database holds, but what a page that is fetched may add to. */
  const tables = async (): Promise<string[]> =>
    (await everyRow(office().db)).split('\n').filter((table) => !added.has(table.split(' ')[0] ?? ''));

  /** Opens it, clicks all that can be clicked, again and again, with events of its own; how often it clicked. */
  async function robotAt(address: string): Promise<number> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    let clicked = 0;
    for (const until = Date.now() + seconds * 1000; Date.now() < until;) {
      // It may have clicked itself away; then it comes back by the link.
      clicked += await clickAll(page).catch(() => 0);
      await page.waitForTimeout(250).catch(() => undefined);
      if (!page.url().startsWith(url)) await page.goto(address);
    }
    await context.close();
    return clicked;
  }
});

const clickAll = (page: Page): Promise<number> =>
  page.evaluate(() => {
    for (const type of ['pointerdown', 'pointermove', 'touchstart', 'keydown', 'wheel', 'scroll'])
      document.body.dispatchEvent(new Event(type, { bubbles: true }));
    dispatchEvent(new PointerEvent('pointermove', { movementX: 9, bubbles: true }));
    scrollTo(0, document.body.scrollHeight);
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'button, a, summary, label, input, [role=tab], [role=button]',
      ),
    ];
    for (const one of all) one.click();
    return all.length;
  });
