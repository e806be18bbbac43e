import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { invoiceDesk } from '../support/invoice-desk.ts';
import { reviewItems } from '../support/operations.ts';

const movements = `query ($id: ID!) { customer(id: $id) { credits { amount currency }
  creditMovements { kind amount { amount currency } invoice { number } by } } }`;
const preview = `query ($id: ID!) { invoicePreview(id: $id) { ... on PortalInvoice { number status customerName balance { amount } } } }`;

describe.each(databases)('what the office reads of money on %s', (kind) => {
  const office = companyOn(kind);
  const desk = invoiceDesk(office);

  test('each movement of a customer’s credit is told, newest first, with its sign, and they add up to it', async () => {
    const { id: customerId } = await office().customer();
    const first = await desk.free(customerId);
    const owed = (await desk.read(first.id)).balance.amount;
    await desk.pay(first.id, owed + 7_530);
    const second = await desk.free(customerId);
    await desk.use(second.id, 2_000);
    const asker = await office().as('BOOKKEEPER');
    const read = await office().run(movements, { id: customerId }, asker);
    expect(read).toEqual({
      credits: [{ amount: 5_530, currency: 'AUD' }],
      creditMovements: [
        {
          kind: 'CREDIT_APPLIED',
          amount: { amount: -2_000, currency: 'AUD' },
          invoice: { number: second.number },
          by: 'The owner',
        },
        {
          kind: 'OVERPAID',
          amount: { amount: 7_530, currency: 'AUD' },
          invoice: { number: first.number },
          by: 'The owner',
        },
      ],
    });
  });

  test('staff see an invoice as its customer does, and that counts as no visit', async () => {
    const { id: customerId } = await office().customer();
    const { id, number } = await desk.free(customerId);
    const asker = await office().as('BOOKKEEPER');
    expect(await office().run(preview, { id }, asker)).toMatchObject({ number, status: 'OPEN' });
    const seen = await office().rows('select count(*) as n from link_visit');
    expect(Number(seen[0]?.['n'])).toBe(0);
    const nobody = await office().run(preview, { id: 'nowhere' }, asker);
    expect(nobody).toEqual({ fault: 'NOT_FOUND' });
    expect(await office().run(preview, { id }, office().linkInMail('i', number))).toEqual({
      fault: 'UNAUTHENTICATED',
    });
  });

  test('an item about a refund names it, so that it can be decided in place', async () => {
    const { id: customerId } = await office().customer();
    const { id } = await desk.free(customerId);
    const { amount } = (await desk.read(id)).balance;
    await desk.pay(id, amount);
    const owner = await office().as('OWNER');
    const { version } = await office().run<{ version: number }>('{ company { version } }', {}, owner);
    const bankAccount = Object.fromEntries(
      ['holder', 'iban', 'bic', 'street', 'houseNumber', 'postalCode', 'town', 'country', 'payNow'].map(
        (field) => [field, ''],
      ),
    );
    await office().make(
      'mutation ($input: UpdatePaymentSettingsInput!) { updatePaymentSettings(input: $input) { __typename } }',
      { input: { version, bankAccount, refundLimit: 100, claimPauseDays: 7 } },
      owner,
    );
    const { payments } = await office().run<{ payments: { id: string }[] }>(
      'query ($id: ID!) { invoice(id: $id) { payments { id } } }',
      { id },
      owner,
    );
    const refund = await office().make<{ id: string }>(
      'mutation ($input: RefundPaymentInput!) { refundPayment(input: $input) { ... on Refund { id } ... on Refusal { code } } }',
      {
        input: {
          idempotencyKey: `refund-of-${id}`,
          paymentId: payments[0]?.id,
          amount: 200,
          method: 'BANK_TRANSFER',
          reference: null,
          reason: 'Too much',
        },
      },
      owner,
    );
    const named = reviewItems.replace('id kind group', 'id subjectId kind group');
    const list = await office().run<{ items: object[] }>(named, { kind: 'REFUND_APPROVAL' }, owner);
    expect(list.items).toMatchObject([{ subjectId: refund.id, payment: { id: payments[0]?.id } }]);
  });
});
