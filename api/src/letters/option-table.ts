import type { QuoteSnapshot, SnapshotOption } from '../domain/quote-snapshot.ts';
import { rhythm, taxName, taxWords } from './price-words.ts';
import { withoutColumn, withoutSameTax } from './printed-columns.ts';
import type { PrintedRow, PrintedTable } from './printed-document.ts';
import type { Wording } from './wording.ts';

/** What the customer may add, group by group; on a quote that is still open. */
export function optionTable(snapshot: QuoteSnapshot, words: Wording): PrintedTable {
  const table = withoutSameTax({
    kind: 'TABLE',
    heading: words.say.options.heading,
    columns: [
      { label: words.say.labels.option, align: 'START', grows: true },
      { label: words.say.labels.quantity, align: 'END', grows: false },
      { label: taxName(snapshot.company.taxLabel, words), align: 'END', grows: false, isTax: true },
      { label: words.say.labels.price, align: 'END', grows: false },
    ],
    rows: rowsOf(snapshot, words),
    totals: [],
    note: words.say.options.note,
  });
  const isCounted = snapshot.options.some((option) => option.maxQuantity > 1);
  return isCounted ? table : withoutColumn(table, 1);
}

function rowsOf(snapshot: QuoteSnapshot, words: Wording): PrintedRow[] {
  const titles = new Map(snapshot.options.map(({ id, title }) => [id, title]));
  const row = (option: SnapshotOption) => optionRow(option, titles, words);
  const free = snapshot.options.filter((option) => option.groupId === null);
  const grouped = snapshot.groups.flatMap((group) => [
    {
      cells: [group.title],
      note: joined(words.say.options.rule(group.min, group.max), group.description),
      isGroup: true,
    },
    ...snapshot.options.filter((option) => option.groupId === group.id).map(row),
  ]);
  if (grouped.length === 0 || free.length === 0) return [...grouped, ...free.map(row)];
  return [
    ...grouped,
    { cells: [words.say.options.more], note: words.say.options.addAny, isGroup: true },
    ...free.map(row),
  ];
}

function optionRow(option: SnapshotOption, titles: ReadonlyMap<string, string>, words: Wording): PrintedRow {
  const { options: say } = words.say;
  const names = (ids: readonly string[]) => ids.map((id) => titles.get(id) ?? id).join(', ');
  const price = joined(
    words.amount(option.price),
    option.maxQuantity > 1 ? say.each : '',
    rhythm(option.billing, words),
  );
  const sentences = [
    option.requires.length === 0 ? '' : say.needs(names(option.requires)),
    option.excludes.length === 0 ? '' : say.excludes(names(option.excludes)),
    option.preselected ? say.preselected : '',
  ];
  return {
    cells: [option.title, range(option, words), taxWords(option.taxTreatment, option.taxRate, words), price],
    note: [option.description, joined(...sentences)].filter((part) => part !== '').join('\n'),
  };
}

/** How many can be taken; nothing for what is only taken or left. */
function range({ minQuantity, maxQuantity, unit }: SnapshotOption, words: Wording): string {
  if (maxQuantity === 1) return '';
  const [least, most] = [words.quantity(minQuantity * 1000), words.quantity(maxQuantity * 1000)];
  return joined(minQuantity === maxQuantity ? most : words.say.options.range(least, most), unit);
}

const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ');
