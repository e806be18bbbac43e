import type { Totals } from '../domain/pricing.ts';
import type { QuoteSnapshot, SnapshotStage } from '../domain/quote-snapshot.ts';
import { stageTotals } from '../domain/stages.ts';
import type { PrintedRow, PrintedTable } from './printed-document.ts';
import type { Wording } from './wording.ts';

/** How what is charged once is invoiced, part by part; nothing where there are no parts. */
export function stageTables(
  snapshot: QuoteSnapshot,
  totals: Totals,
  note: string,
  words: Wording,
): PrintedTable[] {
  if (snapshot.stages.length === 0) return [];
  const amounts = stageTotals(totals, snapshot.stages);
  return [
    {
      kind: 'TABLE',
      heading: words.say.stages.heading,
      columns: [
        { label: words.say.labels.stage, align: 'START', grows: true },
        { label: words.say.labels.invoiced, align: 'START', grows: false },
        { label: words.say.labels.share, align: 'END', grows: false },
        { label: words.say.labels.amount, align: 'END', grows: false },
      ],
      rows: snapshot.stages.map((stage, index) => stageRow(stage, index, amounts[index], snapshot, words)),
      totals: [],
      note,
    },
  ];
}

function stageRow(
  stage: SnapshotStage,
  index: number,
  amount: Totals | undefined,
  { paymentTermsDays }: QuoteSnapshot,
  words: Wording,
): PrintedRow {
  if (amount === undefined) throw new RangeError(`stage ${index + 1} has no amount`);
  const own = stage.paymentTermsDays ?? paymentTermsDays;
  return {
    cells: [
      `${index + 1}. ${stage.label}`,
      due(stage, words),
      share(stage, words),
      words.amount(amount.gross),
    ],
    note: own === paymentTermsDays ? '' : words.say.stages.toBePaid(words.say.daysAfter(own)),
  };
}

function due(stage: SnapshotStage, words: Wording): string {
  const { stages: say } = words.say;
  if (stage.due === 'ON_SIGNING') return say.onSigning;
  return stage.dueOn === null ? say.onMilestone : say.on(words.day(stage.dueOn));
}

function share({ percent, amount }: SnapshotStage, words: Wording): string {
  if (percent !== null) return words.rate(percent);
  return amount === null ? words.say.stages.theRest : words.say.stages.fixed;
}
