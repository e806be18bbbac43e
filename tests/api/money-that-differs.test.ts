import { describe, expect, test } from 'vitest';
import { minor } from '../../api/src/domain/money.ts';
import type { CheckoutFact } from '../../api/src/ports.ts';
import { aFact, cardDesk, type CardPayment, report } from '../support/card.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { refundPayment, reviewItems, voidInvoice } from '../support/operations.ts';
import { aKey, type Signed } from '../support/steps.ts';

type Item = {
  kind: string;
  actions: string[];
  explanation: string;
  invoice: { number: string } | null;
  facts: { label: string; sent: string | null; approved: string | null }[];
};
type PaymentRow = { id: string; status: string; amount: number; currency: string; allocated: number };

describe.each(databases)('money that is not what was asked for on %s', (kind) => {
  const office = companyOn(kind);
  const { read, stepsOf, onCheckout } = cardDesk(office);
  const creditOf = async ({ customer }: Signed) =>
    (
      await office().make<{ credits: object[] }>(
        'query ($id: ID!) { customer(id: $id) { credits { amount currency } } }',
        { id: customer.id },
        await office().as('BOOKKEEPER'),
      )
    ).credits;
  const paymentsOf = async ({ invoice }: Signed) =>
    (
      await office().rows<PaymentRow>(
        `select id, status, amount, currency, allocated from payment where invoice_id = '${invoice.id}' order by id`,
      )
    ).map((row) => ({ ...row, amount: Number(row.amount), allocated: Number(row.allocated) }));
  const waiting = async (reference: string) => {
    const { items } = await office().make<{ items: Item[] }>(
      reviewItems,
      { kind: 'UNALLOCATED_MONEY', first: 100 },
      await office().as('MANAGER'),
    );
    return items.filter(({ facts, invoice }) =>
      [invoice?.number, ...facts.map(({ sent }) => sent)].includes(reference),
    );
  };
  /** The page, its payment and its charge, all of the same money, each told twice. */
  async function tell(
    payment: CardPayment,
    changes: Partial<CheckoutFact>,
    first: 'page' | 'charge' = 'page',
  ) {
    const page = aFact(payment, 'PAID', changes);
    const charge = { ...page, sessionId: null };
    const order = first === 'page' ? [page, charge, charge, page] : [charge, page, page, charge];
    for (const fact of order) await report(office(), fact);
  }
  const giveBack = async (paymentId: string, amount: number) => {
    const input = {
      idempotencyKey: aKey(),
      paymentId,
      amount,
      method: 'CARD',
      reference: null,
      reason: 'It differs',
    };
    const refund = await office().make<object>(refundPayment, { input }, await office().as('MANAGER'));
    await office().settle();
    return refund;
  };

  describe.each<[string, Partial<CheckoutFact>, number, string]>([
    ['one cent less', { amount: minor(112_469) }, 112_469, 'AUD'],
    ['one cent more', { amount: minor(112_471) }, 112_471, 'AUD'],
    ['another currency', { currency: 'USD' }, 112_470, 'USD'],
    ['another currency without decimals', { currency: 'JPY', amount: minor(99) }, 99, 'JPY'],
  ])('WH-17: %s', (_what, changes, amount, currency) => {
    test.each(['page', 'charge'] as const)(
      'is booked once as the customer’s credit, the %s told first, and the invoice stays open',
      async (first) => {
        const { quote, payment } = await onCheckout();
        await tell(payment, changes, first);
        expect(await read(quote)).toMatchObject({
          status: 'OPEN',
          paid: { amount: 0 },
          payments: [{ status: 'CONFIRMED', receipt: null }],
        });
        expect(await paymentsOf(quote)).toEqual([
          { id: payment.id, status: 'CONFIRMED', amount, currency, allocated: 0 },
        ]);
        expect(await creditOf(quote)).toEqual([{ amount, currency }]);
        expect((await stepsOf(quote)).slice(2)).toEqual(['CONFIRMED', 'UNALLOCATED']);
        expect(await waiting(quote.invoice.number)).toMatchObject([
          {
            actions: ['REFUND_PAYMENT', 'DISMISS'],
            explanation: expect.stringContaining('customer’s credit'),
            facts: [{ label: 'Amount' }, { label: 'Reference' }, { label: 'Checkout' }],
          },
        ]);
      },
    );

    test('goes back by card in its own currency, and that settles the item', async () => {
      const { quote, payment } = await onCheckout();
      await tell(payment, changes);
      expect(await giveBack(payment.id, amount)).toMatchObject({ creditNoteNumber: null });
      expect(office().gateway.refunded.at(-1)).toMatchObject({
        paymentId: payment.id,
        reference: `pi_${payment.id.slice(-6)}`,
        amount,
        currency,
      });
      expect(await creditOf(quote)).toEqual([]);
      expect(await waiting(quote.invoice.number)).toEqual([]);
      expect(await read(quote)).toMatchObject({ status: 'OPEN', paid: { amount: 0 } });
      expect(await stepsOf(quote)).toEqual(expect.arrayContaining(['REFUND_REQUESTED', 'REFUNDED']));
    });
  });

  test('WH-17: what another page of ours took is credit beside the payment that is under way, which still pays', async () => {
    const { quote, payment } = await onCheckout();
    await tell(payment, { sessionId: 'cs_other', reference: `pi_other_${payment.id}` });
    expect(await paymentsOf(quote)).toMatchObject([
      { status: 'STARTED' },
      { status: 'CONFIRMED', allocated: 0 },
    ]);
    expect(await creditOf(quote)).toEqual([{ amount: 112_470, currency: 'AUD' }]);
    await tell(payment, {});
    expect(await read(quote)).toMatchObject({ status: 'PAID', paid: { amount: 112_470 } });
    expect(await creditOf(quote)).toEqual([{ amount: 112_470, currency: 'AUD' }]);
  });

  test('WH-17: a second charge for a payment that is confirmed is credit and not lost', async () => {
    const { quote, payment } = await onCheckout();
    await tell(payment, {});
    await tell(payment, { reference: `pi_second_${payment.id}` }, 'charge');
    expect(await creditOf(quote)).toEqual([{ amount: 112_470, currency: 'AUD' }]);
    expect(await paymentsOf(quote)).toMatchObject([
      { status: 'CONFIRMED', allocated: 112_470 },
      { status: 'CONFIRMED', allocated: 0 },
    ]);
  });

  test('PM-11: of another currency, lost in a dispute, is taken from that credit and from no invoice', async () => {
    const { quote, payment } = await onCheckout();
    await tell(payment, { currency: 'USD' });
    const dispute = {
      status: 'LOST',
      isWithdrawn: true,
      providerId: `du_${payment.id}`,
      reference: `pi_${payment.id.slice(-6)}`,
      amount: minor(112_470),
      currency: 'USD',
      reason: 'fraudulent',
      evidenceDueBy: null,
      openedAt: office().clock.now().toISOString(),
    } as const;
    await office().webhook({ id: `evt_${dispute.providerId}`, moneyBack: { kind: 'DISPUTE', dispute } });
    expect(await creditOf(quote)).toEqual([]);
    expect(await read(quote)).toMatchObject({ status: 'OPEN', paid: { amount: 0 } });
    const lost = await office().rows(
      `select kind, currency, amount from ledger_entry where payment_id = '${payment.id}' and kind = 'DISPUTE_LOST'`,
    );
    expect(lost.map(({ amount, ...entry }) => ({ ...entry, amount: Number(amount) }))).toEqual([
      { kind: 'DISPUTE_LOST', currency: 'USD', amount: 112_470 },
    ]);
  });

  test('WH-17: told a hundred times at once it is booked once', async () => {
    const { quote, payment } = await onCheckout();
    const fact = aFact(payment, 'PAID', { reference: `pi_at_once_${payment.id}`, sessionId: 'cs_elsewhere' });
    const facts = Array.from({ length: 100 }, (_, at) =>
      at % 2 === 0 ? fact : { ...fact, sessionId: null },
    );
    await Promise.all(facts.map((each) => report(office(), each)));
    await office().settle();
    const booked = (await paymentsOf(quote)).filter(({ status }) => status === 'CONFIRMED');
    expect(booked).toHaveLength(1);
  });

  test('WH-17: of a voided invoice, money that differs is credit and wakes nothing up', async () => {
    const { quote, payment } = await onCheckout();
    await office().make(
      voidInvoice,
      { input: { idempotencyKey: aKey(), id: quote.invoice.id, reason: 'A mistake' } },
      await office().as('OWNER'),
    );
    await tell(payment, { amount: minor(112_400) });
    expect(await read(quote)).toMatchObject({ status: 'VOID', paid: { amount: 0 } });
    expect(await creditOf(quote)).toEqual([{ amount: 112_400, currency: 'AUD' }]);
  });

  test.each<[string, Partial<CheckoutFact>]>([
    ['a payment that we do not know', { paymentId: 'unknown' }],
    ['no payment of ours', { paymentId: null }],
    ['another invoice', { invoiceId: 'unknown' }],
    ['no amount', { amount: null }],
    ['nothing at all', { amount: minor(0) }],
    ['no payment that could be named', { amount: minor(5), reference: null }],
  ])('WH-17: of %s nothing is booked, and the item says to look at the provider', async (_what, changes) => {
    const { quote, payment } = await onCheckout();
    const reference = `pi_foreign_${payment.id}`;
    await report(office(), aFact(payment, 'PAID', { sessionId: null, reference, ...changes }));
    expect(await paymentsOf(quote)).toMatchObject([{ id: payment.id, status: 'STARTED' }]);
    expect(await creditOf(quote)).toEqual([]);
    const items = await waiting('reference' in changes ? quote.invoice.number : reference);
    expect(items).toMatchObject([{ actions: ['DISMISS'] }]);
    expect(items[0]?.explanation).toContain('Nothing was booked');
    expect(items[0]?.explanation).toContain('at the provider');
  });
});
