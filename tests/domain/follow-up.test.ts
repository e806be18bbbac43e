import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueFollowUp, followUpsOf } from '../../api/src/domain/follow-up.ts';
import { addDays, localDate } from '../../api/src/domain/local-date.ts';
import { cases } from './arbitraries.ts';

const zone = 'Australia/Sydney';
const sent = localDate('2026-11-02');
const until = localDate('2026-11-30');
const steps = followUpsOf(sent, until, zone, { afterDays: [3, 7], beforeExpiryDays: 2 });
const open = { status: 'OPEN', validUntil: until } as const;
const at = (iso: string, hasReplied = false) => {
  const now = new Date(iso);
  return { now, today: localDate(iso.slice(0, 10)), hasReplied };
};

describe('when a quote is followed up', () => {
  test('three and seven days after it was sent and two before its end, at nine in the company’s morning', () => {
    expect(steps).toEqual([
      { step: 'AFTER_3', at: new Date('2026-11-04T22:00:00Z') },
      { step: 'AFTER_7', at: new Date('2026-11-08T22:00:00Z') },
      { step: 'BEFORE_EXPIRY', at: new Date('2026-11-27T22:00:00Z') },
    ]);
  });

  test('never after the last valid day, and never on the day of sending', () => {
    const short = followUpsOf(sent, addDays(sent, 2), zone, { afterDays: [1, 3], beforeExpiryDays: 2 });
    expect(short.map(({ step }) => step)).toEqual(['AFTER_1']);
  });

  test('not at all where the company wants none', () => {
    expect(followUpsOf(sent, until, zone, { afterDays: [], beforeExpiryDays: null })).toEqual([]);
  });
});

describe('which follow-up is due', () => {
  test('none before its time, then the first, then the next', () => {
    expect(dueFollowUp(open, steps, at('2026-11-04T21:59:59Z'))).toBeNull();
    expect(dueFollowUp(open, steps, at('2026-11-04T22:00:00Z'))?.step).toBe('AFTER_3');
    expect(dueFollowUp(open, steps, at('2026-11-20T00:00:00Z'))?.step).toBe('AFTER_7');
  });

  test('after days without a server only the latest, so that nobody gets two mails at once', () => {
    expect(dueFollowUp(open, steps, at('2026-11-28T00:00:00Z'))?.step).toBe('BEFORE_EXPIRY');
  });

  test.each(['DRAFT', 'AWAITING_APPROVAL', 'ACCEPTED', 'CANCELED'] as const)(
    'none for a quote that is %s',
    (status) => {
      expect(dueFollowUp({ ...open, status }, steps, at('2026-11-20T00:00:00Z'))).toBeNull();
    },
  );

  test('none after any reply, and none after the last valid day', () => {
    expect(dueFollowUp(open, steps, at('2026-11-20T00:00:00Z', true))).toBeNull();
    expect(dueFollowUp(open, steps, at('2026-12-01T00:00:00Z'))).toBeNull();
  });

  test('whatever the policy: every step is after the day of sending and on or before the last valid day', () => {
    const policy = fc.record({
      afterDays: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 4 }),
      beforeExpiryDays: fc.option(fc.integer({ min: 0, max: 60 })),
    });
    fc.assert(
      fc.property(policy, fc.integer({ min: 0, max: 120 }), (wanted, days) => {
        const all = followUpsOf(sent, addDays(sent, days), 'UTC', wanted);
        const first = new Date('2026-11-03T00:00:00Z').getTime();
        const last = new Date('2026-11-02T23:59:59Z').getTime() + days * 86_400_000;
        expect(all.every((step) => step.at.getTime() >= first && step.at.getTime() <= last)).toBe(true);
        expect(all.map((step) => step.at.getTime())).toEqual(
          all.map((step) => step.at.getTime()).toSorted((a, b) => a - b),
        );
      }),
      cases(2_000),
    );
  });
});
