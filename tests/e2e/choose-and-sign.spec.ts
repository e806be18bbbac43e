import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { quoteById } from '../support/operations.ts';
import { aGroupInput, anOptionInput, aStageInput, type Sent } from '../support/steps.ts';
import { fillSignature, totalNow } from './support/customer-steps.ts';
import { examine } from './support/examine.ts';
import { quoteOffice } from './support/quote-office.ts';
import { part, sees, seesNoMore, seesText } from './support/see.ts';

const ana = { name: 'Ana Silva', email: 'Ana@silvadental.example' };
const monthly = { billing: 'MONTHLY' };
const seats = {
  id: 'seats',
  title: 'Workshop',
  unit: 'person',
  price: 12_000,
  minQuantity: 2,
  maxQuantity: 10,
};

/** Three care plans to choose one of, a form that needs faster hosting, and places in a workshop. */
const chooser = {
  title: 'Website and care',
  effectiveDate: '2026-12-01',
  groups: [aGroupInput({ id: 'care', title: 'Care plan', min: 1, max: 1 })],
  options: [
    anOptionInput({ id: 'good', groupId: 'care', title: 'Good', price: 4_900, ...monthly }),
    anOptionInput({ id: 'better', groupId: 'care', title: 'Better', price: 9_900, ...monthly }),
    anOptionInput({ id: 'best', groupId: 'care', title: 'Best', price: 19_900, ...monthly }),
    anOptionInput({ id: 'form', title: 'Booking form', requires: ['hosting'] }),
    anOptionInput({ id: 'hosting', title: 'Faster hosting', price: 1_500, ...monthly }),
    anOptionInput(seats),
  ],
  stages: [
    aStageInput({ paymentTermsDays: 7 }),
    aStageInput({ id: 'mid', label: 'Design approved', percent: null, amount: 100_000, due: 'ON_MILESTONE' }),
    aStageInput({ id: 'end', label: 'Final', percent: null, due: 'ON_DATE', dueOn: '2027-03-03' }),
  ],
};

/*
 * By hand: 3,299.00 + 450.00 for the form + 5 × 120.00 for the workshop = 4,349.00; 30 % of it are 1,304.70, then 1,000.00,
 * and 2,044.30 are left. Per month 99.00 for Better and 15.00 for the hosting make 114.00.
 */
const figures = { once: '$4,349.00', monthly: '$114.00', deposit: '$1,304.70', rest: '$2,044.30' };

