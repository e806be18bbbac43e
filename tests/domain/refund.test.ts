import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minor } from '../../api/src/domain/money.ts';
import {
  afterRefundWord,
  approvalProblem,
  needsSecondPerson,
  refundable,
  refundActionsFor,
  refundFrom,
  refundProblem,
  type RefundRoom,
  refundStatuses,
} from '../../api/src/domain/refund.ts';

const room = (changes: Partial<Record<keyof RefundRoom, number>> = {}): RefundRoom => {
  const whole = { amount: 1000, refunded: 0, lost: 0, credit: 0, paid: 1000, creditable: 1000, ...changes };
  return Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, minor(value)])) as RefundRoom;
};
const payment = (changes: object = {}) => ({
  status: 'CONFIRMED' as const,
  method: 'CARD' as const,
  currency: 'AUD',
  isDisputed: false,
  room: room(),
  ...changes,
});
const wanted = (changes: object = {}) => ({
  amount: minor(500),
  method: 'CARD' as const,
  reference: null,
  reason: 'Canceled',
  ...changes,
});
const now = { mayWait: false, locale: 'en-AU' };

describe('a refund', () => {
  it('only moves forward, and even one that succeeded can come back', () => {
    expect(afterRefundWord('PENDING', 'SUCCEEDED')).toBe('SUCCEEDED');
    expect(afterRefundWord('SUCCEEDED', 'FAILED')).toBe('FAILED');
    expect(afterRefundWord('SUCCEEDED', 'PENDING')).toBe('SUCCEEDED');
    for (const end of ['FAILED', 'REJECTED'] as const)
      for (const late of refundStatuses) expect(afterRefundWord(end, late)).toBe(end);
  });

  it('is at most what was paid and is still where it went', () => {
    expect(refundable(room())).toBe(1000);
    expect(refundable(room({ refunded: 300 }))).toBe(700);
    expect(refundable(room({ refunded: 300, lost: 700 }))).toBe(0);
    expect(refundable(room({ refunded: 300, lost: 800 }))).toBe(0);
    // Paid 1,000 for an invoice of 900; the credit of 100 went to another invoice.
    expect(refundable(room({ paid: 900, creditable: 900 }))).toBe(900);
    expect(refundable(room({ paid: 900, creditable: 900, credit: 100 }))).toBe(1000);
    // Credited before, so no credit note has room any more.
    expect(refundable(room({ creditable: 250 }))).toBe(250);
  });

  it('comes out of the credit first, then off the invoice, and adds up', () => {
    expect(refundFrom(minor(500), room({ credit: 100 }))).toEqual({ credit: 100, invoice: 400, loss: 0 });
    const sum = fc.nat(100_000);
    fc.assert(
      fc.property(
        fc.record({ amount: sum, refunded: sum, lost: sum, credit: sum, paid: sum, creditable: sum }),
        sum,
        (some, asked) => {
          const there = room(some);
          const parts = refundFrom(minor(asked), there);
          expect(parts.credit + parts.invoice + parts.loss).toBe(asked);
          if (asked <= refundable(there)) expect(parts.loss).toBe(0);
        },
      ),
    );
  });

  it.each<[string, object, object, string, string | null]>([
    ['of what is not confirmed', payment({ status: 'PENDING' }), wanted(), 'REFUND_NOT_POSSIBLE', null],
    ['while disputed', payment({ isDisputed: true }), wanted(), 'PAYMENT_DISPUTED', null],
    ['by card of cash', payment({ method: 'CASH' }), wanted(), 'INPUT_INVALID', 'method'],
    [
      'of nothing that is left',
      payment({ room: room({ refunded: 1000 }) }),
      wanted(),
      'REFUND_NOT_POSSIBLE',
      null,
    ],
    ['of more than is left', payment(), wanted({ amount: 1001 }), 'AMOUNT_INVALID', 'amount'],
    ['of nothing', payment(), wanted({ amount: 0 }), 'AMOUNT_INVALID', 'amount'],
    ['of less than nothing', payment(), wanted({ amount: -1 }), 'AMOUNT_INVALID', 'amount'],
    ['of a fraction', payment(), wanted({ amount: 0.5 }), 'AMOUNT_INVALID', 'amount'],
    ['without a reason', payment(), wanted({ reason: ' ' }), 'INPUT_INVALID', 'reason'],
    ['by hand without a slip', payment(), wanted({ method: 'CASH' }), 'INPUT_INVALID', 'reference'],
  ])('is refused %s', (_what, of, want, code, field) => {
    expect(
      refundProblem(want as ReturnType<typeof wanted>, of as ReturnType<typeof payment>, now),
    ).toMatchObject({ code, field });
  });

  it('is fine otherwise, and by hand above the limit the slip comes later', () => {
    expect(refundProblem(wanted(), payment(), now)).toBeNull();
    const byHand = { ...wanted(), method: 'CASH' as const };
    expect(refundProblem(byHand, payment(), { ...now, mayWait: true })).toBeNull();
    expect(refundProblem({ ...byHand, reference: 'slip 1' }, payment(), now)).toBeNull();
  });

  it('needs a second person from the limit on, and always in another currency than the limit’s', () => {
    const company = { refundLimit: minor(500), currency: 'AUD' };
    const of = (amount: number, currency = 'AUD') =>
      needsSecondPerson({ amount: minor(amount), currency }, company);
    expect([of(499), of(500), of(1, 'USD')]).toEqual([false, true, true]);
    expect(
      needsSecondPerson({ amount: minor(9999), currency: 'USD' }, { ...company, refundLimit: null }),
    ).toBe(false);
  });

  it('is agreed to by somebody else than who asked for it', () => {
    const waiting = { status: 'AWAITING_APPROVAL', method: 'CARD', requestedById: 'kim' } as const;
    expect(approvalProblem(waiting, 'kim')).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    expect(approvalProblem(waiting, 'olivia')).toBeNull();
    expect(approvalProblem({ ...waiting, status: 'PENDING' }, 'olivia')).toMatchObject({
      code: 'REFUND_SETTLED',
    });
    expect(refundActionsFor(waiting, 'kim')).toEqual(['REJECT']);
    expect(refundActionsFor(waiting, 'olivia')).toEqual(['APPROVE', 'REJECT']);
    expect(refundActionsFor({ ...waiting, status: 'PENDING' }, 'olivia')).toEqual([]);
    expect(refundActionsFor({ ...waiting, status: 'PENDING', method: 'CASH' }, 'kim')).toEqual(['CONFIRM']);
    expect(refundActionsFor({ ...waiting, status: 'FAILED', method: 'CASH' }, 'kim')).toEqual([]);
  });
});
