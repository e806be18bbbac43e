import { describe, expect, test } from 'vitest';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { invoiceDesk } from '../support/invoice-desk.ts';
import { portalInvoice } from '../support/operations.ts';
import { aKey } from '../support/steps.ts';

describe.each(databases)('claims of customers on %s', (kind) => {
  const office = companyOn(kind);
  const desk = invoiceDesk(office);
  const { claim, confirm, reject, read, itemsOf, claimed } = cashDesk(office);

  test('PM-08: a claim opens a task for staff and pays nothing', async () => {
    const quote = await office().signedQuote();
    expect(await claim(quote)).toMatchObject({
      __typename: 'PortalInvoice',
      number: quote.invoice.number,
      status: 'OPEN',
      paid: { amount: 0 },
      balance: { amount: 112_470 },
      methods: ['CARD', 'BANK_TRANSFER', 'CASH'],
      payments: [
        {
          method: 'CASH',
          status: 'CLAIMED',
          amount: { amount: 112_470 },
          confirmedAt: null,
          receiptNumber: null,
        },
      ],
    });
    const seen = await read(quote);
    expect(seen).toMatchObject({
      status: 'OPEN',
      payments: [{ status: 'CLAIMED', reference: 'to Kim', receivedOn: '2026-11-21', receipt: null }],
    });
    expect(seen.log.at(-1)).toMatchObject({
      kind: 'CLAIMED',
      actor: 'Customer',
      method: 'CASH',
      reference: 'to Kim',
    });
    expect(await itemsOf(quote, false)).toMatchObject([
      { kind: 'PAYMENT_CLAIM', payment: { id: seen.payments[0]?.id } },
    ]);
  });

  test('PM-08: thirty clicks, ten of them at once, are one claim and one task', async () => {
    const quote = await office().signedQuote();
    await Promise.all(Array.from({ length: 10 }, () => claim(quote)));
    for (let click = 10; click < 30; click += 1) await claim(quote);
    expect((await read(quote)).payments).toHaveLength(1);
    expect(await itemsOf(quote, false)).toHaveLength(1);
  });

  test('a claim answers the same key and input alike, and other input with a refusal', async () => {
    const quote = await office().signedQuote();
    const idempotencyKey = aKey();
    expect(await claim(quote, { idempotencyKey })).toEqual(await claim(quote, { idempotencyKey }));
    expect(await claim(quote, { idempotencyKey, method: 'BANK_TRANSFER' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  test.each<[string, object, object]>([
    ['by card', { method: 'CARD' }, { code: 'INPUT_INVALID', field: 'method' }],
    ['tomorrow', { paidOn: '2026-11-22' }, { code: 'INPUT_INVALID', field: 'paidOn' }],
    ['with a long reference', { reference: 'x'.repeat(201) }, { code: 'INPUT_INVALID', field: 'reference' }],
    ['under a short key', { idempotencyKey: 'short' }, { code: 'INPUT_INVALID', field: 'idempotencyKey' }],
  ])('nobody has paid %s', async (_how, changes, refusal) => {
    const quote = await office().signedQuote();
    expect(await claim(quote, changes)).toMatchObject({ __typename: 'Refusal', ...refusal });
    expect((await read(quote)).payments).toEqual([]);
  });

  test('a claim is settled once, by two people at the same moment too', async () => {
    const { quote, paymentId } = await claimed();
    const both = await Promise.all([
      confirm(quote, { paymentId, amount: 100 }),
      confirm(quote, { paymentId, amount: 100 }),
    ]);
    expect(both.map(({ code, status }) => code ?? status).sort()).toEqual(['CLAIM_SETTLED', 'CONFIRMED']);
    expect(await confirm(quote, { paymentId, amount: 100 })).toMatchObject({ code: 'CLAIM_SETTLED' });
    expect(await reject(paymentId)).toMatchObject({ code: 'CLAIM_SETTLED' });
    expect(await read(quote)).toMatchObject({ paid: { amount: 100 } });
  });

  test('a rejected claim leaves the invoice open, with the reason for staff, and can be followed by another', async () => {
    const { quote, paymentId } = await claimed();
    expect(await reject(paymentId, ' No such slip ')).toMatchObject({
      __typename: 'Payment',
      id: paymentId,
      status: 'REJECTED',
      failure: 'No such slip',
      receipt: null,
    });
    expect((await read(quote)).log.at(-1)).toMatchObject({
      kind: 'CLAIM_REJECTED',
      actor: 'The staff',
      method: 'CASH',
      note: 'No such slip',
    });
    expect(await itemsOf(quote, true)).toMatchObject([
      { resolvedBy: 'The staff', resolution: 'Rejected: No such slip' },
    ]);
    expect(await confirm(quote, { paymentId })).toMatchObject({ code: 'CLAIM_SETTLED' });
    expect(
      JSON.stringify(await office().make(portalInvoice, { number: quote.invoice.number }, quote.link)),
    ).not.toContain('No such slip');
    expect(await claim(quote)).toMatchObject({ payments: [{ status: 'CLAIMED' }, { status: 'REJECTED' }] });
  });

  test.each(['', '  ', 'x'.repeat(501)])(
    'a claim is not rejected without a reason of at most 500 characters (%.5j)',
    async (reason) => {
      const { paymentId } = await claimed();
      expect(await reject(paymentId, reason)).toMatchObject({ code: 'INPUT_INVALID', field: 'reason' });
    },
  );

  test('a claim of an invoice that owes nothing any more stays before staff, and the money is kept as credit', async () => {
    const { quote, paymentId } = await claimed();
    const said = async () =>
      office().rows<{ explanation: string }>(
        `select explanation from review_item where payment_id = '${paymentId}' and kind = 'PAYMENT_CLAIM' and resolved_at is null`,
      );
    expect(await said()).toEqual([{ explanation: expect.stringContaining('confirm or reject it') }]);
    await desk.credit(quote.invoice.id);
    expect(await read(quote)).toMatchObject({ status: 'VOID', payments: [{ status: 'CLAIMED' }] });
    expect(await said()).toEqual([{ explanation: expect.stringContaining('owes nothing any more') }]);
    expect(await confirm(quote, { paymentId })).toMatchObject({ code: 'INVOICE_NOT_PAYABLE' });
    expect(await confirm(quote, { paymentId, asCredit: true })).toMatchObject({ status: 'CONFIRMED' });
    expect(await desk.read(quote.invoice.id)).toMatchObject({
      status: 'VOID',
      customerCredit: { amount: 112_470 },
    });
    expect(await said()).toEqual([]);
    expect(await office().broken()).toEqual([]);
  });
});
