import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { freshDatabase } from '../support/databases.ts';
import { freePort } from '../support/postgres.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import {
  claimCash,
  draw,
  fillSignature,
  openFromMail,
  payByCard,
  sign,
  totalNow,
} from './support/customer-steps.ts';
import { figures, minorUnits } from './support/figures.ts';
import { nth } from './support/numbers.ts';
import { attachedPdf, linkIn, mailTo } from './support/inbox.ts';
import { desk, newPerson, phone, type Person } from './support/profile.ts';
import { sees, seesNoMore, seesText } from './support/see.ts';
import { openSandbox, type SharedSandbox } from './support/shared-sandbox.ts';
import {
  approve,
  goTo,
  issueStage,
  openQuote,
  panel,
  reviewItem,
  reviewDraft,
  signIn,
  writeQuote,
} from './support/staff-steps.ts';
import { oneStory } from './support/story.ts';
import { noComplaints } from './support/watch.ts';

const ana = { name: 'Ana Silva', email: 'ana@silvadental.example' };

/** Staff sit at one process, the customer at the other, and the provider's events reach the office. One PostgreSQL. */
describe('from a quote to two receipts, through two processes', () => {
  let browser: Browser;
  let outside: SharedSandbox;
  let office: ServerProcess;
  let portal: ServerProcess;
  let staff: Person;
  let customer: Person;
  let page: Page;
  let quoteNumber = '';
  oneStory(() => [staff, customer]);

  beforeAll(async () => {
    browser = await openBrowser();
    const [officePort, portalPort] = [await freePort(), await freePort()];
    outside = await openSandbox(`http://127.0.0.1:${officePort}/webhooks/stripe`);
    const shared = {
      ...outside.env,
      DATABASE_URL: await freshDatabase('postgres'),
      PUBLIC_URL: `http://localhost:${portalPort}`,
    };
    // Together, on an empty database: one of them prepares it, the other finds it prepared.
    [office, portal] = await Promise.all([
      startServer({ ...shared, PORT: String(officePort) }),
      startServer({ ...shared, PORT: String(portalPort) }),
    ]);
    staff = await newPerson(browser, { viewport: desk, origins: [office.url] });
    customer = await newPerson(browser, { viewport: phone, origins: [portal.url, outside.url] });
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([office?.stop(), portal?.stop()]);
    await outside?.close();
  });

  it('both start on one empty database, and the sample company is there once', async () => {
    await signIn(staff.page, office.url);
    await goTo(staff.page, 'Customers');
    await sees(staff.page.getByRole('row', { name: 'Silva Dental' }));
    expect(await staff.page.getByRole('row', { name: 'Silva Dental' }).count()).toBe(1);
  });

  it('what staff approve at one process, the customer reads at the other', async () => {
    await staff.page.getByRole('link', { name: 'Silva Dental' }).click();
    await writeQuote(staff.page, 'Website migration, again');
    await reviewDraft(staff.page, 'Website migration, again');
    quoteNumber = await approve(staff.page);
    const mail = await mailTo(outside.url, ana.email, quoteNumber);
    const { url, token } = linkIn(mail);
    expect(new URL(url).origin).toBe(portal.url);
    customer.watch.secret(token);
    page = await openFromMail(
      customer.page,
      `${outside.url}/sandbox/mail/${mail.id}`,
      'Read and sign the quote',
    );
    await page.getByRole('checkbox', { name: 'Booking form integration' }).check();
    await seesText(totalNow(page), figures.total);
  });

  it('a name drawn with the mouse is a signature', async () => {
    await fillSignature(page, ana);
    await draw(page);
    await sign(page, figures.total);
    await seesText(page, figures.deposit);
    const signed = await mailTo(outside.url, ana.email, `Signed: quote ${quoteNumber}`);
    expect((await attachedPdf(outside.url, signed)) ?? figures.total).toContain(figures.total);
    await openQuote(staff.page, quoteNumber);
    await seesText(panel(staff.page, 'Signature'), 'Name drawn');
  });

  it('the event that confirms the card reaches the other process, and the customer sees it', async () => {
    await page.getByRole('link', { name: /^Pay invoice INV-/ }).click();
    await payByCard(page, figures.deposit);
    expect(outside.sandbox.stripe.checkouts.list().map(({ session }) => session.amount_total)).toEqual([
      minorUnits.deposit,
    ]);
    await page.getByRole('button', { name: 'Pay', exact: true }).click();
    await seesText(page, 'The payment is confirmed. Thank you.');
    const receipt = await mailTo(outside.url, ana.email, new RegExp(`^Receipt ${nth('RC', 1)} `));
    expect(receipt.text).toContain(figures.deposit);
  });

  it('a cash claim at one process is confirmed at the other', async () => {
    await openQuote(staff.page, quoteNumber);
    await seesText(panel(staff.page, 'Payment stages'), 'Paid');
    await issueStage(staff.page, 'Progress');
    const mail = await mailTo(outside.url, ana.email, new RegExp(`^Invoice ${nth('INV', 2)} `));
    customer.watch.secret(linkIn(mail).token);
    page = await openFromMail(
      customer.page,
      `${outside.url}/sandbox/mail/${mail.id}`,
      'See and pay the invoice',
    );
    await claimCash(page, 'Olivia at the studio');
    await seesText(page, /You told .* that you paid \$1,499\.60 in cash/);
    await goTo(staff.page, 'Needs attention');
    const item = reviewItem(staff.page, new RegExp(`${nth('INV', 2)}`));
    await item.getByRole('button', { name: `Confirm ${figures.progress}` }).click();
    await seesNoMore(item);
    const receipt = await mailTo(outside.url, ana.email, new RegExp(`^Receipt ${nth('RC', 2)} `));
    expect(receipt.text).toContain(figures.progress);
    await page.reload();
    await sees(page.getByRole('link', { name: new RegExp(`^Receipt ${nth('RC', 2)}`) }));
  });

  it('neither browser complained, leaked or called anybody else', () => {
    noComplaints(staff, customer);
  });
});
