import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textCell } from '../../api/src/domain/csv-cell.ts';

test.each([
  ['=cmd()', "'=cmd()"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['\0=1', "'\0=1"],
  ['＝1', "'＝1"],
  ['  =1', "'  =1"],
  ['a;=1', "a;'=1"],
  ['";=1', '";\'=1'],
  ['Silva Dental', 'Silva Dental'],
  ['2026-11-21', '2026-11-21'],
  ['a=b; c-d', 'a=b; c-d'],
  ['', ''],
])('IN-06: %j becomes %j', (text, cell) => {
  expect(textCell(text)).toBe(cell);
});

test('IN-06: no cell begins like a formula, nor does what follows a semicolon', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'=+-@＝＋; \ta1"\n') }), (text) => {
      for (const part of textCell(text).split(';')) expect(part).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠]/);
      expect(textCell(text).replaceAll("'", '')).toBe(text);
    }),
  );
});