/** One story in chapters, on a phone. */
describe('a customer who chooses', () => {
  const the = quoteOffice();
  let quote: Sent;
  const option = (page: Page, title: string) => page.getByRole('checkbox', { name: title });
  const plan = (page: Page, title: string) => page.getByRole('radio', { name: title });

  beforeAll(async () => {
    quote = await the.office.sentQuote(chooser);
  });

  it('is led to what has to be chosen before anything can be signed', async () => {
    const page = await the.open(quote);
    await seesText(totalNow(page), '$3,299.00');
    await examine(page, 'quote-choose');
    await page.getByRole('button', { name: 'Choose options' }).click();
    expect(
      await page
        .getByRole('group', { name: 'Care plan' })
        .evaluate((place) => place === document.activeElement),
    ).toBe(true);
    await seesText(page.getByRole('form', { name: 'Sign' }), 'Please choose one of “Care plan”.');
    await sees(page.getByRole('form', { name: 'Sign' }).getByRole('button', { name: 'Choose, then sign' }));
    expect(await page.getByRole('button', { name: /^Sign and accept/ }).count()).toBe(0);
    await plan(page, 'Better').check();
    await seesText(totalNow(page), 'then $99.00 per month');
    await sees(page.getByRole('button', { name: /^Sign and accept/ }));
    await seesText(page.getByText('Best').locator('xpath=ancestor::label'), '$100.00 more than now');
  });

  it('is told calmly what the rules add and take away', async () => {
    const page = await the.open(quote);
    await option(page, 'Booking form').check();
    await seesText(page.getByRole('status'), '“Faster hosting” was added, because “Booking form” needs it.');
    await sees(page.getByRole('checkbox', { name: 'Faster hosting', checked: true }));
    await seesText(totalNow(page), '$3,749.00');
    await seesText(totalNow(page), 'then $15.00 per month');
    await examine(page, 'quote-rule');
    await option(page, 'Faster hosting').uncheck();
    await sees(page.getByRole('checkbox', { name: 'Booking form', checked: false }));
    await seesText(totalNow(page), '$3,299.00');
  });

  it('takes as many as are offered, by button or by key, and nothing typed is lost', async () => {
    const page = await the.open(quote);
    await option(page, 'Workshop').check();
    const field = page.getByRole('textbox', { name: 'Quantity: Workshop' });
    expect(await field.inputValue()).toBe('2');
    await seesText(totalNow(page), '$3,539.00');
    await page.getByRole('button', { name: 'One more: Workshop' }).click();
    await seesText(totalNow(page), '$3,659.00');
    await field.fill('12');
    expect(await field.inputValue()).toBe('12');
    await seesText(page.getByRole('group', { name: 'How many: Workshop' }), 'Please take 2 to 10');
    await seesText(totalNow(page), '$3,659.00');
    await field.blur();
    expect(await field.inputValue()).toBe('10');
    await seesText(totalNow(page), '$4,499.00');
    await page.reload();
    await sees(page.getByRole('checkbox', { name: 'Workshop', checked: true }));
    expect(await field.inputValue()).toBe('10');
  });

  it('signs, and the figures are the same for everybody', async () => {
    const page = await the.open(quote);
    await plan(page, 'Better').check();
    await option(page, 'Booking form').check();
    await option(page, 'Workshop').check();
    await page.getByRole('textbox', { name: 'Quantity: Workshop' }).fill('5');
    await seesText(totalNow(page), figures.once);
    await seesText(totalNow(page), `then ${figures.monthly} per month`);
    await seesText(part(page, 'Total'), 'from 1 December 2026');
    const stages = part(page, 'How it is paid');
    await sees(
      stages
        .getByRole('row', { name: /Deposit 30% · invoiced at signing · due 7 days after/ })
        .getByText(figures.deposit),
    );
    await sees(
      stages.getByRole('row', { name: /Design approved invoiced when it is reached/ }).getByText('$1,000.00'),
    );
    await sees(
      stages.getByRole('row', { name: /Final the rest · invoiced on 3 March 2027/ }).getByText(figures.rest),
    );
    await fillSignature(page, ana);
    await page
      .getByRole('button', { name: `Sign and accept ${figures.once} then ${figures.monthly} per month` })
      .click();
    await sees(page.getByRole('heading', { level: 1, name: 'Signed. Thank you.' }));
    await seesText(part(page, 'Options you chose'), '5 × Workshop');
    await seesText(part(page, 'Total agreed'), figures.once);
    await seesText(part(page, 'Total agreed'), figures.monthly);
    await sees(part(page, 'How it is paid').getByRole('row', { name: 'Final' }).getByText(figures.rest));
    await examine(page, 'quote-chosen-signed');
    await page.getByRole('link', { name: /^Pay invoice/ }).click();
    await seesText(page.getByRole('main'), figures.deposit);
    await page.getByRole('link', { name: 'Back to the quote' }).click();
    await sees(page.getByRole('heading', { level: 1, name: 'This quote is accepted' }));

    await the.office.settle();
    const { office } = the;
    const read = await office.make<Agreed>(quoteById, { id: quote.id }, await office.as('OWNER'));
    expect(read.acceptance.total.amount).toBe(434_900);
    expect(read.stages.map(({ amount }) => amount.amount)).toEqual([130_470, 100_000, 204_430]);
    expect(
      read.plans.map(({ billing, startsOn, totals }) => [billing, startsOn, totals.gross.amount]),
    ).toEqual([['MONTHLY', '2026-12-01', 11_400]]);
    const mail = office.mailer.sent.find(({ subject }) => subject.startsWith('Signed: quote'));
    expect(mail?.text).toContain(figures.once);
    expect(mail?.text).toContain(figures.monthly);
  });

  it('finds no total to sign when everything recurs, but what one month comes to', async () => {
    const lines = [{ ...retainer, id: 'line-1' }];
    const page = await the.open(
      await the.office.sentQuote({ title: 'Care', lines, options: [], stages: [] }),
    );
    await seesText(totalNow(page), '$550.00 per month');
    await seesNoMore(page.getByRole('heading', { name: 'How it is paid' }));
    await examine(page, 'quote-retainer');
    await fillSignature(page, ana);
    await page.getByRole('button', { name: 'Sign and accept $550.00 per month' }).click();
    await sees(page.getByRole('heading', { level: 1, name: 'Signed. Thank you.' }));
    await seesText(part(page, 'Total agreed'), '$550.00');
  });
});

const retainer = {
  description: 'Care of the website',
  quantity: 5000,
  unit: 'h',
  unitPrice: 11_000,
  discount: null,
  taxTreatment: 'STANDARD',
  taxRate: 10_000,
  billing: 'MONTHLY',
  cost: null,
  itemId: null,
};

type Figure = { amount: number };
type Agreed = {
  acceptance: { total: Figure };
  stages: { amount: Figure }[];
  plans: { billing: string; startsOn: string; totals: { gross: Figure } }[];
};
