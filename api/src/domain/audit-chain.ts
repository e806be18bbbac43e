/**
 * The audit log as a chain: each entry is sealed with a hash over the hash of its own text and the seal before it. Change one letter of
 * Monday's entry, and every seal since Monday is wrong; cut off the end, and the head that was mailed to the owner on Tuesday
 * is missing. The words of an entry stand in the chain as a hash with a salt: when somebody's data are erased, words and salt go, and
 * every seal stays what it was. What a chain that one keeps oneself proves is that nobody changed it since a head left the house, and no more.
 */
import { canonical } from './canonical.ts';
import { erasedWord } from './erased-words.ts';

/** One entry as it was written; facts are JSON text. The salt is null once its words were erased. */
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
  salt: string | null;
  wordsHash: string;
}>;

/** SHA-256, hexadecimal. */
type HashOf = (text: string) => string;

/** A link of the chain: the how manieth entry (from 1), which one, and its seal. */
export type AuditSeal = Readonly<{ seq: number; auditId: string; hash: string }>;

/** The seal that the first entry follows. */
export const chainStart = '0'.repeat(64);

/** What an erasure takes: the hash of this text is `wordsHash`. */
export const wordsText = ({ text, facts, salt }: Pick<AuditText, 'text' | 'facts' | 'salt'>): string =>
  canonical({ text, facts, salt });

/** Whether the entry says what it said when it was written, or nothing any more. */
export const isAsWritten = (entry: AuditText, hashOf: HashOf): boolean =>
  entry.salt === null
    ? entry.text === erasedWord && entry.facts === '{}'
    : hashOf(wordsText(entry)) === entry.wordsHash;

/** The text of an entry that is hashed (SHA-256) before anything else. */
export function entryText({ text: _text, facts: _facts, salt: _salt, ...entry }: AuditText): string {
  return canonical(entry);
}

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
 * looked up by id.
 */
export function firstBreak(
  before: Readonly<{ seq: number; hash: string }>,
  seals: readonly AuditSeal[],
  entries: ReadonlyMap<string, AuditText>,
  hashOf: HashOf,
): ChainBreak | null {
  let last = before;
  for (const seal of seals) {
    if (seal.seq !== last.seq + 1) return { seq: last.seq + 1, reason: 'GAP' };
    const entry = entries.get(seal.auditId);
    if (entry === undefined) return { seq: seal.seq, reason: 'MISSING' };
    const fits = hashOf(sealText(last.hash, seal.seq, hashOf(entryText(entry)))) === seal.hash;
    if (!fits || !isAsWritten(entry, hashOf)) return { seq: seal.seq, reason: 'CHANGED' };
    last = seal;
  }
  return null;
}
