import { describe, expect, test } from 'vitest';
import { cardWorldOn } from '../support/card-world.ts';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { invoiceDesk } from '../support/invoice-desk.ts';
import { aKey } from '../support/steps.ts';

const deposit = 112_470;

describe.each(databases)('refunds on %s', (kind) => {
  const office = companyOn(kind);
  const world = cardWorldOn(office);
  const cash = cashDesk(office);
  const desk = invoiceDesk(office);

  test('PM-12: a refund by card goes through the provider, with a credit note of its own series, and the invoice stays as it was printed', async () => {
    const { quote, intent, paymentId } = await world.paid();
    const pdfBefore = await office().rows(
      `select sha256 from document where subject_id = '${quote.invoice.id}'`,
    );
    expect(await world.refund(paymentId, { amount: 50_000 })).toMatchObject({
      __typename: 'Refund',
      method: 'CARD',
      requestedBy: 'The manager',
      approvedBy: null,
    });
    const seen = await world.read(quote);
    expect(seen).toMatchObject({
      status: 'PAID',
      paid: { amount: deposit - 50_000 },
      credited: { amount: 50_000 },
      balance: { amount: 0 },
      customerCredit: { amount: 0 },
      payments: [{ refunded: { amount: 50_000 }, refundable: { amount: deposit - 50_000 } }],
      refunds: [{ status: 'SUCCEEDED', reference: expect.stringMatching(/^re_/), actions: [] }],
      creditNotes: [{ totals: { gross: { amount: 50_000 } } }],
    });
    expect(seen.creditNotes[0]?.number).toMatch(/^CN-2026-\d{4}$/);
    expect(seen.refunds[0]?.creditNoteNumber).toBe(seen.creditNotes[0]?.number);
    expect(world.provider().moneyBack.refunds()).toMatchObject([
      { amount: 50_000, payment_intent: intent, reason: 'requested_by_customer', metadata: { paymentId } },
    ]);
    expect(await world.book(quote)).toEqual({
      INVOICED: deposit,
      PAID: deposit,
      CREDITED: 50_000,
      FREED: 50_000,
      REFUNDED: 50_000,
    });
    expect(seen.log.map(({ kind: step }) => step).filter((step) => /REFUND|CREDIT/.test(step))).toEqual([
      'REFUND_REQUESTED',
      'CREDITED',
      'REFUNDED',
    ]);
    expect(
      await office().rows(`select sha256 from document where subject_id = '${quote.invoice.id}'`),
    ).toEqual(pdfBefore);
    // The customer hears of it once, with the credit note.
    const mails = await office().rows<{ kind: string; status: string }>(
      `select kind, status from mail where refund_id is not null and invoice_id = '${quote.invoice.id}'`,
    );
    expect(mails).toEqual([{ kind: 'REFUND', status: 'ACCEPTED' }]);
  });

  test('the provider’s own words about a refund of ours, twice and late, change nothing', async () => {
    const { quote, paymentId } = await world.paid();
    const known = world.eventsOf(() => undefined).length;
    expect(known).toBe(0);
    const before = new Set(
      world
        .provider()
        .deliveries.list()
        .map(({ event }) => event.id),
    );
    await world.refund(paymentId);
    const events = world
      .provider()
      .deliveries.list()
      .flatMap(({ event }) => (before.has(event.id) ? [] : [event]));
    expect(events.map(({ type }) => type)).toEqual(['refund.created', 'charge.refunded']);
    const after = await world.read(quote);
    expect(after.status).toBe('VOID');
    await world.deliver(...events, ...events.toReversed());
    const { log, ...now } = await world.read(quote);
    const { log: logBefore, ...then } = after;
    expect(now).toEqual(then);
    expect(log.filter(({ kind: step }) => step !== 'WEBHOOK_RECEIVED')).toEqual(
      logBefore.filter(({ kind: step }) => step !== 'WEBHOOK_RECEIVED'),
    );
    expect(await world.itemsOf(quote)).toEqual([]);
  });

  test('PM-09: three thirds are all there is, and more than is left is refused', async () => {
    const { quote, paymentId } = await world.paid();
    for (let third = 0; third < 3; third += 1)
      expect(await world.refund(paymentId, { amount: deposit / 3 })).toMatchObject({ __typename: 'Refund' });
    expect(await world.refund(paymentId, { amount: 1 })).toMatchObject({ code: 'REFUND_NOT_POSSIBLE' });
    expect(await world.read(quote)).toMatchObject({
      payments: [{ refunded: { amount: deposit }, refundable: { amount: 0 } }],
    });
    const again = await world.paid();
    expect(await world.refund(again.paymentId, { amount: deposit + 1 })).toMatchObject({
      code: 'AMOUNT_INVALID',
      field: 'amount',
    });
  });

  test('PM-09: of ten refunds of all of it at once one wins, at the provider too', async () => {
    const { quote, intent, paymentId } = await world.paid();
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.refund(paymentId)));
    expect(answers.filter(({ __typename }) => __typename === 'Refund')).toHaveLength(1);
    expect(new Set(answers.flatMap(({ code }) => (code === undefined ? [] : [code])))).toEqual(
      new Set(['REFUND_NOT_POSSIBLE']),
    );
    expect(
      world
        .provider()
        .moneyBack.refunds()
        .filter(({ payment_intent: of }) => of === intent),
    ).toHaveLength(1);
    expect(await world.read(quote)).toMatchObject({ payments: [{ refunded: { amount: deposit } }] });
  });

  test('PM-09: a disputed payment is not refunded, and can be again once the dispute is won', async () => {
    const { quote, intent, paymentId } = await world.paid();
    const dispute = world.eventsOf(() => world.provider().moneyBack.dispute(intent));
    await world.deliver(...dispute);
    expect(await world.refund(paymentId)).toMatchObject({ code: 'PAYMENT_DISPUTED' });
    expect((await world.read(quote)).payments).toMatchObject([{ refundable: { amount: 0 } }]);
    const id = world.provider().moneyBack.disputes().at(-1)?.id ?? '';
    await world.deliver(...world.eventsOf(() => world.provider().moneyBack.close(id, true)));
    expect((await world.read(quote)).payments).toMatchObject([{ refundable: { amount: deposit } }]);
  });

  test('PM-10: money that was on its way back and did not arrive is the customer’s credit, and staff see it', async () => {
    const { quote, paymentId } = await world.paid();
    world.provider().controls.slowRefunds = true;
    await world.refund(paymentId);
    world.provider().controls.slowRefunds = false;
    const [refund] = (await world.read(quote)).refunds;
    expect(refund).toMatchObject({ status: 'PENDING', actions: [] });
    const providerId = refund?.reference ?? '';
    const failed = world.eventsOf(() => world.provider().moneyBack.settle(providerId, false));
    expect(failed.map(({ type }) => type)).toEqual(['refund.failed', 'refund.updated']);
    await world.deliver(...failed, ...failed);
    expect(await world.read(quote)).toMatchObject({
      customerCredit: { amount: deposit },
      refunds: [{ status: 'FAILED', failure: 'expired or canceled card' }],
      payments: [{ refunded: { amount: 0 }, refundable: { amount: deposit } }],
    });
    expect(await world.itemsOf(quote)).toEqual(['REFUND_FAILED']);
    expect(
      await office().rows(
        `select action, actor from audit where invoice_id = '${quote.invoice.id}' and action = 'refund.failed'`,
      ),
    ).toEqual([{ action: 'refund.failed', actor: 'Stripe' }]);
    expect((await world.book(quote))['REFUND_REVERSED']).toBe(deposit);
    // Given back another way, it comes from the credit: no second credit note.
    expect(await world.refund(paymentId, { method: 'BANK_TRANSFER', reference: 'IBAN 12' })).toMatchObject({
      status: 'SUCCEEDED',
      reference: 'IBAN 12',
      creditNoteNumber: null,
    });
    expect(await world.itemsOf(quote)).toEqual([]);
    expect((await world.read(quote)).creditNotes).toHaveLength(1);
  });

  test('PM-10: even one that succeeded can come back', async () => {
    const { quote, paymentId } = await world.paid();
    await world.refund(paymentId, { amount: 10_000 });
    const providerId = (await world.read(quote)).refunds[0]?.reference ?? '';
    await world.deliver(...world.eventsOf(() => world.provider().moneyBack.settle(providerId, false)));
    expect(await world.read(quote)).toMatchObject({
      customerCredit: { amount: 10_000 },
      refunds: [{ status: 'FAILED' }],
    });
  });

  test.each([false, true])(
    'PM-10: a refund from the provider’s dashboard is adopted once (backwards: %s)',
    async (backwards) => {
      const { quote, intent, paymentId } = await world.paid();
      const events = world.eventsOf(() => world.provider().moneyBack.refundHere(intent, 20_000));
      await world.deliver(...(backwards ? events.toReversed() : events), ...events);
      expect(await world.read(quote)).toMatchObject({
        paid: { amount: deposit - 20_000 },
        credited: { amount: 20_000 },
        balance: { amount: 0 },
        refunds: [{ status: 'SUCCEEDED', requestedBy: 'Stripe', amount: { amount: 20_000 } }],
        payments: [{ id: paymentId, refunded: { amount: 20_000 } }],
      });
      expect(await world.itemsOf(quote)).toEqual(['PROVIDER_REFUND']);
    },
  );

  test.each([deposit, 12_470])(
    'PM-10: a refund of %i at the provider that was a loss and comes back is a loss no more, and nobody’s credit',
    async (used) => {
      const { quote, intent } = await world.paid();
      // What was paid becomes credit, and the credit pays another stage: the customer has used the money.
      const next = await desk.issue(quote, 2);
      await desk.credit(quote.invoice.id);
      expect(await desk.use(next.id, used)).toMatchObject({ paid: { amount: used } });
      await world.deliver(...world.eventsOf(() => world.provider().moneyBack.refundHere(intent, deposit)));
      const losses = async () =>
        office().rows<{ kind: string; amount: number | string }>(
          `select kind, amount from ledger_entry where customer_id = '${quote.customer.id}' and kind in ('WRITTEN_OFF', 'LOSS_REVERSED') order by id`,
        );
      expect(await losses()).toMatchObject([{ kind: 'WRITTEN_OFF' }]);
      const seen = await world.read(quote);
      expect(seen).toMatchObject({ customerCredit: { amount: 0 }, refunds: [{ status: 'SUCCEEDED' }] });
      const providerId = seen.refunds[0]?.reference ?? '';
      const failed = world.eventsOf(() => world.provider().moneyBack.settle(providerId, false));
      await world.deliver(...failed, ...failed);
      expect(await world.read(quote)).toMatchObject({
        customerCredit: { amount: deposit - used },
        refunds: [{ status: 'FAILED' }],
        payments: [{ refunded: { amount: 0 }, refundable: { amount: deposit - used } }],
      });
      const [lost, back] = await losses();
      expect([lost, back].map((entry) => [entry?.kind, Number(entry?.amount)])).toEqual([
        ['WRITTEN_OFF', used],
        ['LOSS_REVERSED', used],
      ]);
      expect(await office().broken()).toEqual([]);
    },
  );

  test('what was paid beyond the invoice goes back first and needs no credit note', async () => {
    const quote = await office().signedQuote();
    await cash.confirm(quote, { amount: deposit + 7530 });
    const [payment] = (await world.read(quote)).payments;
    const given = { method: 'CASH', reference: 'slip 9' };
    expect(await world.refund(payment?.id ?? '', { ...given, amount: 7530 })).toMatchObject({
      status: 'SUCCEEDED',
      creditNoteNumber: null,
    });
    expect(await world.read(quote)).toMatchObject({
      status: 'PAID',
      balance: { amount: 0 },
      customerCredit: { amount: 0 },
      creditNotes: [],
    });
    expect(await world.itemsOf(quote)).toEqual([]);
    expect(await world.refund(payment?.id ?? '', { amount: 100 })).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'method',
    });
    expect(await world.refund(payment?.id ?? '', { method: 'CASH', amount: 100 })).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'reference',
    });
  });

  test('the same key and input give the same refund, and who may not refund is turned away', async () => {
    const { paymentId } = await world.paid();
    const idempotencyKey = aKey();
    const first = await world.refund(paymentId, { idempotencyKey, amount: 100 });
    expect(await world.refund(paymentId, { idempotencyKey, amount: 100 })).toMatchObject({ id: first.id });
    expect(await world.refund(paymentId, { idempotencyKey, amount: 200 })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await world.refund(paymentId, { amount: 100 }, 'STAFF')).toEqual({ fault: 'FORBIDDEN' });
    expect(await world.refund(paymentId, { amount: 100 }, 'BOOKKEEPER')).toEqual({ fault: 'FORBIDDEN' });
  });

  test('ST-01: an answer that got lost is asked for again under the same key, and the money goes back once', async () => {
    const { quote, intent, paymentId } = await world.paid();
    world.provider().controls.api = 'reset';
    await world.refund(paymentId);
    expect((await world.read(quote)).refunds).toMatchObject([{ status: 'PENDING', reference: null }]);
    world.provider().controls.api = 'normal';
    office().clock.advance(5 * 60_000);
    await office().settle();
    expect((await world.read(quote)).refunds).toMatchObject([{ status: 'SUCCEEDED' }]);
    const made = world
      .provider()
      .moneyBack.refunds()
      .filter(({ payment_intent: of }) => of === intent);
    expect(made).toHaveLength(1);
  });
});
