import { minor } from '@countersign/api/domain/money';
import { describe, expect, it } from 'vitest';
import { amountOf, amountText, parseThousandths, thousandthsText } from '../../admin-spa/src/ui/entry.ts';

describe('what staff type', () => {
  it('is read as an amount however people write it, currency sign included', () => {
    const texts = ['3,299', '3299.00', '3 299,00', ' $3,299.00', '3 299,00 €', 'AUD 3299'];
    expect(texts.map((text) => amountOf(text, 'AUD'))).toEqual(texts.map(() => 329_900));
  });

  it('is no amount when it can be read in two ways or not at all', () => {
    const texts = ['', '$', '1.234', '12.345', '1e5', '3,299.00.00', 'ten'];
    expect(texts.filter((text) => amountOf(text, 'AUD') !== null)).toEqual([]);
  });

  it('is read as a quantity or a rate with at most three decimals', () => {
    expect(parseThousandths('1.5')).toBe(1500);
    expect(parseThousandths(' 8,875 ')).toBe(8875);
    expect(parseThousandths('100')).toBe(100_000);
    const wrong = ['', '-1', '1.2345', '1.', '.5', '1e3'];
    expect(wrong.filter((text) => parseThousandths(text) !== null)).toEqual([]);
  });

  it('comes back as text that is read as the same number', () => {
    expect(amountText(minor(5), 'AUD')).toBe('0.05');
    expect(amountText(minor(329_900), 'JPY')).toBe('329900');
    expect(amountText(minor(1_234_567), 'KWD')).toBe('1234.567');
    for (const value of [1, 10, 999, 1000, 1500, 8875, 10_000, 100_000]) {
      expect(parseThousandths(thousandthsText(value))).toBe(value);
      expect(amountOf(amountText(minor(value), 'AUD'), 'AUD')).toBe(value);
    }
  });
});
