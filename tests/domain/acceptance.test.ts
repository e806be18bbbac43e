import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Approved, type Attempt, judge, needsStaff } from '../../api/src/domain/acceptance.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { type Choice, quotePrice } from '../../api/src/domain/pricing.ts';
import { aLine, anApproved, anAttempt, anOption, aSnapshot } from '../support/builders.ts';
import { cases, patience } from './arbitraries.ts';

const lastDay = localDate('2026-11-30');
const dayAfter = localDate('2026-12-01');

const monthly = { billing: 'MONTHLY' as const, total: 4_900 };

const failures = (attempt: Partial<Attempt> = {}, approved: Partial<Approved> = {}, today = lastDay) => {
  const verdict = judge(anApproved(approved), anAttempt(attempt), today);
  return 'failed' in verdict ? verdict.failed : [];
};

/** Each of the options once. */
const once = (...ids: string[]): Choice[] => ids.map((optionId) => ({ optionId, quantity: 1 }));

const codes = (...from: Parameters<typeof failures>) => failures(...from).map((check) => check.refusal.code);

describe('a signature that passes', () => {
  test('says what was agreed on, at the approved price', () => {
    const verdict = judge(
      anApproved(),
      anAttempt({ name: ' Ana Si\u0301lva ', email: ' Ana@SILVA.example' }),
      lastDay,
    );
    expect(verdict).toEqual({
      agreed: {
        name: 'Ana S\u00edlva',
        email: 'Ana@silva.example',
        choices: once('option-1'),
        price: quotePrice(aSnapshot(), once('option-1')),
      },
    });
  });

  test('keeps the choices in the order of the quote, with how many', () => {
    const options = ['a', 'b', 'c'].map((id) => anOption({ id, maxQuantity: 5 }));
    const choices = [{ optionId: 'c', quantity: 3 }, ...once('a')];
    const attempt = anAttempt({ choices, expectedTotal: 329_900 + 4 * 45_000 });
    const verdict = judge(anApproved({ snapshot: aSnapshot({ options }) }), attempt, lastDay);
    expect('agreed' in verdict && verdict.agreed.choices).toEqual([
      ...once('a'),
      { optionId: 'c', quantity: 3 },
    ]);
  });

  test('agrees on what recurs beside what is charged once', () => {
    const snapshot = aSnapshot({
      lines: [aLine(), aLine({ id: 'care', unitPrice: minor(4_900), billing: 'MONTHLY' })],
      options: [anOption({ billing: 'YEARLY' })],
    });
    const expectedRecurring = [
      { billing: 'YEARLY' as const, total: 45_000 },
      { billing: 'MONTHLY' as const, total: 4_900 },
    ];
    const attempt = anAttempt({ expectedTotal: 329_900, expectedRecurring });
    const verdict = judge(anApproved({ snapshot }), attempt, lastDay);
    expect(
      'agreed' in verdict && verdict.agreed.price.recurring.map((part) => [part.billing, part.totals.gross]),
    ).toEqual([
      ['MONTHLY', 4_900],
      ['YEARLY', 45_000],
    ]);
  });

  test('changes nothing that it was given', () => {
    const approved = anApproved();
    const attempt = anAttempt();
    judge(approved, attempt, lastDay);
    expect([approved, attempt]).toEqual([anApproved(), anAttempt()]);
  });
});

