import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { createCustomer, customerById, updateCustomer } from '../support/operations.ts';
import { aCustomerInput, aKey } from '../support/steps.ts';

describe.each(databases)('customers on %s', (kind) => {
  const office = companyOn(kind);
  const create = async (changes: object = {}, idempotencyKey = aKey()) =>
    office().run<{ id: string; version: number; prefix: string }>(
      createCustomer,
      { input: { idempotencyKey, customer: aCustomerInput(changes) } },
      await office().as('STAFF'),
    );
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
      prefix: 'SILVADENTAL',
      currency: 'AUD',
      paymentTermsDays: null,
      createdAt: '2026-11-21T01:00:00.000Z',
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
