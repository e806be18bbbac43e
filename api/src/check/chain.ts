import { entryHashes } from '../audit/entry-hashes.ts';
import { isUnsealed, unsealedFrom } from '../audit/unsealed.ts';
import type { Sql } from '../db/database.ts';
import { chainStart, firstBreak } from '../domain/audit-chain.ts';
import { sha256 } from '../sha256.ts';
import type { Finding } from './check.ts';

const batch = 500;
const everyPosting = 'every posting of the book has its seal';

/** Walks the whole chain over history and book, in batches, and holds the heads against it that were mailed to the owner. */
export async function* brokenChain(query: Sql): AsyncGenerator<Finding> {
  const anchors = await query
    .selectFrom('auditAnchor')
    .select(['day', 'seq', 'hash'])
    .orderBy('seq')
    .execute();
  const heads = new Map(anchors.map((anchor) => [anchor.seq, anchor.hash]));
  let before = { seq: 0, hash: chainStart };
  for (;;) {
    const seals = await query
      .selectFrom('auditSeal')
      .select(['seq', 'entryId', 'hash'])
      .where('seq', '>', before.seq)
      .orderBy('seq')
      .limit(batch)
      .execute();
    const { history, book } = await entryHashes(query, seals);
    const found = firstBreak(before, seals, new Map([...book, ...history]), sha256);
    if (found !== null) {
      const id = seals.find(({ seq }) => seq === found.seq)?.entryId;
      yield {
        name: `the history and the book are unbroken (${found.reason.toLowerCase()})`,
        subject: `entry ${found.seq}${id === undefined ? '' : `, ${book.has(id) ? 'posting ' : ''}${id}`}`,
      };
      return;
    }
    // A seal is of one entry. Whoever gives a posting the id of an entry that is sealed has none for it.
    for (const id of book.keys()) if (history.has(id)) yield { name: everyPosting, subject: id };
    for (const seal of seals) {
      const head = heads.get(seal.seq);
      if (head !== undefined && head !== seal.hash)
        yield { name: 'the history has the fingerprint that was mailed', subject: `entry ${seal.seq}` };
    }
    const last = seals.at(-1);
    if (last !== undefined) before = last;
    if (seals.length < batch) break;
  }
  const cut = anchors.find((anchor) => anchor.seq > before.seq);
  if (cut !== undefined)
    yield { name: 'the history reaches to the fingerprint that was mailed', subject: cut.day };
  yield* unsealed(query);
}

/** What came so late that nobody will ever seal it was put in behind our back. */
async function* unsealed(query: Sql): AsyncGenerator<Finding> {
  const last = await query
    .selectFrom('auditSeal')
    .select(['entryId', 'sealedAt'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return;
  const from = unsealedFrom(last);
  const entries = await query
    .selectFrom('audit')
    .select('id')
    .where('id', '<', from)
    .where(isUnsealed('audit'))
    .orderBy('id')
    .limit(batch)
    .execute();
  for (const { id } of entries) yield { name: 'every entry of the history has its seal', subject: id };
  const postings = await query
    .selectFrom('ledgerEntry')
    .select('id')
    .where('id', '<', from)
    .where(isUnsealed('ledgerEntry'))
    .orderBy('id')
    .limit(batch)
    .execute();
  for (const { id } of postings) yield { name: everyPosting, subject: id };
}
