import { describe, expect, test } from 'vitest';
import { isSignature } from '../../api/src/domain/signature.ts';

const drawn = (...strokes: number[][]) => isSignature({ method: 'DRAWN', strokes });
const line = [0, 0, 1000, 400];

describe('a drawn signature', () => {
  test('is one line or more, dots beside it allowed', () => {
    expect(drawn(line)).toBe(true);
    expect(drawn(line, [500, 200])).toBe(true);
  });

  test.each([
    ['nothing', []],
    ['an empty stroke', [[]]],
    ['a dot', [[500, 200]]],
    [
      'dots',
      [
        [500, 200],
        [600, 200],
      ],
    ],
    ['a point said twice', [[500, 200, 500, 200]]],
    ['half a point', [[0, 0, 10, 10, 20]]],
    ['an empty stroke beside a line', [line, []]],
    ['x beyond the field', [[0, 0, 1001, 0]]],
    ['y beyond the field', [[0, 0, 0, 401]]],
    ['something left of the field', [[-1, 0, 10, 10]]],
    ['a fraction', [[0.5, 0, 10, 10]]],
    ['no number', [[Number.NaN, 0, 10, 10]]],
  ])('is not %s', (_, strokes) => {
    expect(drawn(...strokes)).toBe(false);
  });

  test('has at most 200 strokes and 20,000 numbers', () => {
    expect(drawn(...Array.from({ length: 200 }, () => line))).toBe(true);
    expect(drawn(...Array.from({ length: 201 }, () => line))).toBe(false);
    const long = Array.from({ length: 20_000 }, (_, k) => k % 400);
    expect(drawn(long)).toBe(true);
    expect(drawn([...long, 1, 1])).toBe(false);
  });
});

test('a typed signature has no strokes', () => {
  expect(isSignature({ method: 'TYPED', strokes: [] })).toBe(true);
  expect(isSignature({ method: 'TYPED', strokes: [line] })).toBe(false);
});
