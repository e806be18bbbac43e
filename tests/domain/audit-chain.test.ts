import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AuditSeal,
  type AuditText,
  chainStart,
  entryHash,
  entryText,
  firstBreak,
  type PostingText,
  postingText,
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

const posting = (id: number): PostingText => ({
  id: `entry-${id}`,
  kind: 'PAID',
  debit: 'BANK',
  credit: 'RECEIVABLE',
  amount: 112_470,
  currency: 'AUD',
  customerId: 'customer-1',
  invoiceId: 'invoice-1',
  paymentId: `payment-${id}`,
  refundId: null,
  creditNoteId: null,
  disputeId: null,
  at: '2026-11-21T01:00:00.000Z',
  by: 'Olivia',
});

type Sealed = AuditText | PostingText;
const isPosting = (one: Sealed): one is PostingText => 'debit' in one;
const sealedHash = (one: Sealed): string => hashOf(isPosting(one) ? postingText(one) : entryText(one));

function chainOf(entries: readonly Sealed[]): AuditSeal[] {
  let before = chainStart;
  return entries.map((one, index) => {
    before = hashOf(sealText(before, index + 1, sealedHash(one)));
    return { seq: index + 1, entryId: one.id, hash: before };
  });
}

/** Every third is a posting. */
const entries = Array.from({ length: 12 }, (_, index) =>
  index % 3 === 2 ? posting(index + 1) : entry(index + 1),
);
const seals = chainOf(entries);
const byId = (list: readonly Sealed[]) =>
  new Map(list.map((one) => [one.id, isPosting(one) ? sealedHash(one) : entryHash(one, hashOf)]));
const changedTo = (id: string, changes: object) =>
  byId(entries.map((one) => (one.id === id ? { ...one, ...changes } : one)));

describe('the chain over the history and the book', () => {
  test('holds from its start, and from any place in the middle', () => {
    expect(firstBreak(start, seals, byId(entries), hashOf)).toBeNull();
    expect(firstBreak(seals[4] ?? start, seals.slice(5), byId(entries), hashOf)).toBeNull();
  });

  test('EV-07: holds when words were erased with their salt, and not when they were merely changed', () => {
    const with4 = (changes: Partial<AuditText>) =>
      firstBreak(start, seals, changedTo('entry-4', changes), hashOf);
    const changed = { seq: 4, reason: 'CHANGED' };
    expect(with4({ text: 'Erased', facts: '{}', salt: null })).toBeNull();
    expect(with4({ text: 'Erased', facts: '{}' })).toEqual(changed);
    expect(with4({ text: 'Another step', salt: null })).toEqual(changed);
    expect(with4({ salt: 'another' })).toEqual(changed);
    const said = { text: 'Another step', facts: '{}', salt: 'pepper' };
    expect(with4({ ...said, wordsHash: hashOf(wordsText(said)) })).toEqual(changed);
    expect(with4({ text: 'Erased', facts: '{}', salt: null, actor: 'Eve' })).toEqual(changed);
  });

  test('names the first entry or posting that was changed', () => {
    const changed = changedTo('entry-4', { text: 'Step four' });
    expect(firstBreak(start, seals, changed, hashOf)).toEqual({ seq: 4, reason: 'CHANGED' });
    const other = changedTo('entry-6', { amount: 112_471 });
    expect(firstBreak(start, seals, other, hashOf)).toEqual({ seq: 6, reason: 'CHANGED' });
  });

  test('takes no seal over nothing, which is the hash of what is not as it was', () => {
    const forged = { seq: 1, entryId: 'entry-1', hash: hashOf(sealText(chainStart, 1, '')) };
    expect(firstBreak(start, [forged], new Map([['entry-1', '']]), hashOf)).toEqual({
      seq: 1,
      reason: 'CHANGED',
    });
  });

  test.each([7, 9])('names the place of what was deleted (%i)', (seq) => {
    const without = entries.filter((one) => one.id !== `entry-${seq}`);
    expect(firstBreak(start, seals, byId(without), hashOf)).toEqual({ seq, reason: 'MISSING' });
  });

  test('names the place of a seal that was left out, of one that was put in, and of two that were swapped', () => {
    expect(firstBreak(start, seals.toSpliced(6, 1), byId(entries), hashOf)).toEqual({
      seq: 7,
      reason: 'GAP',
    });
    const more = posting(13);
    const putIn = [
      ...seals.slice(0, 5),
      { seq: 6, entryId: more.id, hash: hashOf(sealText(seals[4]?.hash ?? '', 6, sealedHash(more))) },
      ...seals.slice(5).map((seal) => ({ ...seal, seq: seal.seq + 1 })),
    ];
    expect(firstBreak(start, putIn, byId([...entries, more]), hashOf)).toEqual({ seq: 7, reason: 'CHANGED' });
    const swapped = seals.with(2, { ...seals[3]!, seq: 3 }).with(3, { ...seals[2]!, seq: 4 });
    expect(firstBreak(start, swapped, byId(entries), hashOf)).toEqual({ seq: 3, reason: 'CHANGED' });
  });

  test('EV-01: whatever one field is changed to, it is found at that entry', () => {
    const inHistory = ['at', 'actor', 'action', 'text', 'quoteId', 'facts', 'salt', 'wordsHash'];
    const inBook = Object.keys(posting(0)).filter((name) => name !== 'id');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 11 }),
        fc.nat(),
        fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
        (at, which, value) => {
          const victim = entries[at] ?? entry(0);
          const names = isPosting(victim) ? inBook : inHistory;
          const name = names[which % names.length] ?? '';
          fc.pre(Object.entries(victim).every(([one, was]) => one !== name || was !== value));
          const forged = changedTo(victim.id, { [name]: value });
          expect(firstBreak(start, seals, forged, hashOf)).toEqual({ seq: at + 1, reason: 'CHANGED' });
        },
      ),
      cases(500),
    );
  });

  test('EV-01: two that changed places, whichever they are, are found at the first of them', () => {
    const place = fc.integer({ min: 0, max: 11 });
    fc.assert(
      fc.property(place, place, (one, other) => {
        fc.pre(one < other);
        const [first, second] = [entries[one]!, entries[other]!];
        const swapped = byId(entries);
        swapped.set(first.id, sealedHash(second)).set(second.id, sealedHash(first));
        expect(firstBreak(start, seals, swapped, hashOf)).toEqual({ seq: one + 1, reason: 'CHANGED' });
      }),
      cases(200),
    );
  });
});
