import {
  type Billing,
  billings,
  type Choice,
  lineAmount,
  listAmount,
  optionAmount,
  type QuotePrice,
} from '../domain/pricing.ts';
import { minor } from '../domain/money.ts';
import type { QuoteSnapshot, SnapshotLine, SnapshotOption } from '../domain/quote-snapshot.ts';
import { isTaxed, rhythm, taxName, taxWords } from './price-words.ts';
import { withoutSameTax } from './printed-columns.ts';
import type { PrintedRow, PrintedTable, PrintedTotal } from './printed-document.ts';
import { priceRows, totalRows } from './total-rows.ts';
import type { Wording } from './wording.ts';

/** What is printed: the choices that belong to the price, and how they are called. */
export type PriceToPrint = Readonly<{
  choices: readonly Choice[];
  price: QuotePrice;
  totalLabel: string;
  /** What stands under a chosen option. */
  chosenNote: string;
}>;

/** The lines and the options that belong to the price: a table for what is charged once, and one for each rhythm. */
export function priceTables(snapshot: QuoteSnapshot, shown: PriceToPrint, words: Wording): PrintedTable[] {
  return billings.flatMap((billing) => {
    const rows = rowsOf(snapshot, shown, billing, words);
    if (rows.length === 0) return [];
    return [
      withoutSameTax({
        kind: 'TABLE',
        heading: `${words.say.labels.price} ${rhythm(billing, words)}`.trim(),
        columns: [
          { label: words.say.labels.description, align: 'START', grows: true },
          { label: words.say.labels.quantity, align: 'END', grows: false },
          { label: words.say.labels.unitPrice, align: 'END', grows: false },
          { label: taxName(snapshot.company.taxLabel, words), align: 'END', grows: false, isTax: true },
          { label: words.say.labels.amount, align: 'END', grows: false },
        ],
        rows,
        totals: totalsOf(snapshot, shown, billing, words),
        note: noteOf(snapshot, shown.price, billing, words),
      }),
    ];
  });
}

function rowsOf(
  snapshot: QuoteSnapshot,
  shown: PriceToPrint,
  billing: Billing,
  words: Wording,
): PrintedRow[] {
  const quantities = new Map(shown.choices.map(({ optionId, quantity }) => [optionId, quantity]));
  return [
    ...snapshot.lines.filter((line) => line.billing === billing).map((line) => lineRow(line, words)),
    ...snapshot.options.flatMap((option) => {
      const quantity = quantities.get(option.id) ?? 0;
      return quantity === 0 || option.billing !== billing
        ? []
        : [chosenRow(option, quantity, shown.chosenNote, words)];
    }),
  ];
}

function lineRow(line: SnapshotLine, words: Wording): PrintedRow {
  const amount = lineAmount(line);
  const off = minor(listAmount(line) - amount);
  const cells = [
    line.description,
    joined(words.quantity(line.quantity), line.unit),
    words.amount(line.unitPrice),
    taxWords(line.taxTreatment, line.taxRate, words),
    words.amount(amount),
  ];
  return { cells, note: off === 0 ? '' : lessWords(line, words.less(off), words) };
}

function lessWords({ discount }: SnapshotLine, off: string, words: Wording): string {
  const { less, lessShare } = words.say.price;
  return discount?.percent == null ? less(off) : lessShare(words.rate(discount.percent), off);
}

function chosenRow(option: SnapshotOption, quantity: number, note: string, words: Wording): PrintedRow {
  const cells = [
    option.title,
    joined(words.quantity(quantity * 1000), option.unit),
    words.amount(option.price),
    taxWords(option.taxTreatment, option.taxRate, words),
    words.amount(optionAmount(option, quantity)),
  ];
  return { cells, note };
}

const joined = (quantity: string, unit: string): string => (unit === '' ? quantity : `${quantity} ${unit}`);

function totalsOf(
  { company: { taxLabel }, discount }: QuoteSnapshot,
  { price, totalLabel }: PriceToPrint,
  billing: Billing,
  words: Wording,
): PrintedTotal[] {
  if (billing === 'ONCE') return priceRows(price, { discount, taxLabel, totalLabel }, words);
  const part = price.recurring.find((one) => one.billing === billing);
  return part === undefined
    ? []
    : totalRows(part.totals, taxLabel, `${words.say.labels.total} ${rhythm(billing, words)}`, words);
}

function noteOf(snapshot: QuoteSnapshot, price: QuotePrice, billing: Billing, words: Wording): string {
  const tax = taxName(snapshot.company.taxLabel, words);
  const { price: say } = words.say;
  const totals =
    billing === 'ONCE' ? price.totals : price.recurring.find((one) => one.billing === billing)?.totals;
  const sentences: string[] = [];
  if (totals !== undefined && isTaxed(totals) && totals.tax > 0)
    sentences.push(snapshot.pricesIncludeTax ? say.allIncludeTax(tax) : say.taxIsAdded(tax));
  if (billing !== 'ONCE')
    sentences.push(
      snapshot.effectiveDate === null ? say.beginsOnSigning : say.beginsOn(words.day(snapshot.effectiveDate)),
    );
  return sentences.join(' ');
}