describe('a signature is refused', () => {
  test.each([
    ['on a quote that is signed', {}, { status: 'ACCEPTED' }, 'QUOTE_ALREADY_ACCEPTED'],
    ['on a quote that is withdrawn', {}, { status: 'CANCELED' }, 'QUOTE_NOT_OPEN'],
    ['on a draft', {}, { status: 'DRAFT' }, 'QUOTE_NOT_OPEN'],
    ['before its approval', {}, { status: 'AWAITING_APPROVAL' }, 'QUOTE_NOT_OPEN'],
    ['on a quote that was declined', {}, { status: 'CANCELED', cancelReason: 'DECLINED' }, 'QUOTE_NOT_OPEN'],
    [
      'on a quote that has a newer version: TT-04',
      {},
      { status: 'CANCELED', cancelReason: 'SUPERSEDED' },
      'REVISION_SUPERSEDED',
    ],
    ['when the snapshot lost its seal', {}, { computedHash: 'b2'.repeat(32) }, 'SNAPSHOT_DAMAGED'],
    ['for another revision: TT-04', { revisionHash: 'b2'.repeat(32) }, {}, 'REVISION_SUPERSEDED'],
    ['for a revision in capitals', { revisionHash: 'A1'.repeat(32) }, {}, 'REVISION_SUPERSEDED'],
    ['from another address', { email: 'ana@silva.example' }, {}, 'EMAIL_MISMATCH'],
    ['with no option but its total', { choices: [] }, {}, 'TOTAL_MISMATCH'],
    ['without a name', { name: '\u200b' }, {}, 'NAME_INVALID'],
    ['with an empty drawing', { signature: { method: 'DRAWN', strokes: [] } }, {}, 'SIGNATURE_INVALID'],
    ['without agreeing to the terms', { agreesToTerms: false }, {}, 'TERMS_NOT_AGREED'],
  ] as const)('%s', (_, attempt, approved, code) => {
    expect(codes(attempt, approved)).toEqual([code]);
  });

  test('after the last valid day, and not on it', () => {
    expect(codes({}, {}, lastDay)).toEqual([]);
    expect(codes({}, {}, dayAfter)).toEqual(['QUOTE_EXPIRED']);
    expect(failures({}, {}, dayAfter)[0]?.refusal.message).toBe(
      'This quote was valid until 30 November 2026. Please contact us and we can send you a fresh one.',
    );
  });

  test('as expired once the calendar has ended the quote', () => {
    expect(codes({}, { status: 'CANCELED' }, dayAfter)).toEqual(['QUOTE_EXPIRED', 'QUOTE_NOT_OPEN']);
  });

  test('with the newer version first, whatever else is over', () => {
    const superseded = { status: 'CANCELED', cancelReason: 'SUPERSEDED' } as const;
    expect(codes({}, superseded, dayAfter)).toEqual(['REVISION_SUPERSEDED', 'QUOTE_EXPIRED']);
    expect(failures({}, superseded)[0]?.refusal.message).toMatch(/newer version .* Please open it/);
  });

  test.each([
    1,
    0,
    -1,
    374_901,
    374_899,
    329_900,
    3e5,
    374_900.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
  ])('with the total %d: TT-01', (expectedTotal) => {
    expect(codes({ expectedTotal })).toEqual(['TOTAL_MISMATCH']);
  });

  test('with every check that fails, most important first', () => {
    const wrong = {
      revisionHash: '',
      choices: once('option-9'),
      expectedTotal: 1,
      name: '',
      email: 'v@evil.test',
      agreesToTerms: false,
      signature: { method: 'DRAWN' as const, strokes: [] },
    };
    expect(codes(wrong, { status: 'ACCEPTED' }, dayAfter)).toEqual([
      'QUOTE_ALREADY_ACCEPTED',
      'QUOTE_EXPIRED',
      'REVISION_SUPERSEDED',
      'EMAIL_MISMATCH',
      'OPTION_UNKNOWN',
      'NAME_INVALID',
      'SIGNATURE_INVALID',
      'TERMS_NOT_AGREED',
    ]);
  });

  test('without a look at the prices of a damaged snapshot', () => {
    const snapshot = aSnapshot({ lines: [{ ...aSnapshot().lines[0]!, quantity: 0.5 }] });
    expect(codes({}, { snapshot, computedHash: 'b2'.repeat(32) })).toEqual(['SNAPSHOT_DAMAGED']);
    expect(codes({ choices: once('x') }, { snapshot: null })).toEqual(['SNAPSHOT_DAMAGED']);
  });
});

