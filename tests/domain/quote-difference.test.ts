import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { formatAmount, minor } from '../../api/src/domain/money.ts';
import {
  type ComparedQuote,
  type QuoteChange,
  quoteDifferences,
} from '../../api/src/domain/quote-difference.ts';
import type { RichText } from '../../api/src/domain/rich-text.ts';
import { aGroup, aLine, anOption, aSnapshot, aStage } from '../support/builders.ts';

const quote = (changes: Partial<ComparedQuote> = {}): ComparedQuote => ({
  ...aSnapshot(),
  validUntil: localDate('2026-11-30'),
  ...changes,
});

const between = (before: Partial<ComparedQuote>, after: Partial<ComparedQuote>): QuoteChange[] =>
  quoteDifferences(quote(before), quote(after), (money) => formatAmount(money, 'en-AU'));

/** In one line each: `CHANGED Total: $1.00 -> $2.00`. */
const said = (...pair: Parameters<typeof between>): string[] =>
  between(...pair).map(
    ({ kind, label, before, after }) => `${kind} ${label}: ${before ?? '–'} -> ${after ?? '–'}`,
  );

const text = (...lines: string[]): RichText =>
  lines.map((line) => ({
    kind: 'PARAGRAPH',
    level: 0,
    spans: [{ text: line, bold: false, italic: false, href: null }],
  }));

