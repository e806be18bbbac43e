import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  archiveCatalogueItem,
  catalogueItem,
  catalogueItems,
  createCatalogueItem,
  restoreCatalogueItem,
  updateCatalogueItem,
} from '../support/operations.ts';
import { aKey } from '../support/steps.ts';

type Item = { id: string; version: number; name: string };
type List = { items: Item[]; endCursor: string | null };

const anItem = (changes: object = {}) => ({
  name: 'Booking form',
  description: 'Customers choose a free time.',
  unit: 'pcs',
  price: 16_500,
  pricesIncludeTax: true,
  taxTreatment: 'STANDARD',
  taxRate: 10_000,
  billing: 'ONCE',
  cost: 6_000,
  ...changes,
});

describe.each(databases)('the catalogue on %s', (kind) => {
  const office = companyOn(kind);
  const create = async (changes: object = {}, idempotencyKey = aKey()) =>
    office().run<Item>(
      createCatalogueItem,
      { input: { idempotencyKey, item: anItem(changes) } },
      await office().as('STAFF'),
    );
  const write = async (document: string, input: object) =>
    office().run<Item & { archivedAt: string | null }>(document, { input }, await office().as('STAFF'));
  const list = async (variables: object = {}) =>
    office().make<List>(catalogueItems, variables, await office().as('BOOKKEEPER'));
  const names = async (variables: object) => (await list(variables)).items.map(({ name }) => name);

  test('adds an item with its price without and with tax, and what it earns', async () => {
    expect(await create({ name: ' Booking form ' })).toEqual({
      __typename: 'CatalogueItem',
      id: expect.stringMatching(/^[\w-]{36}$/),
      version: 1,
      name: 'Booking form',
      description: 'Customers choose a free time.',
      unit: 'pcs',
      price: { amount: 16_500, currency: 'AUD' },
      pricesIncludeTax: true,
      netPrice: { amount: 15_000, currency: 'AUD' },
      grossPrice: { amount: 16_500, currency: 'AUD' },
      taxTreatment: 'STANDARD',
      taxRate: 10_000,
      billing: 'ONCE',
      cost: { amount: 6_000, currency: 'AUD' },
      margin: 60_000,
      archivedAt: null,
    });
  });

  test('knows no margin without a cost, and a negative one for a loss', async () => {
    expect(await create({ cost: null })).toMatchObject({ cost: null, margin: null });
    expect(await create({ cost: undefined })).toMatchObject({ cost: null, margin: null });
    expect(await create({ pricesIncludeTax: false, price: 10_000, cost: 12_500 })).toMatchObject({
      netPrice: { amount: 10_000 },
      grossPrice: { amount: 11_000 },
      margin: -25_000,
    });
  });

  test('answers the same key and input with the same item, and other input with a refusal', async () => {
    const first = await create({ name: 'Once' }, 'key-of-one-item');
    expect(await create({ name: 'Once' }, 'key-of-one-item')).toEqual(first);
    expect(await create({ name: 'Twice' }, 'key-of-one-item')).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await names({ search: 'twice' })).toEqual([]);
  });

  test.each<[object, string]>([
    [{ name: ' ' }, 'item.name'],
    [{ name: 'x'.repeat(201) }, 'item.name'],
    [{ description: 'x'.repeat(2001) }, 'item.description'],
    [{ unit: 'x'.repeat(21) }, 'item.unit'],
    [{ price: -1 }, 'item.price'],
    [{ price: 1_000_000_000_001 }, 'item.price'],
    [{ cost: -1 }, 'item.cost'],
    [{ taxRate: 100_001 }, 'item.taxRate'],
    [{ taxTreatment: 'EXEMPT', taxRate: 10_000 }, 'item.taxRate'],
  ])('refuses %.40j and names the field %s', async (changes, field) => {
    expect(await create(changes)).toMatchObject({ __typename: 'Refusal', code: 'INPUT_INVALID', field });
  });

  test('changes an item, and turns the change of an older version down', async () => {
    const { id, version } = await create({ name: 'Before' });
    const change = (of: number) =>
      write(updateCatalogueItem, { id, version: of, item: anItem({ name: 'After', billing: 'MONTHLY' }) });
    expect(await change(version)).toMatchObject({ version: 2, name: 'After', billing: 'MONTHLY' });
    expect(await change(version)).toEqual({ fault: 'CONFLICT' });
    expect(await names({ search: 'before' })).toEqual([]);
    expect(
      await office().rows(`select text from audit where action like 'item.%' and facts like '%${id}%'`),
    ).toEqual([{ text: 'Before added' }, { text: 'After changed' }]);
  });

  test('archives an item and offers it again; doing it twice changes nothing', async () => {
    const { id, version } = await create({ name: 'Seldom sold' });
    const archived = await write(archiveCatalogueItem, { id, version });
    expect(archived).toMatchObject({ version: 2, archivedAt: '2026-11-21T01:00:00.000Z' });
    expect(await write(archiveCatalogueItem, { id, version: 2 })).toMatchObject({ version: 2 });
    expect(await write(archiveCatalogueItem, { id, version: 1 })).toMatchObject({ version: 2 });
    expect(await write(restoreCatalogueItem, { id, version: 1 })).toEqual({ fault: 'CONFLICT' });
    expect(await names({ search: 'seldom' })).toEqual([]);
    expect(await names({ search: 'seldom', archived: true })).toEqual(['Seldom sold']);
    expect(await write(restoreCatalogueItem, { id, version: 2 })).toMatchObject({ archivedAt: null });
    expect(await names({ search: 'seldom' })).toEqual(['Seldom sold']);
  });

  test('finds all words, in any order, without looking at capitals and accents', async () => {
    await create({ name: 'Café menu board', description: 'Chalk, 60 % larger' });
    await create({ name: 'Cafeteria sign', description: '' });
    expect(await names({ search: 'CAFE' })).toEqual(['Cafeteria sign', 'Café menu board']);
    expect(await names({ search: 'board  café' })).toEqual(['Café menu board']);
    expect(await names({ search: 'chalk cafe' })).toEqual(['Café menu board']);
    expect(await names({ search: '60 %' })).toEqual(['Café menu board']);
    expect(await names({ search: '%' })).toEqual(['Café menu board']);
    expect(await names({ search: 'caf_' })).toEqual([]);
  });

  test('gives page after page, also where names are the same', async () => {
    for (let n = 0; n < 3; n += 1) await create({ name: 'Same name' });
    const first = await list({ search: 'same name', first: 2 });
    const second = await list({ search: 'same name', first: 2, after: first.endCursor });
    expect([first.items.length, second.items.length, second.endCursor]).toEqual([2, 1, null]);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });

  test('is read by all staff, and written by who writes quotes', async () => {
    const { id } = await create({ name: 'Read by all' });
    const bookkeeper = await office().as('BOOKKEEPER');
    expect(await office().run(catalogueItem, { id }, bookkeeper)).toMatchObject({ name: 'Read by all' });
    expect(await office().run(catalogueItem, { id: 'nothing' }, bookkeeper)).toEqual({ fault: 'NOT_FOUND' });
    expect(await office().run(archiveCatalogueItem, { input: { id, version: 1 } }, bookkeeper)).toEqual({
      fault: 'FORBIDDEN',
    });
    expect(await office().run(catalogueItem, { id }, null)).toEqual({ fault: 'UNAUTHENTICATED' });
  });
});
