/**
 * The one-time code that proves a mailbox: six digits by mail, good for ten minutes and five tries, and only the newest counts.
 * A customer who asks twice and types the first code is told that it is an old one; after five wrong tries even the right
 * code is refused until a new one is sent.
 */

/** How the signer's mailbox is proven; each is described in schema/settings.graphql. */
export const mailboxProofs = ['NONE', 'TYPED', 'CODE'] as const;

/** One of the ways. */
export type MailboxProof = (typeof mailboxProofs)[number];

/** For how long a code is good. */
export const codeMinutes = 10;

/** How many wrong tries a code survives. */
export const codeTries = 5;

/** How many codes can be sent for one quote within an hour. */
export const codesPerHour = 5;

/** A code that was sent; times in milliseconds since 1970. The code itself is kept as a keyed hash. */
export type SentCode = Readonly<{ hash: string; sentAt: number; tries: number; usedAt: number | null }>;

/** What a typed code is worth. */
export type CodeVerdict = 'GOOD' | 'MISSING' | 'NONE_SENT' | 'OUT_OF_TIME' | 'LOCKED' | 'OLD' | 'WRONG';

/**
 * Judges the hash of the typed code (null when none was typed) against the codes that were sent, newest first. Only `WRONG` and
 * `OLD` count as a try. The order matters: a locked code says so whatever is typed, or guessing would go on unseen.
 */
export function judgeCode(sent: readonly SentCode[], typed: string | null, now: number): CodeVerdict {
  if (typed === null) return 'MISSING';
  const [newest, ...older] = sent;
  if (newest === undefined || newest.usedAt !== null) return 'NONE_SENT';
  if (newest.tries >= codeTries) return 'LOCKED';
  if (now >= newest.sentAt + codeMinutes * 60_000) return 'OUT_OF_TIME';
  if (typed === newest.hash) return 'GOOD';
  return older.some((code) => code.hash === typed) ? 'OLD' : 'WRONG';
}

/** The way in which a quote asks for proof: as it says itself, else a code from the company's limit on, else the company's way. */
export function proofFor(
  policy: Readonly<{ proof: MailboxProof; codeFrom: number | null }>,
  quote: Readonly<{ proof: MailboxProof | null; gross: number }>,
): MailboxProof {
  if (quote.proof !== null) return quote.proof;
  if (policy.codeFrom !== null && quote.gross >= policy.codeFrom) return 'CODE';
  return policy.proof;
}
