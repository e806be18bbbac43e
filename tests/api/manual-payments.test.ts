import { describe, expect, test } from 'vitest';
import { aFact, goToCheckout, report } from '../support/card.ts';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { portalReceipt, startPayment } from '../support/operations.ts';
import { aKey } from '../support/steps.ts';

describe.each(databases)('cash and transfers on %s', (kind) => {
  const office = companyOn(kind);
  const { claim, confirm, reject, read, itemsOf, claimed } = cashDesk(office);

  test('staff confirm a claim: invoice paid, receipt mailed, task settled, every step in the log', async () => {
    const { quote, paymentId } = await claimed();
    const confirmed = await confirm(quote, { paymentId });
    expect(confirmed).toMatchObject({
      __typename: 'Payment',
      id: paymentId,
      method: 'CASH',
      status: 'CONFIRMED',
      amount: { amount: 112_470, currency: 'AUD' },
      reference: 'slip 7',
      receivedOn: '2026-11-21',
      confirmedAt: '2026-11-21T01:00:00.000Z',
      confirmedBy: 'The staff',
      receipt: { number: expect.stringMatching(/^RC-2026-\d{4}$/) },
    });
    await office().settle();
    expect(await read(quote)).toMatchObject({
      status: 'PAID',
      paid: { amount: 112_470 },
      balance: { amount: 0 },
      log: [
        { kind: 'INVOICE_ISSUED' },
        { kind: 'CLAIMED', actor: 'Customer', method: 'CASH', reference: 'to Kim' },
        { kind: 'CONFIRMED', actor: 'The staff', method: 'CASH', reference: 'slip 7' },
        { kind: 'RECEIPT_SENT', actor: 'System', method: 'CASH', reference: confirmed.receipt?.number },
      ],
    });
    expect(await itemsOf(quote, false)).toEqual([]);
    expect(await itemsOf(quote, true)).toMatchObject([
      { resolvedBy: 'The staff', resolution: 'The money was confirmed.' },
    ]);
    expect(
      await office().run(portalReceipt, { number: confirmed.receipt?.number }, quote.link),
    ).toMatchObject({
      method: 'CASH',
      amount: { amount: 112_470 },
      reference: 'slip 7',
      balanceAfter: { amount: 0 },
    });
    expect(await claim(quote)).toMatchObject({ code: 'INVOICE_NOT_PAYABLE' });
  });

  test('staff confirm money that nobody claimed, with what they saw', async () => {
    const quote = await office().signedQuote();
    expect(await confirm(quote, { method: 'BANK_TRANSFER', receivedOn: '2026-11-19' })).toMatchObject({
      method: 'BANK_TRANSFER',
      status: 'CONFIRMED',
      receivedOn: '2026-11-19',
    });
    expect(await read(quote)).toMatchObject({ status: 'PAID' });
  });

  test('money that staff saw before they saw the claim is the same money', async () => {
    const { quote, paymentId } = await claimed();
    expect(await confirm(quote, { method: 'BANK_TRANSFER' })).toMatchObject({
      id: paymentId,
      method: 'BANK_TRANSFER',
      status: 'CONFIRMED',
    });
    expect((await read(quote)).payments).toHaveLength(1);
  });

  test('PM-03: parts add up, each with its receipt, and the invoice is paid with the last', async () => {
    const quote = await office().signedQuote();
    const first = await confirm(quote, { amount: 1 });
    expect(first).toMatchObject({ status: 'CONFIRMED', amount: { amount: 1 } });
    expect(await read(quote)).toMatchObject({
      status: 'PARTIALLY_PAID',
      paid: { amount: 1 },
      balance: { amount: 112_469 },
    });
    expect(await office().run(portalReceipt, { number: first.receipt?.number }, quote.link)).toMatchObject({
      amount: { amount: 1 },
      balanceAfter: { amount: 112_469 },
    });
    await confirm(quote, { amount: 2_469 });
    const last = await confirm(quote, { amount: 110_000 });
    expect(await read(quote)).toMatchObject({
      status: 'PAID',
      paid: { amount: 112_470 },
      balance: { amount: 0 },
    });
    expect(await office().run(portalReceipt, { number: last.receipt?.number }, quote.link)).toMatchObject({
      balanceAfter: { amount: 0 },
    });
    expect(
      await office().rows(`select count(*) as n from receipt where invoice_id = '${quote.invoice.id}'`),
    ).toEqual([{ n: 3 }]);
    expect(await confirm(quote, { amount: 1 })).toMatchObject({ code: 'INVOICE_NOT_PAYABLE' });
  });

  test('PM-04: cash for an invoice that owes nothing is refused, unless it is meant as the customer’s credit', async () => {
    const quote = await office().signedQuote();
    await confirm(quote, { amount: 112_470 });
    expect(await confirm(quote, { amount: 5_000 })).toMatchObject({ code: 'INVOICE_NOT_PAYABLE' });
    expect(await confirm(quote, { amount: 5_000, asCredit: true })).toMatchObject({ status: 'CONFIRMED' });
    expect(await read(quote)).toMatchObject({ status: 'PAID', paid: { amount: 112_470 } });
    expect(await itemsOf(quote, false)).toMatchObject([{ kind: 'OVERPAYMENT' }]);
    expect(
      await office().rows(`select count(*) as n from receipt where invoice_id = '${quote.invoice.id}'`),
    ).toEqual([{ n: 1 }]);
    expect(await office().broken()).toEqual([]);
  });

  test('one cent too much is the customer’s credit, and somebody looks at it', async () => {
    const quote = await office().signedQuote();
    await confirm(quote, { amount: 112_471 });
    expect(await read(quote)).toMatchObject({ status: 'PAID', paid: { amount: 112_470 } });
    expect(await itemsOf(quote, false)).toMatchObject([{ kind: 'OVERPAYMENT' }]);
  });

  test.each<[string, object, object]>([
    ['nothing', { amount: 0 }, { code: 'AMOUNT_INVALID', field: 'amount' }],
    ['less than nothing', { amount: -1 }, { code: 'AMOUNT_INVALID' }],
    ['a card', { method: 'CARD' }, { code: 'INPUT_INVALID', field: 'method' }],
    ['money of tomorrow', { receivedOn: '2026-11-22' }, { code: 'INPUT_INVALID', field: 'receivedOn' }],
    ['a long reference', { reference: 'x'.repeat(201) }, { code: 'INPUT_INVALID', field: 'reference' }],
  ])('staff cannot confirm %s', async (_what, changes, refusal) => {
    const { quote, paymentId } = await claimed();
    expect(await confirm(quote, { paymentId, ...changes })).toMatchObject({
      __typename: 'Refusal',
      ...refusal,
    });
    expect(await read(quote)).toMatchObject({
      status: 'OPEN',
      paid: { amount: 0 },
      payments: [{ status: 'CLAIMED' }],
    });
  });

  test('a confirmation answers the same key and input alike, other input with a refusal, and a refused one can be mended', async () => {
    const quote = await office().signedQuote();
    const idempotencyKey = aKey();
    expect(await confirm(quote, { idempotencyKey, amount: 0 })).toMatchObject({
      code: 'AMOUNT_INVALID',
    });
    const first = await confirm(quote, { idempotencyKey });
    expect(first).toMatchObject({ status: 'CONFIRMED' });
    expect(await confirm(quote, { idempotencyKey })).toEqual(first);
    expect(await confirm(quote, { idempotencyKey, amount: 1 })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect((await read(quote)).payments).toHaveLength(1);
  });

  test('knows no payment of another invoice, and none that does not exist', async () => {
    const [{ paymentId }, { quote: other }] = [await claimed(), await claimed()];
    expect(await confirm(other, { paymentId })).toEqual({ fault: 'NOT_FOUND' });
    expect(await confirm(other, { paymentId: 'nothing' })).toEqual({ fault: 'NOT_FOUND' });
    expect(await confirm(other, { invoiceId: 'nothing' })).toEqual({ fault: 'NOT_FOUND' });
    expect(await reject('nothing')).toEqual({ fault: 'NOT_FOUND' });
  });

  test('PM-01: cash closes the page of the provider; a card that was faster is credit, and for a person', async () => {
    const quote = await office().signedQuote();
    const card = await goToCheckout(office(), quote);
    await confirm(quote);
    await office().settle();
    expect(office().gateway.expired).toContain(`cs_${card.id}`);
    await report(office(), aFact(card, 'PAID'));
    expect(await read(quote)).toMatchObject({
      status: 'PAID',
      paid: { amount: 112_470 },
      payments: [
        { method: 'CASH', receipt: { number: expect.any(String) } },
        { method: 'CARD', status: 'CONFIRMED', receipt: null },
      ],
    });
    expect(await itemsOf(quote, false)).toMatchObject([{ kind: 'OVERPAYMENT' }]);
  });

  test('PM-06: after a part in cash a card pays the rest, and the page for the whole is closed', async () => {
    const quote = await office().signedQuote();
    const whole = await goToCheckout(office(), quote);
    await confirm(quote, { amount: 100_000 });
    await office().settle();
    expect(office().gateway.expired).toContain(`cs_${whole.id}`);
    expect(await office().run(startPayment, { input: {} }, quote.link)).toMatchObject({
      __typename: 'CheckoutRedirect',
    });
    expect(office().gateway.requests.at(-1)).toMatchObject({ amount: 12_470 });
    const rest = await goToCheckout(office(), quote);
    expect(rest.id).not.toBe(whole.id);
    await office().settle();
    expect(office().gateway.expired).not.toContain(`cs_${rest.id}`);
  });
});
