import type { Figures } from './measure.ts';
import { type Spread, spreadOf } from './statistics.ts';

type Line = { key: string; says: string; unit: string; atLeast?: number; atMost?: number };

/** What is printed, in this order, with the budgets of the design. */
const lines: Line[] = [
  { key: 'raw.perSecond', says: 'SQLite alone, the write set of a signature', unit: '/s' },
  { key: 'raw.rows', says: '… rows of it', unit: '' },
  { key: 'hello.perSecond', says: 'Apollo hello', unit: '/s' },
  { key: 'hello.cpu', says: '… CPU of the server per request', unit: 'ms' },
  { key: 'quote.perSecond', says: 'portalQuote, 20 lines, 6 options', unit: '/s' },
  { key: 'quote.ofHello', says: '… of hello', unit: '%', atLeast: 50 },
  { key: 'quote.p50', says: '… p50', unit: 'ms' },
  { key: 'quote.p99', says: '… p99', unit: 'ms' },
  { key: 'quote.cpu', says: '… CPU of the server per request', unit: 'ms' },
  { key: 'sign.perSecond', says: 'signQuote', unit: '/s' },
  { key: 'sign.ofRaw', says: '… of SQLite alone', unit: '%', atLeast: 25 },
  { key: 'sign.p50', says: '… p50', unit: 'ms' },
  { key: 'sign.p99', says: '… p99', unit: 'ms', atMost: 80 },
  { key: 'sign.cpu', says: '… CPU of the server per request', unit: 'ms' },
  { key: 'signMailing.perSecond', says: 'signQuote while the mails go out', unit: '/s' },
  { key: 'signMailing.ofRaw', says: '… of SQLite alone', unit: '%' },
  { key: 'signMailing.p50', says: '… p50', unit: 'ms' },
  { key: 'signMailing.p99', says: '… p99', unit: 'ms' },
  { key: 'beside.p50', says: 'Point read while 4 clients sign, p50', unit: 'ms' },
  { key: 'beside.p99', says: '… p99', unit: 'ms', atMost: 12 },
  { key: 'pricing.perSecond', says: 'Pricing of 20 lines, 6 options', unit: '/s', atLeast: 20_000 },
  { key: 'pricing.largePerSecond', says: '… of 200 lines, 40 options', unit: '/s', atLeast: 1_000 },
  { key: 'pdf.perSecond', says: 'Two-page quote as PDF, warm, one process', unit: '/s', atLeast: 100 },
  { key: 'pdf.cpu', says: '… CPU of the process per document', unit: 'ms' },
  { key: 'pdf.first', says: '… the first one, with the start of the process', unit: 'ms', atMost: 500 },
  { key: 'pdf.rss', says: '… memory of the process', unit: 'MB', atMost: 250 },
  { key: 'bank.upload', says: 'Bank statement of 10,000 lines: upload and first reading', unit: 'ms' },
  { key: 'bank.import', says: '… import, beside what is owed', unit: 's', atMost: 10 },
  { key: 'bank.steps', says: '… steps of progress that were seen', unit: '' },
  { key: 'webhook.perSecond', says: 'Events of the provider, kept and answered', unit: '/s', atLeast: 2000 },
  { key: 'webhook.p50', says: '… p50', unit: 'ms' },
  { key: 'webhook.p99', says: '… p99', unit: 'ms', atMost: 1000 },
  { key: 'webhook.grown', says: '… memory grown by', unit: 'MB', atMost: 250 },
  { key: 'webhook.lost', says: '… lost', unit: '', atMost: 0 },
  { key: 'lists.few.p99', says: 'Lists of 50 of 1,000 invoices, each filter in each order, p99', unit: 'ms' },
  { key: 'lists.many.p50', says: '… of 1,000,000, p50', unit: 'ms' },
  { key: 'lists.many.p99', says: '… p99', unit: 'ms' },
  { key: 'lists.ratio', says: '… as many times that of 1,000', unit: 'x', atMost: 5 },
  { key: 'payments.ratio', says: 'Lists of 50 payments, p99, the same', unit: 'x', atMost: 5 },
  { key: 'figures.p99', says: 'Figures of the money, 1,000,000 invoices, p99', unit: 'ms', atMost: 100 },
  { key: 'history.p50', says: '… and of 12 weeks, p50', unit: 'ms' },
  { key: 'csv.perSecond', says: 'CSV of the newest tenth of 1,000,000 invoices', unit: 'rows/s' },
  { key: 'csv.ofSql', says: '… of SQLite alone', unit: '%', atLeast: 50 },
  { key: 'csv.grown', says: '… memory of the server grown by', unit: 'MB', atMost: 50 },
  { key: 'start.many', says: 'Start with 1,000,000 invoices to the first answer', unit: 'ms', atMost: 1200 },
  { key: 'start.ms', says: 'Cold start to the first answer', unit: 'ms', atMost: 800 },
  { key: 'rss.idle', says: 'Memory, idle', unit: 'MB', atMost: 105 },
  { key: 'rss.loaded', says: 'Memory, loaded', unit: 'MB', atMost: 250 },
  { key: 'rss.mailing', says: 'Memory, with mails and the sandbox', unit: 'MB' },
];

export type Measured = Record<string, Spread>;

export const summarise = (runs: readonly Figures[]): Measured =>
  Object.fromEntries(lines.map(({ key }) => [key, spreadOf(runs.map((run) => run[key] ?? NaN))]));

/** The table: the median of the runs, their range, and the budget with whether the median keeps it. */
export function tableOf(measured: Measured): string {
  const rows = lines.map((line) => cellsOf(line, measured[line.key] ?? { median: NaN, min: NaN, max: NaN }));
  const all = [['', 'median', 'min', 'max', '', 'budget', ''], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length))) ?? [];
  const numbers = new Set([1, 2, 3, 5]);
  const padded = (cell: string, column: number): string =>
    numbers.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  return all.map((row) => row.map(padded).join('  ').trimEnd()).join('\n');
}

function cellsOf({ says, unit, atLeast, atMost }: Line, { median, min, max }: Spread): string[] {
  const isMet = median >= (atLeast ?? -Infinity) && median <= (atMost ?? Infinity);
  const budget = atLeast !== undefined ? `>= ${atLeast}` : atMost !== undefined ? `<= ${atMost}` : '';
  return [
    says,
    shown(median),
    shown(min),
    shown(max),
    unit,
    budget,
    budget === '' ? '' : isMet ? '✓ met' : '✗ not met',
  ];
}

function shown(value: number): string {
  if (Number.isNaN(value)) return '–';
  const digits = value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
