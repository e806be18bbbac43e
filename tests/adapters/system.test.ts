import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { systemClock, systemIds } from '../../api/src/adapters/system.ts';
import { sha256 } from '../../api/src/sha256.ts';
import { uuidSource } from '../../api/src/adapters/uuid.ts';

describe('ids', () => {
  it('are UUIDs of version 7 that carry the time', () => {
    const id = uuidSource(() => 0x0123_4567_89ab, randomBytes)();
    expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  });

  it('sort by their making, all different, even 20,000 within one millisecond', () => {
    const next = uuidSource(() => 1_700_000_000_000, randomBytes);
    const ids = Array.from({ length: 20_000 }, next);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(20_000);
  });

  it('never go back when the clock does', () => {
    const times = [1000, 1001, 5, 5, 1000, 1002];
    const next = uuidSource(() => times.shift() ?? 0, randomBytes);
    const ids = Array.from({ length: 6 }, next);
    expect(ids.toSorted()).toEqual(ids);
  });

  it('of two processes differ although time and count are the same', () => {
    const [one, other] = [uuidSource(() => 7, randomBytes), uuidSource(() => 7, randomBytes)];
    expect(one().slice(24)).not.toBe(other().slice(24));
  });

  it('from the system begin with the present', () => {
    const before = Date.now();
    const made = parseInt(systemIds.id().replaceAll('-', '').slice(0, 12), 16);
    expect(made).toBeGreaterThanOrEqual(before);
    expect(made).toBeLessThanOrEqual(systemClock.now().getTime() + 1);
  });
});

it('tokens are 256 random bits in 43 characters that need no escaping', () => {
  const tokens = Array.from({ length: 1000 }, systemIds.token);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/u);
  expect(new Set(tokens).size).toBe(1000);
});

it('sha256 of text and of its bytes are the known value', () => {
  const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect([sha256('abc'), sha256(Buffer.from('abc'))]).toEqual([known, known]);
});
