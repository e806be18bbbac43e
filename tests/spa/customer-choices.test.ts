import { choose, initialChoices, type Offer } from '@countersign/api/domain/options';
import { describe, expect, it } from 'vitest';
import {
  askWords,
  bondWords,
  nearestQuantity,
  typedQuantity,
} from '../../customer-spa/src/features/quote/choice-words.ts';
import { chosenOf } from '../../customer-spa/src/features/quote/chosen.ts';
import { ruleNotes } from '../../customer-spa/src/features/quote/rule-notes.ts';

const option = (id: string, changes: Partial<Offer['options'][number]> = {}): Offer['options'][number] => ({
  id,
  title: id,
  groupId: null,
  minQuantity: 1,
  maxQuantity: 1,
  requires: [],
  excludes: [],
  preselected: false,
  ...changes,
});
const group = (id: string, min: number, max: number) => ({ id, title: id, description: '', min, max });
const offer: Offer = {
  groups: [group('Plan', 1, 1), group('Extras', 0, 2)],
  options: [
    option('Small', { groupId: 'Plan' }),
    option('Large', { groupId: 'Plan', excludes: ['Diary'] }),
    option('Diary', { requires: ['Hosting'] }),
    option('Hosting'),
    option('Seats', { minQuantity: 2, maxQuantity: 25, preselected: true }),
    option('Photos', { groupId: 'Extras' }),
    option('Film', { groupId: 'Extras' }),
    option('Music', { groupId: 'Extras' }),
  ],
};

/** The words after each press, from the choice that the page starts with. */
function pressed(...steps: readonly [id: string, quantity: number][]): string[] {
  let choices = initialChoices(offer);
  let notes: string[] = [];
  for (const [optionId, quantity] of steps) {
    const next = choose(offer, choices, optionId, quantity);
    notes = ruleNotes(offer, choices, next, { optionId, quantity });
    choices = next;
  }
  return notes;
}

describe('what choosing says', () => {
  it('nothing while it does what was pressed and no more', () => {
    expect(pressed(['Photos', 1])).toEqual([]);
    expect(pressed(['Seats', 5])).toEqual([]);
    expect(pressed(['Photos', 1], ['Photos', 0])).toEqual([]);
  });

  it('nothing when another one of a kind is picked: everybody expects the first to go', () => {
    expect(pressed(['Small', 1], ['Large', 1])).toEqual([]);
  });

  it('what was added, and for what', () => {
    expect(pressed(['Diary', 1])).toEqual(['“Hosting” was added, because “Diary” needs it.']);
  });

  it('what was taken out, and why', () => {
    expect(pressed(['Diary', 1], ['Large', 1])).toEqual([
      '“Diary” was taken out, because it does not go together with “Large”.',
    ]);
    expect(pressed(['Diary', 1], ['Hosting', 0])).toEqual([
      '“Diary” was taken out, because it needs what is no longer chosen.',
    ]);
  });

  it('why nothing happened, and what to do', () => {
    expect(pressed(['Photos', 1], ['Film', 1], ['Music', 1])).toEqual([
      '“Music” was not added: 2 of “Extras” are chosen already. Take one out first.',
    ]);
  });
});

describe('the choices that were kept', () => {
  const seats = { optionId: 'Seats', quantity: 2 };

  it('are those of the offer while nobody has chosen, and none when all were taken out', () => {
    expect(chosenOf(offer, '')).toEqual([seats]);
    expect(chosenOf(offer, '[]')).toEqual([]);
  });

  it('come back as they were', () => {
    const chosen = [
      { optionId: 'Small', quantity: 1 },
      { ...seats, quantity: 7 },
    ];
    expect(chosenOf(offer, JSON.stringify(chosen))).toEqual(chosen);
  });

  it('lose what a newer version does not offer, and come into its range', () => {
    const kept = [
      { optionId: 'Gone', quantity: 1 },
      { optionId: 'Seats', quantity: 99 },
    ];
    expect(chosenOf(offer, JSON.stringify(kept))).toEqual([{ optionId: 'Seats', quantity: 25 }]);
  });

  it.each(['{', 'null', '{"a":1}'])('start anew when they cannot be read: %s', (kept) => {
    expect(chosenOf(offer, kept)).toEqual([seats]);
  });

  it('leave out what is no choice', () => {
    expect(chosenOf(offer, '[1, null, {"optionId":"Seats","quantity":1.5}]')).toEqual([]);
  });
});

describe('the words of options', () => {
  it.each([
    [1, 1, 3, 'Please choose one.'],
    [2, 2, 3, 'Please choose 2.'],
    [0, 1, 3, 'Choose up to 1, or none.'],
    [0, 2, 3, 'Choose up to 2, or none.'],
    [0, 3, 3, 'Choose as many as you like.'],
    [1, 3, 3, 'Please choose at least 1.'],
    [1, 2, 3, 'Please choose 1 to 2.'],
    [1, 9, 3, 'Please choose at least 1.'],
  ])('at least %i and at most %i of %i: %s', (min, max, members, words) => {
    expect(askWords({ min, max }, members)).toBe(words);
  });

  it('say before what goes with what, from both sides', () => {
    expect(bondWords(offer, 'Diary')).toBe('Needs “Hosting”. Not together with “Large”.');
    expect(bondWords(offer, 'Large')).toBe('Not together with “Diary”.');
    expect(bondWords(offer, 'Hosting')).toBe('');
  });
});

describe('a typed quantity', () => {
  const range = { min: 2, max: 25 };

  it.each([
    ['2', 2],
    [' 25 ', 25],
    ['1', null],
    ['26', null],
    ['', null],
    ['2.5', null],
    ['-3', null],
  ])('«%s» is taken as %s while it is typed', (text, quantity) => {
    expect(typedQuantity(text, range)).toBe(quantity);
  });

  it.each([
    ['1', 2],
    ['99', 25],
    ['12', 12],
    ['', 7],
    ['many', 7],
  ])('«%s» becomes %i when the field is left', (text, quantity) => {
    expect(nearestQuantity(text, range, 7)).toBe(quantity);
  });
});
