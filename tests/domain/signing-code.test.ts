import { describe, expect, test } from 'vitest';
import { codeTries, judgeCode, proofFor, type SentCode } from '../../api/src/domain/signing-code.ts';

const now = Date.parse('2026-11-21T01:00:00Z');
const minutes = (count: number): number => count * 60_000;
const sent = (hash: string, ago: number, changes: Partial<SentCode> = {}): SentCode => ({
  hash,
  sentAt: now - ago,
  tries: 0,
  usedAt: null,
  ...changes,
});

describe('LK-02: a one-time code', () => {
  test('is good once, within ten minutes', () => {
    expect(judgeCode([sent('a', minutes(1))], 'a', now)).toBe('GOOD');
    expect(judgeCode([sent('a', minutes(10) - 1)], 'a', now)).toBe('GOOD');
    expect(judgeCode([sent('a', minutes(10))], 'a', now)).toBe('OUT_OF_TIME');
    expect(judgeCode([sent('a', 0, { usedAt: now })], 'a', now)).toBe('NONE_SENT');
  });

  test('is only the newest one', () => {
    const codes = [sent('new', minutes(1)), sent('old', minutes(2))];
    expect(judgeCode(codes, 'old', now)).toBe('OLD');
    expect(judgeCode(codes, 'new', now)).toBe('GOOD');
    expect(judgeCode(codes, 'neither', now)).toBe('WRONG');
  });

  test('is locked after five wrong tries, also for the right one', () => {
    expect(judgeCode([sent('a', 0, { tries: codeTries - 1 })], 'a', now)).toBe('GOOD');
    expect(judgeCode([sent('a', 0, { tries: codeTries })], 'a', now)).toBe('LOCKED');
  });

  test('has to be typed and has to be sent', () => {
    expect(judgeCode([sent('a', 0)], null, now)).toBe('MISSING');
    expect(judgeCode([], 'a', now)).toBe('NONE_SENT');
  });
});

describe('the proof that a quote asks for', () => {
  const policy = { proof: 'TYPED', codeFrom: 500_000 } as const;
  test.each([
    [{ proof: null, gross: 499_999 }, 'TYPED'],
    [{ proof: null, gross: 500_000 }, 'CODE'],
    [{ proof: 'NONE', gross: 500_000 }, 'NONE'],
    [{ proof: 'CODE', gross: 1 }, 'CODE'],
  ] as const)('of %o is %s', (quote, proof) => {
    expect(proofFor(policy, quote)).toBe(proof);
  });
  test('is the company’s way where no limit is set', () => {
    expect(proofFor({ proof: 'NONE', codeFrom: null }, { proof: null, gross: 10 ** 12 })).toBe('NONE');
  });
});
