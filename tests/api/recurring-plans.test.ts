import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import * as operations from '../support/operations.ts';
import { aLineInput, anOptionInput, aSignature, oneStage, type Sent } from '../support/steps.ts';

type Seen = {
  plans: { billing: string; startsOn: string; totals: { gross: { amount: number } } }[];
  invoices: object[];
};

const care = aLineInput({ id: 'care', description: 'Website care', unitPrice: 12_900, billing: 'MONTHLY' });

describe.each(databases)('what recurs after an acceptance on %s', (kind) => {
  const office = companyOn(kind);
  const sign = (quote: Sent, changes: object) =>
    office().run(operations.signQuote, { input: aSignature(quote, changes) }, quote.link);
  const seen = async (quote: Sent) =>
    office().make<Seen>(operations.quoteById, { id: quote.id }, await office().as('OWNER'));
  const monthly = (total: number) => ({ billing: 'MONTHLY', total });

  test('becomes a plan for each rhythm, beside the first invoice of what is charged once', async () => {
    const domain = anOptionInput({ id: 'domain', title: 'Domain', price: 2_400, billing: 'YEARLY' });
    const quote = await office().sentQuote({
      lines: [aLineInput(), care],
      options: [domain],
      stages: oneStage,
    });
    const changes = {
      choices: [{ optionId: 'domain', quantity: 1 }],
      expectedTotal: 329_900,
      expectedRecurring: [monthly(12_900), { billing: 'YEARLY', total: 2_400 }],
    };
    expect(await sign(quote, changes)).toMatchObject({ status: 'ACCEPTED' });
    const { plans, invoices } = await seen(quote);
    expect(plans).toMatchObject([
      { billing: 'MONTHLY', startsOn: '2026-11-21', totals: { gross: { amount: 12_900 } } },
      { billing: 'YEARLY', startsOn: '2026-11-21', totals: { gross: { amount: 2_400 } } },
    ]);
    expect(invoices).toHaveLength(1);
  });

  test('starts on the effective date, when that is after the signature', async () => {
    const quote = await office().sentQuote({
      lines: [aLineInput(), care],
      options: [],
      stages: oneStage,
      effectiveDate: '2027-01-01',
    });
    const changes = { choices: [], expectedTotal: 329_900, expectedRecurring: [monthly(12_900)] };
    expect(await sign(quote, changes)).toMatchObject({ status: 'ACCEPTED' });
    expect((await seen(quote)).plans).toMatchObject([{ startsOn: '2027-01-01' }]);
  });

  test('is all there is, where nothing is charged once: a plan and no invoice', async () => {
    const quote = await office().sentQuote({ lines: [care], options: [], stages: [] });
    const changes = { choices: [], expectedTotal: 0, expectedRecurring: [monthly(12_900)] };
    expect(await sign(quote, changes)).toMatchObject({ status: 'ACCEPTED', invoices: [] });
    const { plans, invoices } = await seen(quote);
    expect(plans).toHaveLength(1);
    expect(invoices).toEqual([]);
    await office().settle();
    const subjects = office().mailer.sent.map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes(quote.number))).toHaveLength(2);
  });

  test.each([
    ['a total per month that was changed', [monthly(100)]],
    ['no total per month', []],
    ['a rhythm that the quote does not have', [monthly(12_900), { billing: 'WEEKLY', total: 1 }]],
    ['the same rhythm twice', [monthly(12_900), monthly(12_900)]],
  ])('TT-01: %s is turned down, and nothing is written', async (_what, expectedRecurring) => {
    const quote = await office().sentQuote({ lines: [aLineInput(), care], options: [], stages: oneStage });
    const changes = { choices: [], expectedTotal: 329_900, expectedRecurring };
    expect(await sign(quote, changes)).toMatchObject({ code: 'TOTAL_MISMATCH' });
    expect(await seen(quote)).toMatchObject({ status: 'OPEN', plans: [], invoices: [] });
  });
});
