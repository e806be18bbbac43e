import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprints } from '../../api/src/domain/bank/fingerprint.ts';
import type { StatementLine } from '../../api/src/domain/bank/statement.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { cases } from './arbitraries.ts';

const aLine = (changes: Partial<StatementLine> = {}): StatementLine => ({
  row: 2,
  bookedOn: localDate('2026-11-24'),
  amount: minor(1200),
  currency: 'EUR',
  name: 'Silva Dental',
  reference: 'INV-2026-0001',
  text: '',
  bankId: null,
  account: 'DE89370400440532013000',
  ...changes,
});
const one = (changes: Partial<StatementLine> = {}): string => fingerprints([aLine(changes)])[0] ?? '';

/** Few values, so that equal lines are common. */
const line = fc
  .record({
    day: fc.constantFrom('2026-11-23', '2026-11-24'),
    amount: fc.integer({ min: 1, max: 2 }),
    name: fc.constantFrom('Ana', 'Bo'),
    bankId: fc.constantFrom(null, null, 'X1'),
  })
  .map(({ day, amount, ...rest }) => aLine({ ...rest, bookedOn: localDate(day), amount: minor(amount) }));

describe('the same line', () => {
  test('is known again wherever it stands in the file, and in another spelling', () => {
    expect(one({ row: 99, name: 'SILVA  dental', account: 'de89 3704 0044 0532 0130 00' })).toBe(one());
  });

  test('is known by the id of the bank in another format, which says other words', () => {
    const camt = one({ bankId: 'A-1', name: 'Silva', text: 'SEPA' });
    expect(one({ bankId: 'A-1', name: '', reference: 'other', account: '532013000' })).toBe(camt);
  });

  test.each([
    [{ bankId: 'A-2' }],
    [{ bankId: 'A-1', amount: minor(1) }],
    [{ bankId: 'A-1', bookedOn: localDate('2026-11-25') }],
    [{ bankId: 'A-1', account: '999999' }],
    [{ bankId: 'A-1', currency: 'USD' }],
  ])('is another one with %j', (changes) => {
    expect(one(changes)).not.toBe(one({ bankId: 'A-1' }));
  });

  test.each([[{ name: 'Mori' }], [{ reference: '' }], [{ text: 'x' }], [{ amount: minor(-1200) }]])(
    'without an id is another one with %j',
    (changes) => {
      expect(one(changes)).not.toBe(one());
    },
  );

  test('in one file, every line counts, equal ones too', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        expect(new Set(fingerprints(lines)).size).toBe(lines.length);
      }),
      cases(2000),
    );
  });

  test('of files that overlap by whole days, each line is kept once, in whatever order they come', () => {
    const file = fc.array(line, { maxLength: 20 });
    fc.assert(
      fc.property(file, fc.integer({ min: 0, max: 2 }), (all, cut) => {
        const days = ['2026-11-23', '2026-11-24'];
        const first = all.filter(({ bookedOn }) => days.slice(0, cut).includes(bookedOn));
        const kept = new Set([...fingerprints(first), ...fingerprints(all)]);
        expect(kept.size).toBe(all.length);
        expect(new Set([...fingerprints(all), ...fingerprints(all.toReversed())]).size).toBe(all.length);
      }),
      cases(2000),
    );
  });
});
