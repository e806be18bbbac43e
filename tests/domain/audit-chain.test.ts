import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AuditSeal,
  type AuditText,
  chainStart,
  entryText,
  firstBreak,
  sealText,
  wordsText,
} from '../../api/src/domain/audit-chain.ts';
import { cases } from './arbitraries.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const start = { seq: 0, hash: chainStart };

const words = (text: string) => {
  const said = { text, facts: '{}', salt: 'pepper' };
  return { ...said, wordsHash: hashOf(wordsText(said)) };
};
const entry = (id: number, text = `Step ${id}`): AuditText => ({
  ...words(text),
  id: `entry-${id}`,
  at: '2026-11-21T01:00:00.000Z',
  actor: 'Olivia',
  staffId: null,
  action: 'quote.changed',
  quoteId: 'quote-1',
  invoiceId: null,
  customerId: null,
});

function chainOf(entries: readonly AuditText[]): AuditSeal[] {
  let before = chainStart;
  return entries.map((one, index) => {
    before = hashOf(sealText(before, index + 1, hashOf(entryText(one))));
    return { seq: index + 1, auditId: one.id, hash: before };
  });
}

const entries = Array.from({ length: 12 }, (_, index) => entry(index + 1));
const seals = chainOf(entries);
const byId = (list: readonly AuditText[]) => new Map(list.map((one) => [one.id, one]));

describe('the chain over the history', () => {
  test('holds from its start, and from any place in the middle', () => {
    expect(firstBreak(start, seals, byId(entries), hashOf)).toBeNull();
    expect(firstBreak(seals[4] ?? start, seals.slice(5), byId(entries), hashOf)).toBeNull();
  });

  test('EV-07: holds when words were erased with their salt, and not when they were merely changed', () => {
    const with4 = (changes: Partial<AuditText>) =>
      firstBreak(
        start,
        seals,
        byId(entries.map((one) => (one.id === 'entry-4' ? { ...one, ...changes } : one))),
        hashOf,
      );
    const changed = { seq: 4, reason: 'CHANGED' };
    expect(with4({ text: 'Erased', facts: '{}', salt: null })).toBeNull();
    expect(with4({ text: 'Erased', facts: '{}' })).toEqual(changed);
    expect(with4({ text: 'Another step', salt: null })).toEqual(changed);
    expect(with4({ salt: 'another' })).toEqual(changed);
    const said = { text: 'Another step', facts: '{}', salt: 'pepper' };
    expect(with4({ ...said, wordsHash: hashOf(wordsText(said)) })).toEqual(changed);
    expect(with4({ text: 'Erased', facts: '{}', salt: null, actor: 'Eve' })).toEqual(changed);
  });

  test('names the first entry that was changed', () => {
    const changed = entries.map((one) => (one.id === 'entry-4' ? { ...one, text: 'Step four' } : one));
    expect(firstBreak(start, seals, byId(changed), hashOf)).toEqual({ seq: 4, reason: 'CHANGED' });
  });

  test('names the place of an entry that was deleted, of a seal that was left out, and of two that were swapped', () => {
    const without = entries.filter((one) => one.id !== 'entry-7');
    expect(firstBreak(start, seals, byId(without), hashOf)).toEqual({ seq: 7, reason: 'MISSING' });
    expect(firstBreak(start, seals.toSpliced(6, 1), byId(entries), hashOf)).toEqual({
      seq: 7,
      reason: 'GAP',
    });
    const swapped = seals.with(2, { ...seals[3]!, seq: 3 }).with(3, { ...seals[2]!, seq: 4 });
    expect(firstBreak(start, swapped, byId(entries), hashOf)).toEqual({ seq: 3, reason: 'CHANGED' });
  });

  test('EV-01: whatever one field is changed to, it is found at that entry', () => {
    const field = fc.constantFrom('at', 'actor', 'action', 'text', 'quoteId', 'facts' as const);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), field, fc.string(), (at, name, value) => {
        const victim = entries[at] ?? entry(0);
        fc.pre(victim[name as 'text'] !== value);
        const forged = entries.with(at, { ...victim, [name]: value });
        expect(firstBreak(start, seals, byId(forged), hashOf)).toEqual({ seq: at + 1, reason: 'CHANGED' });
      }),
      cases(500),
    );
  });
});
