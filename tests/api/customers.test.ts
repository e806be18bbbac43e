import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { createCustomer, customerById, updateCustomer } from '../support/operations.ts';
import { aCustomerInput, aKey } from '../support/steps.ts';

const aContact = (changes: object = {}) => ({ name: 'Kim', email: '', phone: '', role: '', ...changes });

describe.each(databases)('customers on %s', (kind) => {
  const office = companyOn(kind);
  const create = async (changes: object = {}, idempotencyKey = aKey()) =>
    office().run<{ id: string; version: number; prefix: string }>(
      createCustomer,
      { input: { idempotencyKey, customer: aCustomerInput(changes) } },
      await office().as('STAFF'),
    );
  const staffId = async (name: string) => {
    await office().as('MANAGER');
    const [row] = await office().rows<{ id: string }>(`select id from staff where name = '${name}'`);
    return row?.id ?? '';
  };
  const update = async (input: object) => office().run(updateCustomer, { input }, await office().as('STAFF'));

  test('adds a customer with a prefix from the name and the currency of the company', async () => {
    expect(await create({ name: ' Silva Dental ', email: ' Ana@SilvaDental.Example ' })).toEqual({
      __typename: 'Customer',
      id: expect.stringMatching(/^[\w-]{36}$/),
      version: 1,
      name: 'Silva Dental',
      contactName: 'Ana Silva',
      email: 'Ana@silvadental.example',
      phone: '',
      address: ['3 King Street', 'Newtown NSW 2042'],
      taxNumber: '',
      contacts: [],
      prefix: 'SILVADENTAL',
      currency: 'AUD',
      language: 'en',
      paymentTermsDays: null,
      accountManager: null,
      notes: '',
      createdAt: '2026-11-21T01:00:00.000Z',
      archivedAt: null,
    });
  });

  test('keeps everything that is known: tax number, people, language, currency, manager and notes', async () => {
    const manager = await staffId('The manager');
    const known = {
      taxNumber: ' DE 123456789 ',
      contacts: [
        { id: 'c1', name: ' Zoë Quill ', email: ' zoe@Quill.Example ', phone: ' 0170 ', role: ' Accounts ' },
        { name: 'Only a name', email: '', phone: '', role: '' },
      ],
      currency: 'EUR',
      language: 'de',
      accountManagerId: manager,
      notes: ' Calls before noon. ',
    };
    const expected = {
      taxNumber: 'DE 123456789',
      contacts: [
        { id: 'c1', name: 'Zoë Quill', email: 'zoe@quill.example', phone: '0170', role: 'Accounts' },
        { id: expect.stringMatching(/^[\w-]{36}$/), name: 'Only a name', email: '', phone: '', role: '' },
      ],
      currency: 'EUR',
      language: 'de',
      accountManager: { name: 'The manager', permissions: expect.arrayContaining(['APPROVE_QUOTES']) },
      notes: 'Calls before noon.',
    };
    const { id, version, ...made } = await create(known);
    expect(made).toMatchObject(expected);
    expect(await update({ id, version, customer: aCustomerInput() })).toMatchObject({
      taxNumber: '',
      contacts: [],
      currency: 'EUR',
      language: 'de',
      accountManager: null,
      notes: '',
    });
    expect(await update({ id, version: version + 1, customer: aCustomerInput(known) })).toMatchObject(
      expected,
    );
  });

  test('an account manager has to work here, unless it is the one who has left', async () => {
    const manager = await staffId('The manager');
    const made = await create({ accountManagerId: manager });
    const field = 'customer.accountManagerId';
    expect(await create({ accountManagerId: 'nobody' })).toMatchObject({ code: 'INPUT_INVALID', field });
    await office().tamper(`update staff set disabled_at = '2026-11-20' where id = '${manager}'`);
    expect(await create({ accountManagerId: manager })).toMatchObject({ code: 'INPUT_INVALID', field });
    const { id, version } = made;
    expect(
      await update({ id, version, customer: aCustomerInput({ accountManagerId: manager }) }),
    ).toMatchObject({ accountManager: { name: 'The manager' } });
    await office().tamper(`update staff set disabled_at = null where id = '${manager}'`);
  });

  test('changes the currency until there is a quote, a draft included', async () => {
    const { id, version } = await create({ currency: 'EUR' });
    const changed = await update({ id, version, customer: aCustomerInput({ currency: 'CHF' }) });
    expect(changed).toMatchObject({ currency: 'CHF', version: 2 });
    await office().draft({}, id);
    expect(await update({ id, version: 2, customer: aCustomerInput({ currency: 'EUR' }) })).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'customer.currency',
    });
    expect(await update({ id, version: 2, customer: aCustomerInput({ currency: 'CHF' }) })).toMatchObject({
      __typename: 'Customer',
    });
  });

  test('puts a number behind a prefix that is taken, within twelve characters', async () => {
    const prefixes = [
      await create({ name: 'Blue Gum Bakery' }),
      await create({ name: 'Blue Gum Bakery' }),
      await create({ name: 'Blue Gum Bakery' }),
    ];
    expect(prefixes.map(({ prefix }) => prefix)).toEqual(['BLUEGUM', 'BLUEGUM2', 'BLUEGUM3']);
  });

  test('takes a given prefix once', async () => {
    expect(await create({ prefix: 'ACME01' })).toMatchObject({ prefix: 'ACME01' });
    expect(await create({ prefix: 'ACME01' })).toMatchObject({
      code: 'PREFIX_TAKEN',
      field: 'customer.prefix',
    });
  });

  test('answers the same key and input with the same customer, and other input with a refusal', async () => {
    const first = await create({ name: 'Once' }, 'key-of-once');
    expect(await create({ name: 'Once' }, 'key-of-once')).toEqual(first);
    expect(await create({ name: 'Twice' }, 'key-of-once')).toMatchObject({
      __typename: 'Refusal',
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await office().rows(`select count(*) as n from customer where name in ('Once', 'Twice')`)).toEqual(
      [{ n: 1 }],
    );
  });

  test('tries again under the key of a refusal, because nothing was made', async () => {
    const taken = await create({ prefix: 'TAKEN1' });
    expect(await create({ prefix: 'TAKEN1' }, 'key-of-refusal')).toMatchObject({ code: 'PREFIX_TAKEN' });
    const { id, version } = taken;
    await update({ id, version, customer: aCustomerInput({ prefix: 'FREED1' }) });
    expect(await create({ prefix: 'TAKEN1' }, 'key-of-refusal')).toMatchObject({
      __typename: 'Customer',
      prefix: 'TAKEN1',
    });
  });

  test.each<[object, string]>([
    [{ name: '  ' }, 'customer.name'],
    [{ name: 'x'.repeat(201) }, 'customer.name'],
    [{ contactName: 'x'.repeat(201) }, 'customer.contactName'],
    [{ email: 'nobody' }, 'customer.email'],
    [{ email: 'a@example.com, b@example.com' }, 'customer.email'],
    [{ phone: '1'.repeat(51) }, 'customer.phone'],
    [{ address: ['1', '2', '3', '4', '5', '6', '7'] }, 'customer.address'],
    [{ address: ['x'.repeat(201)] }, 'customer.address'],
    [{ prefix: 'A' }, 'customer.prefix'],
    [{ prefix: 'acme01' }, 'customer.prefix'],
    [{ prefix: 'THIRTEENCHARS' }, 'customer.prefix'],
    [{ paymentTermsDays: -1 }, 'customer.paymentTermsDays'],
    [{ paymentTermsDays: 366 }, 'customer.paymentTermsDays'],
    [{ taxNumber: '1'.repeat(51) }, 'customer.taxNumber'],
    [{ language: 'tlh' }, 'customer.language'],
    [{ notes: 'x'.repeat(10_001) }, 'customer.notes'],
    [{ contacts: [aContact(), aContact({ name: ' ' })] }, 'customer.contacts.1.name'],
    [{ contacts: [aContact({ email: 'nobody' })] }, 'customer.contacts.0.email'],
    [{ contacts: [aContact({ phone: '1'.repeat(51) })] }, 'customer.contacts.0.phone'],
    [{ contacts: [aContact({ role: 'x'.repeat(101) })] }, 'customer.contacts.0.role'],
    [{ contacts: [aContact({ id: 'a' }), aContact({ id: 'a' })] }, 'customer.contacts'],
    [{ contacts: [aContact({ id: 'a b' })] }, 'customer.contacts'],
    [{ contacts: Array.from({ length: 21 }, () => aContact()) }, 'customer.contacts'],
  ])('refuses %.30j and names the field %s', async (changes, field) => {
    expect(await create(changes)).toMatchObject({ __typename: 'Refusal', code: 'INPUT_INVALID', field });
  });

  test.each([0, 7, 101, 10_000])('refuses an idempotency key of %d characters', async (length) => {
    const key = 'x'.repeat(length);
    expect(await create({}, key)).toMatchObject({ code: 'INPUT_INVALID', field: 'idempotencyKey' });
  });

  test('changes a customer and counts the version up', async () => {
    const { id, version } = await create({ name: 'Before' });
    const changed = await update({
      id,
      version,
      customer: aCustomerInput({ name: 'After', address: [' 1 High Street ', ''], paymentTermsDays: 7 }),
    });
    expect(changed).toMatchObject({
      version: 2,
      name: 'After',
      address: ['1 High Street'],
      paymentTermsDays: 7,
      prefix: 'BEFORE',
    });
    expect(
      await office().rows(`select actor, text from audit where customer_id = '${id}' order by id`),
    ).toEqual([
      { actor: 'The staff', text: 'Before added' },
      { actor: 'The staff', text: 'After changed' },
    ]);
  });

  test('turns a change of an older version down and changes nothing', async () => {
    const { id } = await create({ name: 'Read twice' });
    await update({ id, version: 1, customer: aCustomerInput({ name: 'First' }) });
    expect(await update({ id, version: 1, customer: aCustomerInput({ name: 'Second' }) })).toEqual({
      fault: 'CONFLICT',
    });
    expect(await office().run(customerById, { id }, await office().as('BOOKKEEPER'))).toMatchObject({
      name: 'First',
      version: 2,
    });
  });

  test('changes the prefix until a quote has a number', async () => {
    const made = await create({ name: 'Prefix' });
    expect(
      await update({ id: made.id, version: 1, customer: aCustomerInput({ prefix: 'ACME01' }) }),
    ).toMatchObject({ code: 'PREFIX_TAKEN' });
    const renamed = await update({ id: made.id, version: 1, customer: aCustomerInput({ prefix: 'FRESH' }) });
    expect(renamed).toMatchObject({ prefix: 'FRESH', version: 2 });
    const quote = await office().sentQuote({}, made.id);
    expect(quote.number).toBe('QT-FRESH-0001-1');
    const { version } = await office().make<{ version: number }>(
      customerById,
      { id: made.id },
      await office().as('STAFF'),
    );
    expect(
      await update({ id: made.id, version, customer: aCustomerInput({ prefix: 'LATER' }) }),
    ).toMatchObject({ code: 'INPUT_INVALID', field: 'customer.prefix' });
  });

  test('approving a quote does not make a change of the customer that was begun before a conflict', async () => {
    const made = await create({ name: 'Open form' });
    await office().sentQuote({}, made.id);
    expect(
      await update({ id: made.id, version: made.version, customer: aCustomerInput({ name: 'Open form' }) }),
    ).toMatchObject({ __typename: 'Customer' });
  });

  test('knows nothing of a customer that does not exist', async () => {
    const id = '00000000-0000-7000-8000-000000000000';
    expect(await office().run(customerById, { id }, await office().as('OWNER'))).toEqual({
      fault: 'NOT_FOUND',
    });
    expect(await office().run(customerById, { id: "1' or '1'='1" }, await office().as('OWNER'))).toEqual({
      fault: 'NOT_FOUND',
    });
    expect(await update({ id, version: 1, customer: aCustomerInput() })).toEqual({ fault: 'NOT_FOUND' });
  });

  test('lists the quotes and invoices of a customer', async () => {
    const signed = await office().signedQuote();
    const { id } = signed.customer;
    expect(await office().run(customerById, { id }, await office().as('BOOKKEEPER'))).toMatchObject({
      quotes: [{ id: signed.id }],
      invoices: [{ number: signed.invoice.number }],
    });
  });
});
