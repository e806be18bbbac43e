import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aPdf, aPhoto } from '../support/files.ts';
import { confirmManualPayment, readPaymentSettings, updatePaymentSettings } from '../support/operations.ts';
import { scanned } from '../support/scan.ts';
import { aKey, type Signed } from '../support/steps.ts';
import { examine } from './support/examine.ts';
import { quoteOffice } from './support/quote-office.ts';
import { part, sees, seesNoMore, seesText, until } from './support/see.ts';

const account = {
  ...{ holder: 'Harbour & Pine Europe GmbH', iban: 'DE89370400440532013000', bic: '', street: '' },
  ...{ houseNumber: '', postalCode: '', town: '', country: '', payNow: '' },
};
const withProofs = `query ($id: ID!) { invoice(id: $id) { status payments { id status proofs { name url } } } }`;
type Seen = {
  status: string;
  payments: { id: string; status: string; proofs: { name: string; url: string }[] }[];
};

describe('a customer who pays by transfer', () => {
  const the = quoteOffice();

  const inEuros = async (bankAccount: object = account): Promise<Signed & { email: string }> => {
    const owner = await the.office.as('OWNER');
    const { version } = await the.office.make<{ version: number }>(readPaymentSettings, {}, owner);
    const input = { version, bankAccount, claimPauseDays: 7 };
    await the.office.make(updatePaymentSettings, { input }, owner);
    const email = `ana.${aKey()}@silvadental.example`;
    const { id } = await the.office.customer({ currency: 'EUR', email });
    return { ...(await the.office.signedQuote({}, { email }, id)), email };
  };
  const confirm = async (quote: Signed, paymentId: string | null, amount: number) => {
    const money = { method: 'BANK_TRANSFER', amount, reference: 'SEPA 4711', receivedOn: '2026-11-21' };
    const input = { idempotencyKey: aKey(), invoiceId: quote.invoice.id, paymentId, ...money };
    await the.office.make(confirmManualPayment, { input }, await the.office.as('STAFF'));
    await the.office.settle();
  };
  const look = async (quote: Signed) =>
    the.office.make<Seen>(withProofs, { id: quote.invoice.id }, await the.office.as('BOOKKEEPER'));
  const toInvoice = async (quote: Signed): Promise<Page> => {
    const page = await the.open(quote);
    await page.getByRole('link', { name: `Pay invoice ${quote.invoice.number}` }).click();
    await sees(page.getByRole('heading', { level: 1, name: /^Deposit/ }));
    return page;
  };

  it('copies the fields or scans the code, sends a photo of the slip along, and gets the receipt', async () => {
    const quote = await inEuros();
    const { number } = quote.invoice;
    const page = await toInvoice(quote);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('radio', { name: 'Bank transfer' }).check();

    const code = page.getByRole('img', { name: /SEPA payment code/ });
    await sees(code);
    expect(await code.getAttribute('aria-label')).toContain(
      `1,124.70 to Harbour & Pine Europe GmbH, reference ${number}`,
    );
    expect(await scanned(await code.screenshot(), 900)).toBe(
      `BCD\n002\n1\nSCT\n\nHarbour & Pine Europe GmbH\nDE89370400440532013000\nEUR1124.70\n\n\n${number}`,
    );
    for (const [field, text] of [
      ['IBAN', 'DE89370400440532013000'],
      ['Amount', '1124.70'],
      ['Reference', number],
    ] as const) {
      await page.getByRole('button', { name: `Copy ${field}` }).click();
      await until(
        `${field} is copied`,
        async () => (await page.evaluate(() => navigator.clipboard.readText())) === text,
      );
    }
    await examine(page, 'invoice-transfer');

    await page.getByLabel('Photo or PDF of the slip (optional)').setInputFiles([
      { name: 'slip.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() },
      { name: 'bank.pdf', mimeType: 'application/pdf', buffer: await aPdf() },
    ]);
    await seesText(page, 'To be sent along: slip.jpg, bank.pdf');
    expect(await page.getByLabel('Reference on the transfer').inputValue()).toBe(number);
    await page.getByRole('button', { name: /^Tell / }).click();
    await seesText(page, 'You sent along: slip.jpg, bank.pdf.');
    await seesNoMore(page.getByRole('form', { name: 'I have paid by transfer' }));
    await examine(page, 'invoice-claimed-with-proof');

    const seen = await look(quote);
    expect(seen).toMatchObject({ status: 'OPEN', payments: [{ status: 'CLAIMED' }] });
    const [claim] = seen.payments;
    expect(claim?.proofs.map(({ name }) => name)).toEqual(['slip.jpg', 'bank.pdf']);
    const file = await the.office.app.server.inject({ url: claim?.proofs[0]?.url ?? '' });
    expect(file.headers['content-type']).toBe('image/jpeg');

    await confirm(quote, claim?.id ?? null, 112_470);
    await page.reload();
    await seesText(part(page, 'Payments'), 'Confirmed');
    await page.getByRole('link', { name: /^Receipt RC-/ }).click();
    await sees(page.getByRole('heading', { level: 1, name: 'Payment received' }));
    await seesText(page, 'by bank transfer');
  });

  it('is told why a file was not taken, and the claim stands', async () => {
    const quote = await inEuros();
    const page = await toInvoice(quote);
    the.customer.watch.allow('422');
    await page.getByRole('radio', { name: 'Bank transfer' }).check();
    const program = { name: 'slip.exe', mimeType: 'image/jpeg', buffer: Buffer.from('MZ a program') };
    await page.getByLabel('Photo or PDF of the slip (optional)').setInputFiles([program]);
    await page.getByRole('button', { name: /^Tell / }).click();
    await seesText(page, 'Only PDF, PNG, JPEG and WebP files can be attached.');
    await seesText(page, /You told Harbour & Pine Web Studio that you paid/);
    await page
      .getByLabel('Add a photo or PDF of the slip')
      .setInputFiles([{ name: 'slip.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() }]);
    await seesText(page, 'You sent along: slip.jpg.');
  });

  it('sees no code where no standard fits, and what to copy all the same', async () => {
    const quote = await inEuros({ ...account, holder: '', iban: '' });
    const page = await toInvoice(quote);
    await page.getByRole('radio', { name: 'Bank transfer' }).check();
    await seesText(page, 'The reference is how Harbour & Pine Web Studio finds your payment');
    await sees(page.getByRole('button', { name: 'Copy BSB' }));
    expect(await page.getByRole('img', { name: /code/ }).count()).toBe(0);
  });

  it('pays too much, has it as credit, takes it off the next invoice, and sees everything under one link', async () => {
    const first = await inEuros();
    await confirm(first, null, 120_000);
    const page = await toInvoiceOf(await the.open(first), first);
    await seesText(part(page, 'Payments'), /75\.30 more than was owed; kept as your credit\./);
    await examine(page, 'invoice-overpaid');

    const next = await the.office.signedQuote({}, { email: first.email }, first.customer.id);
    const second = await toInvoice(next);
    await seesText(second, /75\.30 of credit with Harbour & Pine Web Studio/);
    await examine(second, 'invoice-credit');
    await second.getByRole('button', { name: /^Take .*75\.30 off this invoice/ }).click();
    await seesText(second.getByRole('banner').or(second.getByRole('main')), 'Partly paid');
    await seesText(part(second, 'Total'), /1,049\.40/);
    await examine(second, 'invoice-partly-paid');

    await second.getByRole('button', { name: 'See everything from Harbour & Pine Web Studio' }).click();
    await seesText(second, 'The link is on its way to a…@silvadental.example.');
    await the.office.settle();
    const mail = the.office.mailer.sent.findLast(({ text }) => text.includes('/a/#'));
    expect(mail?.to).toBe(first.email);
    const token = /\/a\/#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? 'no link';
    the.customer.watch.secret(token);
    await second.goto('about:blank');
    await second.goto(`${the.url}/a/#${token}`);
    await sees(second.getByRole('heading', { level: 1, name: 'Everything from Harbour & Pine Web Studio' }));
    await seesText(part(second, 'Invoices'), first.invoice.number);
    await seesText(part(second, 'Invoices'), next.invoice.number);
    await seesText(part(second, 'Receipts'), first.invoice.number);
    const statement = second.getByRole('table', { name: 'Statement of account in EUR' });
    await seesText(statement, 'Brought forward');
    await seesText(statement, /1,049\.40/);
    await examine(second, 'account');
    const paper = second
      .context()
      .waitForEvent('response', (response) => response.url().includes('/statements/'));
    await second.getByRole('button', { name: 'Open the statement PDF' }).click();
    expect((await paper).status()).toBe(200);
    await second.getByRole('link', { name: next.invoice.number, exact: true }).click();
    await sees(second.getByRole('heading', { level: 1, name: /^Deposit/ }));
    await second.getByRole('link', { name: /^Back to everything/ }).click();
    await sees(second.getByRole('heading', { level: 1, name: /^Everything/ }));
    await second.getByLabel('From').fill('2026-12-31');
    await second.getByRole('button', { name: 'Show' }).click();
    await seesText(second, 'The last day cannot be before the first.');
  });
});

/** A paid invoice has nothing to pay, so its link has another name. */
async function toInvoiceOf(page: Page, { invoice }: Signed): Promise<Page> {
  await page.getByRole('link', { name: `View invoice ${invoice.number}` }).click();
  await sees(page.getByRole('heading', { level: 1, name: /^Deposit/ }));
  return page;
}
