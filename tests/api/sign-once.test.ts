import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { portalQuote, resolveReviewItem, reviewItems, signQuote } from '../support/operations.ts';
import { aSignature, type Sent } from '../support/steps.ts';

type Item = { id: string; kind: string; facts: object[]; quote: { id: string } | null };

describe.each(databases)('signing once on %s', (kind) => {
  const office = companyOn(kind);
  const sign = (quote: Sent, changes: object = {}) =>
    office().run(signQuote, { input: aSignature(quote, changes) }, quote.link);
  const itemsOf = async (quote: Sent): Promise<Item[]> => {
    const { items } = await office().make<{ items: Item[] }>(
      reviewItems,
      { first: 100 },
      await office().as('BOOKKEEPER'),
    );
    return items.filter((item) => item.quote?.id === quote.id);
  };
  const countOf = async (table: string, quote: Sent) =>
    (
      await office().rows<{ n: number }>(`select count(*) as n from ${table} where quote_id = '${quote.id}'`)
    )[0]?.n;

  test('answers the same key and input with the same signature, and other input with a refusal', async () => {
    const quote = await office().sentQuote();
    const idempotencyKey = 'one-signature';
    const first = await sign(quote, { idempotencyKey });
    expect(first).toMatchObject({ status: 'ACCEPTED' });
    expect(await sign(quote, { idempotencyKey })).toEqual(first);
    expect(await sign(quote, { idempotencyKey, name: 'Bob' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await countOf('acceptance', quote)).toBe(1);
  });

  test('SG-09: a second device is told that it is signed, and staff are left in peace', async () => {
    const quote = await office().sentQuote();
    await sign(quote);
    expect(await sign(quote)).toMatchObject({
      code: 'QUOTE_ALREADY_ACCEPTED',
      message: 'This quote has been signed already, so there is nothing left to do.',
    });
    expect(await sign(quote, { email: 'bob@example.com' })).toMatchObject({ code: 'QUOTE_ALREADY_ACCEPTED' });
    expect(await itemsOf(quote)).toEqual([]);
    expect([await countOf('acceptance', quote), await countOf('invoice', quote)]).toEqual([1, 1]);
    expect(await office().run(portalQuote, {}, quote.link)).toMatchObject({ status: 'ACCEPTED' });
  });

  test('of eight devices that sign at the same moment one is the first', async () => {
    const quote = await office().sentQuote();
    const answers = await Promise.all(Array.from({ length: 8 }, () => sign(quote)));
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'QUOTE_ALREADY_ACCEPTED')).toHaveLength(7);
  });

  test('LK-01: tries that fail alike are one item; once it is settled, another try is another', async () => {
    const quote = await office().sentQuote();
    await sign(quote, { email: 'bob@example.com' });
    await sign(quote, { email: 'eve@example.com' });
    const [item, ...more] = await itemsOf(quote);
    expect(more).toEqual([]);
    const settled = { input: { id: item?.id, resolution: 'Called the customer.' } };
    await office().run(resolveReviewItem, settled, await office().as('OWNER'));
    expect(await itemsOf(quote)).toEqual([]);
    await sign(quote, { email: 'eve@example.com' });
    expect(await itemsOf(quote)).toHaveLength(1);
  });
});
