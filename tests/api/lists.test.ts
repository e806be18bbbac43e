import { describe, expect, test } from 'vitest';
import type { StaffRole } from '../../api/src/domain/permission.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { customers, invoices, quotes } from '../support/operations.ts';

type Page<T> = { items: T[]; endCursor: string | null };
type Listed = { id: string; name: string; title: string; number: string };

describe.each(databases)('lists on %s', (kind) => {
  const office = companyOn(kind);
  const list = async (document: string, variables: object, role: StaffRole = 'BOOKKEEPER') =>
    office().make<Page<Listed>>(document, variables, await office().as(role));
  /** Every page, one after the other. */
  async function pages(document: string, variables: object): Promise<Listed[][]> {
    const all: Listed[][] = [];
    for (let after: string | null = null; ;) {
      const page: Page<Listed> = await list(document, { ...variables, after });
      all.push(page.items);
      if (page.endCursor === null) return all;
      after = page.endCursor;
    }
  }

  test('customers come by name, page by page, two of one name included', async () => {
    for (const name of ['Pager C', 'Pager A', 'Pager B', 'Pager B', 'Pager D'])
      await office().customer({ name });
    const all = await pages(customers, { search: 'pager', first: 2 });
    expect(all.map((page) => page.map(({ name }) => name))).toEqual([
      ['Pager A', 'Pager B'],
      ['Pager B', 'Pager C'],
      ['Pager D'],
    ]);
    expect(new Set(all.flat().map(({ id }) => id)).size).toBe(5);
  });

  test('a row that comes in between shifts nothing', async () => {
    for (const title of ['Shift 1', 'Shift 2', 'Shift 3']) await office().draft({ title });
    const first = await list(quotes, { search: 'shift', first: 2 });
    await office().draft({ title: 'Shift 4' });
    const second = await list(quotes, { search: 'shift', first: 2, after: first.endCursor });
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual([
      'Shift 3',
      'Shift 2',
      'Shift 1',
    ]);
    expect(second.endCursor).toBeNull();
  });

  test('% and _ are looked for as they are written', async () => {
    for (const title of ['100% wool', '100 wool', 'a_b', 'axb', 'back\\slash', "Jo's"])
      await office().draft({ title });
    const found = async (search: string) => (await list(quotes, { search })).items.map(({ title }) => title);
    expect(await found('0%')).toEqual(['100% wool']);
    expect(await found('A_B')).toEqual(['a_b']);
    expect(await found('back\\')).toEqual(['back\\slash']);
    expect(await found("jo's")).toEqual(["Jo's"]);
    expect(await found("' or 1=1 --")).toEqual([]);
  });

  test('quotes are found by number, title and customer, in any case', async () => {
    const { id } = await office().customer({ name: 'Findable Ltd', prefix: 'FIND01' });
    await office().sentQuote({ title: 'Unusual words' }, id);
    for (const search of ['qt-find01', 'UNUSUAL', ' findable ']) {
      expect((await list(quotes, { search })).items).toMatchObject([{ title: 'Unusual words' }]);
    }
  });

  test('quotes are found by words from everywhere, whatever their accents', async () => {
    const { id } = await office().customer({ name: 'Pâtisserie Zoë', contactName: 'Ørjan Łuk' });
    await office().draft({ title: 'Straßenfest: Tisch und Bänke' }, id);
    for (const search of ['strassenfest', 'BANKE patisserie', 'zoe  tisch', 'orjan luk fest'])
      expect((await list(quotes, { search })).items).toMatchObject([
        { title: 'Straßenfest: Tisch und Bänke' },
      ]);
    expect((await list(quotes, { search: 'patisserie website' })).items).toEqual([]);
  });

  test('quotes are filtered by status', async () => {
    const { id } = await office().customer({ name: 'Filter' });
    await office().draft({ title: 'Is draft' }, id);
    await office().sentQuote({ title: 'Is open' }, id);
    const titles = async (status: string) =>
      (await list(quotes, { status, search: 'filter' })).items.map(({ title }) => title);
    expect([await titles('DRAFT'), await titles('OPEN'), await titles('ACCEPTED')]).toEqual([
      ['Is draft'],
      ['Is open'],
      [],
    ]);
  });

  test('customers are found by name, contact and address', async () => {
    await office().customer({
      name: 'Green Grocer',
      contactName: 'Zoe Quill',
      email: 'zq@greengrocer.example',
    });
    for (const search of ['green gr', 'QUILL', 'zq@'])
      expect((await list(customers, { search })).items).toMatchObject([{ name: 'Green Grocer' }]);
  });

  test.each([0, -1, 101])('a page of %d is a mistake of the caller', async (first) => {
    for (const document of [customers, quotes, invoices]) {
      const { errors } = await office().ask(document, { first }, await office().as('OWNER'));
      expect(errors).toMatchObject([
        { message: 'first must be from 1 to 100.', extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });

  test('a cursor that is none gives a page or nothing, and no fault', async () => {
    for (const document of [customers, quotes]) {
      for (const after of ['', 'nonsense', "x' or '1'='1"])
        expect(await list(document, { after })).toMatchObject({ items: expect.any(Array) });
    }
  });
});
