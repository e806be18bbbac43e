import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { cancelQuote } from '../support/operations.ts';
import { aCompany, type Company, type Sent } from '../support/steps.ts';
import { fillSignature, sign, totalNow } from './support/customer-steps.ts';
import { examine } from './support/examine.ts';
import { figures } from './support/figures.ts';
import { desk, newPerson, phone, type Person } from './support/profile.ts';
import { sees, seesText } from './support/see.ts';
import { reviewItem } from './support/staff-steps.ts';
import { noComplaints } from './support/watch.ts';

const ana = { name: 'Ana Silva', email: 'Ana@silvadental.example' };
const nothingBroken = async (office: Company): Promise<void> => expect(await office.broken()).toEqual([]);
const soon = '2026-11-21T01:00:00Z';

/** What a customer meets when the quote cannot be signed. The server runs in here, because its clock has to be set. */
describe('a customer whose quote cannot be signed', () => {
  let browser: Browser;
  let office: Company;
  let url: string;
  let customer: Person;

  beforeAll(async () => {
    browser = await openBrowser();
    office = await aCompany('sqlite');
    await office.app.server.listen({ port: 0, host: '127.0.0.1' });
    url = `http://localhost:${(office.app.server.server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await browser?.close();
    await office?.close();
  });
  beforeEach(async () => {
    office.clock.set(soon);
    customer = await newPerson(browser, { viewport: phone, origins: [url] });
  });
  afterEach(async () => {
    noComplaints(customer);
    await customer.context.close();
    await nothingBroken(office);
  });

  async function open(quote: Sent, { page, watch } = customer): Promise<Page> {
    watch.secret(quote.link.link);
    await page.goto(`${url}/q/#${quote.link.link}`);
    return page;
  }

  it('an expired quote says since when, and whom to ask', async () => {
    const quote = await office.sentQuote();
    office.clock.set('2026-12-02T01:00:00Z');
    const page = await open(quote);
    await sees(page.getByRole('heading', { level: 1, name: 'This quote has expired' }));
    await seesText(page.getByRole('main'), /1 December 2026 \(Sydney time\)/);
    expect(await page.getByRole('button', { name: /sign/i }).count()).toBe(0);
    await examine(page, 'quote-expired');
  });

  it('a quote that expires while it is read says so when it is signed', async () => {
    const page = await open(await office.sentQuote());
    await fillSignature(page, ana);
    office.clock.set('2026-12-02T01:00:00Z');
    await page.getByRole('button', { name: `Sign and accept ${figures.base}` }).click();
    await sees(page.getByRole('heading', { level: 1, name: 'This quote has expired' }));
  });

  it('a withdrawn quote says so', async () => {
    const quote = await office.sentQuote();
    await office.make(
      cancelQuote,
      { input: { id: quote.id, version: quote.version, note: '' } },
      await office.as('OWNER'),
    );
    const page = await open(quote);
    await sees(page.getByRole('heading', { level: 1, name: 'This quote was withdrawn' }));
    await examine(page, 'quote-withdrawn');
  });

  it('a second device shows who has signed, and a form left open there signs nothing twice', async () => {
    const quote = await office.sentQuote();
    const page = await open(quote);
    const tablet = await newPerson(browser, { viewport: desk, origins: [url] });
    await open(quote, tablet);
    await fillSignature(tablet.page, ana);
    await fillSignature(page, ana);
    await sign(page, figures.base);
    await tablet.page.getByRole('button', { name: `Sign and accept ${figures.base}` }).click();
    await sees(tablet.page.getByRole('heading', { level: 1, name: 'This quote is accepted' }));
    await seesText(tablet.page, 'Signed by Ana Silva');
    await page.reload();
    await sees(page.getByRole('heading', { level: 1, name: 'This quote is accepted' }));
    expect(await office.rows(`select id from acceptance where quote_id = '${quote.id}'`)).toHaveLength(1);
    noComplaints(tablet);
    await tablet.context.close();
  });

  it('slips in the form are named together, each leads to its field, and nothing typed is lost', async () => {
    const page = await open(await office.sentQuote());
    await page.getByLabel('Your name').fill('Ana Silva');
    await page.getByRole('button', { name: /^Sign and accept/ }).click();
    const summary = page.getByRole('alert');
    await seesText(summary, '2 things need your attention');
    await examine(page, 'quote-form-slips');
    await summary.getByRole('button', { name: /e-mail/ }).click();
    expect(
      await page.getByLabel('Your e-mail address').evaluate((field) => field === document.activeElement),
    ).toBe(true);
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ana Silva');
  });

  it('a total that was changed on the way is refused calmly, staff see both figures, and the quote can still be signed', async () => {
    const page = await open(await office.sentQuote());
    await page.route('**/graphql', (route) => {
      const body = route.request().postDataJSON() as { variables?: { input?: { expectedTotal?: number } } };
      if (body.variables?.input?.expectedTotal !== undefined) body.variables.input.expectedTotal = 100;
      return route.continue({ postData: JSON.stringify(body) });
    });
    await page.getByRole('checkbox', { name: 'Booking form integration' }).check();
    await fillSignature(page, ana);
    await page.getByRole('button', { name: `Sign and accept ${figures.total}` }).click();
    await seesText(page.getByRole('alert'), /total/i);
    await examine(page, 'quote-refused');

    const staff = await newPerson(browser, { viewport: desk, origins: [url] });
    const { cookie } = await office.as('OWNER');
    const value = cookie.slice(cookie.indexOf('=') + 1);
    await staff.context.addCookies([{ name: 'countersign-on-http', value, url }]);
    await staff.page.goto(`${url}/admin/`);
    const item = reviewItem(staff.page, /did not pass/);
    await sees(item.getByRole('row', { name: /Total.*1\.00.*3,749\.00/ }));
    noComplaints(staff);
    await staff.context.close();

    await page.unroute('**/graphql');
    await seesText(totalNow(page), figures.total);
    await sign(page, figures.total);
  });
});
