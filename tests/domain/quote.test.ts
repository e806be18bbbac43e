import { describe, expect, test } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { may, type StaffRole } from '../../api/src/domain/permission.ts';
import {
  canBecome,
  canCancel,
  cancelReasonsFrom,
  isExpired,
  quoteActions,
  quoteCancelReasons,
  type QuoteStanding,
  quoteStatuses,
  type QuoteStatus,
  quoteTransitions,
} from '../../api/src/domain/quote.ts';

const lastDay = localDate('2026-11-30');
const dayAfter = localDate('2026-12-01');

describe('the life of a quote', () => {
  test('reaches every status from a draft', () => {
    const reached = new Set<QuoteStatus>(['DRAFT']);
    for (const status of reached) for (const next of quoteTransitions[status]) reached.add(next);
    expect([...reached].toSorted()).toEqual([...quoteStatuses].toSorted());
  });

  test('allows eight steps and no others', () => {
    const steps = quoteStatuses.flatMap((from) =>
      quoteStatuses.filter((to) => canBecome(from, to)).map((to) => `${from} to ${to}`),
    );
    expect(steps).toEqual([
      'DRAFT to AWAITING_APPROVAL',
      'DRAFT to OPEN',
      'DRAFT to CANCELED',
      'AWAITING_APPROVAL to DRAFT',
      'AWAITING_APPROVAL to OPEN',
      'AWAITING_APPROVAL to CANCELED',
      'OPEN to ACCEPTED',
      'OPEN to CANCELED',
    ]);
  });

  test('is canceled only for reasons that fit where it stands', () => {
    for (const status of quoteStatuses) {
      expect(cancelReasonsFrom[status].length > 0).toBe(canBecome(status, 'CANCELED'));
      expect(quoteCancelReasons.filter((reason) => canCancel(status, reason))).toEqual(
        cancelReasonsFrom[status],
      );
    }
    expect(canCancel('DRAFT', 'DECLINED')).toBe(false);
    expect(canCancel('DRAFT', 'SUPERSEDED')).toBe(false);
    expect(canCancel('OPEN', 'DECLINED')).toBe(true);
    expect(canCancel('ACCEPTED', 'WITHDRAWN')).toBe(false);
  });

  test('ends for an open quote after its last valid day', () => {
    expect(isExpired({ status: 'OPEN', validUntil: lastDay }, lastDay)).toBe(false);
    expect(isExpired({ status: 'OPEN', validUntil: lastDay }, dayAfter)).toBe(true);
  });

  test('does not expire for one that is signed, canceled otherwise or not sent', () => {
    for (const status of ['ACCEPTED', 'CANCELED', 'DRAFT', 'AWAITING_APPROVAL'] as const)
      expect(isExpired({ status, validUntil: lastDay, cancelReason: null }, dayAfter)).toBe(false);
    for (const cancelReason of quoteCancelReasons)
      expect(isExpired({ status: 'CANCELED', validUntil: lastDay, cancelReason }, dayAfter)).toBe(
        cancelReason === 'EXPIRED',
      );
  });
});

describe('what staff can do with a quote', () => {
  const standing = (changes: Partial<QuoteStanding> = {}): QuoteStanding => ({
    status: 'OPEN',
    cancelReason: null,
    validUntil: lastDay,
    number: 'QT-SILVADENTAL-0001-1',
    isNewest: true,
    isArchived: false,
    isChange: false,
    ...changes,
  });
  const draft = standing({ status: 'DRAFT', number: null });
  const actions = (quote: QuoteStanding, role: StaffRole, maySend = false, today = lastDay) =>
    quoteActions(quote, { may: (permission) => may(role, permission), maySend }, today);

  test('depends on where it stands', () => {
    expect(actions(draft, 'OWNER')).toEqual(['EDIT', 'SUBMIT', 'APPROVE', 'CANCEL', 'ARCHIVE', 'DUPLICATE']);
    expect(actions(standing({ status: 'AWAITING_APPROVAL', number: null }), 'OWNER')).toEqual([
      'RETURN',
      'APPROVE',
      'CANCEL',
      'DUPLICATE',
    ]);
    expect(actions(standing(), 'OWNER')).toEqual([
      'CHANGE_EXPIRY',
      'REVISE',
      'ACCEPT_ON_BEHALF',
      'CANCEL',
      'DUPLICATE',
    ]);
    expect(actions(standing(), 'OWNER', false, dayAfter)).not.toContain('ACCEPT_ON_BEHALF');
    expect(actions(standing({ status: 'ACCEPTED' }), 'OWNER')).toEqual(['ARCHIVE', 'DUPLICATE', 'CHANGE']);
    expect(actions(standing({ status: 'ACCEPTED', isChange: true }), 'OWNER')).not.toContain('CHANGE');
  });

  test('is to write a newer version of the newest one that was sent and not signed', () => {
    for (const cancelReason of ['DECLINED', 'WITHDRAWN'] as const) {
      const canceled = standing({ status: 'CANCELED', cancelReason });
      expect(actions(canceled, 'STAFF')).toEqual(['REVISE', 'ARCHIVE', 'DUPLICATE']);
      expect(actions({ ...canceled, isNewest: false }, 'STAFF')).toEqual(['ARCHIVE', 'DUPLICATE']);
      expect(actions({ ...canceled, number: null }, 'STAFF')).toEqual(['ARCHIVE', 'DUPLICATE']);
    }
    const superseded = standing({ status: 'CANCELED', cancelReason: 'SUPERSEDED', isNewest: false });
    expect(actions(superseded, 'STAFF')).toEqual(['ARCHIVE', 'DUPLICATE']);
  });

  test('is to refresh one that expired, whether the sweeper came or not', () => {
    expect(actions(standing(), 'STAFF', false, lastDay)).toEqual(['REVISE', 'DUPLICATE']);
    expect(actions(standing(), 'STAFF', false, dayAfter)).toEqual(['REVISE', 'REFRESH', 'DUPLICATE']);
    const expired = standing({ status: 'CANCELED', cancelReason: 'EXPIRED' });
    expect(actions(expired, 'STAFF', false, dayAfter)).toEqual(['REVISE', 'REFRESH', 'ARCHIVE', 'DUPLICATE']);
    expect(actions({ ...expired, isNewest: false }, 'STAFF', false, dayAfter)).toEqual([
      'ARCHIVE',
      'DUPLICATE',
    ]);
  });

  test('depends on who they are', () => {
    expect(actions(draft, 'STAFF')).toEqual(['EDIT', 'SUBMIT', 'CANCEL', 'ARCHIVE', 'DUPLICATE']);
    expect(actions(draft, 'STAFF', true)).toContain('APPROVE');
    expect(actions(draft, 'BOOKKEEPER', true)).toEqual([]);
    expect(actions(standing({ status: 'AWAITING_APPROVAL' }), 'STAFF')).toEqual(['DUPLICATE']);
  });

  test('is little with one that was put away', () => {
    expect(actions({ ...draft, isArchived: true }, 'OWNER')).toEqual(['RESTORE', 'DUPLICATE']);
    expect(actions({ ...draft, isArchived: true }, 'BOOKKEEPER')).toEqual([]);
  });
});
