import { describe, expect, test } from 'vitest';
import { judge } from '../../api/src/domain/acceptance.ts';
import { canonical } from '../../api/src/domain/canonical.ts';
import { acceptanceEvidence, type SignatureFacts } from '../../api/src/domain/evidence.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { quotePrice } from '../../api/src/domain/pricing.ts';
import { aLine, anApproved, anAttempt, anOption, aSnapshot } from '../support/builders.ts';

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
    expect(record.totals.taxes).toEqual([{ treatment: 'STANDARD', rate: 10_000, net: 340_818, tax: 34_082 }]);
    expect(record.stages.map((stage) => [stage.label, stage.totals.gross])).toEqual([
      ['Deposit', 112_470],
      ['Progress', 149_960],
      ['Final', 112_470],
    ]);
  });

  test('holds quantities, reductions, treatments, what recurs and the files', () => {
    const snapshot = aSnapshot({
      lines: [
        aLine({ discount: { percent: 10_000, amount: null } }),
        aLine({
          id: 'care',
          unitPrice: minor(4_900),
          billing: 'MONTHLY',
          taxTreatment: 'EXEMPT',
          taxRate: 0,
        }),
      ],
      options: [anOption({ maxQuantity: 5, unit: 'forms' })],
      discount: { percent: null, amount: minor(1_000) },
      effectiveDate: localDate('2027-01-01'),
      taxNotes: ['Exempt by law.'],
      attachments: [
        { id: 'a', name: 'plan.pdf', contentType: 'application/pdf', size: 12, hash: 'c3'.repeat(32) },
      ],
      stages: [
        { ...aSnapshot().stages[0]!, percent: null, amount: minor(100_000) },
        { ...aSnapshot().stages[1]!, percent: null, paymentTermsDays: 7 },
      ],
    });
    const choices = [{ optionId: 'option-1', quantity: 3 }];
    const agreed = { ...facts().agreed, choices, price: quotePrice(snapshot, choices) };
    const record = acceptanceEvidence(facts({ snapshot, agreed }));
    expect(record.lines[0]).toMatchObject({ amount: 296_910, discount: { percent: 10_000, amount: null } });
    expect(record.options).toMatchObject([{ quantity: 3, unit: 'forms', amount: 135_000, billing: 'ONCE' }]);
    expect(record).toMatchObject({
      subtotal: 431_910,
      discount: { percent: null, amount: 1_000 },
      discountTotal: 1_000,
      totals: { gross: 430_910 },
      recurring: [{ billing: 'MONTHLY', totals: { gross: 4_900, taxes: [{ treatment: 'EXEMPT' }] } }],
      effectiveDate: '2027-01-01',
      taxNotes: ['Exempt by law.'],
      attachments: [{ name: 'plan.pdf', hash: 'c3'.repeat(32) }],
      stages: [
        { percent: null, amount: 100_000, totals: { gross: 100_000 } },
        { percent: null, amount: null, paymentTermsDays: 7, totals: { gross: 330_910 } },
      ],
    });
    expect(() => canonical(record)).not.toThrow();
  });

  test('holds nothing that rides along', () => {
    const stray = { secret: 'token' };
    const snapshot = aSnapshot();
    const laden = {
      ...snapshot,
      ...stray,
      lines: [{ ...aLine(), ...stray, cost: 1 }],
      options: [{ ...anOption(), ...stray }],
      stages: snapshot.stages.map((stage) => ({ ...stage, ...stray })),
    };
    const text = canonical(acceptanceEvidence(facts({ snapshot: laden })));
    expect(text).toBe(canonical(acceptanceEvidence(facts())));
    expect(text).not.toMatch(/preselected|requires|excludes|maxQuantity|groupId|secret|cost/);
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
