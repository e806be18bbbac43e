/**
 * What differs between two versions of a quote, for staff before they send the newer one and for the customer who read the
 * older one. Parts are recognised by their ids, so that a line with another text is the same line; what only moved is no
 * difference. A line that went from $100.00 to $120.00 is one entry, and the total that follows from it another.
 */
import { inWords, type LocalDate } from './local-date.ts';
import { initialChoices } from './options.ts';
import { billings, quotePrice } from './pricing.ts';
import type { QuoteSnapshot } from './quote-snapshot.ts';
import { days, plainLines, rhythm, type Wording, wording, type WriteMoney } from './quote-wording.ts';
import type { RichText } from './rich-text.ts';

/** How a difference came about. */
export const quoteChangeKinds = ['ADDED', 'REMOVED', 'CHANGED'] as const;

/** One of the ways. */
export type QuoteChangeKind = (typeof quoteChangeKinds)[number];

/** What a difference is about. */
export type QuoteChangeSubject =
  | 'TITLE'
  | 'SCOPE'
  | 'LINE'
  | 'GROUP'
  | 'OPTION'
  | 'DISCOUNT'
  | 'TOTAL'
  | 'STAGE'
  | 'PAYMENT_TERMS'
  | 'EFFECTIVE_DATE'
  | 'VALIDITY'
  | 'ATTACHMENT'
  | 'TERMS';

/** One difference; `label` names the part (`Line: Website migration`), null stands for what is not there. */
export type QuoteChange = Readonly<{
  kind: QuoteChangeKind;
  subject: QuoteChangeSubject;
  label: string;
  before: string | null;
  after: string | null;
}>;

/** What is compared: a snapshot, or what a draft would become, with its last valid day. */
export type ComparedQuote = Omit<
  QuoteSnapshot,
  'format' | 'number' | 'company' | 'customer' | 'consent' | 'timeZone'
> &
  Readonly<{ validUntil: LocalDate }>;

function change(
  subject: QuoteChangeSubject,
  label: string,
  before: string | null,
  after: string | null,
): QuoteChange[] {
  if (before === after) return [];
  const kind = before === null ? 'ADDED' : after === null ? 'REMOVED' : 'CHANGED';
  return [{ kind, subject, label, before, after }];
}

/** The parts of a list: new and changed ones in the order of the newer version, then those that are gone. */
function changesOf<Part extends Readonly<{ id: string }>>(
  subject: QuoteChangeSubject,
  noun: string,
  before: readonly Part[],
  after: readonly Part[],
  says: Readonly<{
    name: (part: Part) => string;
    before: (part: Part) => string;
    after: (part: Part) => string;
  }>,
): QuoteChange[] {
  const earlier = new Map(before.map((part) => [part.id, part]));
  const still = new Set(after.map((part) => part.id));
  return [
    ...after.flatMap((part) => {
      const old = earlier.get(part.id);
      const label = `${noun}: ${says.name(part)}`;
      if (old === undefined) return change(subject, label, null, says.after(part));
      // The name is said again only where it is what changed.
      const renamed = says.name(old) === says.name(part) ? '' : ', ';
      const named = (one: Part, words: string): string =>
        renamed === '' ? words : `${says.name(one)}${renamed}${words}`;
      return change(subject, label, named(old, says.before(old)), named(part, says.after(part)));
    }),
    ...before
      .filter((part) => !still.has(part.id))
      .flatMap((part) => change(subject, `${noun}: ${says.name(part)}`, says.before(part), null)),
  ];
}

const longest = 600;
const leadIn = 40;

/** A long text up to its limit: from its beginning, or from shortly before the place where it parts from the other one. */
function shortened(text: string, other: string): string {
  const [characters, others] = [[...text], [...other]];
  if (Math.max(characters.length, others.length) <= longest) return text;
  const parting = characters.findIndex((character, k) => character !== others[k]);
  const alike = parting < 0 ? characters.length : parting;
  const from = alike + leadIn > longest ? alike - leadIn : 0;
  const shown = characters.slice(from, from + longest).join('');
  return `${from > 0 ? '…' : ''}${shown}${from + longest < characters.length ? '…' : ''}`;
}

/** The lines that the others do not have, or not so often; those that stay at least once are named as repeated. */
function linesLeft(lines: readonly string[], others: readonly string[]): string {
  const open = new Map<string, number>();
  for (const line of others) open.set(line, (open.get(line) ?? 0) + 1);
  const left = lines.filter((line) => {
    const count = open.get(line) ?? 0;
    if (count > 0) open.set(line, count - 1);
    return count === 0;
  });
  return left.map((line) => (open.has(line) ? `Repeated: ${line}` : line)).join('\n');
}

/** Only the blocks that differ, so that a changed sentence is found in twenty pages. */
function textChanges(
  subject: QuoteChangeSubject,
  label: string,
  before: RichText,
  after: RichText,
): QuoteChange[] {
  const linesOf = (text: RichText): string[] => plainLines(text).filter((line) => line !== '');
  const [old, now] = [linesOf(before), linesOf(after)];
  const [gone, came] = [linesLeft(old, now), linesLeft(now, old)];
  if (gone === '' && came === '') {
    const isSame = old.join('\n') === now.join('\n');
    return isSame ? [] : change(subject, label, 'The same text', 'The same text in another order');
  }
  const shown = (text: string, other: string): string | null => (text === '' ? null : shortened(text, other));
  return change(subject, label, shown(gone, came), shown(came, gone));
}

