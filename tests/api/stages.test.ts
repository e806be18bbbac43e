import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { issueStageInvoice, quoteById } from '../support/operations.ts';
import { aCompany, aLineInput, aStageInput, type Signed } from '../support/steps.ts';

type Issued = { id: string; number: string };

describe.each(databases)('stage invoices on %s', (kind) => {
  const office = companyOn(kind);
  const issue = async (quote: Signed, position: number) =>
    office().run<Issued>(
      issueStageInvoice,
      { input: { quoteId: quote.id, stageId: quote.stages[position - 1]?.id ?? 'none' } },
      await office().as('STAFF'),
    );
  const invoicesOf = (quote: Signed) =>
    office().rows(
      `select stage_position, gross from invoice where quote_id = '${quote.id}' order by stage_position`,
    );

  test('issues the progress and the final invoice, which add up to what was agreed', async () => {
    const quote = await office().signedQuote();
    expect(await issue(quote, 2)).toMatchObject({
      __typename: 'Invoice',
      number: expect.stringMatching(/^INV-2026-\d{4}$/),
      status: 'OPEN',
      stageLabel: 'Progress',
      stagePosition: 2,
      sourceEvent: expect.stringMatching(/^acceptance:[\w-]{36}#stage-2$/),
      issueDate: '2026-11-21',
      dueDate: '2026-12-05',
      lines: [{ description: `Progress: 40% of Website migration (${quote.number})` }],
      totals: { gross: { amount: 149_960, currency: 'AUD' } },
      balance: { amount: 149_960 },
      log: [{ kind: 'INVOICE_ISSUED', actor: 'The staff' }],
    });
    expect(await issue(quote, 3)).toMatchObject({
      stageLabel: 'Final',
      totals: { gross: { amount: 112_470 } },
    });
    expect(await invoicesOf(quote)).toEqual([
      { stage_position: 1, gross: 112_470 },
      { stage_position: 2, gross: 149_960 },
      { stage_position: 3, gross: 112_470 },
    ]);
    expect(await office().run(quoteById, { id: quote.id }, await office().as('STAFF'))).toMatchObject({
      stages: [{ canIssue: false }, { canIssue: false }, { canIssue: false }],
    });
  });

  test('mails the invoice to the address that signed', async () => {
    const quote = await office().signedQuote();
    const { number } = await issue(quote, 2);
    await office().settle();
    expect(office().mailer.sent.filter(({ subject }) => subject.includes(number))).toMatchObject([
      {
        to: 'Ana@silvadental.example',
        attachments: [{ filename: `${number}.pdf`, contentType: 'application/pdf' }],
      },
    ]);
  });

  test('gives the same invoice again, however often it is asked for', async () => {
    const quote = await office().signedQuote();
    const first = await issue(quote, 2);
    expect(await issue(quote, 2)).toEqual(first);
    expect(await issue(quote, 1)).toMatchObject({ __typename: 'Invoice', number: quote.invoice.number });
    expect(await office().rows(`select count(*) as n from mail where invoice_id = '${first.id}'`)).toEqual([
      { n: 1 },
    ]);
    expect(await invoicesOf(quote)).toHaveLength(2);
  });

  test('SG-10: two browsers at the same moment get one invoice', async () => {
    const quote = await office().signedQuote();
    const both = await Promise.all([issue(quote, 2), issue(quote, 2), issue(quote, 2)]);
    expect(new Set(both.map(({ number }) => number)).size).toBe(1);
    expect(await invoicesOf(quote)).toHaveLength(2);
  });

  test('SG-10: keeps the order of the stages', async () => {
    const quote = await office().signedQuote();
    expect(await issue(quote, 3)).toMatchObject({
      __typename: 'Refusal',
      code: 'STAGE_OUT_OF_ORDER',
      message: 'Please issue the invoice of stage 2 first.',
    });
    expect(await invoicesOf(quote)).toHaveLength(1);
  });

  test('needs a signature first', async () => {
    const quote = await office().sentQuote();
    expect(await issue({ ...quote, invoice: { id: '', number: '' } }, 1)).toMatchObject({
      code: 'QUOTE_NOT_OPEN',
    });
  });

  test('knows no stage of another quote, and no quote that does not exist', async () => {
    const stages = [
      aStageInput({ percent: 50_000 }),
      aStageInput({ id: 'half', percent: 50_000, due: 'ON_MILESTONE' }),
    ];
    const [quote, other] = [await office().signedQuote(), await office().signedQuote({ stages })];
    expect(await issue({ ...quote, stages: other.stages }, 2)).toEqual({ fault: 'NOT_FOUND' });
    expect(await issue({ ...quote, id: 'nothing' }, 2)).toEqual({ fault: 'NOT_FOUND' });
  });

  test('uses what was agreed, whatever company and customer say now', async () => {
    const quote = await office().signedQuote();
    await office().tamper(`update company set name = 'Other', payment_terms_days = 3`);
    await office().tamper(
      `update customer set name = 'Other', payment_terms_days = 3 where id = '${quote.customer.id}'`,
    );
    expect(await issue(quote, 2)).toMatchObject({ dueDate: '2026-12-05' });
    const [content] = await office().rows<{ content: string }>(
      `select content from invoice where quote_id = '${quote.id}' and stage_position = 2`,
    );
    expect(JSON.parse(content?.content ?? '')).toMatchObject({
      company: { name: 'Harbour & Pine Web Studio' },
      customer: { name: 'Silva Dental' },
    });
    await office().tamper(`update company set name = 'Harbour & Pine Web Studio', payment_terms_days = 14`);
  });

  test('splits uneven totals to the last cent', async () => {
    const lines = [aLineInput({ unitPrice: 10_001 })];
    const third = { percent: 33_333, due: 'ON_MILESTONE' };
    const stages = [
      aStageInput({ percent: 33_334 }),
      aStageInput({ id: 'stage-2', label: 'Two', ...third }),
      aStageInput({ id: 'stage-3', label: 'Three', ...third }),
    ];
    const quote = await office().signedQuote({ lines, options: [], stages }, { expectedTotal: 10_001 });
    await issue(quote, 2);
    await issue(quote, 3);
    expect(await invoicesOf(quote)).toEqual([
      { stage_position: 1, gross: 3_334 },
      { stage_position: 2, gross: 3_334 },
      { stage_position: 3, gross: 3_333 },
    ]);
  });

  test('a payment due on the day of issue is overdue on the next', async () => {
    const quote = await office().signedQuote({ paymentTermsDays: 0 });
    const { id } = await issue(quote, 2);
    const overdue = async () =>
      office().run(
        `query ($id: ID!) { invoice(id: $id) { dueDate isOverdue } }`,
        { id },
        await office().as('STAFF'),
      );
    expect(await overdue()).toEqual({ dueDate: '2026-11-21', isOverdue: false });
    office().clock.set('2026-11-21T13:00:00Z');
    expect(await overdue()).toEqual({ dueDate: '2026-11-21', isOverdue: true });
    office().clock.set('2026-11-21T01:00:00Z');
  });
});

describe.each(databases)('invoice numbers on %s', (kind) => {
  test('go from 1 up without gaps, whoever signs or issues at once, and start again with the year in Sydney', async () => {
    const office = await aCompany(kind);
    const quotes = [];
    for (let count = 0; count < 4; count += 1) quotes.push(await office.signedQuote());
    const staff = await office.as('STAFF');
    const ask = (quote: Signed, stage: number) =>
      office.run<Issued>(
        issueStageInvoice,
        { input: { quoteId: quote.id, stageId: quote.stages[stage - 1]?.id } },
        staff,
      );
    // Refusals in between take no number.
    await Promise.all(quotes.flatMap((quote) => [ask(quote, 2), ask({ ...quote, id: 'nothing' }, 2)]));
    const numbers = await office.rows<{ number: string }>('select number from invoice order by number');
    expect(numbers.map(({ number }) => number)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `INV-2026-000${n}`),
    );
    office.clock.set('2026-12-31T13:00:00Z');
    const later = await office.as('STAFF');
    const [first] = quotes;
    expect(
      await office.run(
        issueStageInvoice,
        { input: { quoteId: first?.id, stageId: first?.stages[2]?.id } },
        later,
      ),
    ).toMatchObject({ number: 'INV-2027-0001', issueDate: '2027-01-01' });
    expect(await office.broken()).toEqual([]);
    await office.close();
  });

  test('no invoice is made of a quote whose seal does not hold any more', async () => {
    const office = await aCompany(kind);
    const quote = await office.signedQuote();
    await office.tamper(
      `update quote set snapshot = replace(snapshot, '"unitPrice":329900', '"unitPrice":999900') where id = '${quote.id}'`,
    );
    const input = { quoteId: quote.id, stageId: quote.stages[1]?.id };
    expect(await office.run(issueStageInvoice, { input }, await office.as('OWNER'))).toMatchObject({
      code: 'SNAPSHOT_DAMAGED',
    });
    expect(await office.rows('select id from invoice')).toHaveLength(1);
    await office.close();
  });
});
