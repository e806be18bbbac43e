import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import {
  afterFact,
  claimProblem,
  manualPaymentProblem,
  paymentStatuses,
  paymentTransitions,
  type PaymentStatus,
} from '../../api/src/domain/payment.ts';
import { cases, patience } from './arbitraries.ts';

const outcomes = ['PAID', 'PENDING', 'FAILED', 'EXPIRED', 'OPEN'] as const;

describe('the life of a payment', () => {
  test('reaches every status by card or by claim', () => {
    const reached = new Set<PaymentStatus>(['STARTED', 'CLAIMED']);
    for (const status of reached) for (const next of paymentTransitions[status]) reached.add(next);
    expect([...reached].toSorted()).toEqual([...paymentStatuses].toSorted());
  });

  test('ends with the money or with a rejected claim', () => {
    expect(paymentStatuses.filter((status) => paymentTransitions[status].length === 0)).toEqual([
      'CONFIRMED',
      'REJECTED',
    ]);
  });

  test.each([
    ['STARTED', 'PAID', 'CONFIRMED'],
    ['STARTED', 'PENDING', 'PENDING'],
    ['STARTED', 'EXPIRED', 'EXPIRED'],
    ['STARTED', 'OPEN', 'STARTED'],
    ['STARTED', 'FAILED', 'STARTED'],
    ['PENDING', 'PAID', 'CONFIRMED'],
    ['PENDING', 'FAILED', 'FAILED'],
    ['PENDING', 'EXPIRED', 'PENDING'],
    ['FAILED', 'PAID', 'CONFIRMED'],
    ['FAILED', 'PENDING', 'FAILED'],
    ['EXPIRED', 'PAID', 'CONFIRMED'],
    ['EXPIRED', 'FAILED', 'EXPIRED'],
    ['CLAIMED', 'EXPIRED', 'CLAIMED'],
    ['CLAIMED', 'FAILED', 'CLAIMED'],
    ['REJECTED', 'PAID', 'REJECTED'],
  ] as const)('after %s the word %s makes it %s', (current, outcome, next) => {
    expect(afterFact(current, outcome)).toBe(next);
  });

  test.each(outcomes)('once it is confirmed the word %s changes nothing', (outcome) => {
    expect(afterFact('CONFIRMED', outcome)).toBe('CONFIRMED');
  });

  test(
    'is confirmed by one word of money, whatever else comes in whatever order and however often',
    () => {
      const facts = fc.array(fc.constantFrom(...outcomes), { maxLength: 10 });
      fc.assert(
        fc.property(facts, (list) => {
          const end = list.reduce<PaymentStatus>(afterFact, 'STARTED');
          expect(end === 'CONFIRMED').toBe(list.includes('PAID'));
          expect(
            list.flatMap((fact) => [fact, fact]).reduce<PaymentStatus>(afterFact, 'STARTED') === 'CONFIRMED',
          ).toBe(list.includes('PAID'));
        }),
        cases(3_000),
      );
    },
    patience,
  );
});

describe('money that staff have seen', () => {
  const invoice = { status: 'OPEN' as const, gross: minor(112_470), paid: minor(12_470) };
  const today = localDate('2026-11-21');
  const money = { method: 'CASH' as const, amount: 100_000, reference: 'slip 7', receivedOn: today };

  test('can be confirmed, a part as well as more than is open: the rest becomes credit', () => {
    expect(manualPaymentProblem(invoice, money, today)).toBeNull();
    expect(manualPaymentProblem(invoice, { ...money, amount: 100_001 }, today)).toBeNull();
    expect(manualPaymentProblem(invoice, { ...money, amount: 1, reference: '' }, today)).toBeNull();
  });

  test.each([0, -1, 100_000_000_001, 0.5, Number.NaN])('cannot be %d', (amount) => {
    expect(manualPaymentProblem(invoice, { ...money, amount }, today)).toMatchObject({
      code: 'AMOUNT_INVALID',
      field: 'amount',
    });
  });

  test.each([
    ['came tomorrow', { receivedOn: localDate('2026-11-22') }, 'receivedOn'],
    ['came by card', { method: 'CARD' as const }, 'method'],
    ['has a reference of 201 characters', { reference: 'x'.repeat(201) }, 'reference'],
  ])('cannot be confirmed when it %s', (_, changes, field) => {
    expect(manualPaymentProblem(invoice, { ...money, ...changes }, today)).toMatchObject({
      code: 'INPUT_INVALID',
      field,
    });
  });

  test('cannot be confirmed for an invoice that is paid', () => {
    expect(manualPaymentProblem({ ...invoice, status: 'PAID' }, money, today)?.code).toBe(
      'INVOICE_NOT_PAYABLE',
    );
  });
});

describe('a claim to have paid', () => {
  const claim = { method: 'BANK_TRANSFER' as const, paidOn: localDate('2026-11-21'), reference: '' };

  test('is taken as it is said', () => {
    expect(claimProblem(claim, localDate('2026-11-21'))).toBeNull();
  });

  test('cannot be about the future or about a card', () => {
    expect(claimProblem(claim, localDate('2026-11-20'))).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'paidOn',
    });
    expect(claimProblem({ ...claim, method: 'CARD' }, localDate('2026-11-21'))).toMatchObject({
      field: 'method',
    });
  });
});
