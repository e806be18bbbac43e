import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from '../../api/src/domain/money.ts';
import { lineAmount, type PricedItem, quotePrice, type TaxTreatment } from '../../api/src/domain/pricing.ts';
import { cases, patience, quoteWithChoice } from './arbitraries.ts';
import { examples, type Line } from './en16931-examples.ts';

const treatments = { S: 'STANDARD', Z: 'ZERO_RATED', E: 'EXEMPT', AE: 'REVERSE_CHARGE' } as const;
const letters: Record<TaxTreatment, string> = {
  STANDARD: 'S',
  ZERO_RATED: 'Z',
  EXEMPT: 'E',
  REVERSE_CHARGE: 'AE',
};

const cents = (amount: number) => minor(Math.round(amount * 100));

const itemOf = ([quantity, price, category, percent, allowance]: Line): PricedItem => ({
  quantity: quantity * 1000,
  unitPrice: cents(price),
  discount: allowance === undefined ? null : { percent: null, amount: cents(allowance) },
  taxTreatment: treatments[category],
  taxRate: percent * 1000,
  billing: 'ONCE',
});

const priced = (lines: PricedItem[], discount: number | null = null) =>
  quotePrice(
    {
      pricesIncludeTax: false,
      taxRounding: 'DOCUMENT',
      discount: discount === null ? null : { percent: null, amount: cents(discount) },
      lines,
      options: [],
    },
    [],
  );

describe('a public example invoice of EN 16931 comes to its own figures: MX-04', () => {
  test.each(Object.entries(examples))('%s', (_, example) => {
    const lines = example.lines.map(itemOf);
    const { totals } = priced([...lines, ...(example.documentLevel ?? []).map(itemOf)]);
    expect(lines.reduce((all, line) => all + lineAmount(line), 0)).toBe(cents(example.bt106));
    expect(totals.net).toBe(cents(example.bt109));
    expect(totals.tax).toBe(cents(example.bt110));
    expect(totals.gross).toBe(cents(example.bt112));
    expect(totals.taxes.map(({ treatment, rate, net, tax }) => [letters[treatment], rate, net, tax])).toEqual(
      example.bg23.map(([letter, percent, net, tax]) => [letter, percent * 1000, cents(net), cents(tax)]),
    );
  });

  test('with the allowance of the whole as the discount of the quote', () => {
    const { totals, subtotal, discount } = priced(
      [
        [7, 400, 'S', 25],
        [2, 250, 'S', 25],
      ].map((line) => itemOf(line as Line)),
      300,
    );
    expect([subtotal, discount]).toEqual([cents(3300), cents(300)]);
    expect(totals).toMatchObject({ net: cents(3000), tax: cents(750), gross: cents(3750) });
  });
});

describe('every quote without the tax inside', () => {
  const add = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);

  test(
    'keeps BR-CO-10, -13, -14, -15 and -17 of EN 16931: MX-04',
    () => {
      fc.assert(
        fc.property(quoteWithChoice, ({ quote, choices }) => {
          const plain = { ...quote, pricesIncludeTax: false, taxRounding: 'DOCUMENT' as const };
          const { totals, subtotal, discount } = quotePrice(plain, choices);
          const once = plain.lines.filter((line) => line.billing === 'ONCE').map(lineAmount);
          const chosen = choices.flatMap(({ optionId, quantity }) =>
            plain.options
              .filter((option) => option.id === optionId && option.billing === 'ONCE')
              .map((option) => option.price * quantity),
          );
          expect(subtotal).toBe(add(once) + add(chosen)); // BR-CO-10
          expect(totals.net).toBe(subtotal - discount); // BR-CO-13
          expect(totals.tax).toBe(add(totals.taxes.map((part) => part.tax))); // BR-CO-14
          expect(totals.gross).toBe(totals.net + totals.tax); // BR-CO-15
          for (const { net, rate, tax } of totals.taxes) {
            // BR-CO-17: the tax is no further than half a cent from the rate of the taxable amount.
            const off = BigInt(tax) * 100_000n - BigInt(net) * BigInt(rate);
            expect(off <= 50_000n && off >= -50_000n).toBe(true);
          }
        }),
        cases(5_000),
      );
    },
    patience,
  );
});
