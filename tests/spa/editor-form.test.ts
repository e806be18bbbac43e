import { describe, expect, it } from 'vitest';
import { blankLine, blankOption } from '../../admin-spa/src/features/quotes/editor/blank-rows.ts';
import {
  firstProblem,
  lineProblems,
  stageProblems,
} from '../../admin-spa/src/features/quotes/editor/checks.ts';
import { liveFigures } from '../../admin-spa/src/features/quotes/editor/live.ts';
import { blocksOf, limitsOf, neighbour } from '../../admin-spa/src/features/quotes/editor/option-groups.ts';
import { readiness } from '../../admin-spa/src/features/quotes/editor/readiness.ts';
import { fieldOf } from '../../admin-spa/src/features/quotes/editor/refused-field.ts';
import { readDiscount, readQuantity, readTax } from '../../admin-spa/src/ui/values.ts';
import { inputOf } from '../../admin-spa/src/features/quotes/editor/write-form.ts';
import { form, group, line, option, stage } from '../support/edited-quote.ts';

const today = '2026-11-21';

describe('what is typed', () => {
  it.each([
    ['1.5', 1500],
    ['1,5', 1500],
    ['0.125', 125],
    ['1 250', 1_250_000],
    ['1.250', 1250],
    ['1,250', null],
    ['1.2345', null],
    ['two', null],
  ])('a quantity of %s', (text, read) => {
    expect(readQuantity(text)).toBe(read);
  });

  it.each([
    ['10%', { percent: 10_000, amount: null }],
    ['12,5 %', { percent: 12_500, amount: null }],
    ['50', { percent: null, amount: 5000 }],
    ['3 299,00', { percent: null, amount: 329_900 }],
    ['', null],
    ['0', null],
    ['101 %', undefined],
    ['-5', undefined],
    ['some', undefined],
  ])('a discount of “%s”', (text, read) => {
    expect(readDiscount(text, 'AUD')).toEqual(read);
  });

  it('a tax is a treatment and a rate, and only the standard treatment has one', () => {
    expect(readTax('STANDARD:8875')).toEqual({ taxTreatment: 'STANDARD', taxRate: 8875 });
    expect(readTax('EXEMPT:10000')).toEqual({ taxTreatment: 'EXEMPT', taxRate: 0 });
  });

  it.each(['3,299', '3299.00', '3 299,00'])('a price of %s', (unitPrice) => {
    const [sent] = inputOf(form({ lines: [line('a', { unitPrice })] }), 'AUD').lines;
    expect(sent?.unitPrice).toBe(329_900);
  });
});

describe('while one types', () => {
  it('shows the figures of the server: with what the page starts with', () => {
    expect(liveFigures(form(), 'AUD')?.price.totals.gross).toBe(329_900);
    const chosen = form({ options: [option('o', { price: '450', preselected: true })] });
    expect(liveFigures(chosen, 'AUD')?.price.totals).toMatchObject({
      gross: 374_900,
      tax: 34_082,
      net: 340_818,
    });
    expect(liveFigures(chosen, 'AUD')?.stages.map((one) => one.gross)).toEqual([187_450, 187_450]);
  });

  it('knows the margin once every line has its cost, and not before', () => {
    expect(liveFigures(form(), 'AUD')?.margin).toBeNull();
    const lines = [line('a', { unitPrice: '110', cost: '60' })];
    expect(liveFigures(form({ lines }), 'AUD')?.margin).toMatchObject({
      cost: 6000,
      profit: 4000,
      rate: 40_000,
    });
  });

  it('counts what recurs by itself', () => {
    const lines = [line('a', { unitPrice: '100' }), line('b', { unitPrice: '49', billing: 'MONTHLY' })];
    const price = liveFigures(form({ lines }), 'AUD')?.price;
    expect(price?.totals.gross).toBe(10_000);
    expect(price?.recurring.map(({ billing, totals }) => [billing, totals.gross])).toEqual([
      ['MONTHLY', 4900],
    ]);
  });

  it('gives up adding beyond what is exact, and says so', () => {
    const lines = [line('a', { unitPrice: '90000000000000', quantity: '1000000' })];
    expect(liveFigures(form({ lines }), 'AUD')).toBeNull();
    expect(readiness(form({ lines }), 'AUD', 'a@b.example').at(-1)?.text).toMatch(/too large/);
  });
});

