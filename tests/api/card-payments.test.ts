import { describe, expect, test } from 'vitest';
import { GatewayRefused } from '../../api/src/ports.ts';
import { aFact, cardDesk, goToCheckout, report } from '../support/card.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { claimManualPayment, portalInvoice, portalReceipt } from '../support/operations.ts';
import { aKey } from '../support/steps.ts';

describe.each(databases)('card payments on %s', (kind) => {
  const office = companyOn(kind);
  const { start, read, stepsOf, itemsOf, onCheckout } = cardDesk(office);

  test('sends the customer to a page of the provider that knows the amount and no link', async () => {
    const quote = await office().signedQuote();
    expect(await start(quote)).toEqual({
      __typename: 'CheckoutRedirect',
      url: expect.stringMatching(/^https:\/\/pay\.example\/cs_[\w-]{36}$/),
    });
    const request = office().gateway.requests.at(-1);
    expect(request).toEqual({
      paymentId: expect.any(String),
      invoiceId: quote.invoice.id,
      invoiceNumber: quote.invoice.number,
      description: 'Deposit: Website migration',
      amount: 112_470,
      currency: 'AUD',
      customerEmail: 'Ana@silvadental.example',
      returnUrl: 'http://test.example/i/?from=checkout',
    });
    expect(JSON.stringify(request)).not.toContain(quote.link.link);
    expect(await read(quote)).toMatchObject({
      status: 'OPEN',
      paid: { amount: 0 },
      payments: [{ status: 'STARTED' }],
    });
    expect((await read(quote)).log.at(-1)).toMatchObject({
      kind: 'CHECKOUT_STARTED',
      actor: 'Customer',
      method: 'CARD',
      reference: `cs_${request?.paymentId}`,
    });
  });

  test('PM-02: fifty clicks, ten of them at once, open one page', async () => {
    const quote = await office().signedQuote();
    const before = office().gateway.requests.length;
    const urls = (await Promise.all(Array.from({ length: 10 }, () => start(quote)))).map(({ url }) => url);
    for (let click = 10; click < 50; click += 1) urls.push((await start(quote)).url);
    expect(new Set(urls).size).toBe(1);
    expect(
      new Set(
        office()
          .gateway.requests.slice(before)
          .map(({ paymentId }) => paymentId),
      ).size,
    ).toBe(1);
    expect(await stepsOf(quote)).toEqual(['INVOICE_ISSUED', 'CHECKOUT_STARTED']);
  });

  test('is paid by the word of the provider alone: invoice, payment, log, receipt and mail', async () => {
    const { quote, payment } = await onCheckout();
    expect(await report(office(), aFact(payment, 'PAID', { reference: 'pi_123' }))).toBe(200);
    expect(await read(quote)).toMatchObject({
      status: 'PAID',
      paid: { amount: 112_470 },
      balance: { amount: 0 },
      payments: [
        {
          id: payment.id,
          method: 'CARD',
          status: 'CONFIRMED',
          amount: { amount: 112_470, currency: 'AUD' },
          reference: 'pi_123',
          confirmedAt: '2026-11-21T01:00:00.000Z',
          confirmedBy: 'Stripe',
          receipt: { number: expect.stringMatching(/^RC-2026-\d{4}$/), issuedAt: '2026-11-21T01:00:00.000Z' },
        },
      ],
      log: [
        { kind: 'INVOICE_ISSUED' },
        { kind: 'CHECKOUT_STARTED', actor: 'Customer', method: 'CARD', reference: `cs_${payment.id}` },
        {
          kind: 'WEBHOOK_RECEIVED',
          actor: 'Stripe',
          method: 'CARD',
          note: 'checkout.session.completed',
        },
        {
          kind: 'CONFIRMED',
          actor: 'Stripe',
          method: 'CARD',
          reference: 'pi_123',
          at: '2026-11-21T01:00:00.000Z',
        },
        { kind: 'RECEIPT_SENT', actor: 'System', reference: expect.stringMatching(/^RC-2026-\d{4}$/) },
      ],
    });
    const seen = await office().make<{ payments: { receiptNumber: string }[] }>(
      portalInvoice,
      {},
      quote.link,
    );
    expect(seen).toMatchObject({ status: 'PAID', methods: [], payments: [{ status: 'CONFIRMED' }] });
    const number = seen.payments[0]?.receiptNumber ?? '';
    expect(await office().run(portalReceipt, { number }, quote.link)).toMatchObject({
      number,
      invoiceNumber: quote.invoice.number,
      method: 'CARD',
      amount: { amount: 112_470 },
      reference: 'pi_123',
      balanceAfter: { amount: 0 },
      customerName: 'Silva Dental',
    });
    expect(office().mailer.sent.filter(({ text }) => text.includes(number))).toMatchObject([
      { to: 'Ana@silvadental.example', attachments: [{ filename: `${number}.pdf` }] },
    ]);
    expect(await start(quote)).toMatchObject({ code: 'INVOICE_NOT_PAYABLE' });
  });

  test('WH-15: waits while the money is on its way, and is paid when it is there', async () => {
    const { quote, payment } = await onCheckout();
    await report(office(), aFact(payment, 'PENDING'));
    expect(await read(quote)).toMatchObject({ status: 'OPEN', payments: [{ status: 'PENDING' }] });
    expect(await start(quote)).toMatchObject({ code: 'PAYMENT_IN_PROGRESS' });
    const claim = { idempotencyKey: aKey(), method: 'CASH', paidOn: '2026-11-21', reference: '' };
    expect(await office().run(claimManualPayment, { input: claim }, quote.link)).toMatchObject({
      code: 'PAYMENT_IN_PROGRESS',
    });
    await report(office(), aFact(payment, 'PAID'));
    expect(await read(quote)).toMatchObject({ status: 'PAID', payments: [{ status: 'CONFIRMED' }] });
    expect(await stepsOf(quote)).toEqual([
      'INVOICE_ISSUED',
      'CHECKOUT_STARTED',
      'PAYMENT_PENDING',
      'CONFIRMED',
      'RECEIPT_SENT',
    ]);
  });

  test('PM-07: a declined card leaves the invoice open, visible, and payable on the same page', async () => {
    const { quote, payment } = await onCheckout();
    await report(office(), aFact(payment, 'FAILED', { failure: 'Your card was declined.' }));
    expect(await read(quote)).toMatchObject({
      status: 'OPEN',
      payments: [{ status: 'STARTED', failure: 'Your card was declined.', receipt: null }],
    });
    expect((await read(quote)).log.at(-1)).toMatchObject({
      kind: 'PAYMENT_FAILED',
      actor: 'Stripe',
      note: 'Your card was declined.',
    });
    expect(await itemsOf(quote)).toEqual(['PAYMENT_FAILED']);
    expect(await start(quote)).toMatchObject({ url: payment.url });
    await report(office(), aFact(payment, 'PAID'));
    expect(await read(quote)).toMatchObject({
      status: 'PAID',
      payments: [{ status: 'CONFIRMED', failure: null }],
    });
    expect(await itemsOf(quote)).toEqual([]);
  });

  test('WH-15: money that was on its way and failed is forgotten, and the customer can try again', async () => {
    const { quote, payment } = await onCheckout();
    await report(office(), aFact(payment, 'PENDING'));
    await report(office(), aFact(payment, 'FAILED', { failure: 'The bank refused.' }));
    expect(await read(quote)).toMatchObject({ status: 'OPEN', payments: [{ status: 'FAILED' }] });
    const again = await goToCheckout(office(), quote);
    expect(again.id).not.toBe(payment.id);
    await report(office(), aFact(again, 'PAID'));
    expect(await read(quote)).toMatchObject({
      status: 'PAID',
      payments: [{ status: 'CONFIRMED' }, { status: 'FAILED' }],
    });
  });

  test('WH-15: a card that was declined before is no end of the debit that is under way, however late that is told', async () => {
    const { quote, payment } = await onCheckout();
    const declined = { failure: 'Your card was declined.', sessionId: null };
    await report(office(), aFact(payment, 'PENDING'));
    await report(office(), aFact(payment, 'FAILED', declined));
    expect(await read(quote)).toMatchObject({ payments: [{ status: 'PENDING' }] });
    expect(await start(quote)).toMatchObject({ code: 'PAYMENT_IN_PROGRESS' });
    expect(await itemsOf(quote)).toEqual([]);
  });

  test('WH-15: a debit that failed is put before a person, also when one saw a declined card of the same page', async () => {
    const { quote, payment } = await onCheckout();
    await report(office(), aFact(payment, 'FAILED', { failure: 'Your card was declined.', sessionId: null }));
    const [item] = await office().rows<{ id: string }>(
      `select id from review_item where invoice_id = '${quote.invoice.id}'`,
    );
    await office().tamper(
      `update review_item set resolved_at = created_at, resolved_by = 'Kim', resolution = 'Seen' where id = '${item?.id}'`,
    );
    await report(office(), aFact(payment, 'PENDING'));
    await report(office(), aFact(payment, 'FAILED', { failure: 'The bank refused.' }));
    expect(await read(quote)).toMatchObject({ payments: [{ status: 'FAILED' }] });
    expect(await itemsOf(quote)).toEqual(['PAYMENT_FAILED']);
  });

  test('a page that ran out leaves the invoice open; money that still comes is money', async () => {
    const { quote, payment } = await onCheckout();
    await report(office(), aFact(payment, 'EXPIRED'));
    expect(await read(quote)).toMatchObject({ status: 'OPEN', payments: [{ status: 'EXPIRED' }] });
    expect((await read(quote)).log.at(-1)).toMatchObject({ kind: 'CHECKOUT_EXPIRED', actor: 'Stripe' });
    await report(office(), aFact(payment, 'PAID'));
    expect(await read(quote)).toMatchObject({ status: 'PAID' });
  });

  test('a provider that does not answer charges nothing, and the next try goes on with the same payment', async () => {
    const quote = await office().signedQuote();
    office().gateway.isDown = true;
    expect(await start(quote)).toMatchObject({ __typename: 'Refusal', code: 'PROVIDER_UNAVAILABLE' });
    office().gateway.isDown = false;
    const [payment] = await office().rows<{ id: string }>(
      `select id from payment where invoice_id = '${quote.invoice.id}'`,
    );
    expect(await start(quote)).toMatchObject({ url: `https://pay.example/cs_${payment?.id}` });
  });

  test('what the provider refuses for good is another way to pay, and the next try starts afresh', async () => {
    const quote = await office().signedQuote();
    const { startCheckout } = office().gateway;
    office().gateway.startCheckout = () => Promise.reject(new GatewayRefused('The amount is too large.'));
    expect(await start(quote)).toMatchObject({ __typename: 'Refusal', code: 'METHOD_UNAVAILABLE' });
    office().gateway.startCheckout = startCheckout;
    expect(await read(quote)).toMatchObject({
      status: 'OPEN',
      payments: [{ status: 'FAILED', failure: 'The amount is too large.' }],
    });
    expect(await start(quote)).toMatchObject({ __typename: 'CheckoutRedirect' });
    expect(await read(quote)).toMatchObject({ payments: [{ status: 'STARTED' }, { status: 'FAILED' }] });
  });

  test('without a provider a card is not offered', async () => {
    const quote = await office().signedQuote();
    const { instance } = office().app;
    const { gateway } = instance;
    instance.gateway = null;
    expect(await start(quote)).toMatchObject({ code: 'METHOD_UNAVAILABLE' });
    expect(await office().run(portalInvoice, {}, quote.link)).toMatchObject({
      methods: ['BANK_TRANSFER', 'CASH'],
    });
    expect(await office().webhook({ id: 'evt_without_provider' })).toBe(400);
    instance.gateway = gateway;
  });
});
