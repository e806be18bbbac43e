import { describe, expect, test } from 'vitest';
import { bankDesk, type Line } from '../support/bank-desk.ts';
import { bankScenes, deposit } from '../support/bank-scenes.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';

describe.each(databases)('confirming lines of the bank on %s', (kind) => {
  const office = companyOn(kind);
  const bank = bankDesk(office);
  const { scene, seen } = bankScenes(office);

  test('of eight people who confirm one line at once, one does', async () => {
    const { first, invoice } = await scene(1, ([number]) => [
      { amount: '1,124.70', reference: number ?? '' },
    ]);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        bank.confirm(
          [first.id],
          [{ invoiceId: invoice.id, amount: deposit }],
          {},
          n % 2 ? 'STAFF' : 'MANAGER',
        ),
      ),
    );
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'LINE_SETTLED')).toHaveLength(7);
    expect((await seen(invoice.id)).payments).toHaveLength(1);
    expect((await bank.readLine(first.id)).matches).toHaveLength(1);
    expect(await office().rows(`select id from receipt where invoice_id = '${invoice.id}'`)).toHaveLength(1);
  });

  test('a reference that is cut in the middle of a sign of two halves is no reason to refuse', async () => {
    const { first, invoice } = await scene(1, ([number]) => [
      { amount: '1,124.70', reference: `${number} ${'a'.repeat(198 - (number ?? '').length)}🎉🎉` },
    ]);
    const outcome = await bank.confirm([first.id], [{ invoiceId: invoice.id, amount: deposit }]);
    expect(outcome).toMatchObject({ status: 'MATCHED' });
    expect(await seen(invoice.id)).toMatchObject({ status: 'PAID' });
  });

  test('two lines that pay one invoice at once: it is paid once', async () => {
    const { lines, invoice } = await scene(1, ([number]) => [
      { amount: '1,124.70', reference: `${number} a` },
      { amount: '1,124.70', reference: `${number} b` },
    ]);
    const answers = await Promise.all(
      lines.map(({ id }) => bank.confirm([id], [{ invoiceId: invoice.id, amount: deposit }])),
    );
    expect(answers.map(({ code }) => code ?? 'done').toSorted()).toEqual(['INVOICE_NOT_PAYABLE', 'done']);
    expect(await seen(invoice.id)).toMatchObject({ status: 'PAID', paid: { amount: deposit } });
  });

  test('PM-04: money that came a second time for a paid invoice is its customer’s credit, whole and without a receipt', async () => {
    const { lines, invoice } = await scene(1, ([number]) => [
      { amount: '1,124.70', reference: `${number} a` },
      { amount: '1,124.70', reference: `${number} b` },
    ]);
    const [first, again] = lines.map(({ id }) => id) as [string, string];
    expect(await bank.confirm([first], [{ invoiceId: invoice.id, amount: 0 }])).toMatchObject({
      code: 'AMOUNT_INVALID',
    });
    await bank.confirm([first], [{ invoiceId: invoice.id, amount: deposit }]);
    expect(await bank.confirm([again], [{ invoiceId: invoice.id, amount: 1 }])).toMatchObject({
      code: 'INVOICE_NOT_PAYABLE',
    });
    expect(await bank.confirm([again], [{ invoiceId: invoice.id, amount: 0 }])).toMatchObject({
      status: 'MATCHED',
    });
    expect(await seen(invoice.id)).toMatchObject({ status: 'PAID', paid: { amount: deposit } });
    const credit = `select c.amount from customer_credit c join invoice i on i.customer_id = c.customer_id where i.id = '${invoice.id}'`;
    expect((await office().rows<{ amount: number }>(credit)).map(({ amount }) => Number(amount))).toEqual([
      deposit,
    ]);
    expect(await office().rows(`select id from receipt where invoice_id = '${invoice.id}'`)).toHaveLength(1);
    const items = `select kind from review_item where invoice_id = '${invoice.id}' and kind = 'OVERPAYMENT'`;
    expect(await office().rows(items)).toHaveLength(1);
    expect(await office().broken()).toEqual([]);
  });

  test('the same key and input is the same answer, and other input a refusal', async () => {
    const { first, invoice } = await scene(1, ([number]) => [
      { amount: '1,124.70', reference: number ?? '' },
    ]);
    const to = [{ invoiceId: invoice.id, amount: deposit }];
    const answers = await Promise.all(
      [1, 2, 3].map(() => bank.confirm([first.id], to, { idempotencyKey: `bank-key-${first.id}` })),
    );
    expect(answers.map(({ status }) => status)).toEqual(['MATCHED', 'MATCHED', 'MATCHED']);
    expect((await seen(invoice.id)).payments).toHaveLength(1);
    expect(
      await bank.confirm([first.id], [{ invoiceId: invoice.id, amount: 1 }], {
        idempotencyKey: `bank-key-${first.id}`,
      }),
    ).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  test('money goes nowhere else than where it is owed', async () => {
    const { lines, invoices } = await scene(2, ([number]) => [
      { amount: '2,000.00', reference: number ?? '' },
      { amount: '-5.00', reference: 'fee' },
      { amount: '3.00', reference: 'x' },
    ]);
    const [money, fee, small] = lines.map(({ id }) => id) as [string, string, string];
    const [a, b] = invoices.map(({ id }) => id) as [string, string];
    const to = (invoiceId: string, amount: number) => ({ invoiceId, amount });
    const refused = async (
      ids: string[],
      allocations: { invoiceId: string; amount: number }[],
      code: string,
      field: string | null,
    ) => expect(await bank.confirm(ids, allocations)).toMatchObject({ code, field });
    await refused([], [to(a, 1)], 'INPUT_INVALID', 'lineIds');
    await refused([money], [], 'INPUT_INVALID', 'allocations');
    await refused([fee], [to(a, 500)], 'LINE_SETTLED', null);
    await refused([money], [to(a, 0)], 'AMOUNT_INVALID', 'allocations.0.amount');
    await refused([money], [to(a, -5)], 'AMOUNT_INVALID', 'allocations.0.amount');
    await refused([money], [to(a, deposit + 1)], 'AMOUNT_INVALID', 'allocations.0.amount');
    await refused([money], [to(a, deposit), to(b, deposit)], 'AMOUNT_INVALID', 'allocations');
    await refused([money], [to(a, 100_000)], 'AMOUNT_INVALID', 'allocations');
    await refused([money, small], [to(a, deposit)], 'AMOUNT_INVALID', 'allocations');
    expect(await bank.confirm([money], [to('0192f3c4-0000-7000-8000-000000000000', 1)])).toEqual({
      fault: 'NOT_FOUND',
    });
    expect(await bank.confirm([money], [to(a, 1), to(a, 1)])).toEqual({ fault: 'NOT_FOUND' });
    expect(await bank.confirm(['0192f3c4-0000-7000-8000-000000000000'], [to(a, 1)])).toEqual({
      fault: 'NOT_FOUND',
    });
    expect(await bank.confirm([money], [to(a, deposit)], {}, 'BOOKKEEPER')).toEqual({ fault: 'FORBIDDEN' });
    for (const id of [a, b]) expect(await seen(id)).toMatchObject({ status: 'OPEN', payments: [] });
  });

  test('PM-04: money in another currency is not for an invoice in ours', async () => {
    const { invoice } = await scene(1, () => [{ amount: '1.00', reference: 'x' }]);
    const statement = await bank.bring(
      `Date,Name,Reference,Amount,Currency\n21/11/2026,X,${invoice.number},1124.70,USD\n`,
    );
    const [line] = (await bank.linesOf(statement)) as [Line];
    expect(line.suggestions).toEqual([]);
    expect(await bank.confirm([line.id], [{ invoiceId: invoice.id, amount: deposit }])).toMatchObject({
      code: 'AMOUNT_INVALID',
      field: 'allocations',
    });
  });
});
