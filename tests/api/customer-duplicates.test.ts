import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { archiveCustomer, customerDuplicates, customers, updateCustomer } from '../support/operations.ts';
import { aCustomerInput } from '../support/steps.ts';

type Suggestion = { customer: { id: string; archivedAt: string | null }; reasons: string[] };

describe.each(databases)('finding customers that are known on %s', (kind) => {
  const office = companyOn(kind);
  const suggested = async (typed: object) =>
    (await office().make<Suggestion[]>(customerDuplicates, typed, await office().as('STAFF'))).map(
      ({ customer, reasons }) => [customer.id, reasons],
    );
  const found = async (search: string) =>
    (
      await office().make<{ items: { name: string }[] }>(customers, { search }, await office().as('STAFF'))
    ).items.map(({ name }) => name);

  test('suggests by tax number, address, name and telephone, the likeliest first', async () => {
    const gum = await office().customer({
      name: 'Blue Gum Bakery Pty. Ltd.',
      email: 'lee@bluegum.example',
      phone: '+61 2 5550 1111',
      taxNumber: 'ABN 11 222 333 444',
    });
    const mill = await office().customer({
      name: 'The Old Mill',
      email: 'kim@gmail.com',
      contacts: [{ name: 'Jo', email: 'jo@mill.example', phone: '0170 5554321', role: '' }],
    });
    expect(await suggested({ name: 'blue-gum BAKERY' })).toEqual([[gum.id, ['NAME']]]);
    expect(await suggested({ taxNumber: '11222333444' })).toEqual([[gum.id, ['TAX_NUMBER']]]);
    expect(await suggested({ email: 'Lee+orders@bluegum.example' })).toEqual([[gum.id, ['EMAIL']]]);
    expect(await suggested({ email: 'sam@bluegum.example' })).toEqual([[gum.id, ['MAIL_DOMAIN']]]);
    expect(await suggested({ phone: '(02) 5550 1111' })).toEqual([[gum.id, ['PHONE']]]);
    expect(await suggested({ email: 'other@gmail.com' })).toEqual([]);
    expect(await suggested({ email: 'JO@mill.example', phone: '+49 170 5554321' })).toEqual([
      [mill.id, ['EMAIL', 'PHONE']],
    ]);
    expect(await suggested({ name: 'Old Mill', taxNumber: '11-222-333-444' })).toEqual([
      [gum.id, ['TAX_NUMBER']],
      [mill.id, ['NAME']],
    ]);
  });

  test('suggests nobody for nothing, for little, and for the one that is edited', async () => {
    const { id } = await office().customer({ name: 'Itself', email: 'me@itself.example' });
    expect(await suggested({})).toEqual([]);
    expect(await suggested({ name: '', email: 'me@', taxNumber: '12', phone: '1' })).toEqual([]);
    expect(await suggested({ name: 'Itself', excludeId: id })).toEqual([]);
    expect(await suggested({ name: 'Itself', excludeId: null })).toEqual([[id, ['NAME']]]);
  });

  test('follows changes, and finds the archived as well', async () => {
    const { id } = await office().customer({ name: 'Old Name', email: 'a@before.example' });
    const customer = aCustomerInput({ name: 'New Name', email: 'a@after.example' });
    const as = await office().as('STAFF');
    await office().make(updateCustomer, { input: { id, version: 1, customer } }, as);
    await office().make(archiveCustomer, { input: { id, version: 2 } }, as);
    expect(await suggested({ name: 'Old Name', email: 'a@before.example' })).toEqual([]);
    expect(await suggested({ name: 'New Name', email: 'a@after.example' })).toEqual([
      [id, ['EMAIL', 'NAME']],
    ]);
  });

  test('shows five at most, and a crowded domain hides nobody', async () => {
    const first = await office().customer({
      name: 'Crowd 0',
      email: 'p0@crowd.example',
      taxNumber: '998877665',
    });
    for (let n = 1; n <= 25; n += 1)
      await office().customer({ name: `Crowd ${n}`, email: `p${n}@crowd.example` });
    const all = await suggested({ email: 'new@crowd.example', taxNumber: '998877665' });
    expect(all).toHaveLength(5);
    expect(all[0]).toEqual([first.id, ['TAX_NUMBER']]);
  });

  test('a search finds names in capitals, with accents and of contacts, typed plainly', async () => {
    await office().customer({
      name: 'ÉTABLISSEMENTS Çelik & Søn',
      contactName: 'Jörg Weiß',
      email: 'jw@celik.example',
      contacts: [{ name: 'Łucja Żak', email: 'lz@celik.example', phone: '', role: '' }],
    });
    for (const search of [
      'etablissements ce',
      'ÇELIK & SON',
      'jorg weiss',
      'lucja ZAK',
      'lz@celik',
      'weiss lucja',
    ])
      expect(await found(search)).toEqual(['ÉTABLISSEMENTS Çelik & Søn']);
    expect(await found('weiss nobody')).toEqual([]);
    expect(await found('100%')).toEqual([]);
  });
});
