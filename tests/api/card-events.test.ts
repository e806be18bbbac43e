import { describe, expect, test } from 'vitest';
import { minor } from '../../api/src/domain/money.ts';
import { aFact, cardDesk, goToCheckout, report } from '../support/card.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';

describe.each(databases)('events of the provider on %s', (kind) => {
  const office = companyOn(kind);
  const { read, stepsOf, itemsOf, onCheckout } = cardDesk(office);

  test('WH-09: the same event a hundred times is one payment and one receipt', async () => {
    const { quote, payment } = await onCheckout();
    const event = { id: `evt_again_${payment.id}`, fact: aFact(payment, 'PAID') };
    const answers = await Promise.all(Array.from({ length: 100 }, () => office().webhook(event)));
    expect(new Set(answers)).toEqual(new Set([200]));
    await office().settle();
    expect(await stepsOf(quote)).toEqual(['INVOICE_ISSUED', 'CHECKOUT_STARTED', 'CONFIRMED', 'RECEIPT_SENT']);
    expect(
      await office().rows(`select count(*) as n from receipt where payment_id = '${payment.id}'`),
    ).toEqual([{ n: 1 }]);
  });

  test('WH-10: confirmed stays confirmed, whatever comes late', async () => {
    const { quote, payment } = await onCheckout();
    for (const outcome of ['PAID', 'PENDING', 'FAILED', 'EXPIRED', 'OPEN', 'PAID'] as const)
      await report(office(), aFact(payment, outcome));
    expect(await read(quote)).toMatchObject({ status: 'PAID', payments: [{ status: 'CONFIRMED' }] });
    expect(await stepsOf(quote)).toEqual(['INVOICE_ISSUED', 'CHECKOUT_STARTED', 'CONFIRMED', 'RECEIPT_SENT']);
    expect(await itemsOf(quote)).toEqual([]);
  });

  test('PM-01: of two payments the second is for a person, and the invoice is paid once', async () => {
    const { quote, payment } = await onCheckout();
    await report(office(), aFact(payment, 'EXPIRED'));
    const second = await goToCheckout(office(), quote);
    await report(office(), aFact(second, 'PAID'));
    await report(office(), aFact(payment, 'PAID'));
    expect(await read(quote)).toMatchObject({
      status: 'PAID',
      paid: { amount: 112_470 },
      payments: [
        { status: 'CONFIRMED', receipt: { number: expect.any(String) } },
        { status: 'CONFIRMED', receipt: null },
      ],
    });
    expect(await itemsOf(quote)).toEqual(['OVERPAYMENT']);
    expect((await stepsOf(quote)).filter((step) => step === 'OVERPAID')).toHaveLength(1);
  });

  test.each<[string, object]>([
    ['no amount', { amount: null }],
    ['nothing', { amount: minor(0) }],
  ])('money of %s is for a person and pays nothing', async (_what, changes) => {
    const { quote, payment } = await onCheckout();
    await report(office(), aFact(payment, 'PAID', changes));
    expect(await read(quote)).toMatchObject({
      status: 'OPEN',
      paid: { amount: 0 },
      payments: [{ status: 'STARTED', receipt: null }],
    });
    expect(await itemsOf(quote)).toEqual(['UNALLOCATED_MONEY']);
    expect((await stepsOf(quote)).at(-1)).toBe('UNALLOCATED');
  });

  test.each<[string, object]>([
    ['a payment that we do not know', { paymentId: 'unknown' }],
    ['no payment of ours', { paymentId: null }],
    ['another invoice', { invoiceId: 'unknown' }],
  ])('WH-03: money for %s is for a person and pays nothing', async (_what, changes) => {
    const { quote, payment } = await onCheckout();
    const open = async () =>
      (
        await office().rows<{ n: number }>('select count(*) as n from review_item where resolved_at is null')
      )[0]?.n ?? 0;
    const before = await open();
    await report(office(), aFact(payment, 'PAID', changes));
    expect(await open()).toBe(before + 1);
    expect(await read(quote)).toMatchObject({ status: 'OPEN', payments: [{ status: 'STARTED' }] });
  });

  test('WH-06 WH-07: an event of the other mode, or of a kind that we do not know, is kept and has no effect', async () => {
    const { quote, payment } = await onCheckout();
    expect(
      await office().webhook({ id: `evt_live_${payment.id}`, live: true, fact: aFact(payment, 'PAID') }),
    ).toBe(200);
    expect(await office().webhook({ id: `evt_kind_${payment.id}`, type: 'customer.created' })).toBe(200);
    expect(
      await office().rows(
        `select outcome from stripe_event where id like '%${payment.id}' order by outcome desc`,
      ),
    ).toEqual([{ outcome: 'not ours' }, { outcome: 'ignored: another mode' }]);
    expect(await read(quote)).toMatchObject({ status: 'OPEN' });
  });

  test('WH-01: what is not signed by the provider is answered 400 and not kept', async () => {
    const { quote, payment } = await onCheckout();
    expect(
      await office().webhook({ id: `evt_forged_${payment.id}`, fact: aFact(payment, 'PAID') }, 'forged'),
    ).toBe(400);
    expect(await office().rows(`select id from stripe_event where id = 'evt_forged_${payment.id}'`)).toEqual(
      [],
    );
    expect(await read(quote)).toMatchObject({ status: 'OPEN' });
  });
});