describe('what is sent', () => {
  it('leaves out what was never filled in, and what points there', () => {
    const blank = blankOption('STANDARD:10000', null);
    const input = inputOf(
      form({
        lines: [blankLine('STANDARD:10000'), line('a')],
        options: [option('o', { requires: [blank.id], excludes: ['p'] }), blank, option('p')],
        groups: [group('g', { title: '' })],
      }),
      'AUD',
    );
    expect(input.lines.map(({ id }) => id)).toEqual(['a']);
    expect(input.options.map(({ id, requires, excludes }) => [id, requires, excludes])).toEqual([
      ['o', [], ['p']],
      ['p', [], []],
    ]);
    expect(input.groups).toEqual([]);
  });

  it('sends stages as shares, amounts or the rest', () => {
    const stages = [
      stage('s', { due: 'ON_SIGNING', value: '30' }),
      stage('t', { kind: 'AMOUNT', value: '1,000', due: 'ON_DATE', dueOn: '2026-12-24', autoIssue: true }),
      stage('u', { kind: 'REMAINDER', value: '', paymentTermsDays: '0' }),
    ];
    expect(inputOf(form({ stages }), 'AUD').stages).toEqual([
      expect.objectContaining({ percent: 30_000, amount: null, due: 'ON_SIGNING', paymentTermsDays: null }),
      expect.objectContaining({ percent: null, amount: 100_000, dueOn: '2026-12-24', autoIssue: true }),
      expect.objectContaining({ percent: null, amount: null, dueOn: null, paymentTermsDays: 0 }),
    ]);
  });

  it('opens the end of a group to all of its options', () => {
    const open = form({
      groups: [group('g', { min: '2', max: '' })],
      options: [option('a', { groupId: 'g' }), option('b', { groupId: 'g' }), option('c', { groupId: 'g' })],
    });
    expect(limitsOf(open, open.groups[0]!)).toEqual({ min: 2, max: 3 });
  });
});

describe('options in groups', () => {
  const mixed = form({
    groups: [group('g')],
    options: [option('a', { groupId: 'g' }), option('b'), option('c', { groupId: 'g' })],
  });

  it('stand together whatever their order, those without a group first', () => {
    expect(blocksOf(mixed).map((block) => [block.group?.id, block.options.map(({ id }) => id)])).toEqual([
      [undefined, ['b']],
      ['g', ['a', 'c']],
    ]);
  });

  it('move within their group', () => {
    expect(neighbour(mixed, 'a', 1)).toBe(2);
    expect(neighbour(mixed, 'c', 1)).toBeNull();
    expect(neighbour(mixed, 'b', -1)).toBeNull();
  });
});

describe('problems', () => {
  it('asks nothing of a blank line, and everything of one that was begun', () => {
    expect(lineProblems(blankLine('STANDARD:10000'), 'AUD')).toEqual({});
    expect(
      lineProblems(line('a', { description: ' ', quantity: '0', unitPrice: 'x', discount: '5 5' }), 'AUD'),
    ).toEqual({
      description: 'What is sold?',
      quantity: 'More than 0, at most 1,000,000.',
      unitPrice: 'An amount such as 3,299.00.',
      discount: 'A part such as 10 %, or an amount.',
    });
  });

  it('names the field that keeps it from being saved', () => {
    expect(firstProblem(form(), 'AUD', today)).toBeNull();
    expect(firstProblem(form({ validUntil: '2026-11-20' }), 'AUD', today)).toEqual({
      field: 'validUntil',
      message: 'Today or later.',
    });
    expect(firstProblem(form({ lines: [line('a', { quantity: '1,250' })] }), 'AUD', today)).toEqual({
      field: 'lines.a.quantity',
      message: 'Write 1250 or 1.25, so that it is clear.',
    });
  });

  it('asks for the day of a stage on a day', () => {
    expect(stageProblems(stage('s', { due: 'ON_DATE' }), 'AUD')).toEqual({ dueOn: 'Choose a day.' });
  });

  it('finds the field of a refusal although blank rows were not sent', () => {
    const shown = form({ lines: [blankLine('STANDARD:10000'), line('a')], stages: [stage('s')] });
    expect(fieldOf('quote.lines.0.quantity', shown)).toBe('lines.a.quantity');
    expect(fieldOf('lines.0.taxRate', shown)).toBe('lines.a.tax');
    expect(fieldOf('stages.0.percent', shown)).toBe('stages.s.value');
    expect(fieldOf('discount.percent', shown)).toBe('discount');
    expect(fieldOf('stages', shown)).toBeNull();
    expect(fieldOf(null, shown)).toBeNull();
  });

  it('lists what is to be done before it is sent, the must before the hint', () => {
    const ready = readiness(form({ scope: 'x' }), 'AUD', 'a@b.example');
    expect(ready).toEqual([]);
    const texts = readiness(form({ lines: [], options: [], stages: [] }), 'AUD', '').map((one) => one.text);
    expect(texts).toEqual([
      'Add at least one line.',
      'The customer has no e-mail address to send it to.',
      'The scope of work is empty.',
    ]);
    const plan = readiness(form({ stages: [stage('s', { due: 'ON_SIGNING' })] }), 'AUD', 'a@b.example');
    expect(plan[0]).toEqual({ text: 'The stages have to add up to exactly 100 %.', field: 'stages.s.label' });
  });

  it('asks a reduction of something accepted for no stages, because it has none', () => {
    const reduction = readiness(form({ scope: 'x', stages: [] }), 'AUD', 'a@b.example', 'REDUCTION');
    expect(reduction).toEqual([]);
    expect(readiness(form({ scope: 'x', stages: [] }), 'AUD', 'a@b.example', 'ADDITION')).toHaveLength(1);
  });
});
