import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  choiceProblem,
  choose,
  initialChoices,
  type Offer,
  type OfferedOption,
} from '../../api/src/domain/options.ts';
import type { Choice } from '../../api/src/domain/pricing.ts';
import { aGroup, anOption } from '../support/builders.ts';
import { cases, offer, patience } from './arbitraries.ts';

const option = (id: string, changes: Partial<OfferedOption> = {}): OfferedOption =>
  anOption({ id, title: id, ...changes });

/** Good, better or best; up to five pages; a care plan that needs hosting; two looks that do not go together. */
const website: Offer = {
  groups: [aGroup({ id: 'plan', title: 'Plan' }), aGroup({ id: 'extras', title: 'Extras', min: 0, max: 2 })],
  options: [
    option('Good', { groupId: 'plan' }),
    option('Better', { groupId: 'plan', preselected: true }),
    option('Best', { groupId: 'plan' }),
    option('Pages', { maxQuantity: 5 }),
    option('Hosting'),
    option('Care plan', { requires: ['Hosting'] }),
    option('Dark', { excludes: ['Light'] }),
    option('Light'),
    option('Shop', { groupId: 'extras' }),
    option('Blog', { groupId: 'extras' }),
    option('Forum', { groupId: 'extras' }),
    option('Boxes', { minQuantity: 3, maxQuantity: 9 }),
  ],
};

const of = (...chosen: (string | [string, number])[]): Choice[] =>
  chosen.map((one) =>
    typeof one === 'string' ? { optionId: one, quantity: 1 } : { optionId: one[0], quantity: one[1] },
  );

const problem = (...chosen: (string | [string, number])[]) => choiceProblem(website, of(...chosen));

