import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterDisputeWord,
  disputeReasonInWords,
  disputeStatuses,
  type DisputeStanding,
  type DisputeStatus,
  isAway,
  isDisputeOpen,
  isReversal,
  laterDeadline,
  lostFrom,
} from '../../api/src/domain/dispute.ts';
import { minor } from '../../api/src/domain/money.ts';

const status = fc.constantFrom(...disputeStatuses);
const said = fc.record({ status, isWithdrawn: fc.boolean() });

describe('a dispute', () => {
  const at = (where: DisputeStatus, isWithdrawn = true): DisputeStanding => ({ status: where, isWithdrawn });

  it('moves forward and never back', () => {
    expect(afterDisputeWord(at('NEEDS_RESPONSE'), at('UNDER_REVIEW'))).toBe('UNDER_REVIEW');
    expect(afterDisputeWord(at('UNDER_REVIEW'), at('NEEDS_RESPONSE'))).toBe('UNDER_REVIEW');
    expect(afterDisputeWord(at('NEEDS_RESPONSE'), at('LOST'))).toBe('LOST');
    for (const end of ['WON', 'LOST'] as const)
      for (const late of disputeStatuses) expect(afterDisputeWord(at(end), at(late))).toBe(end);
  });

  it('is answered anew when an inquiry became a dispute that took the money', () => {
    expect(afterDisputeWord(at('UNDER_REVIEW', false), at('NEEDS_RESPONSE'))).toBe('NEEDS_RESPONSE');
    // What was said of the inquiry and comes late changes nothing.
    expect(afterDisputeWord(at('NEEDS_RESPONSE'), at('UNDER_REVIEW', false))).toBe('NEEDS_RESPONSE');
    expect(afterDisputeWord(at('NEEDS_RESPONSE'), at('WON', false))).toBe('WON');
  });

  it('can be answered until the latest day that was said', () => {
    expect(laterDeadline(null, null)).toBe(null);
    expect(laterDeadline(null, '2026-12-01')).toBe('2026-12-01');
    expect(laterDeadline('2026-12-01', null)).toBe('2026-12-01');
    expect(laterDeadline('2026-12-01', '2026-11-30')).toBe('2026-12-01');
    expect(laterDeadline('2026-12-01', '2026-12-02')).toBe('2026-12-02');
  });

  it('comes to the same by the same words in any order and number, as long as they do not contradict each other', () => {
    const statusOf = (word: DisputeStanding) => word.status;
    const words = fc
      .uniqueArray(said, { selector: ({ status: where, isWithdrawn }) => `${where} ${isWithdrawn}` })
      .filter((all) => !(all.map(statusOf).includes('WON') && all.map(statusOf).includes('LOST')));
    const shuffled = words.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    );
    const end = (all: readonly DisputeStanding[]) =>
      all.reduce(
        (now, word) => ({ status: afterDisputeWord(now, word), isWithdrawn: isAway(now, word) }),
        at('NEEDS_RESPONSE', false),
      );
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        expect(end(mixed)).toEqual(end(all));
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
          now = { status: afterDisputeWord(now, word), isWithdrawn };
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
