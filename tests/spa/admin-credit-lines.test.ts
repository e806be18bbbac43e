import { minor } from '@countersign/api/domain/money';
import { expect, test } from 'vitest';
import {
  creditableLines,
  linesProblems,
  readCreditLines,
} from '../../admin-spa/src/features/invoices/credit-lines.ts';

const aud = (amount: number) => ({ amount: minor(amount), currency: 'AUD' });
const words = ({ amount }: { amount: number }) => `$${amount / 100}`;
const among = creditableLines([
  { description: 'Hours', gross: aud(46_200) },
  { description: 'Change: one page less', gross: aud(-5_000) },
  { description: 'Plugin', gross: aud(9_900) },
]);
const read = (typed: Record<number, string>) => readCreditLines(typed, among, words);

test('lines keep their place on the invoice, and a reduction is none to credit', () => {
  expect(among.map(({ line, description }) => [line, description])).toEqual([
    [1, 'Hours'],
    [3, 'Plugin'],
  ]);
});

test('only what is chosen is sent, each with its amount', () => {
  expect(read({ 3: '99.00' })).toEqual({ amount: 9_900, lines: [{ line: 3, amount: 9_900 }], problems: {} });
  expect(read({ 1: '1.000,00', 3: '50' }).problems).toEqual({ 'line.1': 'At most $462.' });
  expect(read({ 1: '462.00', 3: '50' })).toMatchObject({ amount: 51_200, problems: {} });
});

test('an amount that cannot be meant is told at its line, and then there is no sum', () => {
  const wrong = read({ 1: '', 3: '0' });
  expect(wrong.amount).toBeNull();
  expect(linesProblems(wrong, 'Write an amount such as 1,499.60.')).toEqual({
    'line.1': 'Write an amount such as 1,499.60.',
    'line.3': 'More than zero.',
  });
});

test('no line, or more together than is left, is told at the lines', () => {
  expect(linesProblems(read({}), 'More than zero.')).toEqual({ lines: 'Choose at least one line.' });
  expect(linesProblems(read({ 1: '462' }), 'At most $100.')).toEqual({ lines: 'Together: at most $100.' });
  expect(linesProblems(read({ 1: '462' }), null)).toEqual({});
});
