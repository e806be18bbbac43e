import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { freshDatabase } from '../support/databases.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { fillSignature, openFromMail, payByCard, sign } from './support/customer-steps.ts';
import { examine } from './support/examine.ts';
import { nth } from './support/numbers.ts';
import { figures } from './support/figures.ts';
import { linkIn, mailsTo, mailTo } from './support/inbox.ts';
import { desk, newPerson, phone, type Person } from './support/profile.ts';
import { sees, seesText, until } from './support/see.ts';
import { goTo, panel, reviewItem, signIn } from './support/staff-steps.ts';
import { oneStory } from './support/story.ts';
import { noComplaints } from './support/watch.ts';

const ana = { name: 'Ana Silva', email: 'ana@silvadental.example' };

/** One story in chapters, in the sample company: the bank of a card asks, and later takes the money back. */
describe('a card whose bank asks twice', () => {
  let browser: Browser;
  let server: ServerProcess;
  let staff: Person;
  let customer: Person;
  let page: Page;
  oneStory(() => [staff, customer]);

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

  const receipts = async () =>
    (await mailsTo(server.url, ana.email)).filter(({ subject }) => subject.startsWith('Receipt'));

  it('the customer signs, and the deposit waits', async () => {
    const mail = await mailTo(server.url, ana.email, /^Quote /);
    customer.watch.secret(linkIn(mail).token);
    page = await openFromMail(
      customer.page,
      `${server.url}/sandbox/mail/${mail.id}`,
      'Read and sign the quote',
    );
    await page.getByRole('checkbox', { name: 'Booking form integration' }).check();
    await fillSignature(page, ana);
    await sign(page, figures.total);
    await page.getByRole('link', { name: /^Pay invoice INV-/ }).click();
    await sees(page.getByRole('radio', { name: 'Card' }));
    await examine(page, 'invoice-to-pay');
  });

  it('a refused card and a bank that says no leave it unpaid, and it can be tried again', async () => {
    await payByCard(page, figures.deposit);
    await page.getByRole('button', { name: 'Decline' }).click();
    await sees(page.getByRole('alert'));
    await page.getByRole('button', { name: 'Pay with 3-D Secure' }).click();
    await sees(page.getByRole('heading', { name: 'Your bank asks whether it is you' }));
    await page.getByRole('button', { name: 'Fail' }).click();
    await sees(page.getByRole('alert'));
    expect(await receipts()).toEqual([]);
  });

  it('once the bank knows the customer, the payment is confirmed and the receipt goes out', async () => {
    await page.getByRole('button', { name: 'Pay with 3-D Secure' }).click();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await seesText(page, 'The payment is confirmed. Thank you.');
    await seesText(page.getByRole('main'), 'Paid');
    await examine(page, 'invoice-paid-by-card');
    expect((await mailTo(server.url, ana.email, new RegExp(`^Receipt ${nth('RC', 1)} `))).text).toContain(
      figures.deposit,
    );
  });

  it('the card holder disputes it at the bank: staff are told, with the day until which to answer', async () => {
    await signIn(staff.page, server.url);
    await atTheProvider('Dispute');
    await staff.page.goto(`${server.url}/admin/`);
    const item = reviewItem(staff.page, /disput/i);
    await sees(item);
    await examine(staff.page, 'review-dispute');
    await item
      .getByRole('link', { name: /^Answer the dispute|^INV-/ })
      .first()
      .click();
    await seesText(panel(staff.page, 'Disputed payment'), 'Answer until');
    await examine(staff.page, 'invoice-disputed');
  });

  it('the evidence is one file with the signed quote, the invoice, the receipt and the log', async () => {
    const started = staff.page.waitForEvent('download');
    await panel(staff.page, 'Disputed payment').getByRole('link', { name: 'Download the evidence' }).click();
    const file = await started;
    expect(file.suggestedFilename()).toMatch(/\.zip$/);
    const bytes = readFileSync(await file.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    // Names stand in a ZIP as they are.
    const names = bytes.toString('latin1');
    for (const part of ['INV-', 'RC-', '.pdf']) expect(names).toContain(part);
  });

  it('the dispute is lost: the invoice is owed again, and the receipt of then stays', async () => {
    await atTheProvider('Lose it');
    await goToInvoice();
    await seesText(panel(staff.page, 'Disputed payment'), 'Lost');
    await seesText(panel(staff.page, 'Balance'), figures.deposit);
    await examine(staff.page, 'invoice-dispute-lost');
    await page.reload();
    await sees(page.getByText(figures.deposit));
    expect(await receipts()).toHaveLength(1);
  });

  it('neither browser complained, leaked or called anybody else', () => {
    noComplaints(staff, customer);
  });

  /** Presses a button at the provider's dashboard, and waits until what comes of it was delivered. */
  async function atTheProvider(what: string): Promise<void> {
    await staff.page.goto(`${server.url}/sandbox/stripe`);
    await staff.page.getByRole('button', { name: what, exact: true }).click();
    await until('every event is delivered', async () => {
      await staff.page.goto(`${server.url}/sandbox/stripe`);
      return (await staff.page.getByText(/Not delivered yet|Held back/).count()) === 0;
    });
  }

  async function goToInvoice(): Promise<void> {
    await staff.page.goto(`${server.url}/admin/`);
    await goTo(staff.page, 'Invoices');
    await staff.page
      .getByRole('row', { name: new RegExp(`${nth('INV', 1)}`) })
      .getByRole('link')
      .first()
      .click();
    await sees(panel(staff.page, 'Disputed payment'));
  }
});
