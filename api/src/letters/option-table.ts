import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import { taxName } from './price-table.ts';
import type { PrintedTable } from './printed-document.ts';
import type { Wording } from './wording.ts';

/** What the customer may add; on a quote that is still open. */
export function optionTable(snapshot: QuoteSnapshot, words: Wording): PrintedTable {
  return {
    kind: 'TABLE',
    heading: 'Options you can add',
    columns: [
      { label: 'Option', align: 'START', grows: true },
      { label: taxName(snapshot.company.taxLabel), align: 'END', grows: false },
      { label: 'Adds', align: 'END', grows: false },
    ],
    rows: snapshot.options.map((option) => ({
      cells: [option.title, words.rate(option.taxRate), words.amount(option.price)],
      note: option.description,
    })),
    totals: [],
    keepTogether: false,
    note: 'Choose on the page that your link leads to; the total follows your choice.',
  };
}
