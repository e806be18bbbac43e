/**
 * The audit log and the ledger as one chain: each entry is sealed with a hash over the hash of its own text and the seal before it.
 * Change one letter of Monday's entry or one cent of Monday's posting, and every seal since Monday is wrong; cut off the end, and the
 * head that was mailed to the owner on Tuesday is missing. The words of an entry stand in the chain as a hash with a salt: when somebody's data are erased, words and salt go, and
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

/** One posting of the ledger as it was written, see ledger.ts: all of it, because it names no customer and nothing of it is ever erased. */
export type PostingText = Readonly<{
  id: string;
  kind: string;
  debit: string;
  credit: string;
  amount: number;
  currency: string;
  customerId: string;
  invoiceId: string | null;
  paymentId: string | null;
  refundId: string | null;
  creditNoteId: string | null;
  disputeId: string | null;
  at: string;
  by: string;
}>;

/** SHA-256, hexadecimal. */
type HashOf = (text: string) => string;

/** A link of the chain: the how manieth entry (from 1), which one, and its seal. */
export type AuditSeal = Readonly<{ seq: number; entryId: string; hash: string }>;

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

/** The hash of an entry as it stands now; empty, which fits no seal, when its words are not those that it was written with. */
export const entryHash = (entry: AuditText, hashOf: HashOf): string =>
  isAsWritten(entry, hashOf) ? hashOf(entryText(entry)) : '';

/** The text of a posting that is hashed; no entry of the history has the same, because its members have other names. */
export const postingText = (posting: PostingText): string => canonical(posting);

/**
 * The text whose hash is the seal of the entry at this place, after the seal before it. It holds the hash of the entry and not
 * the entry, so that a stranger can walk the chain past entries that are none of their business.
 */
export const sealText = (before: string, seq: number, entryHash: string): string =>
  canonical({ before, seq, entry: entryHash });

/** What is wrong with a piece of the chain. */
export type ChainBreak = Readonly<{ seq: number; reason: 'GAP' | 'MISSING' | 'CHANGED' }>;

/**
 * The first place where a piece of the chain does not hold, or null. `before` is the place and seal that it follows; `hashes` has,
 * by id, the hash of each entry or posting as it stands now, which is empty where it cannot be what was sealed.
 */
export function firstBreak(
  before: Readonly<{ seq: number; hash: string }>,
  seals: readonly AuditSeal[],
  hashes: ReadonlyMap<string, string>,
  hashOf: HashOf,
): ChainBreak | null {
  let last = before;
  for (const seal of seals) {
    if (seal.seq !== last.seq + 1) return { seq: last.seq + 1, reason: 'GAP' };
    const hash = hashes.get(seal.entryId);
    if (hash === undefined) return { seq: seal.seq, reason: 'MISSING' };
    if (hash === '' || hashOf(sealText(last.hash, seal.seq, hash)) !== seal.hash)
      return { seq: seal.seq, reason: 'CHANGED' };
    last = seal;
  }
  return null;
}