describe('a choice', () => {
  test('is fine when it keeps every rule', () => {
    expect(problem('Better')).toBeNull();
    expect(
      problem('Best', ['Pages', 5], 'Hosting', 'Care plan', 'Dark', 'Shop', 'Blog', ['Boxes', 3]),
    ).toBeNull();
  });

  test.each([
    ['an option of another quote: TT-05', ['Better', 'Other'], 'UNKNOWN', 'Other', /not part of this quote/],
    ['an option in capitals: TT-06', ['BETTER'], 'UNKNOWN', 'BETTER', /not part/],
    ['an option with a space: TT-06', [' Better'], 'UNKNOWN', ' Better', /not part/],
    ['what JavaScript knows', ['__proto__'], 'UNKNOWN', '__proto__', /not part/],
    ['an option twice: TT-06', ['Better', 'Better'], 'DUPLICATE', 'Better', /“Better” is chosen twice/],
    [
      'a quantity of 0: TT-07',
      [['Pages', 0], 'Better'],
      'QUANTITY',
      'Pages',
      /take 1 to 5 of “Pages”, or none/,
    ],
    ['a quantity of -1: TT-07', [['Pages', -1]], 'QUANTITY', 'Pages', /1 to 5/],
    ['a quantity of 6: TT-07', [['Pages', 6]], 'QUANTITY', 'Pages', /1 to 5/],
    ['a quantity of 1.5: TT-07', [['Pages', 1.5]], 'QUANTITY', 'Pages', /1 to 5/],
    ['a quantity of 2^31: TT-07', [['Pages', 2 ** 31]], 'QUANTITY', 'Pages', /1 to 5/],
    ['a quantity of NaN: TT-07', [['Pages', Number.NaN]], 'QUANTITY', 'Pages', /1 to 5/],
    [
      'two of a box to tick: TT-07',
      [['Better', 2]],
      'QUANTITY',
      'Better',
      /“Better” can be taken once, or not/,
    ],
    ['less than the least', [['Boxes', 2]], 'QUANTITY', 'Boxes', /3 to 9 of “Boxes”/],
    ['none of a required group: TT-07', ['Pages'], 'GROUP_MIN', null, /Please choose one of “Plan”/],
    ['two of a choice of one: TT-07', ['Good', 'Best'], 'GROUP_MAX', null, /only one of “Plan”/],
    ['too many of a group', ['Good', 'Shop', 'Blog', 'Forum'], 'GROUP_MAX', null, /at most 2 of “Extras”/],
    [
      'an option without what it needs',
      ['Good', 'Care plan'],
      'REQUIRES',
      'Care plan',
      /“Care plan” goes only together with “Hosting”/,
    ],
    [
      'two that do not go together',
      ['Good', 'Dark', 'Light'],
      'EXCLUDES',
      'Dark',
      /“Dark” does not go together with “Light”/,
    ],
  ] as [string, (string | [string, number])[], string, string | null, RegExp][])(
    'is refused with %s',
    (_, chosen, rule, optionId, message) => {
      const found = problem(...chosen);
      expect(found).toMatchObject({ rule, optionId });
      expect(found?.message).toMatch(message);
      expect(found?.message).not.toMatch(/invalid|error|group-|null|undefined/i);
    },
  );

  test('of a million entries costs next to nothing: TT-06', () => {
    const started = performance.now();
    for (const list of [
      Array.from({ length: 1_000_000 }, () => ({ optionId: 'Better', quantity: 1 })),
      Array.from({ length: 1_000_000 }, (_, k) => ({ optionId: `x${k}`, quantity: 1 })),
    ]) {
      const before = performance.now();
      expect(['DUPLICATE', 'UNKNOWN']).toContain(choiceProblem(website, list)?.rule);
      expect(performance.now() - before).toBeLessThan(50);
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

const chosenAfter = (...clicks: [string, number][]): string[] =>
  clicks
    .reduce((choices, [id, quantity]) => choose(website, choices, id, quantity), initialChoices(website))
    .map(({ optionId, quantity }) => (quantity === 1 ? optionId : `${quantity} ${optionId}`));

describe('choosing', () => {
  test('starts with what is preselected', () => {
    expect(chosenAfter()).toEqual(['Better']);
  });

  test('takes and leaves', () => {
    expect(chosenAfter(['Pages', 3])).toEqual(['Better', '3 Pages']);
    expect(chosenAfter(['Pages', 3], ['Pages', 2])).toEqual(['Better', '2 Pages']);
    expect(chosenAfter(['Pages', 3], ['Pages', 0])).toEqual(['Better']);
    expect(chosenAfter(['Better', 0])).toEqual([]);
  });

  test('takes the place of the other in a choice of one', () => {
    expect(chosenAfter(['Best', 1])).toEqual(['Best']);
    expect(chosenAfter(['Best', 1], ['Good', 1])).toEqual(['Good']);
  });

  test('leaves a full group of several as it is until there is room', () => {
    expect(chosenAfter(['Shop', 1], ['Blog', 1], ['Forum', 1])).toEqual(['Better', 'Shop', 'Blog']);
    expect(chosenAfter(['Shop', 1], ['Blog', 1], ['Shop', 0], ['Forum', 1])).toEqual([
      'Better',
      'Blog',
      'Forum',
    ]);
  });

  test('brings what is needed, and takes away what needed what is left out', () => {
    expect(chosenAfter(['Care plan', 1])).toEqual(['Better', 'Hosting', 'Care plan']);
    expect(chosenAfter(['Care plan', 1], ['Hosting', 0])).toEqual(['Better']);
    expect(chosenAfter(['Care plan', 1], ['Care plan', 0])).toEqual(['Better', 'Hosting']);
  });

  test('takes away what does not go with it, whichever of the two says so', () => {
    expect(chosenAfter(['Dark', 1], ['Light', 1])).toEqual(['Better', 'Light']);
    expect(chosenAfter(['Light', 1], ['Dark', 1])).toEqual(['Better', 'Dark']);
  });

  test('keeps to the allowed quantities', () => {
    expect(chosenAfter(['Pages', 99])).toEqual(['Better', '5 Pages']);
    expect(chosenAfter(['Boxes', 1])).toEqual(['Better', '3 Boxes']);
    expect(chosenAfter(['Pages', 2.9])).toEqual(['Better', '2 Pages']);
    expect(chosenAfter(['Pages', Number.POSITIVE_INFINITY])).toEqual(['Better', '5 Pages']);
    expect(chosenAfter(['Pages', 2], ['Pages', Number.NaN])).toEqual(['Better', '2 Pages']);
  });

  test('does nothing for an option that is not there, or that can never be chosen', () => {
    expect(chosenAfter(['Other', 1])).toEqual(['Better']);
    const impossible: Offer = {
      groups: [],
      options: [
        option('a', { requires: ['b'], excludes: ['b'] }),
        option('b'),
        option('c', { requires: ['gone'] }),
        option('d', { minQuantity: 5, maxQuantity: 3 }),
      ],
    };
    for (const id of ['a', 'c', 'd']) expect(choose(impossible, of('b'), id, 1)).toEqual(of('b'));
  });

  test('changes nothing that it was given', () => {
    const choices = Object.freeze(of('Better'));
    choose(website, choices, 'Best', 1);
    expect(choices).toEqual(of('Better'));
  });

  test(
    'never breaks a rule but that of a required group, whatever is offered and clicked',
    () => {
      const clicks = fc.array(fc.tuple(fc.nat(8), fc.oneof(fc.integer({ min: -1, max: 8 }), fc.double())), {
        maxLength: 10,
      });
      fc.assert(
        fc.property(offer, clicks, (offered, made) => {
          let choices = initialChoices(offered);
          for (const [at, quantity] of [[0, 0] as const, ...made]) {
            const before = choices;
            choices = choose(offered, before, `option-${at}`, quantity);
            const broken = choiceProblem(offered, choices);
            if (broken !== null) expect(broken.rule).toBe('GROUP_MIN');
            if (quantity < 1) expect(choices.some((one) => one.optionId === `option-${at}`)).toBe(false);
          }
          // Everything that the page shows as chosen can be left out again.
          for (const { optionId } of choices) choices = choose(offered, choices, optionId, 0);
          expect(choices).toEqual([]);
        }),
        cases(),
      );
    },
    patience,
  );
});
