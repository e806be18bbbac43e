import { describe, expect, test } from 'vitest';
import { aFact, goToCheckout, report } from '../support/card.ts';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { invoiceDesk } from '../support/invoice-desk.ts';
import {
  portalInvoice,
  portalReceipt,
  portalRecords,
  recordVisit,
  useCredit,
} from '../support/operations.ts';
import { aKey, type Signed } from '../support/steps.ts';

const refundPayment = `mutation ($input: RefundPaymentInput!) { refundPayment(input: $input) { __typename ... on Refund { id status } ... on Refusal { code message } } }`;

describe.each(databases)('money on the customer’s page on %s', (kind) => {
  const office = companyOn(kind);
  const { confirm, read } = cashDesk(office);
  const desk = invoiceDesk(office);
  const see = (quote: Signed, number = quote.invoice.number) =>
    office().run<{ payments: { receiptNumber: string }[] }>(portalInvoice, { number }, quote.link);
  const paymentOf = async (quote: Signed) => (await read(quote)).payments[0]?.id ?? '';

  test('PM-03: a part is paid, and the rest is what can be paid', async () => {
    const quote = await office().signedQuote();
    await confirm(quote, { amount: 12_470 });
    expect(await see(quote)).toMatchObject({
      status: 'PARTIALLY_PAID',
      paid: { amount: 12_470 },
      balance: { amount: 100_000 },
      methods: ['CARD', 'BANK_TRANSFER', 'CASH'],
      transfer: {
        fields: expect.arrayContaining([expect.objectContaining({ label: 'Amount', copy: '1000.00' })]),
      },
    });
  });

  test('a voided invoice asks for nothing, and says so', async () => {
    const quote = await office().signedQuote();
    await desk.because('voidInvoice', quote.invoice.id);
    expect(await see(quote)).toMatchObject({
      number: quote.invoice.number,
      status: 'VOID',
      balance: { amount: 0 },
      methods: [],
      transfer: null,
      credit: null,
    });
  });

  test('one that the company gave up is closed, and nothing says why', async () => {
    const quote = await office().signedQuote();
    await desk.because('writeOffInvoice', quote.invoice.id, 'They will never pay');
    const page = await see(quote);
    expect(page).toMatchObject({ status: 'CLOSED', methods: [], isOverdue: false });
    expect(JSON.stringify(page)).not.toMatch(/never pay|UNCOLLECTIBLE|writ/i);
    expect(await office().run(portalRecords, {}, quote.link)).toMatchObject({
      invoices: [{ status: 'CLOSED' }],
    });
  });

  test('what waits for approval is not there', async () => {
    const quote = await office().signedQuote();
    await office().tamper('update company set approval_limit = 100');
    expect(await desk.issue(quote, 2, {}, 'STAFF')).toMatchObject({
      status: 'AWAITING_APPROVAL',
      number: null,
    });
    await office().tamper('update company set approval_limit = null');
    const seen = await office().make<{ invoices: { number: string }[] }>(portalRecords, {}, quote.link);
    expect(seen.invoices.map(({ number }) => number)).toEqual([quote.invoice.number]);
    const alone = await office().run(portalInvoice, {}, quote.link);
    expect(alone).toMatchObject({ number: quote.invoice.number });
  });

  test('a credit note stands beside the invoice, which stays what it was', async () => {
    const quote = await office().signedQuote();
    await desk.credit(quote.invoice.id, { amount: 12_470, reason: 'One page less' });
    expect(await see(quote)).toMatchObject({
      status: 'OPEN',
      totals: { gross: { amount: 112_470 } },
      credited: { amount: 12_470 },
      balance: { amount: 100_000 },
      creditNotes: [
        { number: expect.stringMatching(/^CN-2026-/), amount: { amount: 12_470 }, reason: 'One page less' },
      ],
    });
  });

  test('PM-12: a refund is in the history and on the receipt, which keeps its number and its text', async () => {
    const quote = await office().signedQuote();
    await confirm(quote);
    const receipt = (await see(quote)).payments[0]?.receiptNumber ?? '';
    const before = await office().make<object>(portalReceipt, { number: receipt }, quote.link);
    const money = { amount: 20_000, method: 'CASH', reference: 'slip 9', reason: 'One page less' };
    const input = { idempotencyKey: aKey(), paymentId: await paymentOf(quote), ...money };
    await office().make(refundPayment, { input }, await office().as('OWNER'));
    await office().settle();
    expect(await see(quote)).toMatchObject({
      status: 'PAID',
      payments: [{ status: 'CONFIRMED', amount: { amount: 112_470 }, refunded: { amount: 20_000 } }],
      refunds: [{ method: 'CASH', status: 'SUCCEEDED', amount: { amount: 20_000 } }],
    });
    const after = await office().make<object>(portalReceipt, { number: receipt }, quote.link);
    expect(after).toEqual({
      ...before,
      refunded: { amount: 20_000, currency: 'AUD' },
      pdfUrl: expect.any(String),
    });
  });

  test('what was too much is kept, and comes off the next invoice when the customer says so, once', async () => {
    const first = await office().signedQuote();
    await confirm(first, { amount: 120_000 });
    expect(await see(first)).toMatchObject({ credit: null, payments: [{ kept: { amount: 7530 } }] });
    const [receipt] = (await see(first)).payments;
    expect(await office().run(portalReceipt, { number: receipt?.receiptNumber }, first.link)).toMatchObject({
      kept: { amount: 7530 },
    });
    const { email } = await office().make<{ email: string }>(
      'query ($id: ID!) { customer(id: $id) { email } }',
      { id: first.customer.id },
      await office().as('OWNER'),
    );
    const next = await office().signedQuote({}, { email }, first.customer.id);
    expect(await see(next)).toMatchObject({ credit: { amount: 7530 }, balance: { amount: 112_470 } });
    const input = { idempotencyKey: aKey(), invoiceNumber: next.invoice.number };
    const used = await office().run(useCredit, { input }, next.link);
    expect(used).toMatchObject({
      __typename: 'PortalInvoice',
      status: 'PARTIALLY_PAID',
      paid: { amount: 7530 },
      balance: { amount: 104_940 },
      credit: null,
    });
    expect(await office().run(useCredit, { input }, next.link)).toMatchObject({
      balance: { amount: 104_940 },
    });
    const again = { input: { ...input, idempotencyKey: aKey() } };
    expect(await office().run(useCredit, again, next.link)).toMatchObject({ code: 'NO_CREDIT' });
  });

  test('credit of one customer pays no invoice of another', async () => {
    const rich = await office().signedQuote();
    await confirm(rich, { amount: 120_000 });
    const other = await office().signedQuote();
    const input = { idempotencyKey: aKey(), invoiceNumber: other.invoice.number };
    expect(await see(other)).toMatchObject({ credit: null });
    expect(await office().run(useCredit, { input }, other.link)).toMatchObject({ code: 'NO_CREDIT' });
    expect(await office().run(useCredit, { input }, rich.link)).toEqual({ fault: 'NOT_FOUND' });
  });

  test('PM-07: a declined card is told in the words of the provider, and can be tried again', async () => {
    const quote = await office().signedQuote();
    const payment = await goToCheckout(office(), quote);
    await report(office(), aFact(payment, 'FAILED', { failure: 'Your card has insufficient funds.' }));
    expect(await see(quote)).toMatchObject({
      status: 'OPEN',
      methods: ['CARD', 'BANK_TRANSFER', 'CASH'],
      payments: [{ method: 'CARD', declined: 'Your card has insufficient funds.', receiptNumber: null }],
    });
  });

  test('the final invoice lists those that came before', async () => {
    const quote = await office().signedQuote();
    const { id } = await desk.issue(quote, 2);
    await desk.credit(id, { amount: 2_000 });
    const last = await desk.issue(quote, 3);
    expect(await see(quote, last.number)).toMatchObject({
      earlier: [
        { number: quote.invoice.number, label: 'Deposit', total: { amount: 112_470 }, creditNotes: [] },
        { label: 'Progress', total: { amount: 149_960 }, creditNotes: [{ total: { amount: 2_000 } }] },
      ],
    });
  });

  test('that somebody looked at one invoice of several is a step in its log, once an hour', async () => {
    const quote = await office().signedQuote();
    const look = (opened: boolean) =>
      office().run(
        recordVisit,
        { input: { visitId: 'visit-0001', opened, invoiceNumber: quote.invoice.number } },
        quote.link,
      );
    const views = async () => (await read(quote)).log.filter(({ kind: step }) => step === 'VIEWED').length;
    await look(false);
    expect(await views()).toBe(0);
    await look(true);
    await look(true);
    expect(await views()).toBe(1);
    office().clock.advance(61 * 60_000);
    await look(true);
    expect(await views()).toBe(2);
    const other = await office().signedQuote();
    const input = { visitId: 'visit-0001', opened: true, invoiceNumber: quote.invoice.number };
    expect(await office().run(recordVisit, { input }, other.link)).toEqual({ fault: 'NOT_FOUND' });
  });
});
