import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  claimManualPayment,
  openReviewCount,
  resolveReviewItem,
  reviewItems,
  signQuote,
} from '../support/operations.ts';
import { aKey, aSignature } from '../support/steps.ts';

type Item = { id: string; kind: string; quote: { id: string } | null };

describe.each(databases)('what needs a person, on %s', (kind) => {
  const office = companyOn(kind);
  const resolve = async (id: string, resolution = 'Called the customer.') =>
    office().run(resolveReviewItem, { input: { id, resolution } }, await office().as('STAFF'));
  const list = async (variables: object = {}) =>
    office().make<{ items: Item[]; endCursor: string | null }>(
      reviewItems,
      variables,
      await office().as('BOOKKEEPER'),
    );
  const count = async () => office().run<number>(openReviewCount, {}, await office().as('BOOKKEEPER'));
  const failedSignature = async (): Promise<Item> => {
    const quote = await office().sentQuote();
    await office().run(signQuote, { input: aSignature(quote, { expectedTotal: 1 }) }, quote.link);
    const item = (await list({ first: 100 })).items.find((one) => one.quote?.id === quote.id);
    if (item === undefined) throw new Error('Nobody was told');
    return item;
  };

  test('an item is settled with what was done and by whom, and leaves the list', async () => {
    const before = await count();
    const { id } = await failedSignature();
    expect(await count()).toBe(before + 1);
    expect(await resolve(id, ' Called the customer. ')).toMatchObject({
      __typename: 'ReviewItem',
      kind: 'TAMPERED_TOTAL',
      resolvedAt: '2026-11-21T01:00:00.000Z',
      resolvedBy: 'The staff',
      resolution: 'Called the customer.',
    });
    expect(await count()).toBe(before);
    expect((await list()).items.map((item) => item.id)).not.toContain(id);
    expect((await list({ resolved: true })).items[0]).toMatchObject({ id });
  });

  test('an item is settled once', async () => {
    const { id } = await failedSignature();
    const both = await Promise.all([resolve(id, 'First'), resolve(id, 'Second')]);
    expect(both.map(({ __typename, code }) => code ?? __typename).sort()).toEqual([
      'ITEM_SETTLED',
      'ReviewItem',
    ]);
    expect(await resolve(id)).toMatchObject({ code: 'ITEM_SETTLED' });
    expect(await resolve('nothing')).toEqual({ fault: 'NOT_FOUND' });
  });

  test.each(['', ' ', 'x'.repeat(501)])(
    'an item is not settled without words, at most 500 (%.5j)',
    async (resolution) => {
      const { id } = await failedSignature();
      expect(await resolve(id, resolution)).toMatchObject({ code: 'INPUT_INVALID', field: 'resolution' });
    },
  );

  test('a claim is settled by confirming or rejecting it, so that no money gets lost', async () => {
    const quote = await office().signedQuote();
    await office().make(
      claimManualPayment,
      { input: { idempotencyKey: aKey(), method: 'CASH', paidOn: '2026-11-21', reference: '' } },
      quote.link,
    );
    const item = (await list({ first: 100 })).items.find((one) => one.quote?.id === quote.id);
    expect(item).toMatchObject({ kind: 'PAYMENT_CLAIM' });
    expect(await resolve(item?.id ?? '')).toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('what waits comes oldest first, what is settled newest first, page by page', async () => {
    const ids = [(await failedSignature()).id, (await failedSignature()).id, (await failedSignature()).id];
    const open = (await list({ first: 100 })).items.map(({ id }) => id);
    expect(open.slice(-3)).toEqual(ids);
    for (const id of ids) await resolve(id);
    const first = await list({ resolved: true, first: 2 });
    const second = await list({ resolved: true, first: 1, after: first.endCursor });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed());
  });
});
