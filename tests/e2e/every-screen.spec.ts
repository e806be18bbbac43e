import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { freshDatabase } from '../support/databases.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { busyOffice, type BusyOffice } from './support/busy-office.ts';
import { examine } from './support/examine.ts';
import { nth } from './support/numbers.ts';
import { askAs } from './support/graphql.ts';
import { mailTo } from './support/inbox.ts';
import { desk, newPerson, phone, type Person } from './support/profile.ts';
import { sees, seesText, until } from './support/see.ts';
import { signIn } from './support/staff-steps.ts';
import { noComplaints } from './support/watch.ts';

let browser: Browser;
let server: ServerProcess;
let staff: Person;
let customer: Person;
let office: BusyOffice;

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer({ DATABASE_URL: await freshDatabase('sqlite') });
  staff = await newPerson(browser, { viewport: desk, origins: [server.url] });
  customer = await newPerson(browser, { viewport: phone, origins: [server.url] });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const heading = (page: Page, name: string | RegExp) => sees(page.getByRole('heading', { level: 1, name }));

/** The customer's screen behind this private link. */
async function open(link: string): Promise<Page> {
  customer.watch.secret(link.slice(4));
  await customer.page.goto('about:blank');
  await customer.page.goto(`${server.url}${link}`);
  return customer.page;
}

