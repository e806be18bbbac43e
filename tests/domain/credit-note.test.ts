import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterCredit, creditNoteContent, creditOf } from '../../api/src/domain/credit-note.ts';
import { freeInvoice } from '../../api/src/domain/free-invoice.ts';
import { standingOf } from '../../api/src/domain/invoice.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { isRefusal, type Refusal } from '../../api/src/domain/refusal.ts';
import { lessTaxes, type Totals, totalsOf } from '../../api/src/domain/tax.ts';
import { aSnapshot } from '../support/builders.ts';
import { cases, patience, pricedItem } from './arbitraries.ts';

const done = <T>(result: T | Refusal): T => {
  if (isRefusal(result)) throw new Error(result.message);
  return result;
};
const rate = (percent: number, net: number, tax: number) => ({
  ...{ treatment: 'STANDARD' as const, rate: percent * 1000 },
  ...{ net: minor(net), tax: minor(tax) },
});
const invoice = { lines: [], totals: totalsOf([rate(10, 100_000, 10_000), rate(20, 50_000, 10_000)]) };
const wish = (amount: number | null) => ({ amount: amount === null ? null : minor(amount), lines: null });

describe('a credit note', () => {
  test('takes an amount off in proportion, rate by rate', () => {
    expect(done(creditOf(invoice, [], 170_000, wish(17_000)))).toEqual(
      totalsOf([rate(10, 10_000, 1_000), rate(20, 5_000, 1_000)]),
    );
  });

  test('takes everything off when nothing else is said', () => {
    expect(done(creditOf(invoice, [], 170_000, wish(null)))).toEqual(invoice.totals);
  });

  test('of a line takes off the rate of the line', () => {
    const { company, customer } = aSnapshot();
    const line = (taxRate: number, unitPrice: number) => ({
      ...{ description: 'Work', unit: '', quantity: 1000, unitPrice: minor(unitPrice), discount: null },
      ...{ taxTreatment: 'STANDARD' as const, taxRate },
    });
    const content = freeInvoice({
      ...{ company, customer, bankDetails: [], bankAccount: null, subject: 'Work', currency: 'AUD' },
      ...{ exemptNote: '', reverseChargeNote: '', usualTermsDays: 14, terms: null },
      rule: { pricesIncludeTax: false, taxRounding: 'DOCUMENT' },
      lines: [line(10_000, 10_000), line(20_000, 10_000), line(10_000, 5_000)],
    });
    const off = (lines: { line: number; amount: number }[], before: Totals[] = []) =>
      creditOf(content, before, 28_500, {
        amount: null,
        lines: lines.map((one) => ({ line: one.line, amount: minor(one.amount) })),
      });
    const first = done(
      off([
        { line: 2, amount: 12_000 },
        { line: 3, amount: 1_100 },
      ]),
    );
    expect(first.taxes).toEqual([rate(10, 1_000, 100), rate(20, 10_000, 2_000)]);
    expect(off([{ line: 2, amount: 1 }], [first])).toMatchObject({ code: 'AMOUNT_INVALID', field: 'lines' });
    expect(
      off([
        { line: 3, amount: 3_000 },
        { line: 3, amount: 3_000 },
      ]),
    ).toMatchObject({ field: 'lines.1.amount' });
    expect(off([{ line: 4, amount: 1 }])).toMatchObject({ field: 'lines.0.line' });
    expect(off([])).toMatchObject({ field: 'lines' });
  });

  test.each([0, -1, 1.5, 170_001, Number.NaN])('of %s cannot be written', (amount) => {
    const refused = creditOf(invoice, [], 170_000, { amount: amount as never, lines: null });
    expect(refused).toMatchObject({ code: 'AMOUNT_INVALID', field: 'amount' });
  });

  test('says what the invoice was about and what became of the money', () => {
    const totals = done(creditOf(invoice, [], 170_000, wish(17_000)));
    const { company, customer } = aSnapshot();
    const of = {
      ...invoice,
      company,
      customer,
      currency: 'AUD',
      subject: 'Website',
      stage: null,
      taxNotes: ['Note'],
    };
    const content = creditNoteContent({
      ...{ invoice: of as never, invoiceNumber: 'INV-2026-0001', invoiceDate: localDate('2026-11-21') },
      ...{ totals, reason: 'Less work', toCredit: minor(5), balanceAfter: minor(7) },
    });
    expect(content).toMatchObject({
      ...{
        subject: 'Website',
        invoiceNumber: 'INV-2026-0001',
        reason: 'Less work',
        toCredit: 5,
        taxNotes: [],
      },
      lines: [{ description: 'Website', gross: 11_000 }, { gross: 6_000 }],
    });
  });

  const amount = fc.integer({ min: 0, max: 100_000 });
  const part = fc.tuple(fc.constantFrom(0, 5, 10, 19, 33), amount, fc.integer({ min: 0, max: 30_000 }));
  const manyRates = fc.uniqueArray(part, { minLength: 1, maxLength: 4, selector: ([percent]) => percent });

  test(
    'any number of them never takes off more than the invoice says, of no rate, and all of it in the end to the cent',
    () => {
      fc.assert(
        fc.property(
          manyRates,
          fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 6 }),
          (parts, wishes) => {
            const totals = totalsOf(parts.map(([percent, net, tax]) => rate(percent, net, tax)));
            fc.pre(totals.gross > 0);
            const notes: Totals[] = [];
            let left: number = totals.gross;
            for (const one of [...wishes, null]) {
              if (left === 0) break;
              const wanted = one === null ? null : Math.min(one, left);
              const note = done(creditOf({ lines: [], totals }, notes, left, wish(wanted)));
              expect(note.gross).toBe(wanted ?? left);
              notes.push(note);
              left -= note.gross;
              const rest = lessTaxes(
                totals.taxes,
                notes.flatMap(({ taxes }) => taxes),
              );
              for (const { net, tax } of [...rest, ...note.taxes])
                expect(Math.min(net, tax)).toBeGreaterThanOrEqual(0);
            }
            expect(left).toBe(0);
            for (const { net, tax } of lessTaxes(
              totals.taxes,
              notes.flatMap(({ taxes }) => taxes),
            ))
              expect([net, tax]).toEqual([0, 0]);
          },
        ),
        cases(3_000),
      );
    },
    patience,
  );

  test(
    'frees exactly what the invoice needs no more, and leaves it owing no less than nothing',
    () => {
      fc.assert(
        fc.property(amount, amount, amount, (gross, paidWish, off) => {
          const paid = Math.min(gross, paidWish);
          const credit = Math.min(gross, off);
          const sums = { gross: minor(gross), paid: minor(paid), credited: minor(0), writtenOff: minor(0) };
          const after = afterCredit(sums, minor(credit));
          expect(after.freed).toBe(Math.max(0, paid + credit - gross));
          expect(after.paid + after.freed).toBe(paid);
          expect(standingOf({ ...sums, ...after }).balance).toBe(Math.max(0, gross - paid - credit));
        }),
        cases(3_000),
      );
    },
    patience,
  );

  test(
    'a free invoice adds up, line by line and rate by rate',
    () => {
      const { company, customer } = aSnapshot();
      const line = pricedItem.map(({ billing: _billing, ...item }) => ({
        ...item,
        description: 'x',
        unit: '',
      }));
      fc.assert(
        fc.property(
          fc.array(line, { minLength: 1, maxLength: 6 }),
          fc.boolean(),
          fc.boolean(),
          (lines, inside, byLine) => {
            const { lines: made, totals } = freeInvoice({
              ...{ company, customer, bankDetails: [], bankAccount: null, subject: 'Work', currency: 'AUD' },
              ...{ exemptNote: 'E', reverseChargeNote: 'R', usualTermsDays: 14, terms: null, lines },
              rule: { pricesIncludeTax: inside, taxRounding: byLine ? 'LINE' : 'DOCUMENT' },
            });
            expect(made).toHaveLength(lines.length);
            const add = (key: 'net' | 'tax' | 'gross') => made.reduce((all, one) => all + one[key], 0);
            expect([add('net'), add('tax'), add('gross')]).toEqual([totals.net, totals.tax, totals.gross]);
            for (const one of made) {
              expect(one.net + one.tax).toBe(one.gross);
              expect(Math.min(one.net, one.tax)).toBeGreaterThanOrEqual(0);
            }
          },
        ),
        cases(3_000),
      );
    },
    patience,
  );
});
