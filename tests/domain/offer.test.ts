import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  choiceProblem,
  initialChoices,
  type Offer,
  offerProblem,
  type OfferedOption,
} from '../../api/src/domain/options.ts';
import { aGroup, anOption } from '../support/builders.ts';
import { cases, offer, patience } from './arbitraries.ts';

const option = (id: string, changes: Partial<OfferedOption> = {}): OfferedOption =>
  anOption({ id, title: id, ...changes });

const offered = (options: OfferedOption[], groups: Offer['groups'] = []): Offer => ({ groups, options });
const member = (id: string, changes: Partial<OfferedOption> = {}) =>
  option(id, { groupId: 'group-1', ...changes });

describe('an offer', () => {
  test('is fine without any rules, and with rules that can be kept', () => {
    expect(offerProblem(offered([]))).toBeNull();
    expect(offerProblem(offered([option('a'), option('b')]))).toBeNull();
    expect(
      offerProblem(
        offered(
          [
            member('a', { preselected: true }),
            member('b', { excludes: ['c'] }),
            option('c', { requires: ['a'], preselected: true }),
          ],
          [aGroup()],
        ),
      ),
    ).toBeNull();
  });

  test('may start unfinished: a person chooses', () => {
    expect(offerProblem(offered([member('a'), member('b')], [aGroup({ min: 2, max: 2 })]))).toBeNull();
  });

  test.each([
    ['a group twice', offered([member('a')], [aGroup(), aGroup()]), 'groups.1.id', /same id/],
    ['an empty group', offered([], [aGroup()]), 'groups.0.title', /no options yet/],
    ['a negative least', offered([member('a')], [aGroup({ min: -1 })]), 'groups.0.min', /0 or more/],
    ['half a least', offered([member('a')], [aGroup({ min: 0.5 })]), 'groups.0.min', /0 or more/],
    ['a most of 0', offered([member('a')], [aGroup({ min: 0, max: 0 })]), 'groups.0.max', /1 or more/],
    [
      'a least above the most',
      offered([member('a')], [aGroup({ min: 2 })]),
      'groups.0.max',
      /more options than/,
    ],
    ['more than it has', offered([member('a')], [aGroup({ min: 2, max: 2 })]), 'groups.0.min', /has only 1/],
    ['an option twice', offered([option('a'), option('a')]), 'options.1.id', /same id/],
    ['an unknown group', offered([member('a')]), 'options.0.groupId', /group that this quote does not/],
    ['a least of 0', offered([option('a', { minQuantity: 0 })]), 'options.0.minQuantity', /1 or more/],
    [
      'a most below it',
      offered([option('a', { minQuantity: 3, maxQuantity: 2 })]),
      'options.0.maxQuantity',
      /from 3 to/,
    ],
    [
      'a most of 10,001',
      offered([option('a', { maxQuantity: 10_001 })]),
      'options.0.maxQuantity',
      /to 10000/,
    ],
    ['an unknown need', offered([option('a', { requires: ['x'] })]), 'options.0.requires', /needs an option/],
    [
      'an unknown rival',
      offered([option('a', { excludes: ['x'] })]),
      'options.0.excludes',
      /goes without an/,
    ],
    [
      'a need of itself',
      offered([option('a', { requires: ['a'] })]),
      'options.0.requires',
      /cannot need itself/,
    ],
    [
      'a rival of itself',
      offered([option('a', { excludes: ['a'] })]),
      'options.0.excludes',
      /cannot go without itself/,
    ],
    [
      'a need that it excludes',
      offered([
        option('a', { requires: ['b'] }),
        option('b', { requires: ['c'] }),
        option('c', { excludes: ['a'] }),
      ]),
      'options.0.requires',
      /“a” can never be chosen/,
    ],
    [
      'a need for two of a choice of one',
      offered([option('x', { requires: ['a', 'b'] }), member('a'), member('b')], [aGroup({ min: 0 })]),
      'options.0.requires',
      /“x” can never be chosen/,
    ],
    [
      'a preselection of rivals',
      offered([option('a', { preselected: true }), option('b', { preselected: true, excludes: ['a'] })]),
      'options.0.preselected',
      /starts with do not go together. “a” does not go together with “b”/,
    ],
    [
      'a preselection without its need',
      offered([option('b'), option('a', { preselected: true, requires: ['b'] })]),
      'options.1.preselected',
      /“a” goes only together with “b”/,
    ],
    [
      'a preselection of two of a choice of one',
      offered(
        [option('x'), member('a', { preselected: true }), member('b', { preselected: true })],
        [aGroup()],
      ),
      'options.1.preselected',
      /only one of “Hosting”/,
    ],
    [
      'required groups that exclude each other',
      offered(
        [
          member('a', { excludes: ['c', 'd'] }),
          member('b', { excludes: ['c', 'd'] }),
          option('c', { groupId: 'g' }),
          option('d', { groupId: 'g' }),
        ],
        [aGroup(), aGroup({ id: 'g' })],
      ),
      'groups',
      /No choice keeps all the rules/,
    ],
  ])('is refused with %s', (_, of, field, message) => {
    expect(offerProblem(of)).toMatchObject({ field, message: expect.stringMatching(message) as string });
  });

  test('with tangled rules is answered soon, whatever the answer', () => {
    const two = (id: string) => aGroup({ id, min: 2, max: 2 });
    const members = (g: string, excludes: string[] = []) =>
      Array.from({ length: 5 }, (_, k) => option(`${g}-${k}`, { groupId: g, excludes }));
    // Nineteen groups whose every member excludes all five of the twentieth.
    const names = Array.from({ length: 19 }, (_, g) => `g${g}`);
    const hopeless = offered(
      [
        ...names.flatMap((name) =>
          members(
            name,
            members('last').map((one) => one.id),
          ),
        ),
        ...members('last'),
      ],
      [...names, 'last'].map(two),
    );
    // Seven groups that can only be filled with seven different colours, of which there are six.
    const colours = Array.from({ length: 7 }, (_, g) =>
      Array.from({ length: 6 }, (_unused, k) =>
        option(`${g}-${k}`, {
          groupId: `g${g}`,
          excludes: Array.from({ length: g }, (_nothing, earlier) => `${earlier}-${k}`),
        }),
      ),
    ).flat();
    const pigeons = offered(
      colours,
      Array.from({ length: 7 }, (_, g) => aGroup({ id: `g${g}` })),
    );
    for (const [of, message] of [
      [hopeless, /No choice/],
      [pigeons, /No choice|too tangled/],
    ] as const) {
      const started = performance.now();
      expect(offerProblem(of)?.message).toMatch(message);
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });

  /** By trying every set of options. */
  const isSatisfiable = (of: Offer): boolean =>
    Array.from({ length: 2 ** of.options.length }, (_, set) =>
      of.options.filter((_option, k) => (set >> k) % 2 === 1),
    ).some(
      (chosen) =>
        choiceProblem(
          of,
          chosen.map(({ id, minQuantity }) => ({ optionId: id, quantity: minQuantity })),
        ) === null,
    );

  test(
    'that is approved starts with what goes together, and can be signed by some choice',
    () => {
      let approved = 0;
      let hopeless = 0;
      fc.assert(
        fc.property(offer, (of) => {
          const problem = offerProblem(of);
          if (problem === null) {
            approved += 1;
            expect(isSatisfiable(of)).toBe(true);
            expect(initialChoices(of).map((choice) => choice.optionId)).toEqual(
              of.options.filter((one) => one.preselected).map((one) => one.id),
            );
          } else if (problem.field === 'groups') {
            hopeless += 1;
            expect(isSatisfiable(of)).toBe(false);
          }
        }),
        cases(5_000),
      );
      expect(approved).toBeGreaterThan(0);
      expect(hopeless).toBeGreaterThan(0);
    },
    patience,
  );
});