describe('between two versions', () => {
  test('there is no difference when nothing differs, whatever the order', () => {
    const [a, b] = [aLine(), aLine({ id: 'line-2', description: 'Training' })];
    expect(between({}, {})).toEqual([]);
    expect(between({ lines: [a, b] }, { lines: [b, a] })).toEqual([]);
  });

  test('a line is the same line by its id, whatever it says', () => {
    const dearer = aLine({ unitPrice: minor(349_900), description: 'Migration of the website' });
    expect(said({}, { lines: [dearer] })).toEqual([
      'CHANGED Line: Migration of the website: Website migration, 1 at $3,299.00: $3,299.00, 10 % tax -> ' +
        'Migration of the website, 1 at $3,499.00: $3,499.00, 10 % tax',
      'CHANGED Total: $3,299.00 -> $3,499.00',
    ]);
  });

  test('new and removed lines are named with what they say', () => {
    const hours = aLine({
      id: 'line-2',
      description: 'Training',
      quantity: 2_500,
      unit: 'h',
      unitPrice: minor(9_000),
      discount: { percent: 10_000, amount: null },
      taxTreatment: 'EXEMPT',
      taxRate: 0,
    });
    expect(said({}, { lines: [aLine(), hours] })).toEqual([
      'ADDED Line: Training: – -> 2.5 h at $90.00, 10 % off: $202.50, tax exempt',
      'CHANGED Total: $3,299.00 -> $3,501.50',
    ]);
    expect(said({ lines: [aLine(), hours] }, {})[0]).toBe(
      'REMOVED Line: Training: 2.5 h at $90.00, 10 % off: $202.50, tax exempt -> –',
    );
  });

  test('options and groups say their rules by title', () => {
    const hosting = anOption({ id: 'hosting', title: 'Hosting', groupId: 'group-1', billing: 'MONTHLY' });
    const care = anOption({
      id: 'care',
      title: 'Care plan',
      unit: 'sites',
      maxQuantity: 5,
      requires: ['hosting'],
      excludes: ['option-1'],
      description: 'Updates every week',
      preselected: true,
    });
    const groups = [aGroup({ title: 'Plan', min: 0 })];
    const before = { options: [anOption(), hosting], groups };
    const after = { options: [anOption(), hosting, care], groups: [aGroup({ title: 'Plan' })] };
    expect(said(before, after)).toEqual([
      'CHANGED Choice: Plan: choose up to one -> choose one',
      'ADDED Option: Care plan: – -> $450.00 each, 1 to 5 sites, 10 % tax, needs “Hosting”, not with “Booking form integration”, chosen at first',
      'CHANGED Total: $3,299.00 -> $3,749.00',
      'ADDED Total a month: – -> $450.00',
    ]);
    const reworded = {
      ...after,
      options: [anOption(), hosting, { ...care, description: 'Updates every day' }],
    };
    expect(said(after, reworded)).toEqual([
      expect.stringMatching(/^CHANGED Option: Care plan: .*“Updates every week” -> .*“Updates every day”$/),
    ]);
  });

  test('stages, terms, days and files are compared', () => {
    const file = {
      id: 'a',
      name: 'plan.pdf',
      contentType: 'application/pdf',
      size: 12_345,
      hash: 'c3'.repeat(32),
    };
    const stages = [
      aStage({ percent: null, amount: minor(100_000), paymentTermsDays: 0 }),
      aStage({
        id: 'stage-2',
        label: 'Progress',
        percent: null,
        due: 'ON_DATE',
        dueOn: localDate('2027-01-15'),
        autoIssue: true,
      }),
    ];
    const after = {
      stages,
      attachments: [file],
      paymentTermsDays: 30,
      effectiveDate: localDate('2027-01-01'),
      validUntil: localDate('2026-12-31'),
      discount: { percent: null, amount: minor(9_900) },
      title: 'New website',
      taxNotes: ['Exempt.'],
      taxRounding: 'LINE' as const,
    };
    expect(said({}, after)).toEqual([
      'CHANGED Title: Website migration -> New website',
      'ADDED Discount: – -> $99.00',
      'CHANGED Tax is rounded: on the whole -> on each line',
      'CHANGED Total: $3,299.00 -> $3,200.00',
      'CHANGED Stage: Deposit: 30 % on signing -> $1,000.00 on signing, to be paid at once',
      'CHANGED Stage: Progress: 40 % at its milestone -> the rest on 15 January 2027, invoiced by itself',
      'REMOVED Stage: Final: 30 % at its milestone -> –',
      'CHANGED Payment: 14 days to pay -> 30 days to pay',
      'CHANGED Begins on: the day of the signature -> 1 January 2027',
      'CHANGED Valid until: 30 November 2026 -> 31 December 2026',
      'ADDED File: plan.pdf: – -> 12 kB',
      'ADDED Tax notes: – -> Exempt.',
    ]);
    expect(said({ attachments: [file] }, { attachments: [{ ...file, id: 'b' }] })).toEqual([]);
    const replaced = { ...file, hash: 'd4'.repeat(32), size: 2_345_678 };
    expect(said({ attachments: [file] }, { attachments: [replaced] })).toEqual([
      'ADDED File: plan.pdf: – -> 2.3 MB',
      'REMOVED File: plan.pdf: 12 kB -> –',
    ]);
    const copy = { ...file, id: 'c', name: 'copy.pdf' };
    expect(said({ attachments: [file, copy] }, { attachments: [copy] })).toEqual([
      'REMOVED File: plan.pdf: 12 kB -> –',
    ]);
  });

  test('long texts show the sentences that differ, and only those', () => {
    const scope = text('Move 12 pages.', 'Redirects.', 'One round of corrections.');
    expect(
      said({ scope }, { scope: text('Move 14 pages.', 'Redirects.', 'One round of corrections.') }),
    ).toEqual(['CHANGED Scope of work: Move 12 pages. -> Move 14 pages.']);
    expect(said({ terms: text('A.', 'B.') }, { terms: text('A.', 'B.', 'C.') })).toEqual([
      'ADDED Terms: – -> C.',
    ]);
    expect(said({ terms: text('A.', 'B.') }, { terms: text('B.', 'A.') })).toEqual([
      'CHANGED Terms: The same text -> The same text in another order',
    ]);
    const link = (href: string): RichText => [
      { kind: 'PARAGRAPH', level: 0, spans: [{ text: 'Terms', bold: false, italic: false, href }] },
    ];
    expect(said({ terms: link('https://a.example') }, { terms: link('https://b.example') })).toEqual([
      'CHANGED Terms: Terms (https://a.example) -> Terms (https://b.example)',
    ]);
    const [long] = between({ scope: text('x'.repeat(50_000)) }, { scope: text('y'.repeat(50_000)) });
    expect(long?.after?.length).toBeLessThan(700);
  });

  test('long texts that begin alike are shown from where they part', () => {
    const same = 'x'.repeat(5_000);
    const tail = 'x'.repeat(40);
    const deadline = (days: number) => text(`${same} in ${days} days. ${same}`);
    expect(said({ terms: deadline(14) }, { terms: deadline(30) })).toEqual([
      expect.stringMatching(/^CHANGED Terms: …x+ in 14 days\. x+… -> …x+ in 30 days\. x+…$/),
    ]);
    expect(said({ terms: text(same) }, { terms: text(`${same} Or later.`) })).toEqual([
      `CHANGED Terms: …${tail} -> …${tail} Or later.`,
    ]);
    const option = (days: number) => ({ options: [anOption({ description: `${same} in ${days} days.` })] });
    expect(said(option(14), option(30))).toEqual([
      expect.stringMatching(/^CHANGED Option: .*“…x+ in 14 days\.” -> .*“…x+ in 30 days\.”$/),
    ]);
  });

  test('a paragraph that stands there once more or once less is no other order', () => {
    const [once, twice] = [{ terms: text('A.') }, { terms: text('A.', 'A.') }];
    expect(said(twice, once)).toEqual(['REMOVED Terms: Repeated: A. -> –']);
    expect(said(once, twice)).toEqual(['ADDED Terms: – -> Repeated: A.']);
    expect(said(twice, { terms: text('A.', 'B.') })).toEqual(['CHANGED Terms: Repeated: A. -> B.']);
  });

  test('amounts are written in the currency of their version', () => {
    expect(said({}, { currency: 'JPY' })).toContain('CHANGED Total: $3,299.00 -> JPY\u00a0329,900');
    expect(said({}, { pricesIncludeTax: false })).toContain('CHANGED Prices: with tax -> without tax');
  });

  test('what is added one way is removed the other way', () => {
    const parts = fc.record({
      title: fc.constantFrom('A', 'B'),
      lines: fc.uniqueArray(
        fc.record({ id: fc.constantFrom('1', '2', '3'), cents: fc.integer({ min: 1, max: 3 }) }),
        { selector: (line) => line.id },
      ),
    });
    const made = ({ title, lines }: { title: string; lines: { id: string; cents: number }[] }) => ({
      title,
      lines: lines.map(({ id, cents }) => aLine({ id, unitPrice: minor(cents) })),
    });
    const turned = { ADDED: 'REMOVED', REMOVED: 'ADDED', CHANGED: 'CHANGED' } as const;
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const there = between(made(one), made(other)).map(({ kind, before, after }) => [
          turned[kind],
          after,
          before,
        ]);
        const back = between(made(other), made(one)).map(({ kind, before, after }) => [kind, before, after]);
        expect(there.map(String).toSorted()).toEqual(back.map(String).toSorted());
      }),
      { numRuns: 500 },
    );
  });

  test('is calm: no codes, no empty words', () => {
    for (const { label, before, after } of between(
      {},
      { lines: [], options: [], stages: [], groups: [aGroup()] },
    ))
      expect([label, before, after].join(' ')).not.toMatch(/null|undefined|ON_|ONCE|NaN|STANDARD/);
  });
});
