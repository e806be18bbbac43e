import { describe, expect, it } from 'vitest';
import * as check from '../../admin-spa/src/features/quotes/field-problems.ts';
import { emptyLine, liveTotals, type QuoteForm } from '../../admin-spa/src/features/quotes/quote-form.ts';
import { inputOf } from '../../admin-spa/src/features/quotes/quote-input.ts';
import { fieldOf } from '../../admin-spa/src/features/quotes/refused-field.ts';

const form: QuoteForm = {
  customerId: 'c1',
  title: ' Website migration ',
  scope: '',
  terms: '',
  pricesIncludeTax: true,
  validUntil: '2026-12-15',
  paymentTermsDays: '',
  lines: [
    emptyLine('10'),
    { description: 'Website migration', quantity: '1', unit: '', unitPrice: '3,299', taxRate: '10' },
  ],
  options: [{ title: 'Booking form', description: '', price: '450', taxRate: '10', preselected: false }],
  stages: [
    { label: 'Deposit', share: '30' },
    { label: 'Progress', share: '40' },
    { label: 'Final', share: '30' },
  ],
};

describe('the quote editor', () => {
  it('shows the totals of the server while one types', () => {
    const totals = liveTotals(form, 'AUD');
    expect(totals?.without.gross).toBe(329_900);
    expect(totals?.withAll).toMatchObject({ gross: 374_900, tax: 34_082, net: 340_818 });
  });

  it('sends minor units and thousandths, without the lines that were never filled in', () => {
    const input = inputOf(form, 'AUD');
    expect(input.title).toBe('Website migration');
    expect(input.paymentTermsDays).toBeNull();
    expect(input.lines).toEqual([
      { description: 'Website migration', quantity: 1000, unit: '', unitPrice: 329_900, taxRate: 10_000 },
    ]);
    expect(input.stages.map((stage) => [stage.share, stage.due])).toEqual([
      [30_000, 'ON_SIGNING'],
      [40_000, 'ON_MILESTONE'],
      [30_000, 'ON_MILESTONE'],
    ]);
  });

  it('finds the field of a refusal although blank lines were not sent', () => {
    expect(fieldOf({ field: 'lines.0.quantity' }, form)).toBe('lines.1.quantity');
    expect(fieldOf({ field: 'quote.title' }, form)).toBe('title');
    expect(fieldOf({ field: 'stages' }, form)).toBeNull();
    expect(fieldOf({ field: null }, form)).toBeNull();
  });

  it('asks nothing of a blank line, and everything of one that was begun', () => {
    expect(check.inLine(0, check.price('AUD'))('', form)).toBe(true);
    expect(check.inLine(1, check.price('AUD'))('', form)).toBe('An amount such as 3,299.00.');
    expect(check.quantity('0', form)).toBe('More than 0, at most 1,000,000.');
    expect(check.taxRate('100.001', form)).toBe('0 to 100.');
    expect(check.day('2026-11-21')('2026-11-20', form)).toBe('Today or later.');
  });
});
