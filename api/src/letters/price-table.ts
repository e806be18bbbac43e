import { lineAmount, type Totals } from '../domain/pricing.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { PrintedRow, PrintedTable, PrintedTotal } from './printed-document.ts';
import type { Wording } from './wording.ts';

/** What the tax is called on paper. */
export function taxName(taxLabel: string): string {
  return taxLabel.trim() === '' ? 'Tax' : taxLabel.trim();
}

/** Whether any tax was computed; a company that charges none should not speak of it. */
export function isTaxed(totals: Pick<Totals, 'taxes'>): boolean {
  return totals.taxes.some((tax) => tax.rate > 0);
}

/** `$1,124.70 including GST`. */
export function grossWords(totals: Totals, taxLabel: string, words: Wording): string {
  const amount = words.amount(totals.gross);
  return isTaxed(totals) ? `${amount} including ${taxName(taxLabel)}` : amount;
}

export function totalRows(
  totals: Totals,
  taxLabel: string,
  totalLabel: string,
  words: Wording,
): PrintedTotal[] {
  const tax = taxName(taxLabel);
  const total: PrintedTotal = { label: totalLabel, value: words.amount(totals.gross), weight: 'STRONG' };
  if (!isTaxed(totals)) return [total];
  return [
    { label: `Subtotal without ${tax}`, value: words.amount(totals.net), weight: 'PLAIN' },
    ...totals.taxes.map((of): PrintedTotal => ({
      // With several rates a reader must see what each one is taken on.
      label:
        totals.taxes.length > 1
          ? `${tax} ${words.rate(of.rate)} on ${words.amount(of.net)}`
          : `${tax} ${words.rate(of.rate)}`,
      value: words.amount(of.tax),
      weight: 'PLAIN',
    })),
    total,
  ];
}

/** The lines and the options that belong to the price, with what they add up to. */
export function priceTable(
  snapshot: QuoteSnapshot,
  price: { optionIds: readonly string[]; totals: Totals; totalLabel: string },
  words: Wording,
): PrintedTable {
  const tax = taxName(snapshot.company.taxLabel);
  const chosen = snapshot.options.filter((option) => price.optionIds.includes(option.id));
  return {
    kind: 'TABLE',
    heading: 'Price',
    columns: [
      { label: 'Description', align: 'START', grows: true },
      { label: 'Quantity', align: 'END', grows: false },
      { label: 'Unit price', align: 'END', grows: false },
      { label: tax, align: 'END', grows: false },
      { label: 'Amount', align: 'END', grows: false },
    ],
    rows: [
      ...snapshot.lines.map((line) => lineRow(line, words)),
      ...chosen.map((option) => chosenRow(option, words)),
    ],
    totals: totalRows(price.totals, snapshot.company.taxLabel, price.totalLabel, words),
    keepTogether: false,
    note: taxNote(snapshot.pricesIncludeTax, price.totals, tax),
  };
}

function lineRow(line: QuoteSnapshot['lines'][number], words: Wording): PrintedRow {
  const quantity = [words.quantity(line.quantity), line.unit].filter((part) => part !== '').join(' ');
  const cells = [
    line.description,
    quantity,
    words.amount(line.unitPrice),
    words.rate(line.taxRate),
    words.amount(lineAmount(line)),
  ];
  return { cells, note: '' };
}

function chosenRow(option: QuoteSnapshot['options'][number], words: Wording): PrintedRow {
  const price = words.amount(option.price);
  return {
    cells: [option.title, words.quantity(1000), price, words.rate(option.taxRate), price],
    note: 'Chosen option',
  };
}

function taxNote(pricesIncludeTax: boolean, totals: Totals, tax: string): string {
  if (!isTaxed(totals)) return '';
  return pricesIncludeTax ? `All prices above the totals include ${tax}.` : `${tax} is added in the totals.`;
}