describe('before anything has happened', () => {
  it('the front page and the sign-in', async () => {
    await staff.page.goto(server.url);
    await heading(staff.page, 'Countersign');
    await examine(staff.page, 'front-page');
    await staff.page.goto(`${server.url}/admin/`);
    await heading(staff.page, 'Sign in to Countersign');
    await examine(staff.page, 'admin-sign-in');
    await signIn(staff.page, server.url);
  });

  it.each([
    ['/admin/', 'Needs attention', 'admin-attention-empty'],
    ['/admin/invoices?status=UNCOLLECTIBLE', 'Invoices', 'admin-invoices-empty'],
    ['/admin/payments', 'Payments', 'admin-payments-sample'],
  ])('%s says what will be there', async (path, title, name) => {
    await staff.page.goto(`${server.url}${path}`);
    await heading(staff.page, title);
    await sees(staff.page.getByRole('heading', { level: 2 }));
    await examine(staff.page, name);
  });

  it('a quote that waits for its customer, on both sides', async () => {
    await staff.page.goto(`${server.url}/admin/quotes?status=OPEN`);
    await staff.page.getByRole('link', { name: 'Website migration' }).click();
    await seesText(staff.page, 'Waits for the customer to read and sign.');
    await examine(staff.page, 'admin-quote-open');
    const mail = await mailTo(server.url, 'ana@silvadental.example', /^Quote /);
    const page = await open(/\/q\/#\S+/.exec(mail.text)?.[0] ?? '');
    await heading(page, 'Website migration');
    await sees(page.getByRole('form', { name: 'Sign' }));
    await examine(page, 'quote-open');
    await page.getByRole('tab', { name: 'Draw' }).click();
    await examine(page, 'quote-draw');
  });
});

describe('the office in the middle of its work', () => {
  beforeAll(async () => {
    office = await busyOffice(server.url, (document, variables) =>
      askAs(staff.context, server.url, document, variables),
    );
  });

  it.each([
    ['/', 'Needs attention', 'admin-attention'],
    ['/quotes', 'Quotes', 'admin-quotes'],
    ['/quotes/new', 'New quote', 'admin-quote-new'],
    ['/invoices', 'Invoices', 'admin-invoices'],
    ['/invoices/new', 'New invoice', 'admin-invoice-new-blank'],
    ['/payments', 'Payments', 'admin-payments'],
    ['/customers', 'Customers', 'admin-customers'],
    ['/customers/new', 'New customer', 'admin-customer-new'],
    ['/catalogue', 'Catalogue', 'admin-catalogue'],
    ['/catalogue/new', 'New item', 'admin-item-new'],
    ['/templates', 'Templates', 'admin-templates'],
    ['/settings', 'Settings', 'admin-settings'],
    ['/nowhere', 'There is no such page', 'admin-no-such-page'],
  ])('%s', async (path, title, name) => {
    await staff.page.goto(`${server.url}/admin${path}`);
    await heading(staff.page, title);
    await read(staff.page);
    await examine(staff.page, name);
  });

  it('a signed quote and a paid invoice', async () => {
    await staff.page.goto(`${server.url}/admin/quotes/${office.quoteId}`);
    await seesText(staff.page, 'Countersigned');
    await examine(staff.page, 'admin-quote-signed');
    await staff.page.goto(`${server.url}/admin/invoices/${office.invoiceId}`);
    await seesText(staff.page, 'Payment confirmed');
    await examine(staff.page, 'admin-invoice-paid');
  });

  it('a draft, its editor, and the question before it is sent', async () => {
    await staff.page.goto(`${server.url}/admin/quotes?status=DRAFT`);
    await staff.page.getByRole('link', { name: 'Repair of the till computer' }).click();
    await staff.page.getByRole('button', { name: 'Approve and send…' }).click();
    await sees(staff.page.getByRole('dialog'));
    await examine(staff.page, 'admin-quote-approve');
    await staff.page.keyboard.press('Escape');
    await staff.page.getByRole('link', { name: 'Edit' }).click();
    await sees(staff.page.getByRole('group', { name: 'Line 2' }));
    await examine(staff.page, 'admin-quote-edit');
  });

  it('a customer, an open invoice, and a payment that is confirmed by hand', async () => {
    await staff.page.goto(`${server.url}/admin/customers`);
    await staff.page.getByRole('link', { name: 'Silva Dental' }).click();
    await heading(staff.page, 'Silva Dental');
    await examine(staff.page, 'admin-customer');
    await staff.page
      .getByRole('link', { name: new RegExp(`^${nth('INV', 2)}`) })
      .first()
      .click();
    await heading(staff.page, new RegExp(`^${nth('INV', 2)}`));
    await examine(staff.page, 'admin-invoice-claimed');
    await staff.page.getByRole('button', { name: 'Confirm what the customer paid…' }).click();
    await sees(staff.page.getByRole('dialog'));
    await examine(staff.page, 'admin-confirm-payment');
  });
});

describe('the customer on the way', () => {
  it('the signed quote, its paid invoice and the receipt', async () => {
    const page = await open(`/q/#${office.quoteLink}`);
    await heading(page, 'This quote is accepted');
    await examine(page, 'quote-signed');
    await page
      .getByRole('link', { name: /^View invoice/ })
      .first()
      .click();
    await sees(page.getByRole('link', { name: /^Receipt RC-/ }));
    await examine(page, 'invoice-paid');
    await page.getByRole('link', { name: /^Receipt RC-/ }).click();
    await heading(page, 'Payment received');
    await examine(page, 'receipt');
  });

  it('an open invoice with each way to pay', async () => {
    const page = await open(`/i/#${office.invoiceLink}`);
    for (const way of ['Card', 'Bank transfer', 'Cash']) {
      await page.getByRole('radio', { name: way }).check();
      await examine(page, `invoice-${way.toLowerCase().replace(' ', '-')}`);
    }
  });
});

describe('the sandbox', () => {
  it('payments, a checkout, the inbox and a mail', async () => {
    const { page } = staff;
    await page.goto(`${server.url}/sandbox/stripe`);
    await examine(page, 'sandbox-payments');
    await page.goto(office.checkoutUrl);
    await examine(page, 'sandbox-checkout');
    await page.goto(`${server.url}/sandbox/mail`);
    await examine(page, 'sandbox-inbox');
    await page.getByRole('link', { name: /^Signed: quote/ }).click();
    await sees(page.frameLocator('iframe').getByRole('link'));
    await examine(page, 'sandbox-mail');
  });

  it('no screen complained, leaked or called anybody else', () => {
    noComplaints(staff, customer);
  });
});

/** Waits until a screen of the office shows what it has read, in each of its parts. */
const read = (page: Page): Promise<void> =>
  until('all is read', async () => (await page.getByRole('status', { name: 'Loading' }).count()) === 0);
