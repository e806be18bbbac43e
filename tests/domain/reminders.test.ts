import { describe, expect, it } from 'vitest';
import { reminderPause } from '../../api/src/domain/reminders.ts';

const at = (now: string) => ({ now, claimDays: 7 });
const claim = { status: 'CLAIMED' as const, createdAt: '2026-11-21T01:00:00.000Z' };
const debit = { status: 'PENDING' as const, createdAt: '2026-11-21T01:00:00.000Z' };

describe('reminders', () => {
  it('go out when nothing keeps them back', () => {
    expect(reminderPause({ disputes: [], payments: [] }, at('2026-11-21T02:00:00.000Z'))).toBeNull();
    const over = {
      disputes: [{ status: 'LOST' as const }, { status: 'WON' as const }],
      payments: [{ ...debit, status: 'FAILED' as const }],
    };
    expect(reminderPause(over, at('2026-11-21T02:00:00.000Z'))).toBeNull();
  });

  it('PM-08: are silent for the days of a claim, and not for longer', () => {
    const invoice = { disputes: [], payments: [claim] };
    const until = '2026-11-28T01:00:00.000Z';
    expect(reminderPause(invoice, at('2026-11-28T00:59:59.999Z'))).toEqual({ reason: 'CLAIM', until });
    expect(reminderPause(invoice, at(until))).toBeNull();
  });

  it('PM-11: are silent while a payment is disputed or on its way, for as long as that lasts', () => {
    const payments = [claim, debit];
    const now = at('2027-11-21T02:00:00.000Z');
    expect(reminderPause({ disputes: [], payments }, now)).toEqual({
      reason: 'PAYMENT_PENDING',
      until: null,
    });
    for (const status of ['NEEDS_RESPONSE', 'UNDER_REVIEW'] as const)
      expect(reminderPause({ disputes: [{ status }], payments }, now)).toEqual({
        reason: 'DISPUTE',
        until: null,
      });
  });
});
