import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../api/src/domain/canonical.ts';
import { aSnapshot } from '../support/builders.ts';
import { cases, patience } from './arbitraries.ts';

describe('canonical JSON', () => {
  test('sorts the names of RFC 8785, section 3.2.3, by UTF-16 code units', () => {
    const sample = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const values = [...canonical(sample).matchAll(/:"([^"]*)"/g)].map((match) => match[1]);
    expect(values).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  test('escapes strings as RFC 8785, section 3.2.2, does', () => {
    expect(canonical('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
    expect(canonical('\b\f\t\u001f\u007f\u2028')).toBe('"\\b\\f\\t\\u001f\u007f\u2028"');
  });

  test('writes literals and nesting without spaces', () => {
    expect(canonical({ z: [null, true, false, 0, -7, {}], a: { c: 1, b: [] } })).toBe(
      '{"a":{"b":[],"c":1},"z":[null,true,false,0,-7,{}]}',
    );
    expect(canonical(-0)).toBe('0');
    expect(canonical(Number.MAX_SAFE_INTEGER)).toBe('9007199254740991');
  });

  test('keeps a name that has a meaning to JavaScript', () => {
    expect(canonical(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}');
  });

  test.each([
    ['a fraction', 1.5],
    ['no number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a number beyond exactness', 2 ** 53],
    ['nothing', undefined],
    ['a member of nothing', { a: undefined }],
    ['a gap in a list', Object.assign([1], { length: 2 })],
    ['a day with a clock', new Date(0)],
    ['a map', new Map()],
    ['bytes', new Uint8Array(1)],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['half a character', '\ud800'],
    ['half a character in a name', { '\udc00': 1 }],
  ])('refuses %s', (_, value) => {
    expect(() => canonical(value)).toThrow(TypeError);
  });

  test(
    'says the same whatever order the members were written in, and can be read back',
    () => {
      const record = fc.dictionary(
        fc.string({ unit: 'grapheme' }),
        fc.oneof(fc.maxSafeInteger(), fc.string({ unit: 'grapheme' }), fc.boolean(), fc.constant(null)),
      );
      fc.assert(
        fc.property(record, (value) => {
          const backwards = Object.fromEntries(Object.entries(value).toReversed());
          expect(canonical(backwards)).toBe(canonical(value));
          expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
        }),
        cases(2_000),
      );
    },
    patience,
  );

  test('writes a whole snapshot, and another one for every change', () => {
    const text = canonical(aSnapshot());
    expect(JSON.parse(text)).toEqual(aSnapshot());
    expect(canonical(aSnapshot({ title: 'Website migration.' }))).not.toBe(text);
  });
});
