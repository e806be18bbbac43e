import { describe, expect, test } from 'vitest';
import { type Approved, type Attempt, judge } from '../../api/src/domain/acceptance.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import type { Choice } from '../../api/src/domain/pricing.ts';
import { aGroup, anApproved, anAttempt, anOption, aSnapshot } from '../support/builders.ts';

const lastDay = localDate('2026-11-30');

const monthly = { billing: 'MONTHLY' as const, total: 4_900 };

const failures = (attempt: Partial<Attempt> = {}, approved: Partial<Approved> = {}) => {
  const verdict = judge(anApproved(approved), anAttempt(attempt), lastDay);
  return 'failed' in verdict ? verdict.failed : [];
};

/** Each of the options once. */
const once = (...ids: string[]): Choice[] => ids.map((optionId) => ({ optionId, quantity: 1 }));

const codes = (...from: Parameters<typeof failures>) => failures(...from).map((check) => check.refusal.code);

describe('a signature is refused', () => {
  test.each([
    ['none of them', []],
    ['another amount', [{ billing: 'MONTHLY' as const, total: 4_901 }]],
    ['another rhythm', [{ billing: 'YEARLY' as const, total: 4_900 }]],
    ['one rhythm twice', [monthly, monthly]],
    ['one rhythm more', [monthly, { billing: 'YEARLY' as const, total: 0 }]],
    ['no number', [{ billing: 'MONTHLY' as const, total: Number.NaN }]],
    ['ten thousand', Array.from({ length: 10_000 }, () => monthly)],
  ])('with recurring totals: %s', (_, expectedRecurring) => {
    const snapshot = aSnapshot({ options: [anOption({ price: minor(4_900), billing: 'MONTHLY' })] });
    const sent = { expectedTotal: 329_900, expectedRecurring };
    expect(codes({ ...sent, expectedRecurring: [monthly] }, { snapshot })).toEqual([]);
    const [check, ...others] = failures(sent, { snapshot });
    expect([check?.refusal.code, check?.refusal.field, others.length]).toEqual([
      'TOTAL_MISMATCH',
      'expectedRecurring',
      0,
    ]);
    expect(check?.approved).toBe('$3,299.00 and $49.00 a month');
    expect(check?.sent?.length).toBeLessThan(300);
  });

  test.each([
    ['of another quote: TT-05', once('option-9')],
    ['twice: TT-06', once('option-1', 'option-1')],
    ['in other capitals: TT-06', once('OPTION-1')],
    ['with a space: TT-06', once(' option-1')],
    ['that is a line: TT-08', once('line-1')],
    ['that JavaScript knows', once('__proto__')],
    ['beside a right one', once('option-1', 'option-9')],
    ['many times: TT-06', Array.from({ length: 100_000 }, () => ({ optionId: 'option-1', quantity: 1 }))],
  ])('with an option %s', (_, choices) => {
    const [check, ...others] = failures({ choices });
    expect([check?.refusal.code, others.length]).toEqual(['OPTION_UNKNOWN', 0]);
    expect(check?.refusal.message).toBe(failures({ choices: once('option-9') })[0]?.refusal.message);
  });

  const dynamic = aSnapshot({
    groups: [aGroup()],
    options: [
      anOption({ id: 'small', title: 'Small', groupId: 'group-1' }),
      anOption({ id: 'large', title: 'Large', groupId: 'group-1' }),
      anOption({ id: 'pages', title: 'Pages', maxQuantity: 5 }),
    ],
  });

  test.each([
    ['none of a required group', [], /Please choose one of “Hosting”/],
    ['two of a choice of one', once('small', 'large'), /only one of “Hosting”/],
    ...[0, -1, 6, 1.5, 2 ** 31, Number.NaN].map((quantity): [string, Choice[], RegExp] => [
      `${quantity} pieces`,
      [...once('small'), { optionId: 'pages', quantity }],
      /Please take 1 to 5 of “Pages”/,
    ]),
  ])('with %s, and the broken rule is named: TT-07', (_, choices, message) => {
    const [check, ...others] = failures({ choices }, { snapshot: dynamic });
    expect([check?.refusal.code, check?.refusal.field, others.length]).toEqual([
      'OPTIONS_INVALID',
      'choices',
      0,
    ]);
    expect(check?.refusal.message).toMatch(message);
  });

  test('with an option twice in place of another one', () => {
    const snapshot = aSnapshot({ options: [anOption(), anOption({ id: 'option-2' })] });
    expect(codes({ choices: once('option-1', 'option-1') }, { snapshot })).toEqual(['OPTION_UNKNOWN']);
  });

  test('with a mandatory line left out by a negative option: TT-08', () => {
    const choices = [{ optionId: 'line-1', quantity: -1 }];
    expect(codes({ choices, expectedTotal: 0 })).toEqual(['OPTION_UNKNOWN']);
    expect(codes({ choices: [{ optionId: 'option-1', quantity: -1 }], expectedTotal: 284_900 })).toEqual([
      'OPTIONS_INVALID',
    ]);
  });
});
