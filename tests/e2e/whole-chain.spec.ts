import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { freshDatabase } from '../support/databases.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import {
  claimCash,
  fillSignature,
  openFromMail,
  payByCard,
  sign,
  totalNow,
} from './support/customer-steps.ts';
import { figures, minorUnits } from './support/figures.ts';
import { nth } from './support/numbers.ts';
import { askAs } from './support/graphql.ts';
import { attachedPdf, linkIn, mailsTo, mailTo, pdfText } from './support/inbox.ts';
import { desk, newPerson, phone, type Person } from './support/profile.ts';
import { part, sees, seesNoMore, seesText } from './support/see.ts';
import { oneStory } from './support/story.ts';
import {
  addCustomer,
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
import { noComplaints } from './support/watch.ts';

const mia = { name: 'Mia Chen', email: 'mia@baystreet.example' };

/** One story in chapters: each starts where the one before ended. On SQLite, in one process, with the sandbox outside. */
describe('from a quote to two receipts', () => {
  let browser: Browser;
  let server: ServerProcess;
  let staff: Person;
  let customer: Person;
  let quotePage: Page;
  let quoteNumber = '';
  oneStory(() => [staff, customer]);
  const sandboxMail = (id: string) => `${server.url}/sandbox/mail/${id}`;

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

  it('staff write a quote for a new customer and approve it', async () => {
    const { page } = staff;
    await signIn(page, server.url);
    await addCustomer(page, { name: 'Bay Street Physio', contact: mia.name, email: mia.email });
    await writeQuote(page, 'Website migration');
    await seesText(panel(page, 'Total'), figures.base);
    await reviewDraft(page, 'Website migration');
    quoteNumber = await approve(page);
    expect(quoteNumber).toMatch(/^QT-[A-Z0-9]+-0001-1$/);
    await sees(page.getByRole('main').getByText('Open', { exact: true }));
  });

  it('the customer reads it on a phone, from the mail to the terms', async () => {
    const mail = await mailTo(server.url, mia.email, quoteNumber);
    expect(mail.text).toContain(figures.base);
    customer.watch.secret(linkIn(mail).token);
    quotePage = await openFromMail(customer.page, sandboxMail(mail.id), 'Read and sign the quote');
    await sees(quotePage.getByRole('heading', { level: 1, name: 'Website migration' }));
    await sees(quotePage.getByRole('heading', { name: 'What we do' }));
    await seesText(quotePage, 'Redirects');
    await sees(quotePage.getByRole('row', { name: /Website migration.*\$3,299\.00/ }));
    await sees(quotePage.getByRole('checkbox', { name: 'Booking form integration', checked: false }));
    for (const [stage, amount] of [
      ['Deposit', figures.depositBefore],
      ['Progress', '$1,319.60'],
      ['Final', figures.depositBefore],
    ] as const) {
      await sees(part(quotePage, 'How it is paid').getByRole('row', { name: stage }).getByText(amount));
    }
    await seesText(part(quotePage, 'Terms'), '14 days');
    expect(await quotePage.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  });

  it('the total moves with the option, and the name typed is the signature', async () => {
    await seesText(totalNow(quotePage), figures.base);
    await quotePage.getByRole('checkbox', { name: 'Booking form integration' }).check();
    await seesText(totalNow(quotePage), figures.total);
    await sees(
      part(quotePage, 'How it is paid').getByRole('row', { name: 'Progress' }).getByText(figures.progress),
    );
    await fillSignature(quotePage, mia);
    await sign(quotePage, figures.total);
    await seesText(part(quotePage, 'Total agreed'), figures.total);
    await sees(
      part(quotePage, 'How it is paid').getByRole('row', { name: 'Deposit' }).getByText(figures.deposit),
    );
  });

  it('two mails bring the signed quote and the invoice, both as PDF, with the same figures', async () => {
    const signed = await mailTo(server.url, mia.email, `Signed: quote ${quoteNumber}`);
    const invoice = await mailTo(server.url, mia.email, new RegExp(`^Invoice ${nth('INV', 1)} `));
    expect(signed.text).toContain(figures.total);
    expect(invoice.text).toContain(figures.deposit);
    const [signedPdf, invoicePdf] = [
      await attachedPdf(server.url, signed),
      await attachedPdf(server.url, invoice),
    ];
    for (const text of [figures.total, figures.deposit, figures.progress, mia.name])
      expect(signedPdf ?? text).toContain(text);
    expect(invoicePdf ?? figures.deposit).toContain(figures.deposit);
  });

  it('a declined card leaves the deposit unpaid and visible', async () => {
    await quotePage.getByRole('link', { name: /^Pay invoice INV-/ }).click();
    await payByCard(quotePage, figures.deposit);
    await seesText(quotePage, 'AUD 1,124.70');
    await quotePage.getByRole('button', { name: 'Decline' }).click();
    await sees(quotePage.getByRole('alert'));
    await quotePage.getByRole('link', { name: 'Abandon' }).click();
    await sees(
      quotePage
        .getByRole('button', { name: `Pay ${figures.deposit} by card` })
        .or(quotePage.getByText('I did not pay; show the invoice')),
    );
    await seesText(quotePage, 'Open');
    await sees(quotePage.getByText(figures.deposit));
    expect(await mailsTo(server.url, mia.email)).toHaveLength(3);
  });

  it('a paid card is confirmed by the webhook and by nothing else', async () => {
    await sandboxSends('when I say so');
    const stop = quotePage.getByRole('button', { name: 'I did not pay; show the invoice' });
    if (await stop.isVisible()) await stop.click();
    await payByCard(quotePage, figures.deposit);
    await quotePage.getByRole('button', { name: 'Pay', exact: true }).click();
    await seesText(quotePage, 'Confirming with the payment provider…');
    expect(await quotePage.getByText('Paid', { exact: true }).count()).toBe(0);
    await staff.page.getByRole('link', { name: 'Refresh' }).click();
    await staff.page.getByRole('button', { name: 'Send all that are held' }).click();
    await seesText(quotePage, 'The payment is confirmed. Thank you.');
    await seesText(quotePage.getByRole('main'), 'Paid');
    await sandboxSends('at once');
    const receipt = await mailTo(server.url, mia.email, new RegExp(`^Receipt ${nth('RC', 1)} `));
    expect(receipt.text).toContain(figures.deposit);
    expect((await attachedPdf(server.url, receipt)) ?? figures.deposit).toContain(figures.deposit);
  });

  it('the receipt opens from the invoice, and so does its PDF', async () => {
    await quotePage.getByRole('link', { name: /^Receipt RC-/ }).click();
    await sees(quotePage.getByRole('heading', { level: 1, name: 'Payment received' }));
    await seesText(quotePage, figures.deposit);
    const answered = customer.context.waitForEvent('response', (response) =>
      response.url().includes('/documents/receipts/'),
    );
    await quotePage.getByRole('button', { name: 'Open the receipt PDF' }).click();
    const response = await answered;
    expect(response.headers()['content-type']).toBe('application/pdf');
    const pdf = await customer.context.request.get(response.url());
    expect((await pdfText(await pdf.body())) ?? figures.deposit).toContain(figures.deposit);
  });

  it('staff see the acceptance and the payment with its time, method and reference', async () => {
    const { page } = staff;
    await page.goto(`${server.url}/admin/`);
    await openQuote(page, quoteNumber);
    await seesText(panel(page, 'Signature'), mia.email);
    await seesText(panel(page, 'Signature'), 'Name typed');
    await seesText(panel(page, 'Signature'), figures.total);
    await panel(page, 'Payment stages').getByRole('link', { name: /^INV-/ }).click();
    const log = panel(page, 'Payment log').getByRole('listitem').filter({ hasText: 'Payment confirmed' });
    await seesText(log, /Card · pi_/);
    expect(await log.getByRole('time').getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\dT/);
    await page.goto(`${server.url}/sandbox/stripe`);
    await sees(page.getByRole('listitem').filter({ hasText: 'AUD 1,124.70' }).filter({ hasText: 'Paid' }));
  });

  it('the figures are the same for programs', async () => {
    const { quotes } = await askAs<{ quotes: { items: Priced[] } }>(
      staff.context,
      server.url,
      pricesOfQuotes,
    );
    const quote = quotes.items.find(({ number }) => number === quoteNumber);
    expect(quote?.acceptance?.total).toEqual({ amount: minorUnits.total, currency: 'AUD' });
    expect(quote?.stages.map(({ amount }) => amount.amount)).toEqual([
      minorUnits.deposit,
      minorUnits.progress,
      minorUnits.deposit,
    ]);
    expect(quote?.invoices.map(({ totals, status }) => [totals.gross.amount, status])).toEqual([
      [minorUnits.deposit, 'PAID'],
    ]);
  });

  it('a cash claim on the next stage changes nothing but the list of tasks', async () => {
    const { page } = staff;
    await page.goto(`${server.url}/admin/`);
    await openQuote(page, quoteNumber);
    await issueStage(page, 'Progress');
    const mail = await mailTo(server.url, mia.email, new RegExp(`^Invoice ${nth('INV', 2)} `));
    expect(mail.text).toContain(figures.progress);
    customer.watch.secret(linkIn(mail).token);
    const invoicePage = await openFromMail(customer.page, sandboxMail(mail.id), 'See and pay the invoice');
    await sees(invoicePage.getByRole('heading', { level: 1, name: /Progress/ }));
    await seesText(invoicePage, figures.progress);
    await claimCash(invoicePage, 'Olivia at the studio');
    await seesText(invoicePage, /You told .* that you paid \$1,499\.60 in cash/);
    await seesText(invoicePage, 'Open');
    await goTo(page, 'Needs attention');
    await seesText(reviewItem(page, new RegExp(`${nth('INV', 2)}`)), figures.progress);
    expect(
      (await mailsTo(server.url, mia.email)).filter(({ subject }) => subject.startsWith('Receipt')),
    ).toHaveLength(1);
  });

  it('staff confirm the cash in one step, and the second receipt goes out', async () => {
    const { page } = staff;
    const item = reviewItem(page, new RegExp(`${nth('INV', 2)}`));
    await item.getByRole('button', { name: `Confirm ${figures.progress}` }).click();
    await seesNoMore(item);
    const receipt = await mailTo(server.url, mia.email, new RegExp(`^Receipt ${nth('RC', 2)} `));
    expect(receipt.text).toContain(figures.progress);
    expect((await attachedPdf(server.url, receipt)) ?? figures.progress).toContain(figures.progress);
    await goTo(page, 'Invoices');
    await sees(page.getByRole('row', { name: new RegExp(`${nth('INV', 2)}.*Paid.*\\$1,499\\.60`) }));
  });

  it('LK-07: neither browser complained, leaked or called anybody else', () => {
    noComplaints(staff, customer);
  });

  /** Sets when the payment provider's events go out, on its page. */
  async function sandboxSends(when: string): Promise<void> {
    await staff.page.goto(`${server.url}/sandbox/stripe`);
    await staff.page.getByLabel('Send events').selectOption({ label: when });
    await staff.page.getByRole('button', { name: 'Apply' }).click();
    await sees(staff.page.getByRole('heading', { name: 'Checkouts' }));
  }
});

type Amount = { amount: number; currency: string };
type Priced = {
  number: string;
  acceptance: { total: Amount } | null;
  stages: { amount: Amount }[];
  invoices: { status: string; totals: { gross: Amount } }[];
};

const pricesOfQuotes = `{
  quotes { items { number acceptance { total { amount currency } } stages { amount { amount currency } }
    invoices { status totals { gross { amount currency } } } } }
}`;
