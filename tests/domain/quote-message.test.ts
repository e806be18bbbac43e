import { describe, expect, test } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { askProblem, declineProblem, mayAskForFresh } from '../../api/src/domain/quote-message.ts';

const hash = 'a1'.repeat(32);
const today = localDate('2026-11-21');
const open = {
  status: 'OPEN',
  cancelReason: null,
  validUntil: localDate('2026-11-30'),
  snapshotHash: hash,
} as const;
const canceled = (cancelReason: 'EXPIRED' | 'DECLINED' | 'WITHDRAWN' | 'SUPERSEDED') =>
  ({ ...open, status: 'CANCELED', cancelReason }) as const;
const past = { ...open, validUntil: localDate('2026-11-20') } as const;

describe('asking about a quote', () => {
  test('works while it is open and after it was signed', () => {
    expect(askProblem(open)).toBeNull();
    expect(askProblem({ ...open, status: 'ACCEPTED' })).toBeNull();
  });
  test('is answered calmly once it is closed', () => {
    expect(askProblem(canceled('WITHDRAWN'))).toMatchObject({ code: 'QUOTE_NOT_OPEN' });
  });
});

describe('declining a quote', () => {
  test('works on the version that the customer sees', () => {
    expect(declineProblem(open, hash, today)).toBeNull();
  });
  test('is stopped where there is a newer version', () => {
    expect(declineProblem(open, 'b2'.repeat(32), today)).toMatchObject({ code: 'REVISION_SUPERSEDED' });
    expect(declineProblem(canceled('SUPERSEDED'), hash, today)).toMatchObject({
      code: 'REVISION_SUPERSEDED',
    });
  });
  test('comes too late after the signature, after the last valid day and after the company took it back', () => {
    expect(declineProblem({ ...open, status: 'ACCEPTED' }, hash, today)).toMatchObject({
      code: 'QUOTE_ALREADY_ACCEPTED',
    });
    expect(declineProblem(past, hash, today)).toMatchObject({ code: 'QUOTE_EXPIRED' });
    expect(declineProblem(canceled('WITHDRAWN'), hash, today)).toMatchObject({ code: 'QUOTE_NOT_OPEN' });
  });
});

describe('asking for a fresh quote', () => {
  test('is for quotes that are over, not for open or signed ones, nor where a newer version waits', () => {
    expect(mayAskForFresh(past, today)).toBe(true);
    expect(mayAskForFresh(canceled('EXPIRED'), today)).toBe(true);
    expect(mayAskForFresh(canceled('DECLINED'), today)).toBe(true);
    expect(mayAskForFresh(open, today)).toBe(false);
    expect(mayAskForFresh({ ...open, status: 'ACCEPTED' }, today)).toBe(false);
    expect(mayAskForFresh(canceled('SUPERSEDED'), today)).toBe(false);
  });
});
