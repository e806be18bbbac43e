import { describe, expect, test } from 'vitest';
import { cardWorldOn } from '../support/card-world.ts';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';

const deposit = 112_470;

describe.each(databases)('refunds that need a second person on %s', (kind) => {
  const office = companyOn(kind);
  const world = cardWorldOn(office);
  const cash = cashDesk(office);
  const limit = (amount: number | null) =>
    office().tamper(`update company set refund_limit = ${amount ?? 'null'}`);

  test('from the company’s limit on a second person has to agree, and it is never the same one', async () => {
    await limit(deposit);
    const { quote, intent, paymentId } = await world.paid();
    const asked = await world.refund(paymentId);
    expect(asked).toMatchObject({ status: 'AWAITING_APPROVAL', creditNoteNumber: null });
    const nothing = () =>
      world
        .provider()
        .moneyBack.refunds()
        .filter(({ payment_intent: of }) => of === intent);
    expect(nothing()).toEqual([]);
    expect(await world.itemsOf(quote)).toEqual(['REFUND_APPROVAL']);
    const id = asked.id ?? '';
    expect(await world.ask('approveRefund', { id }, 'MANAGER')).toMatchObject({
      code: 'SECOND_PERSON_NEEDED',
    });
    expect(await world.ask('approveRefund', { id }, 'STAFF')).toEqual({ fault: 'FORBIDDEN' });
    // What waits is reserved.
    expect(await world.refund(paymentId, { amount: 1 })).toMatchObject({ code: 'REFUND_NOT_POSSIBLE' });
    expect(await world.ask('approveRefund', { id }, 'OWNER')).toMatchObject({
      status: 'PENDING',
      approvedBy: 'The owner',
    });
    await office().settle();
    expect((await world.read(quote)).refunds).toMatchObject([{ status: 'SUCCEEDED' }]);
    expect(nothing()).toHaveLength(1);
    expect(await world.itemsOf(quote)).toEqual([]);
    expect(await world.ask('rejectRefund', { id, reason: 'Too late' }, 'OWNER')).toMatchObject({
      code: 'REFUND_SETTLED',
    });
    await limit(null);
  });

  test('a refund that is rejected moved nothing, and can be asked for again', async () => {
    await limit(1);
    const { quote, paymentId } = await world.paid();
    const { id } = await world.refund(paymentId);
    expect(await world.ask('rejectRefund', { id, reason: '  ' }, 'OWNER')).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'reason',
    });
    expect(await world.ask('rejectRefund', { id, reason: 'Not agreed' }, 'OWNER')).toMatchObject({
      status: 'REJECTED',
      failure: 'Not agreed',
    });
    expect(await world.read(quote)).toMatchObject({
      status: 'PAID',
      creditNotes: [],
      payments: [{ refunded: { amount: 0 }, refundable: { amount: deposit } }],
    });
    expect(await world.itemsOf(quote)).toEqual([]);
    // By hand above the limit: agreed to first, then given, then confirmed.
    const byHand = await world.refund(paymentId, { method: 'CASH', amount: 500 });
    expect(byHand).toMatchObject({ status: 'AWAITING_APPROVAL' });
    expect(await world.ask('approveRefund', { id: byHand.id }, 'OWNER')).toMatchObject({
      status: 'PENDING',
      actions: ['CONFIRM'],
    });
    // Until then it is before somebody, whom no word but that one frees of it.
    expect(await world.itemsOf(quote)).toEqual(['REFUND_TO_GIVE']);
    expect(
      await world.ask('confirmManualRefund', { id: byHand.id, reference: 'slip 12' }, 'MANAGER'),
    ).toMatchObject({ status: 'SUCCEEDED', reference: 'slip 12' });
    expect(await world.itemsOf(quote)).toEqual([]);
    expect(
      await world.ask('confirmManualRefund', { id: byHand.id, reference: 'slip 13' }, 'MANAGER'),
    ).toMatchObject({ code: 'REFUND_SETTLED' });
    await limit(null);
  });

  test('who was asked to give too much back is asked until somebody agreed to it', async () => {
    const quote = await office().signedQuote();
    const { id: paymentId } = await cash.confirm(quote, { amount: deposit + 7_530 });
    await limit(1);
    const wanted = { amount: 7_530, method: 'CASH' };
    const first = await world.refund(paymentId, wanted);
    await world.ask('rejectRefund', { id: first.id, reason: 'Ask the customer first' }, 'OWNER');
    expect(await world.itemsOf(quote)).toEqual(['OVERPAYMENT']);
    const second = await world.refund(paymentId, wanted);
    await world.ask('approveRefund', { id: second.id }, 'OWNER');
    expect(await world.itemsOf(quote)).toEqual(['REFUND_TO_GIVE']);
    await limit(null);
  });

  test('PM-11: what was lost in a dispute meanwhile is not given back as well, whoever paid the invoice since', async () => {
    await limit(1);
    const { quote, intent, paymentId } = await world.paid();
    const { id } = await world.refund(paymentId, { amount: 12_470, method: 'CASH' });
    const { moneyBack } = world.provider();
    await world.deliver(...world.eventsOf(() => moneyBack.close(moneyBack.dispute(intent)?.id ?? '', false)));
    await cash.confirm(quote);
    expect(await world.ask('approveRefund', { id }, 'OWNER')).toMatchObject({ code: 'REFUND_NOT_POSSIBLE' });
    expect(await world.read(quote)).toMatchObject({ status: 'PAID', creditNotes: [] });
    expect(await world.ask('rejectRefund', { id, reason: 'Lost' }, 'OWNER')).toMatchObject({
      status: 'REJECTED',
    });
    expect(await office().broken()).toEqual([]);
    await limit(null);
  });

  test('PM-10: what waits for a second person gives way to a refund that somebody made at the provider', async () => {
    await limit(1);
    const { quote, intent, paymentId } = await world.paid();
    const { id } = await world.refund(paymentId);
    await world.deliver(...world.eventsOf(() => world.provider().moneyBack.refundHere(intent, deposit)));
    expect(await world.ask('approveRefund', { id }, 'OWNER')).toMatchObject({ code: 'REFUND_SETTLED' });
    expect(await world.read(quote)).toMatchObject({
      payments: [{ refunded: { amount: deposit } }],
      refunds: [
        { status: 'SUCCEEDED', requestedBy: 'Stripe' },
        { status: 'REJECTED', failure: 'Meanwhile it was refunded at the payment provider.' },
      ],
      log: expect.arrayContaining([expect.objectContaining({ kind: 'REFUND_FAILED', actor: 'System' })]),
    });
    expect(
      await office().rows(
        `select actor from audit where invoice_id = '${quote.invoice.id}' and action = 'refund.rejected'`,
      ),
    ).toEqual([{ actor: 'System' }]);
    expect(await world.itemsOf(quote)).toEqual(['PROVIDER_REFUND']);
    await limit(null);
  });

  test('PM-10: what was agreed to by hand and refunded at the provider meanwhile is not given as well', async () => {
    await limit(1);
    const { quote, intent, paymentId } = await world.paid();
    const { id } = await world.refund(paymentId, { method: 'CASH' });
    await world.ask('approveRefund', { id }, 'OWNER');
    await world.deliver(...world.eventsOf(() => world.provider().moneyBack.refundHere(intent, deposit)));
    expect(await world.itemsOf(quote)).toEqual(['REFUND_TO_GIVE', 'PROVIDER_REFUND']);
    expect(
      await office().rows(
        `select explanation from review_item where subject_id = '${id}' and kind = 'REFUND_TO_GIVE'`,
      ),
    ).toEqual([{ explanation: expect.stringContaining('Do not give it') }]);
    await world.ask('confirmManualRefund', { id, reference: 're_1' }, 'OWNER');
    expect(await world.itemsOf(quote)).toEqual(['PROVIDER_REFUND']);
    await limit(null);
  });

  test('PM-10: what was given back by hand and at the provider as well is for a person', async () => {
    const { quote, intent, paymentId } = await world.paid();
    await world.refund(paymentId, { method: 'CASH', reference: 'slip 3' });
    const events = world.eventsOf(() => world.provider().moneyBack.refundHere(intent, deposit));
    await world.deliver(...events, ...events);
    expect(await world.read(quote)).toMatchObject({
      payments: [{ refunded: { amount: deposit } }],
      refunds: [{ status: 'SUCCEEDED', method: 'CASH' }],
    });
    expect(await world.itemsOf(quote)).toEqual(['PROVIDER_REFUND']);
  });
});
