import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterDisputeWord,
  disputeReasonInWords,
  disputeStatuses,
  isAway,
  isDisputeOpen,
  isReversal,
  lostFrom,
} from '../../api/src/domain/dispute.ts';
import { minor } from '../../api/src/domain/money.ts';

const status = fc.constantFrom(...disputeStatuses);
const said = fc.record({ status, isWithdrawn: fc.boolean() });

describe('a dispute', () => {
  it('moves forward and never back', () => {
    expect(afterDisputeWord('NEEDS_RESPONSE', 'UNDER_REVIEW')).toBe('UNDER_REVIEW');
    expect(afterDisputeWord('UNDER_REVIEW', 'NEEDS_RESPONSE')).toBe('UNDER_REVIEW');
    expect(afterDisputeWord('NEEDS_RESPONSE', 'LOST')).toBe('LOST');
    for (const end of ['WON', 'LOST'] as const)
      for (const late of disputeStatuses) expect(afterDisputeWord(end, late)).toBe(end);
  });

  it('comes to the same by the same words in any order and number, as long as they do not contradict each other', () => {
    const words = fc.uniqueArray(status).filter((all) => !(all.includes('WON') && all.includes('LOST')));
    const shuffled = words.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    );
    const end = (all: readonly (typeof disputeStatuses)[number][]) =>
      all.reduce((now, word) => afterDisputeWord(now, word), 'NEEDS_RESPONSE');
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        expect(end(mixed)).toBe(end(all));
      }),
    );
  });

  it('is reversed only by the opposite end', () => {
    expect(isReversal('LOST', 'WON')).toBe(true);
    expect(isReversal('WON', 'LOST')).toBe(true);
    expect(isReversal('WON', 'WON')).toBe(false);
    expect(isReversal('LOST', 'NEEDS_RESPONSE')).toBe(false);
    expect(isReversal('UNDER_REVIEW', 'WON')).toBe(false);
  });

  it('has taken the money once that was said, until it is won; lost, it is gone', () => {
    fc.assert(
      fc.property(said, fc.array(said, { maxLength: 6 }), (first, later) => {
        let now = first;
        for (const word of [first, ...later]) {
          const isWithdrawn = isAway(now, word);
          const wasWithdrawn = now.isWithdrawn || word.isWithdrawn;
          now = { status: afterDisputeWord(now.status, word.status), isWithdrawn };
          if (isDisputeOpen(now.status)) expect(isWithdrawn).toBe(wasWithdrawn);
          else expect(isWithdrawn).toBe(now.status === 'LOST');
        }
      }),
    );
  });

  it('when lost takes credit first, then the invoice, and never more than there is', () => {
    expect(lostFrom(minor(120_000), { credit: minor(7530), paid: minor(112_470) })).toEqual({
      credit: 7530,
      invoice: 112_470,
      loss: 0,
    });
    const sum = fc.nat(1_000_000).map(minor);
    fc.assert(
      fc.property(sum, sum, sum, (amount, credit, paid) => {
        const parts = lostFrom(amount, { credit, paid });
        expect(parts.credit + parts.invoice + parts.loss).toBe(amount);
        expect(parts.credit).toBeLessThanOrEqual(credit);
        expect(parts.invoice).toBeLessThanOrEqual(paid);
        if (parts.loss > 0) expect([parts.credit, parts.invoice]).toEqual([credit, paid]);
      }),
    );
  });

  it('says why in plain words', () => {
    expect(disputeReasonInWords('product_not_received')).toBe('The goods or the work did not come');
    expect(disputeReasonInWords('brand_new_reason')).toBe('brand new reason');
    expect(disputeReasonInWords('')).toBe('The bank gives no reason');
  });
});