/** The description of an option stands beside its rules, and only where it changed. */
const described = (words: string, text: string, other: string | undefined): string =>
  other === undefined || other === text ? words : `${words}, “${shortened(text, other)}”`;

const textOf = (
  parts: readonly Readonly<{ id: string; description: string }>[],
  id: string,
): string | undefined => parts.find((part) => part.id === id)?.description;

/** What the page shows at first, once and in each rhythm. */
function totals(quote: ComparedQuote, words: Wording): ReadonlyMap<string, string> {
  const { totals: once, recurring } = quotePrice(quote, initialChoices(quote));
  return new Map([
    ['Total', words.money(once.gross)],
    ...recurring.map((part): [string, string] => [
      `Total${rhythm(part.billing)}`,
      words.money(part.totals.gross),
    ]),
  ]);
}

function priceChanges(
  before: ComparedQuote,
  after: ComparedQuote,
  old: Wording,
  now: Wording,
): QuoteChange[] {
  const [earlier, later] = [totals(before, old), totals(after, now)];
  const basis = ({ pricesIncludeTax }: ComparedQuote): string =>
    pricesIncludeTax ? 'with tax' : 'without tax';
  const rounding = ({ taxRounding }: ComparedQuote): string =>
    taxRounding === 'LINE' ? 'on each line' : 'on the whole';
  return [
    ...change(
      'DISCOUNT',
      'Discount',
      before.discount === null ? null : old.discount(before.discount),
      after.discount === null ? null : now.discount(after.discount),
    ),
    ...change('TOTAL', 'Currency', before.currency, after.currency),
    ...change('TOTAL', 'Prices', basis(before), basis(after)),
    ...change('TOTAL', 'Tax is rounded', rounding(before), rounding(after)),
    ...billings
      .map((billing) => `Total${rhythm(billing)}`)
      .flatMap((label) => change('TOTAL', label, earlier.get(label) ?? null, later.get(label) ?? null)),
  ];
}

function partChanges(before: ComparedQuote, after: ComparedQuote, old: Wording, now: Wording): QuoteChange[] {
  return [
    ...changesOf('LINE', 'Line', before.lines, after.lines, {
      name: (line) => line.description,
      before: old.line,
      after: now.line,
    }),
    ...changesOf('GROUP', 'Choice', before.groups, after.groups, {
      name: (group) => group.title,
      before: (group) => described(old.group(group), group.description, textOf(after.groups, group.id)),
      after: (group) => described(now.group(group), group.description, textOf(before.groups, group.id)),
    }),
    ...changesOf('OPTION', 'Option', before.options, after.options, {
      name: (option) => option.title,
      before: (option) => described(old.option(option), option.description, textOf(after.options, option.id)),
      after: (option) => described(now.option(option), option.description, textOf(before.options, option.id)),
    }),
    ...priceChanges(before, after, old, now),
    ...changesOf('STAGE', 'Stage', before.stages, after.stages, {
      name: (stage) => stage.label,
      before: old.stage,
      after: now.stage,
    }),
  ];
}

/** Every difference, in the order in which a quote is read. `write` formats amounts for the person who reads. */
export function quoteDifferences(
  before: ComparedQuote,
  after: ComparedQuote,
  write: WriteMoney,
): QuoteChange[] {
  const [old, now] = [wording(before, write), wording(after, write)];
  const begins = ({ effectiveDate }: ComparedQuote): string =>
    effectiveDate === null ? 'the day of the signature' : inWords(effectiveDate);
  const notes = ({ taxNotes }: ComparedQuote): string | null =>
    taxNotes.length === 0 ? null : taxNotes.join('\n');
  // Each version has attachments of its own: the same file is what has the same bytes under the same name.
  const files = ({ attachments }: ComparedQuote) =>
    attachments.map((file) => ({ ...file, id: `${file.hash} ${file.name}` }));
  return [
    ...change('TITLE', 'Title', before.title, after.title),
    ...textChanges('SCOPE', 'Scope of work', before.scope, after.scope),
    ...partChanges(before, after, old, now),
    ...change('PAYMENT_TERMS', 'Payment', days(before.paymentTermsDays), days(after.paymentTermsDays)),
    ...change('EFFECTIVE_DATE', 'Begins on', begins(before), begins(after)),
    ...change('VALIDITY', 'Valid until', inWords(before.validUntil), inWords(after.validUntil)),
    ...changesOf('ATTACHMENT', 'File', files(before), files(after), {
      name: (file) => file.name,
      before: old.attachment,
      after: now.attachment,
    }),
    ...textChanges('TERMS', 'Terms', before.terms, after.terms),
    ...change('TERMS', 'Tax notes', notes(before), notes(after)),
  ];
}
