import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from '../../api/src/domain/money.ts';
import { initialChoices, offerProblem } from '../../api/src/domain/options.ts';
import { quotePrice } from '../../api/src/domain/pricing.ts';
import type { Ids } from '../../api/src/ports.ts';
import { withNewIds } from '../../api/src/quotes/new-ids.ts';
import type { QuoteDraft } from '../../api/src/quotes/quote-draft.ts';

let made = 0;
const ids = { id: () => `new-${(made += 1)}` } as Ids;

const id = fc.integer({ min: 0, max: 12 }).map(String);
const some = <T extends { id: string }>(one: fc.Arbitrary<T>) =>
  fc.uniqueArray(one, { maxLength: 6, selector: (x) => x.id });

/** Drafts whose references lead to options and groups that are there, and to some that are not. */
const draft: fc.Arbitrary<QuoteDraft> = fc.record({
  scope: fc.string(),
  terms: fc.string(),
  pricesIncludeTax: fc.boolean(),
  taxRounding: fc.constantFrom('DOCUMENT', 'LINE'),
  discount: fc.constant(null),
  effectiveDate: fc.constant(null),
  paymentTermsDays: fc.constant(null),
  termsNote: fc.constant(''),
  mailboxProof: fc.constant(null),
  lines: some(
    fc.record({
      id,
      description: fc.string(),
      quantity: fc.integer({ min: 1, max: 9000 }),
      unit: fc.constant(''),
      unitPrice: fc.integer({ min: 0, max: 99_999 }).map(minor),
      discount: fc.constant(null),
      taxTreatment: fc.constant('STANDARD'),
      taxRate: fc.constantFrom(0, 10_000),
      billing: fc.constantFrom('ONCE', 'MONTHLY'),
      cost: fc.constant(null),
      itemId: fc.constantFrom(null, 'item'),
    }),
  ),
  groups: some(
    fc.record({
      id,
      title: fc.string(),
      description: fc.string(),
      min: fc.nat(1),
      max: fc.integer({ min: 1, max: 3 }),
    }),
  ),
  options: some(
    fc.record({
      id,
      groupId: fc.option(id),
      title: fc.string(),
      description: fc.string(),
      unit: fc.constant(''),
      price: fc.integer({ min: 0, max: 99_999 }).map(minor),
      taxTreatment: fc.constant('STANDARD'),
      taxRate: fc.constantFrom(0, 10_000),
      billing: fc.constantFrom('ONCE', 'MONTHLY'),
      cost: fc.constant(null),
      itemId: fc.constantFrom(null, 'item'),
      minQuantity: fc.constant(1),
      maxQuantity: fc.integer({ min: 1, max: 5 }),
      requires: fc.array(id, { maxLength: 3 }),
      excludes: fc.array(id, { maxLength: 3 }),
      preselected: fc.boolean(),
    }),
  ),
  stages: some(
    fc.record({
      id,
      label: fc.string(),
      percent: fc.constant(100_000),
      amount: fc.constant(null),
      due: fc.constant('ON_SIGNING'),
      dueOn: fc.constant(null),
      paymentTermsDays: fc.constant(null),
      autoIssue: fc.constant(false),
    }),
  ),
});

const lists = ['lines', 'groups', 'options', 'stages'] as const;
const idsIn = (content: QuoteDraft): string[] => lists.flatMap((list) => content[list].map((one) => one.id));

/** The draft with each id and each reference told by its place; what leads nowhere is left out. */
const byPlace = (content: QuoteDraft) => {
  const place = (list: readonly { id: string }[], wanted: string | null) =>
    list.findIndex((one) => one.id === wanted);
  const places = (wanted: readonly string[]) =>
    wanted.map((one) => place(content.options, one)).filter((at) => at >= 0);
  return {
    ...content,
    lines: content.lines.map((line) => ({ ...line, id: '' })),
    groups: content.groups.map((group) => ({ ...group, id: '' })),
    options: content.options.map((option) => ({
      ...option,
      id: '',
      groupId: place(content.groups, option.groupId),
      requires: places(option.requires),
      excludes: places(option.excludes),
    })),
    stages: content.stages.map((stage) => ({ ...stage, id: '' })),
  };
};

describe('a draft with new ids', () => {
  test('has an id of its own for every part, and says the same', () => {
    fc.assert(
      fc.property(draft, (before) => {
        const after = withNewIds(before, ids);
        const fresh = idsIn(after);
        expect(new Set(fresh).size).toBe(fresh.length);
        expect(fresh.every((one) => one.startsWith('new-'))).toBe(true);
        expect(byPlace(after)).toEqual(byPlace(before));
      }),
      { numRuns: 2000 },
    );
  });

  test('is priced and chosen from like the one before, and offers nothing that is not there', () => {
    fc.assert(
      fc.property(draft, (before) => {
        const after = withNewIds(before, ids);
        const start = initialChoices(after);
        const known = new Set(after.options.map((option) => option.id));
        expect(after.options.every(({ requires }) => requires.every((one) => known.has(one)))).toBe(true);
        // The same again: the ids of the copy of a copy differ, its choices and its price do not.
        const again = withNewIds(after, ids);
        expect(initialChoices(again).map(({ quantity }) => quantity)).toEqual(
          start.map(({ quantity }) => quantity),
        );
        expect(quotePrice(again, initialChoices(again))).toEqual(quotePrice(after, start));
        expect(offerProblem(again)?.message).toBe(offerProblem(after)?.message);
      }),
      { numRuns: 500 },
    );
  });
});
