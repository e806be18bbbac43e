import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { aFreeLine, invoiceDesk } from '../support/invoice-desk.ts';
import { aKey } from '../support/steps.ts';

describe.each(databases)('free invoices on %s', (kind) => {
  const office = companyOn(kind);
  const desk = invoiceDesk(office);

  test('work that was never quoted is issued, mailed and paid like any other', async () => {
    const { id: customerId } = await office().customer();
    const discount = { percent: 10_000, amount: null };
    const made = await desk.free(customerId, { lines: [aFreeLine({ discount })] });
    expect(made).toMatchObject({
      __typename: 'Invoice',
      kind: 'FREE',
      status: 'OPEN',
      subject: 'Repairs',
      stageLabel: null,
      number: expect.stringMatching(/^INV-2026-\d{4}$/),
      dueDate: '2026-12-05',
      approvalReasons: [],
      lines: [
        {
          description: 'Repair of the form',
          quantity: 2_500,
          unitPrice: { amount: 9_000 },
          discount: { percent: 10_000 },
          net: { amount: 20_250 },
          tax: { amount: 2_025 },
          gross: { amount: 22_275 },
        },
      ],
      totals: { gross: { amount: 22_275, currency: 'AUD' } },
    });
    await office().settle();
    expect(office().mailer.sent.filter(({ subject }) => subject.includes(made.number))).toMatchObject([
      { to: 'Ana@silvadental.example', attachments: [{ filename: `${made.number}.pdf` }] },
    ]);
    await desk.pay(made.id, 22_275);
    expect(await desk.read(made.id)).toMatchObject({ status: 'PAID', balance: { amount: 0 } });
    expect(await office().broken()).toEqual([]);
  });

  test('however often one key is sent, there is one invoice', async () => {
    const { id: customerId } = await office().customer();
    const key = aKey();
    const first = await desk.free(customerId, {}, 'OWNER', key);
    const both = await Promise.all([1, 2].map(() => desk.free(customerId, {}, 'OWNER', key)));
    expect(new Set([first, ...both].map(({ number }) => number)).size).toBe(1);
    expect(await desk.free(customerId, { subject: 'Other' }, 'OWNER', key)).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  test('terms come from the agreement, the client and the company, in that order', async () => {
    const usual = await desk.free((await office().customer()).id);
    const { id } = await office().customer({ paymentTermsDays: 7 });
    const client = await desk.free(id);
    const agreed = await desk.free(id, { paymentTermsDays: 45, termsNote: ' Agreed by mail ' });
    expect([usual, client, agreed]).toMatchObject([
      { dueDate: '2026-12-05', termsNote: null },
      { dueDate: '2026-11-28', termsNote: null },
      { dueDate: '2027-01-05', termsNote: 'Agreed by mail (The owner)' },
    ]);
  });

  test.each([
    ['invoice.lines', { lines: [] }],
    ['invoice.subject', { subject: ' ' }],
    ['invoice.lines.0.taxRate', { lines: [aFreeLine({ taxTreatment: 'EXEMPT' })] }],
    ['invoice.lines.0.quantity', { lines: [aFreeLine({ quantity: 0 })] }],
    ['invoice.lines.0.unitPrice', { lines: [aFreeLine({ unitPrice: -1 })] }],
    ['invoice.lines', { lines: [aFreeLine({ unitPrice: 0 })] }],
    ['invoice.lines.0.discount', { lines: [aFreeLine({ discount: { percent: 1, amount: 1 } })] }],
    ['invoice.termsNote', { paymentTermsDays: 30 }],
    ['invoice.paymentTermsDays', { termsNote: 'As agreed' }],
    ['customerId', { lines: [aFreeLine({ taxTreatment: 'REVERSE_CHARGE', taxRate: 0 })] }],
  ])('says what is wrong with %s', async (field, changes) => {
    const { id } = await office().customer();
    expect(await desk.free(id, changes)).toMatchObject({ code: 'INPUT_INVALID', field });
  });

  test('needs a client that is there and active, and somebody who may issue', async () => {
    expect(await desk.free('nobody')).toEqual({ fault: 'NOT_FOUND' });
    const { id } = await office().customer();
    expect(await desk.free(id, {}, 'BOOKKEEPER')).toEqual({ fault: 'FORBIDDEN' });
    await office().tamper(`update customer set archived_at = '2026-11-21T00:00:00.000Z' where id = '${id}'`);
    expect(await desk.free(id)).toMatchObject({ code: 'CUSTOMER_ARCHIVED' });
  });
});
