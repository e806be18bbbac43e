import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { systemContext } from '../../api/src/context.ts';
import { minor } from '../../api/src/domain/money.ts';
import { isRefusal } from '../../api/src/domain/refusal.ts';
import { reduceContract, reductionOf } from '../../api/src/invoices/reduce-contract.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { invoiceDesk } from '../support/invoice-desk.ts';
import { acceptOnBehalf, reviewItems } from '../support/operations.ts';
import { aKey, aLineInput, anOptionInput, aStageInput } from '../support/steps.ts';

/** The sample quote comes to $3,749.00 in stages of $1,124.70, $1,499.60 and $1,124.70. */
describe.each(databases)('change orders on %s', (kind) => {
  const office = companyOn(kind);
  const desk = invoiceDesk(office);
  const grossOf = async (quoteId: string) =>
    office().rows<{ stage_position: number; gross: number; credited: number; status: string }>(
      `select stage_position, gross, credited, status from invoice where quote_id = '${quoteId}' order by stage_position, id`,
    );
  const gross = async (quoteId: string) => (await grossOf(quoteId)).map((row) => Number(row.gross));

  const shown = (quote: { link: { link: string } }) =>
    office().run(
      '{ portalQuote { addendum { of kind contractBefore { amount } } contractValue { amount } } }',
      {},
      quote.link,
    );

  test('an addition is signed like a quote, invoiced by itself, and makes the contract worth more', async () => {
    const quote = await office().signedQuote();
    expect(await desk.contractOf(quote.id)).toMatchObject({
      contractValue: { amount: 374_900 },
      actions: expect.arrayContaining(['CHANGE']),
    });
    const change = await desk.sentChange(quote.id, 'ADDITION', 50_000);
    const [row] = await office().rows<{ snapshot: string }>(
      `select snapshot from quote where id = '${change.id}'`,
    );
    expect(JSON.parse(row?.snapshot ?? '')).toMatchObject({
      change: { of: quote.number, kind: 'ADDITION', contractBefore: 374_900 },
    });
    expect(await shown(change)).toEqual({
      addendum: { of: quote.number, kind: 'ADDITION', contractBefore: { amount: 374_900 } },
      contractValue: null,
    });
    expect(await desk.sign(change, 50_000)).toMatchObject({ number: change.number });
    expect(await shown(quote)).toEqual({ addendum: null, contractValue: { amount: 424_900 } });
    expect(await desk.contractOf(quote.id)).toMatchObject({
      contractValue: { amount: 424_900 },
      changeOrders: [{ number: change.number, status: 'ACCEPTED', changeKind: 'ADDITION' }],
    });
    expect(await desk.contractOf(change.id)).toMatchObject({ contractValue: null });
    expect(await gross(change.id)).toEqual([50_000]);
    expect(await gross(quote.id)).toEqual([112_470]);
    expect(await office().broken()).toEqual([]);
  });

  test('a reduction lessens the next stage that is not invoiced, and stands on its invoice', async () => {
    const quote = await office().signedQuote();
    const change = await desk.sentChange(quote.id, 'REDUCTION', 30_000);
    expect(await desk.sign(change, 30_000)).toMatchObject({ number: change.number });
    expect(await desk.contractOf(quote.id)).toMatchObject({ contractValue: { amount: 344_900 } });
    const second = await desk.issue(quote, 2);
    expect(second.totals.gross.amount).toBe(119_960);
    expect(second.lines.map(({ description, gross: of }) => [description, of.amount])).toEqual([
      [expect.stringContaining('Progress: 40% of Website migration'), 149_960],
      [`Change order ${change.number}`, -30_000],
    ]);
    expect((await desk.issue(quote, 3)).totals.gross.amount).toBe(112_470);
    expect(await gross(change.id)).toEqual([]);
    expect(await office().broken()).toEqual([]);
  });

  test('what the stages that are left cannot bear is credited on invoices, the newest first', async () => {
    const quote = await office().signedQuote();
    await desk.issue(quote, 2);
    await desk.pay(quote.invoice.id, 112_470);
    const change = await desk.sentChange(quote.id, 'REDUCTION', 300_000);
    await desk.sign(change, 300_000);
    // $1,124.70 of the final stage, $1,499.60 of the progress invoice, the other $375.70 of the deposit, which is paid.
    expect(await grossOf(quote.id)).toMatchObject([
      { stage_position: 1, gross: 112_470, credited: 37_570, status: 'PAID' },
      { stage_position: 2, gross: 149_960, credited: 149_960, status: 'VOID' },
    ]);
    expect(await desk.read(quote.invoice.id)).toMatchObject({ customerCredit: { amount: 37_570 } });
    expect(
      await office().rows(`select reason, gross from credit_note where invoice_id = '${quote.invoice.id}'`),
    ).toEqual([{ reason: `Change order ${change.number}`, gross: expect.anything() }]);
    // The stage that was credited whole and the one that was never invoiced come to nothing now.
    expect((await desk.issue(quote, 2)).totals.gross.amount).toBe(0);
    const last = await desk.issue(quote, 3);
    expect([last.totals.gross.amount, last.status]).toEqual([0, 'PAID']);
    expect(await desk.contractOf(quote.id)).toMatchObject({ contractValue: { amount: 74_900 } });
    expect(await office().broken()).toEqual([]);
  });

  test('takes off no more than is left, neither at the approval nor at the signature', async () => {
    const quote = await office().signedQuote();
    await expect(desk.sentChange(quote.id, 'REDUCTION', 374_901)).rejects.toThrow('CHANGE_NOT_POSSIBLE');
    const otherRate = [aLineInput({ unitPrice: 1_000, taxTreatment: 'ZERO_RATED', taxRate: 0 })];
    await expect(desk.sentChange(quote.id, 'REDUCTION', 0, { lines: otherRate })).rejects.toThrow(
      'CHANGE_NOT_POSSIBLE',
    );
    const [one, two] = [
      await desk.sentChange(quote.id, 'REDUCTION', 200_000),
      await desk.sentChange(quote.id, 'REDUCTION', 200_000),
    ];
    await desk.sign(one, 200_000);
    expect(await desk.sign(two, 200_000)).toMatchObject({ code: 'CHANGE_NOT_POSSIBLE' });
    const { items } = await office().make<{ items: { title: string; quote: { id: string } }[] }>(
      reviewItems,
      { resolved: false, first: 100 },
      await office().as('OWNER'),
    );
    expect(items.find((item) => item.quote?.id === two.id)?.title).toContain('more than is left');
    expect(await desk.contractOf(quote.id)).toMatchObject({ contractValue: { amount: 174_900 } });
    expect(await office().broken()).toEqual([]);
  });

  test('of a stage that is issued and a reduction that is signed at once the sum is right', async () => {
    for (const _round of [1, 2, 3]) {
      const quote = await office().signedQuote();
      const change = await desk.sentChange(quote.id, 'REDUCTION', 30_000);
      await Promise.all([desk.sign(change, 30_000), desk.issue(quote, 2), desk.issue(quote, 2)]);
      await desk.issue(quote, 3);
      const all = await grossOf(quote.id);
      const invoiced = all.reduce((sum, row) => sum + Number(row.gross) - Number(row.credited), 0);
      expect(invoiced).toBe(344_900);
      expect(await office().broken()).toEqual([]);
    }
  });

  test('two reductions that are signed at once take off what both say, or one is turned down', async () => {
    const quote = await office().signedQuote();
    const changes = [
      await desk.sentChange(quote.id, 'REDUCTION', 200_000),
      await desk.sentChange(quote.id, 'REDUCTION', 150_000),
      await desk.sentChange(quote.id, 'REDUCTION', 100_000),
    ];
    const answers = await Promise.all(
      changes.map((change, k) => desk.sign(change, [200_000, 150_000, 100_000][k] ?? 0)),
    );
    const signed = answers.flatMap(({ code }, k) =>
      code === undefined ? [[200_000, 150_000, 100_000][k] ?? 0] : [],
    );
    expect(signed.length).toBe(2);
    const worth = 374_900 - signed.reduce((all, amount) => all + amount, 0);
    expect(await desk.contractOf(quote.id)).toMatchObject({ contractValue: { amount: worth } });
    expect(await office().broken()).toEqual([]);
  });

  test('a stage that waits for approval becomes smaller too, and has to be read again', async () => {
    const { id: customerId } = await office().customer();
    const quote = await office().signedQuote({}, {}, customerId);
    await office().tamper(`update customer set invoice_hold = 'Ask' where id = '${customerId}'`);
    const waiting = await desk.issue(quote, 2);
    const change = await desk.sentChange(quote.id, 'REDUCTION', 30_000);
    await desk.sign(change, 30_000);
    expect(await desk.approve(waiting)).toEqual({ fault: 'CONFLICT' });
    const now = await desk.read(waiting.id);
    expect(now.totals.gross.amount).toBe(119_960);
    expect(await desk.approve(now)).toMatchObject({ status: 'OPEN', balance: { amount: 119_960 } });
    expect(await office().broken()).toEqual([]);
  });

  test('a stage that is approved while its reduction is signed goes out with it, or not at all', async () => {
    const { id: customerId } = await office().customer();
    const quote = await office().signedQuote({}, {}, customerId);
    await office().tamper(`update customer set invoice_hold = 'Ask' where id = '${customerId}'`);
    const waiting = await desk.issue(quote, 2);
    const change = await desk.sentChange(quote.id, 'REDUCTION', 30_000);
    const ctx = await systemContext(office().app.instance, 'test');
    const approvals: ReturnType<typeof desk.approve>[] = [];
    await ctx.db.transaction(async ({ sql: query }) => {
      const taxes = [{ treatment: 'STANDARD' as const, rate: 10_000, net: minor(27_273), tax: minor(2_727) }];
      const reduction = await reductionOf(query, quote.id, taxes);
      if (isRefusal(reduction)) throw new Error(reduction.message);
      // Between what is left and what is taken off somebody approves the stage.
      approvals.push(desk.approve(waiting));
      await Promise.race([...approvals, pause(300)]);
      await reduceContract(ctx, query, reduction, change);
    });
    expect(await Promise.all(approvals)).toEqual([{ fault: 'CONFLICT' }]);
    expect((await desk.read(waiting.id)).totals.gross.amount).toBe(119_960);
  });

  test('a voided stage is invoiced again with what changes took off it', async () => {
    const quote = await office().signedQuote();
    const change = await desk.sentChange(quote.id, 'REDUCTION', 30_000);
    await desk.sign(change, 30_000);
    const second = await desk.issue(quote, 2);
    await desk.because('voidInvoice', second.id);
    expect((await desk.issue(quote, 2)).totals.gross.amount).toBe(119_960);
    expect(await office().broken()).toEqual([]);
  });

  test('staff can record that a customer agreed to a reduction', async () => {
    const quote = await office().signedQuote();
    const change = await desk.sentChange(quote.id, 'REDUCTION', 30_000);
    const input = {
      ...{ idempotencyKey: aKey(), quoteId: change.id, choices: [], signerName: 'Ana Silva' },
      ...{ signedOn: '2026-11-21', reason: 'Agreed by telephone.' },
    };
    expect(await office().run(acceptOnBehalf, { input }, await office().as('OWNER'))).toMatchObject({
      __typename: 'Quote',
    });
    expect(await desk.contractOf(quote.id)).toMatchObject({ contractValue: { amount: 344_900 } });
  });

  test.each([
    ['stages', { stages: [aStageInput({ percent: 100_000 })] }],
    ['options', { options: [anOptionInput()] }],
    ['lines.0.billing', { lines: [aLineInput({ billing: 'MONTHLY' })] }],
    ['lines', { lines: [aLineInput({ unitPrice: 0 })] }],
  ])('a reduction has nothing to choose, to repeat or to invoice: %s', async (field, changes) => {
    const quote = await office().signedQuote();
    await expect(desk.sentChange(quote.id, 'REDUCTION', 1_000, changes)).rejects.toThrow(
      `"field":"${field}"`,
    );
  });

  test('only a signed quote is changed, and a change is not changed again', async () => {
    const open = await office().sentQuote();
    const input = (quoteId: string) => ({ idempotencyKey: aKey(), quoteId, kind: 'ADDITION' });
    expect(await desk.run('createChangeOrder', input(open.id))).toMatchObject({
      code: 'CHANGE_NOT_POSSIBLE',
    });
    const quote = await office().signedQuote();
    const change = await desk.sentChange(quote.id, 'ADDITION', 50_000);
    await desk.sign(change, 50_000);
    expect(await desk.run('createChangeOrder', input(change.id))).toMatchObject({
      code: 'CHANGE_NOT_POSSIBLE',
    });
    expect(await desk.run('createChangeOrder', input('nothing'))).toEqual({ fault: 'NOT_FOUND' });
    const key = input(quote.id);
    const first = await desk.run('createChangeOrder', key, 'STAFF');
    expect(await desk.run('createChangeOrder', key, 'STAFF')).toMatchObject({ id: first.id });
    expect(await desk.run('createChangeOrder', key, 'BOOKKEEPER')).toEqual({ fault: 'FORBIDDEN' });
  });
});
