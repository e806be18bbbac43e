import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOneSlip, mentionOf, serialsIn } from '../../api/src/domain/bank/reference.ts';
import { cases } from './arbitraries.ts';

describe('a number in the words of a payer', () => {
  test.each([
    'INV-2026-0042',
    'inv 2026 0042',
    'Invoice INV20260042, thanks',
    'RechnungINV-2026-0042',
    'INV/2026/0042 1000',
    'inv - 2026 - 0042',
  ])('%s names it exactly', (words) => {
    expect(mentionOf(words, 'INV-2026-0042')).toBe('EXACT');
  });

  test.each([
    '2026-0042',
    'INV-2026-42',
    'invoice 42',
    'Rechnung Nr. 42',
    '0042',
    'INV-2026-0024',
    'INV-2026-0043',
    'INV-2026-042',
    'INB-2026-0042',
    'INV-2026-00421',
    '2026 42',
    '#42',
  ])('%s names it nearly', (words) => {
    expect(mentionOf(words, 'INV-2026-0042')).toBe('CLOSE');
  });

  test.each(['42', 'thanks', '', 'INV-2025-0013', '1042.00', 'invoice 421', 'your 20260042000 order'])(
    '%s does not name it',
    (words) => {
      expect(mentionOf(words, 'INV-2026-0042')).toBeNull();
    },
  );

  test('one slip is one character wrong, missing, too much, or two exchanged', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-d0-3]{4,10}$/),
        fc.nat(9),
        fc.constantFrom('a', 'x', '0'),
        (key, at, other) => {
          const place = at % key.length;
          const [before, after] = [key.slice(0, place), key.slice(place + 1)];
          expect(isOneSlip(before + after, key)).toBe(true);
          expect(isOneSlip(before + other + after, key)).toBe(true);
          expect(isOneSlip(before + other + key.slice(place), key)).toBe(true);
          expect(isOneSlip(`${before}xy${after}z`, key)).toBe(false);
        },
      ),
      cases(2000),
    );
    expect(isOneSlip('2024', '2042')).toBe(true);
  });

  test('what could be a serial number is found, and no more than twenty', () => {
    expect(serialsIn('INV-2026-0042')).toEqual([2026, 42]);
    expect(serialsIn('INV20260042')).toEqual([42]);
    expect(serialsIn('ref 000000 99999999999')).toEqual([]);
    expect(serialsIn('1 '.repeat(500))).toEqual([1]);
    expect(serialsIn(Array.from({ length: 99 }, (_, n) => n + 1).join(' '))).toHaveLength(20);
  });
});