describe('a failed check', () => {
  test('shows staff what was sent beside what was approved', () => {
    const [check] = failures({ expectedTotal: 100 });
    expect([check?.label, check?.sent, check?.approved]).toEqual(['Total', '$1.00', '$3,749.00']);
  });

  test('does not tell the customer which address is the right one', () => {
    const [check] = failures({ email: 'v@evil.test' });
    expect(check?.approved).toBe('Ana@silva.example');
    expect(JSON.stringify(check?.refusal)).not.toMatch(/ana|silva|evil/i);
  });

  test('keeps hostile text short and harmless', () => {
    const [check] = failures({ email: `x\r\n\u0000\ud800${'y'.repeat(100_000)}` });
    expect(check?.sent).toHaveLength(201);
    expect(check?.sent).not.toMatch(/[\p{Cc}\p{Cs}]/u);
  });

  test('says what to do in a sentence, with the field where there is one', () => {
    for (const check of failures(
      { revisionHash: '', email: '', choices: once('x'), name: '' },
      {},
      dayAfter,
    )) {
      expect(check.refusal.message).toMatch(/please/i);
      expect(check.refusal.message).not.toMatch(/invalid|error|hash|snapshot|revision|null/i);
    }
    expect(failures({ name: '' })[0]?.refusal.field).toBe('name');
  });
});

describe('a person has to look', () => {
  test('unless only the form was filled in wrongly', () => {
    const slips = { name: '', agreesToTerms: false, signature: { method: 'DRAWN' as const, strokes: [] } };
    expect(needsStaff(failures(slips))).toBe(false);
    expect(needsStaff(failures({ ...slips, expectedTotal: 1 }))).toBe(true);
    expect(needsStaff(failures({}, {}, dayAfter))).toBe(true);
    expect(needsStaff([])).toBe(false);
  });
});

describe('no attempt at all', () => {
  test(
    'gets through the gate at another price than the approved one',
    () => {
      const attempt = fc.record({
        revisionHash: fc.constantFrom('a1'.repeat(32), 'b2'.repeat(32)),
        choices: fc.array(
          fc.record({
            optionId: fc.constantFrom('option-1', 'option-2', 'option-3', 'x'),
            quantity: fc.oneof(fc.constantFrom(1, 2), fc.double()),
          }),
          { maxLength: 4 },
        ),
        expectedTotal: fc.oneof(
          fc.constantFrom(329_900, 374_900, 659_800, 704_800, 989_700, 1_034_700),
          fc.double(),
        ),
        expectedRecurring: fc.constantFrom([], [], [monthly]),
        name: fc.oneof(fc.constantFrom('Ana', ''), fc.string({ unit: 'binary' })),
        email: fc.constantFrom('Ana@silva.example', 'Ana@Silva.Example ', 'v@evil.test'),
        agreesToTerms: fc.boolean(),
        signature: fc.record({
          method: fc.constantFrom('TYPED' as const, 'DRAWN' as const),
          strokes: fc.array(fc.array(fc.integer({ min: -1, max: 1001 }), { maxLength: 6 }), { maxLength: 2 }),
        }),
      });
      const snapshot = aSnapshot({
        options: [anOption(), anOption({ id: 'option-2', price: minor(329_900), maxQuantity: 2 })],
      });
      let passed = 0;
      fc.assert(
        fc.property(attempt, (sent) => {
          const verdict = judge(anApproved({ snapshot }), sent, lastDay);
          if ('failed' in verdict) {
            expect(verdict.failed).not.toHaveLength(0);
            return;
          }
          passed += 1;
          expect(verdict.agreed.price.totals.gross).toBe(sent.expectedTotal);
          expect(verdict.agreed.price).toEqual(quotePrice(snapshot, sent.choices));
          expect(sent.agreesToTerms).toBe(true);
        }),
        cases(20_000),
      );
      expect(passed).toBeGreaterThan(0);
    },
    patience,
  );
});
