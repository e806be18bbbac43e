import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { invoiceDesk } from '../support/invoice-desk.ts';

describe.each(databases)('what is agreed about a stage on %s', (kind) => {
  const office = companyOn(kind);
  const desk = invoiceDesk(office);

  test('terms of its own are noted with who agreed, and asked for together', async () => {
    const quote = await office().signedQuote();
    expect(await desk.issue(quote, 2, { paymentTermsDays: 30 })).toMatchObject({ field: 'termsNote' });
    expect(await desk.issue(quote, 2, { paymentTermsDays: 400, termsNote: 'x' })).toMatchObject({
      field: 'paymentTermsDays',
    });
    expect(await desk.issue(quote, 2, { paymentTermsDays: 30, termsNote: 'Agreed by phone' })).toMatchObject({
      dueDate: '2026-12-21',
      paymentTermsDays: 30,
      termsNote: 'Agreed by phone (The owner)',
    });
    expect(await office().broken()).toEqual([]);
  });

  test('SG-10: the order of stages is left only with a reason, which the history keeps', async () => {
    const quote = await office().signedQuote();
    expect(await desk.issue(quote, 3)).toMatchObject({ code: 'STAGE_OUT_OF_ORDER' });
    expect(await desk.issue(quote, 3, { outOfOrderReason: ' ' })).toMatchObject({
      field: 'outOfOrderReason',
    });
    expect(await desk.issue(quote, 3, { outOfOrderReason: 'Progress is in dispute' })).toMatchObject({
      stageLabel: 'Final',
      status: 'OPEN',
      earlier: [{ number: quote.invoice.number }],
    });
    expect(
      await office().rows(`select actor, text from audit where action = 'stage.order-overridden'`),
    ).toMatchObject([{ actor: 'The owner', text: expect.stringContaining('Progress is in dispute') }]);
    expect(await office().broken()).toEqual([]);
    expect((await desk.contractOf(quote.id)).stages.map(({ canIssue }) => canIssue)).toEqual([
      false,
      true,
      false,
    ]);
    expect(await desk.issue(quote, 2)).toMatchObject({ stageLabel: 'Progress' });
    expect(await office().broken()).toEqual([]);
  });

  test('the final invoice lists the ones before it with their tax per rate', async () => {
    const quote = await office().signedQuote();
    const second = await desk.issue(quote, 2);
    expect(second.earlier).toEqual([]);
    const final = await desk.issue(quote, 3);
    expect(final.earlier).toMatchObject([
      {
        number: quote.invoice.number,
        label: 'Deposit',
        issueDate: '2026-11-21',
        totals: { gross: { amount: 112_470 } },
      },
      {
        number: second.number,
        label: 'Progress',
        totals: { taxes: [{ rate: 10_000, tax: { amount: 13_633 } }] },
      },
    ]);
  });

  test('what was taken off an earlier invoice stands with it, up to the moment when the final one goes out', async () => {
    const quote = await office().signedQuote();
    await desk.credit(quote.invoice.id, { amount: 10_000 });
    await office().tamper(`update customer set invoice_hold = 'Ask' where id = '${quote.customer.id}'`);
    const final = await desk.issue(quote, 3, { outOfOrderReason: 'No progress stage' });
    const off = (amount: number) => ({
      number: expect.stringMatching(/^CN-/),
      totals: { gross: { amount } },
    });
    expect(final).toMatchObject({
      status: 'AWAITING_APPROVAL',
      earlier: [{ totals: { gross: { amount: 112_470 } }, creditNotes: [off(10_000)] }],
    });
    await desk.credit(quote.invoice.id, { amount: 5_000 });
    expect(await desk.approve(final)).toMatchObject({
      status: 'OPEN',
      earlier: [{ number: quote.invoice.number, creditNotes: [off(10_000), off(5_000)] }],
    });
    expect(await office().broken()).toEqual([]);
  });
});
