import { describe, expect, test } from 'vitest';
import { type Permission, may } from '../../api/src/domain/permission.ts';
import { quoteActionNames } from '../../api/src/domain/quote.ts';
import { refusalCodes } from '../../api/src/domain/refusal.ts';
import {
  canDismiss,
  kindOfFailure,
  kindsOfGroup,
  kindsSettledBy,
  reviewActions,
  reviewGroups,
  reviewKindNames,
  reviewKinds,
  type ReviewStanding,
} from '../../api/src/domain/review.ts';

const standing = (changes: Partial<ReviewStanding> = {}): ReviewStanding => ({
  kind: 'ADDRESS_MISMATCH',
  isSettled: false,
  quote: { isSent: true, isAccepted: false, actions: quoteActionNames },
  isClaim: false,
  hasPayment: false,
  ...changes,
});
const manager = (permission: Permission) => may('MANAGER', permission);
const staff = (permission: Permission) => may('STAFF', permission);

describe('the kinds of what needs a person', () => {
  test.each(reviewKindNames)('%s says why it matters and offers a way out', (kind) => {
    const { why, actions } = reviewKinds[kind];
    expect(why).toMatch(/\.$/);
    expect(why.length).toBeGreaterThan(40);
    expect(actions.length).toBeGreaterThan(0);
    expect(new Set(actions).size).toBe(actions.length);
  });

  test('each is in one group, and no group is empty', () => {
    expect(reviewGroups.flatMap((group) => kindsOfGroup(group)).sort()).toEqual([...reviewKindNames].sort());
    for (const group of reviewGroups) expect(kindsOfGroup(group)).not.toEqual([]);
  });

  test('what waits for a decision is settled by it and not with words, so that no money gets lost', () => {
    expect(reviewKindNames.filter((kind) => !canDismiss(kind))).toEqual([
      'PAYMENT_CLAIM',
      'INVOICE_APPROVAL',
      'REFUND_APPROVAL',
      'REFUND_TO_GIVE',
    ]);
  });

  test('records that do not fit their seal are settled by nothing but words of a person', () => {
    expect(reviewKinds.EVIDENCE_MISMATCH.actions).toEqual(['DISMISS']);
    expect(
      kindsSettledBy('REVISE_QUOTE', 'REFRESH_QUOTE', 'SEND_FRESH_LINK', 'ACCEPT_ON_BEHALF'),
    ).not.toContain('EVIDENCE_MISMATCH');
  });

  test('an answer settles what a customer said, and no signature that was stopped', () => {
    expect(kindsSettledBy('ANSWER')).toEqual(['QUOTE_MESSAGE', 'QUOTE_DECLINED']);
  });

  test.each([
    ['EMAIL_MISMATCH', 'ADDRESS_MISMATCH'],
    ['TOTAL_MISMATCH', 'TAMPERED_TOTAL'],
    ['OPTION_UNKNOWN', 'UNKNOWN_OPTION'],
    ['OPTIONS_INVALID', 'UNKNOWN_OPTION'],
    ['QUOTE_EXPIRED', 'EXPIRED_ATTEMPT'],
    ['REVISION_SUPERSEDED', 'SUPERSEDED_REVISION'],
    ['SNAPSHOT_DAMAGED', 'EVIDENCE_MISMATCH'],
    ['CODE_LOCKED', 'FAILED_ACCEPTANCE'],
    ['QUOTE_NOT_OPEN', 'FAILED_ACCEPTANCE'],
  ] as const)('a signature that was stopped for %s is called %s', (code, kind) => {
    expect(kindOfFailure(code)).toBe(kind);
  });

  test('whatever stops a signature, it stands among the signatures', () => {
    for (const code of refusalCodes) expect(reviewKinds[kindOfFailure(code)].group).toBe('SIGNATURES');
  });
});

describe('what can be done about an item', () => {
  test('hangs on its kind, the usual way first', () => {
    expect(reviewActions(standing(), manager)).toEqual([
      'SEND_FRESH_LINK',
      'ACCEPT_ON_BEHALF',
      'REVISE_QUOTE',
      'DISMISS',
    ]);
    expect(reviewActions(standing({ kind: 'EXPIRED_ATTEMPT' }), manager)).toEqual([
      'REFRESH_QUOTE',
      'REVISE_QUOTE',
      'DISMISS',
    ]);
  });

  test('hangs on what can be done with its quote', () => {
    const signed = standing({ quote: { isSent: true, isAccepted: true, actions: [] } });
    expect(reviewActions(signed, manager)).toEqual(['SEND_FRESH_LINK', 'DISMISS']);
    expect(reviewActions({ ...signed, kind: 'STAGE_READY' }, manager)).toEqual(['ISSUE_STAGE', 'DISMISS']);
    expect(reviewActions(standing({ kind: 'STAGE_READY' }), manager)).toEqual(['DISMISS']);
    expect(reviewActions(standing({ quote: null }), manager)).toEqual(['DISMISS']);
  });

  test('hangs on the person', () => {
    const quote = { isSent: true, isAccepted: false, actions: ['REVISE'] as const };
    expect(reviewActions(standing({ quote }), staff)).toEqual(['SEND_FRESH_LINK', 'REVISE_QUOTE', 'DISMISS']);
    expect(reviewActions(standing({ quote: { ...quote, actions: [] } }), () => false)).toEqual([]);
  });

  test('a claim is confirmed or rejected as long as nobody has', () => {
    const claim = standing({ kind: 'PAYMENT_CLAIM', isClaim: true });
    expect(reviewActions(claim, staff)).toEqual(['CONFIRM_PAYMENT', 'REJECT_PAYMENT']);
    expect(reviewActions({ ...claim, isClaim: false }, staff)).toEqual([]);
  });

  test('only money that was booked can be given back', () => {
    const money = standing({ kind: 'UNALLOCATED_MONEY', quote: null });
    expect(reviewActions(money, manager)).toEqual(['DISMISS']);
    expect(reviewActions({ ...money, hasPayment: true }, manager)).toEqual(['REFUND_PAYMENT', 'DISMISS']);
  });

  test('is nothing once it is settled', () => {
    for (const kind of reviewKindNames)
      expect(reviewActions(standing({ kind, isSettled: true, isClaim: true }), () => true)).toEqual([]);
  });
});
