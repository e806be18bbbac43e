import type { InvoiceContent, InvoiceLine } from '../domain/invoice.ts';
import { taxName, taxWords } from './price-words.ts';
import type { PrintedRow, PrintedTable } from './printed-document.ts';
import { totalRows } from './total-rows.ts';
import type { Wording } from './wording.ts';

/** What an invoice charges or a credit note takes back, line by line, with the tax of each and the totals. */
export function chargedTable(
  content: Pick<InvoiceContent, 'company' | 'lines' | 'totals'>,
  heading: string,
  words: Wording,
): PrintedTable {
  const { labels } = words.say;
  const { taxLabel } = content.company;
  return {
    kind: 'TABLE',
    heading,
    columns: [
      { label: labels.description, align: 'START', grows: true },
      { label: labels.net, align: 'END', grows: false },
      { label: labels.rate, align: 'END', grows: false },
      { label: taxName(taxLabel, words), align: 'END', grows: false },
      { label: labels.amount, align: 'END', grows: false },
    ],
    rows: content.lines.map((line) => rowOf(line, words)),
    totals: totalRows(content.totals, taxLabel, labels.total, words),
    note: '',
  };
}

const rowOf = (line: InvoiceLine, words: Wording): PrintedRow => ({
  cells: [
    line.description,
    words.amount(line.net),
    taxWords(line.taxTreatment, line.taxRate, words),
    words.amount(line.tax),
    words.amount(line.gross),
  ],
  note: howMany(line, words),
});

/** `2.5 h × $90.00, less 10%`, where the line says how many. */
function howMany({ quantity, unit, unitPrice, discount }: InvoiceLine, words: Wording): string {
  if (quantity === null || unitPrice === null) return '';
  const { percent, amount } = discount ?? { percent: null, amount: null };
  const off = percent !== null ? words.rate(percent) : amount === null ? '' : words.amount(amount);
  const many = `${`${words.quantity(quantity)} ${unit}`.trim()} × ${words.amount(unitPrice)}`;
  return off === '' ? many : `${many}, ${words.say.price.off(off)}`;
}
