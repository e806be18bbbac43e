import { describe, expect, it } from 'vitest';
import { confirmManualPayment } from '../support/operations.ts';
import { aKey } from '../support/steps.ts';
import { examine } from './support/examine.ts';
import { quoteOffice } from './support/quote-office.ts';
import { part, sees, seesText } from './support/see.ts';

describe('a customer who looks for what was agreed', () => {
  const the = quoteOffice();

  it('finds every version, invoice and receipt of the offer under the same link, and keeps the papers', async () => {
    const quote = await the.office.signedQuote();
    await the.office.sentQuote({ title: 'Something else' }, quote.customer.id);
    const money = { method: 'CASH', amount: 112_470, reference: 'slip 7', receivedOn: '2026-11-21' };
    const input = { idempotencyKey: aKey(), invoiceId: quote.invoice.id, paymentId: null, ...money };
    await the.office.make(confirmManualPayment, { input }, await the.office.as('STAFF'));
    await the.office.settle();
    const page = await the.open(quote);
    await page.getByRole('link', { name: 'All versions, invoices and receipts' }).click();
    await sees(page.getByRole('heading', { level: 1, name: 'Your records' }));
    await seesText(part(page, 'The quote'), 'Accepted');
    await seesText(part(page, 'Invoices'), quote.invoice.number);
    await seesText(part(page, 'Receipts'), '$1,124.70');
    expect(await page.getByText('Something else').count()).toBe(0);
    await examine(page, 'records');

    const file = page
      .context()
      .waitForEvent('response', (response) => response.url().includes('/documents/'));
    await page.getByRole('button', { name: `PDF as accepted of ${quote.number}` }).click();
    expect((await file).status()).toBe(200);
    await page.getByRole('link', { name: quote.invoice.number, exact: true }).click();
    await sees(page.getByRole('heading', { level: 1, name: /^Deposit/ }));
    await page.goBack();
    await page.getByRole('link', { name: 'Back to the quote' }).click();
    await sees(page.getByRole('heading', { level: 1, name: 'This quote is accepted' }));
  });

  it('of an expired quote still reads what it said', async () => {
    const quote = await the.office.sentQuote();
    the.office.clock.set('2026-12-02T01:00:00Z');
    const page = await the.open(quote);
    await page.getByRole('link', { name: 'All versions, invoices and receipts' }).click();
    await seesText(part(page, 'The quote'), 'Expired');
    await page.getByRole('link', { name: quote.number, exact: true }).click();
    await sees(page.getByRole('heading', { level: 1, name: 'This quote has expired' }));
  });
});
