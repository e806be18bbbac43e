import { expect, test } from 'vitest';
import { numberSearch } from '../../api/src/domain/invoice-list.ts';

test.each([
  ['INV-2026-0042', 42, '2026'],
  [' inv-2026-42 ', 42, '2026'],
  ['2026-0042', 42, '2026'],
  ['42', 42, null],
  ['INV-42', 42, null],
  ['2026', 2026, null],
  ['INV-2026', null, '2026'],
  ['INV-2026-', null, '2026'],
  ['0', null, null],
  ['9'.repeat(10), null, null],
  ['INV-0000', null, null],
  ['Silva 42', null, null],
  ['', null, null],
])('%j is the number %j of the year %j', (text, serial, year) => {
  expect(numberSearch(text)).toEqual({ serial, year });
});
