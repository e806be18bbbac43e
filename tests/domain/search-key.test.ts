import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchKey } from '../../api/src/domain/search-key.ts';
import { cases, patience } from './arbitraries.ts';

describe('text as it is searched', () => {
  test.each([
    ['  Corner\t Café ', 'corner cafe'],
    ['ÉTABLISSEMENTS', 'etablissements'],
    ['Weiß & Söhne', 'weiss & sohne'],
    ['WEISS', 'weiss'],
    ['Łódź', 'lodz'],
    ['Søren Ærø', 'soren aero'],
    ['İstanbul Işık', 'istanbul isik'],
    ['ﬁnance ＡＢＣ１２', 'finance abc12'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['Йога Ёлка', 'иога елка'],
    ['株式会社ガーデン', '株式会社ガーデン'.normalize('NFKD')],
    ['', ''],
  ])('%j is %j', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  test(
    'folded again it is the same, however its accents were written',
    () => {
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme' }), (text) => {
          expect(searchKey(searchKey(text))).toBe(searchKey(text));
          expect(searchKey(text.normalize('NFD'))).toBe(searchKey(text.normalize('NFC')));
        }),
        cases(),
      );
    },
    patience,
  );

  test(
    'a part of a word is found in it, in capitals or not',
    () => {
      const letter = fc.constantFrom(...'aAéÉöÖßçÇłŁøØñÑ žŽ1');
      fc.assert(
        fc.property(fc.string({ unit: letter }), fc.string({ unit: letter }), (before, part) => {
          expect(searchKey(`${before}x${part}`)).toContain(searchKey(part));
          expect(searchKey(`x${part}`.toUpperCase())).toBe(searchKey(`x${part}`));
        }),
        cases(),
      );
    },
    patience,
  );
});
