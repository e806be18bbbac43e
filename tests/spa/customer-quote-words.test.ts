import { localDate } from '@countersign/api/domain/local-date';
import { minor } from '@countersign/api/domain/money';
import { describe, expect, it } from 'vitest';
import { sizeText } from '../../customer-spa/src/features/quote/file-words.ts';
import { lineWords } from '../../customer-spa/src/features/quote/line-words.ts';
import { stageWords } from '../../customer-spa/src/features/quote/stage-words.ts';
import { fromWords, per } from '../../customer-spa/src/ui/billing-words.ts';
import { taxWords } from '../../customer-spa/src/ui/tax-words.ts';

const money = (amount: number) => ({ amount: minor(amount), currency: 'AUD' });

describe('a line in words', () => {
  const line = {
    id: 'line-1',
    description: 'Copy editing',
    quantity: 1000,
    unit: 'h',
    unitPrice: money(9000),
    amount: money(9000),
    discount: null,
    taxTreatment: 'STANDARD',
    taxRate: 10_000,
    billing: 'ONCE',
  } as const;

  it('shows no arithmetic for one of something', () => {
    expect(lineWords(line, 'GST')).toBe('h · GST 10%');
    expect(lineWords({ ...line, unit: '' }, 'GST')).toBe('GST 10%');
  });

  it('shows how many, of what, and what is taken off', () => {
    expect(lineWords({ ...line, quantity: 6500 }, 'GST')).toMatch(/^6\.5 h × \S*90\.00 · GST 10%$/);
    const percent = { percent: 12_500, amount: null };
    expect(lineWords({ ...line, discount: percent }, 'GST')).toMatch(
      /^1 h × \S*90\.00 · less 12\.5% · GST 10%$/,
    );
    const amount = { percent: null, amount: money(500) };
    expect(lineWords({ ...line, discount: amount }, 'GST')).toMatch(/less \S*5\.00 · GST 10%$/);
  });
});

describe('tax in words', () => {
  it.each([
    ['STANDARD', 8875, 'VAT 8.875%'],
    ['ZERO_RATED', 0, 'VAT 0%'],
    ['EXEMPT', 0, 'exempt from VAT'],
    ['REVERSE_CHARGE', 0, 'reverse charge, you account for VAT'],
  ] as const)('%s', (taxTreatment, taxRate, words) => {
    expect(taxWords('VAT', { taxTreatment, taxRate })).toBe(words);
  });

  it('has a name where the company gives it none', () => {
    expect(taxWords('', { taxTreatment: 'STANDARD', taxRate: 10_000 })).toBe('tax 10%');
  });
});

describe('a stage in words', () => {
  const stage = {
    id: 'stage-1',
    label: 'Deposit',
    percent: 30_000,
    fixedAmount: null,
    due: 'ON_SIGNING',
    dueOn: null,
    paymentTermsDays: null,
  } as const;

  it.each([
    [{}, '30% · invoiced at signing'],
    [{ percent: null, fixedAmount: money(100_000), due: 'ON_MILESTONE' }, 'invoiced when it is reached'],
    [{ percent: null, due: 'ON_MILESTONE' }, 'the rest · invoiced when it is reached'],
    [{ paymentTermsDays: 7 }, '30% · invoiced at signing · due 7 days after'],
    [{ paymentTermsDays: 1 }, '30% · invoiced at signing · due the day after'],
    [{ paymentTermsDays: 0 }, '30% · invoiced at signing · due on the day of issue'],
  ] as const)('%o', (changes, words) => {
    expect(stageWords({ ...stage, ...changes })).toBe(words);
  });

  it('names the day', () => {
    const dueOn = localDate('2027-03-03');
    expect(stageWords({ ...stage, percent: null, due: 'ON_DATE', dueOn })).toMatch(
      /^the rest · invoiced on .*March.*2027$/,
    );
  });
});

describe('what recurs', () => {
  it('says how often, and from when', () => {
    expect(per.MONTHLY).toBe('per month');
    expect(fromWords(null)).toBe('from the day you sign');
    expect(fromWords(localDate('2026-12-01'))).toMatch(/^from .*December.*2026$/);
  });
});

describe('a file', () => {
  it('says what it is and how large', () => {
    expect(sizeText('application/pdf', 1_240_000)).toBe('PDF, 1.2 MB');
    expect(sizeText('image/png', 300)).toBe('Picture, 1 kB');
  });
});
