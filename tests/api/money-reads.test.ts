import { describe, expect, test } from 'vitest';
import { cardWorldOn } from '../support/card-world.ts';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { disputes, invoicePreview, paymentCounts } from '../support/operations.ts';

type Counts = { group: string; count: number }[];

describe.each(databases)('what staff read of the money on %s', (kind) => {
  const office = companyOn(kind);
  const world = cardWorldOn(office);
  const cash = cashDesk(office);

  test('an invoice looks to staff as to its customer, and nobody has opened it by that', async () => {
    const { invoice } = await office().signedQuote();
    await office().settle();
    const seen = await office().make(invoicePreview, { id: invoice.id }, await office().as('BOOKKEEPER'));
    expect(seen).toEqual({ number: invoice.number, status: 'OPEN' });
    expect(await office().rows('select id from link_visit')).toEqual([]);
    expect(await office().rows(`select id from payment_log where kind = 'VIEWED'`)).toEqual([]);
  });

  test('a claim counts among those to confirm until somebody has decided', async () => {
    const toConfirm = async () => {
      const counts = await office().make<Counts>(paymentCounts, {}, await office().as('BOOKKEEPER'));
      return counts.find(({ group }) => group === 'TO_CONFIRM')?.count;
    };
    const before = (await toConfirm()) ?? Number.NaN;
    const { paymentId } = await cash.claimed();
    expect(await toConfirm()).toBe(before + 1);
    await cash.reject(paymentId);
    expect(await toConfirm()).toBe(before);
  });

  test('a dispute stands in the list of disputes', async () => {
    const paid = await world.paid();
    await world.deliver(...world.eventsOf(() => world.provider().moneyBack.dispute(paid.intent)));
    const { items } = await office().make<{ items: { status: string }[] }>(
      disputes,
      {},
      await office().as('BOOKKEEPER'),
    );
    expect(items.map(({ status }) => status)).toEqual(['NEEDS_RESPONSE']);
  });
});
