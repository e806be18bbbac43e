import { describe, expect, test } from 'vitest';
import { judge } from '../../api/src/domain/acceptance.ts';
import { canonical } from '../../api/src/domain/canonical.ts';
import { acceptanceEvidence, type SignatureFacts } from '../../api/src/domain/evidence.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { anApproved, anAttempt, anOption, aSnapshot } from '../support/builders.ts';

const facts = (changes: Partial<SignatureFacts> = {}): SignatureFacts => {
  const verdict = judge(anApproved(), anAttempt(), localDate('2026-11-30'));
  if ('failed' in verdict) throw new Error('the sample passes the gate');
  return {
    snapshot: aSnapshot(),
    revisionHash: 'a1'.repeat(32),
    agreed: verdict.agreed,
    signature: { method: 'TYPED', strokes: [] },
    client: { ip: '203.0.113.7', userAgent: 'Browser 1.0' },
    signedAt: '2026-11-21T08:15:30.000Z',
    ...changes,
  };
};

describe('the record of a signature', () => {
  test('holds prices, totals and stages as they were agreed on', () => {
    const record = acceptanceEvidence(facts());
    expect(record.lines.map((line) => [line.unitPrice, line.amount])).toEqual([[329_900, 329_900]]);
    expect(record.options.map((option) => [option.title, option.price])).toEqual([
      ['Booking form integration', 45_000],
    ]);
    expect(record.totals.gross).toBe(374_900);
    expect(record.stages.map((stage) => [stage.label, stage.totals.gross])).toEqual([
      ['Deposit', 112_470],
      ['Progress', 149_960],
      ['Final', 112_470],
    ]);
  });

  test('holds who signed, how, when, from where, and what the person agreed to', () => {
    expect(acceptanceEvidence(facts())).toMatchObject({
      format: 1,
      quote: 'QT-SILVADENTAL-0001-1',
      revisionHash: 'a1'.repeat(32),
      signer: { name: 'Ana Silva', email: 'Ana@silva.example' },
      method: 'TYPED',
      strokes: [],
      ip: '203.0.113.7',
      userAgent: 'Browser 1.0',
      signedAt: '2026-11-21T08:15:30.000Z',
      timeZone: 'Australia/Sydney',
      consent: aSnapshot().consent,
      terms: aSnapshot().terms,
    });
  });

  test('holds the strokes of a drawn name', () => {
    const signature = { method: 'DRAWN' as const, strokes: [[0, 0, 10, 10]] };
    expect(acceptanceEvidence(facts({ signature })).strokes).toEqual([[0, 0, 10, 10]]);
  });

  test('leaves out options that were not chosen', () => {
    const snapshot = aSnapshot({ options: [anOption({ id: 'other' }), anOption()] });
    expect(acceptanceEvidence(facts({ snapshot })).options.map((option) => option.id)).toEqual(['option-1']);
  });

  test('has a canonical text that every change shows in', () => {
    const text = canonical(acceptanceEvidence(facts()));
    expect(canonical(acceptanceEvidence(facts()))).toBe(text);
    const changed = [
      facts({ signedAt: '2026-11-21T08:15:30.001Z' }),
      facts({ client: { ip: '203.0.113.8', userAgent: 'Browser 1.0' } }),
      facts({ snapshot: aSnapshot({ consent: 'I accept.' }) }),
      facts({ revisionHash: 'b2'.repeat(32) }),
    ];
    expect(new Set([text, ...changed.map((one) => canonical(acceptanceEvidence(one)))]).size).toBe(5);
  });
});
