/**
 * The audit log as a chain: each entry is sealed with a hash over the hash of its own text and the seal before it. Change one letter of
 * Monday's entry, and every seal since Monday is wrong; cut off the end, and the head that was mailed to the owner on Tuesday
 * is missing. What a chain that one keeps oneself proves is that nobody changed it since a head left the house, and no more.
 */
import { canonical } from './canonical.ts';

/** One entry as it was written; facts are JSON text. */
export type AuditText = Readonly<{
  id: string;
  at: string;
  actor: string;
  staffId: string | null;
  action: string;
  text: string;
  quoteId: string | null;
  invoiceId: string | null;
  customerId: string | null;
  facts: string;
}>;

/** A link of the chain: the how manieth entry (from 1), which one, and its seal. */
export type AuditSeal = Readonly<{ seq: number; auditId: string; hash: string }>;

/** The seal that the first entry follows. */
export const chainStart = '0'.repeat(64);

/** The text of an entry that is hashed (SHA-256) before anything else. */
export const entryText = (entry: AuditText): string => canonical(entry);

/**
 * The text whose hash is the seal of the entry at this place, after the seal before it. It holds the hash of the entry and not
 * the entry, so that a stranger can walk the chain past entries that are none of their business.
 */
export const sealText = (before: string, seq: number, entryHash: string): string =>
  canonical({ before, seq, entry: entryHash });

/** What is wrong with a piece of the chain. */
export type ChainBreak = Readonly<{ seq: number; reason: 'GAP' | 'MISSING' | 'CHANGED' }>;

/**
 * The first place where a piece of the chain does not hold, or null. `before` is the place and seal that it follows; entries are
 * looked up by id, and `hashOf` is SHA-256, hexadecimal.
 */
export function firstBreak(
  before: Readonly<{ seq: number; hash: string }>,
  seals: readonly AuditSeal[],
  entries: ReadonlyMap<string, AuditText>,
  hashOf: (text: string) => string,
): ChainBreak | null {
  let last = before;
  for (const seal of seals) {
    if (seal.seq !== last.seq + 1) return { seq: last.seq + 1, reason: 'GAP' };
    const entry = entries.get(seal.auditId);
    if (entry === undefined) return { seq: seal.seq, reason: 'MISSING' };
    if (hashOf(sealText(last.hash, seal.seq, hashOf(entryText(entry)))) !== seal.hash)
      return { seq: seal.seq, reason: 'CHANGED' };
    last = seal;
  }
  return null;
}
