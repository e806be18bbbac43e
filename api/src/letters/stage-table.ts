import type { Totals } from '../domain/pricing.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import { stageTotals } from '../domain/stages.ts';
import type { PrintedRow, PrintedTable } from './printed-document.ts';
import type { Wording } from './wording.ts';

/** How the price is invoiced, part by part. */
export function stageTable(
  snapshot: QuoteSnapshot,
  totals: Totals,
  note: string,
  words: Wording,
): PrintedTable {
  const amounts = stageTotals(totals, snapshot.stages);
  return {
    kind: 'TABLE',
    heading: 'Payment plan',
    columns: [
      { label: 'Stage', align: 'START', grows: true },
      { label: 'Invoiced', align: 'START', grows: false },
      { label: 'Share', align: 'END', grows: false },
      { label: 'Amount', align: 'END', grows: false },
    ],
    rows: snapshot.stages.map((stage, index) => stageRow(stage, index, amounts[index], words)),
    totals: [],
    keepTogether: true,
    note,
  };
}

function stageRow(
  stage: QuoteSnapshot['stages'][number],
  index: number,
  amount: Totals | undefined,
  words: Wording,
): PrintedRow {
  if (amount === undefined) throw new RangeError(`stage ${index + 1} has no amount`);
  const due = stage.due === 'ON_SIGNING' ? 'On signing' : 'When the milestone is reached';
  return {
    cells: [`${index + 1}. ${stage.label}`, due, words.rate(stage.share), words.amount(amount.gross)],
    note: '',
  };
}
