import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aFact, goToCheckout, report } from '../support/card.ts';
import { cashDesk } from '../support/cash.ts';
import { invoiceDesk } from '../support/invoice-desk.ts';
import { aKey, type Signed } from '../support/steps.ts';
import { colleague } from './support/colleague.ts';
import { examine } from './support/examine.ts';
import { quoteOffice } from './support/quote-office.ts';
import { part, sees, seesText } from './support/see.ts';

const refundPayment = `mutation ($input: RefundPaymentInput!) { refundPayment(input: $input) { __typename ... on Refund { id } ... on Refusal { code message } } }`;

describe('an invoice on the customer’s page', () => {
  const the = quoteOffice();
  const desk = invoiceDesk(() => the.office);
  const { confirm, read } = cashDesk(() => the.office);

  const look = async (quote: Signed, number = quote.invoice.number): Promise<Page> => {
    const page = await the.open(quote);
    await page.getByRole('link', { name: new RegExp(`^(Pay|View) invoice ${number}$`) }).click();
    await sees(page.getByText(`Invoice ${number}`));
    return page;
  };

  it('that was voided is canceled, and nothing is to pay', async () => {
    const quote = await the.office.signedQuote();
    await desk.because('voidInvoice', quote.invoice.id);
    const page = await look(quote);
    await seesText(page, 'Canceled');
    await seesText(page, 'This invoice was canceled. There is nothing to pay.');
    expect(await page.getByRole('radio').count()).toBe(0);
    await examine(page, 'invoice-void');
  });

  it('that the company gave up is closed', async () => {
    const quote = await the.office.signedQuote();
    await desk.because('writeOffInvoice', quote.invoice.id);
    const page = await look(quote);
    await seesText(page, 'This invoice is closed. There is nothing to pay.');
    expect(await page.getByText(/written|given up|uncollectible/i).count()).toBe(0);
  });

  it('whose card was declined says why, and that it can be tried again', async () => {
    const quote = await the.office.signedQuote();
    const payment = await goToCheckout(the.office, quote);
    await report(the.office, aFact(payment, 'FAILED', { failure: 'Your card has insufficient funds' }));
    const page = await look(quote);
    await seesText(page, /did not go through: Your card has insufficient funds\. Nothing was charged\./);
    await sees(page.getByRole('button', { name: 'Pay $1,124.70 by card' }));
    await examine(page, 'invoice-declined');
  });

  it('whose last payment is not known asks for patience', async () => {
    const quote = await the.office.signedQuote();
    const { id } = await goToCheckout(the.office, quote);
    await the.office.tamper(`update payment set status = 'UNKNOWN' where id = '${id}'`);
    const page = await look(quote);
    await seesText(page, /We are checking with the payment provider .* Please do not pay twice/);
    await seesText(part(page, 'Payments'), 'Being checked');
    expect(await page.getByRole('radio', { name: 'Card' }).count()).toBe(0);
    await sees(page.getByRole('radio', { name: 'Bank transfer' }));
    await examine(page, 'invoice-unknown');
    await the.office.tamper(`update payment set status = 'STARTED' where id = '${id}'`);
  });

  it('with a credit note and a refund shows both, and the last one lists those before', async () => {
    const quote = await the.office.signedQuote();
    await desk.credit(quote.invoice.id, { amount: 12_470, reason: 'One page less' });
    await confirm(quote, { amount: 100_000 });
    const paymentId = (await read(quote)).payments[0]?.id;
    const money = {
      paymentId,
      amount: 20_000,
      method: 'CASH',
      reference: 'slip 9',
      reason: 'Two pages less',
    };
    await the.office.make(
      refundPayment,
      { input: { idempotencyKey: aKey(), ...money } },
      await the.office.as('OWNER'),
    );
    const page = await look(quote);
    await seesText(part(page, 'Credits and refunds'), 'One page less');
    await seesText(part(page, 'Credits and refunds'), 'Refund, cash');
    await seesText(part(page, 'Payments'), '$200.00 refunded.');
    await examine(page, 'invoice-corrected');

    await desk.issue(quote, 2);
    const last = await desk.issue(quote, 3);
    const final = await look(quote, last.number);
    await seesText(part(final, 'Invoiced before'), quote.invoice.number);
    await seesText(part(final, 'Invoiced before'), 'Less credit note');
    await examine(final, 'invoice-final');

    const { page: office, at, context } = await colleague(the, 'OWNER');
    await at(`/invoices/${last.id}`);
    const before = office.getByRole('table', { name: 'Earlier invoices of the same quote' });
    await sees(before);
    const notes = before.getByRole('row', { name: /^Credit note CN-/ });
    expect(await notes.allInnerTexts()).toEqual([
      expect.stringContaining('-$124.70'),
      expect.stringContaining('-$200.00'),
    ]);
    await examine(office, 'admin-invoice-final');
    await context.close();
  });
});
