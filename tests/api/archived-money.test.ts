import { describe, expect, test } from 'vitest';
import { cardWorldOn } from '../support/card-world.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  archiveCustomer,
  archiveQuote,
  customerById,
  quoteById,
  voidInvoice,
} from '../support/operations.ts';
import { aKey, type Signed } from '../support/steps.ts';

const deposit = 112_470;

describe.each(databases)('money for what was archived on %s', (kind) => {
  const office = companyOn(kind);
  const world = cardWorldOn(office);
  const receiptsOf = async ({ invoice }: Signed) => {
    const [row] = await office().rows<{ n: number | string }>(
      `select count(*) as n from receipt where invoice_id = '${invoice.id}'`,
    );
    return Number(row?.n);
  };
  /** The customer and the quote are put away while the page is open. */
  const archived = async () => {
    const quote = await office().signedQuote();
    const session = await world.openPage(quote);
    const events = world.eventsOf(() => world.provider().checkouts.pay(session));
    const staff = await office().as('STAFF');
    const { version } = await office().make<{ version: number }>(quoteById, { id: quote.id }, staff);
    await office().make(archiveQuote, { input: { id: quote.id, version } }, staff);
    const { id, version: was } = await office().make<{ id: string; version: number }>(
      customerById,
      { id: quote.customer.id },
      staff,
    );
    await office().make(archiveCustomer, { input: { id, version: was } }, staff);
    return { quote, events };
  };
  const putAway = async ({ id, customer }: Signed) =>
    office().rows<{ at: string | null }>(
      `select archived_at as at from quote where id = '${id}' union all select archived_at from customer where id = '${customer.id}'`,
    );
  const isPutAway = [{ at: expect.stringMatching(/^2026-/) }, { at: expect.stringMatching(/^2026-/) }];

  test('WH-17: it pays an invoice that is still owed', async () => {
    const { quote, events } = await archived();
    await world.deliver(...events, ...events);
    expect(await world.read(quote)).toMatchObject({ status: 'PAID', customerCredit: { amount: 0 } });
    expect(await receiptsOf(quote)).toBe(1);
    expect(await putAway(quote)).toEqual(isPutAway);
  });

  test('WH-17: it is credit where the invoice is void, with a task and without a receipt', async () => {
    const { quote, events } = await archived();
    const input = { idempotencyKey: aKey(), id: quote.invoice.id, reason: 'A mistake' };
    await office().make(voidInvoice, { input }, await office().as('OWNER'));
    await office().settle();
    await world.deliver(...events, ...events);
    expect(await world.read(quote)).toMatchObject({ status: 'VOID', customerCredit: { amount: deposit } });
    expect(await receiptsOf(quote)).toBe(0);
    expect(await world.itemsOf(quote)).toEqual(['OVERPAYMENT']);
    expect(await putAway(quote)).toEqual(isPutAway);
  });
});
