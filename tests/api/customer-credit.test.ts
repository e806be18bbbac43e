import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { invoiceDesk } from '../support/invoice-desk.ts';

describe.each(databases)('the credit of a customer on %s', (kind) => {
  const office = companyOn(kind);
  const desk = invoiceDesk(office);
  const withCredit = async () => {
    const quote = await office().signedQuote();
    await desk.pay(quote.invoice.id, 122_470);
    return quote;
  };

  test('over-payment is offered on the next invoice and pays it as far as it goes', async () => {
    const quote = await withCredit();
    const next = await desk.issue(quote, 2);
    expect(next).toMatchObject({
      customerCredit: { amount: 10_000 },
      actions: expect.arrayContaining(['APPLY_CREDIT']),
    });
    expect(await desk.use(next.id)).toMatchObject({
      status: 'PARTIALLY_PAID',
      paid: { amount: 10_000 },
      balance: { amount: 139_960 },
      customerCredit: { amount: 0 },
      log: [{ kind: 'INVOICE_ISSUED' }, { kind: 'CREDIT_APPLIED', actor: 'The owner' }],
    });
    expect(await desk.use(next.id)).toMatchObject({ code: 'NO_CREDIT' });
    expect(await office().broken()).toEqual([]);
  });

  test('stands with the client, an amount for each currency', async () => {
    const quote = await withCredit();
    const credits = async () =>
      office().make<{ credits: object[] }>(
        'query ($id: ID!) { customer(id: $id) { credits { amount currency } invoiceHold } }',
        { id: quote.customer.id },
        await office().as('BOOKKEEPER'),
      );
    expect(await credits()).toEqual({ credits: [{ amount: 10_000, currency: 'AUD' }], invoiceHold: '' });
    await desk.use((await desk.issue(quote, 2)).id);
    expect(await credits()).toMatchObject({ credits: [] });
  });

  test('is used for no more than there is and no more than is owed', async () => {
    const quote = await withCredit();
    const next = await desk.issue(quote, 2);
    expect(await desk.use(next.id, 10_001)).toMatchObject({ code: 'NO_CREDIT', field: 'amount' });
    expect(await desk.use(next.id, 149_961)).toMatchObject({ code: 'AMOUNT_INVALID', field: 'amount' });
    expect(await desk.use(next.id, 0)).toMatchObject({ code: 'AMOUNT_INVALID' });
    expect(await desk.use(quote.invoice.id)).toMatchObject({ code: 'INVOICE_NOT_PAYABLE' });
  });

  test('two that spend the same credit at once spend it once', async () => {
    const quote = await withCredit();
    const [second, third] = [await desk.issue(quote, 2), await desk.issue(quote, 3)];
    const all = await Promise.all([desk.use(second.id), desk.use(third.id), desk.use(second.id)]);
    expect(all.filter(({ __typename: type }) => type === 'Invoice')).toHaveLength(1);
    expect(all.filter(({ code }) => code === 'NO_CREDIT')).toHaveLength(2);
    expect(await office().broken()).toEqual([]);
  });
});
