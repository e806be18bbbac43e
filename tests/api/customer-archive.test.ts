import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  archiveCustomer,
  createQuote,
  customerById,
  customers,
  deleteCustomer,
  restoreCustomer,
  updateCustomer,
} from '../support/operations.ts';
import { aCustomerInput, aKey, aQuoteInput } from '../support/steps.ts';

describe.each(databases)('putting customers away on %s', (kind) => {
  const office = companyOn(kind);
  const ask = async (document: string, variables: object) =>
    office().run<{ version: number }>(document, variables, await office().as('STAFF'));
  const archive = (id: string, version: number) => ask(archiveCustomer, { input: { id, version } });
  const restore = (id: string, version: number) => ask(restoreCustomer, { input: { id, version } });
  const remove = (id: string, version: number) => ask(deleteCustomer, { input: { id, version } });
  const quoteFor = (customerId: string) =>
    ask(createQuote, { input: { idempotencyKey: aKey(), customerId, quote: aQuoteInput() } });
  const listed = async (search: string, archived: boolean | null) => {
    const page = await office().make<{ items: { id: string }[] }>(
      customers,
      { search, archived },
      await office().as('BOOKKEEPER'),
    );
    return page.items.map(({ id }) => id);
  };
  const history = async (id: string) =>
    (await office().rows(`select text from audit where customer_id = '${id}' order by id`)).map(
      ({ text }) => text,
    );

  test('an archived customer leaves the list, takes no new quote, and comes back', async () => {
    const { id } = await office().customer({ name: 'Leaving Ltd' });
    expect(await archive(id, 1)).toMatchObject({ version: 2, archivedAt: '2026-11-21T01:00:00.000Z' });
    expect([
      await listed('leaving', null),
      await listed('leaving', false),
      await listed('leaving', true),
    ]).toEqual([[], [], [id]]);
    expect(await quoteFor(id)).toMatchObject({ __typename: 'Refusal', code: 'CUSTOMER_ARCHIVED' });
    expect(await restore(id, 2)).toMatchObject({ version: 3, archivedAt: null });
    expect([await listed('leaving', null), await listed('leaving', true)]).toEqual([[id], []]);
    expect(await quoteFor(id)).toMatchObject({ __typename: 'Quote' });
    expect(await history(id)).toEqual([
      'Leaving Ltd added',
      'Leaving Ltd archived',
      'Leaving Ltd restored',
      'Draft started',
    ]);
  });

  test('archiving or restoring twice is the same as once', async () => {
    const { id } = await office().customer({ name: 'Twice' });
    expect(await restore(id, 1)).toMatchObject({ version: 1, archivedAt: null });
    const first = await archive(id, 1);
    expect(await archive(id, 1)).toEqual(first);
    expect(await history(id)).toEqual(['Twice added', 'Twice archived']);
  });

  test('somebody who has not seen the last change archives, restores and deletes nothing', async () => {
    const { id } = await office().customer();
    await ask(updateCustomer, { input: { id, version: 1, customer: aCustomerInput({ name: 'Changed' }) } });
    expect(await archive(id, 1)).toEqual({ fault: 'CONFLICT' });
    expect(await remove(id, 1)).toEqual({ fault: 'CONFLICT' });
    await archive(id, 2);
    expect(await restore(id, 2)).toEqual({ fault: 'CONFLICT' });
    expect(await listed('changed', true)).toEqual([id]);
  });

  test('what is under way goes on when the customer is archived', async () => {
    const signed = await office().signedQuote();
    const { id } = signed.customer;
    await archive(id, 1);
    expect(await ask(customerById, { id })).toMatchObject({
      archivedAt: expect.any(String),
      quotes: [{ id: signed.id }],
      invoices: [{ number: signed.invoice.number }],
    });
  });

  test('a customer that nothing names is deleted, and its name and prefix are free again', async () => {
    const { id } = await office().customer({ name: 'Typed wrong', prefix: 'WRONG1' });
    expect(await remove(id, 1)).toEqual({ __typename: 'DeletedCustomer', id, name: 'Typed wrong' });
    expect(await ask(customerById, { id })).toEqual({ fault: 'NOT_FOUND' });
    expect(await remove(id, 1)).toEqual({ fault: 'NOT_FOUND' });
    expect(await office().rows(`select * from customer_key where customer_id = '${id}'`)).toEqual([]);
    expect(await history(id)).toEqual(['Typed wrong added', 'Typed wrong deleted; nothing was linked']);
    expect(await office().customer({ prefix: 'WRONG1' })).toMatchObject({ prefix: 'WRONG1' });
  });

  test('a customer that a quote or an invoice names is not deleted, and the sentence says what names it', async () => {
    const { id } = await office().customer({ name: 'Kept' });
    await office().draft({}, id);
    expect(await remove(id, 1)).toMatchObject({
      code: 'RECORD_LINKED',
      message: expect.stringMatching(/^Kept has one quote, so it stays on record\. Archive it instead/),
    });
    const { customer } = await office().signedQuote();
    expect(await remove(customer.id, 1)).toMatchObject({
      code: 'RECORD_LINKED',
      message: expect.stringContaining('one quote and one invoice'),
    });
    expect(await ask(customerById, { id })).toMatchObject({ id });
  });

  test('a quote and the end of its customer, asked for at once, never both happen', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await office().customer({ name: `Race ${round}` });
      const [quote, gone] = await Promise.all(
        round % 2 === 0 ? [quoteFor(id), remove(id, 1)] : [quoteFor(id), archive(id, 1)],
      );
      const isMade = quote.__typename === 'Quote';
      const [row] = await office().rows<{ archived_at: string | null }>(
        `select archived_at from customer where id = '${id}'`,
      );
      if (round % 2 === 0) {
        expect([isMade, gone.code]).toEqual(row === undefined ? [false, undefined] : [true, 'RECORD_LINKED']);
      } else {
        // A quote that came first is older than the archiving; one that came later is refused.
        expect(row?.archived_at).not.toBeNull();
        expect(isMade || quote.code === 'CUSTOMER_ARCHIVED').toBe(true);
      }
    }
  });
});
