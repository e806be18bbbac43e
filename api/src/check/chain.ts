import { auditText } from '../audit/audit-text.ts';
import type { Sql } from '../db/database.ts';
import { lateness } from '../audit/seal-audit.ts';
import { firstIdOf, later } from '../db/instant.ts';
import { type AuditText, chainStart, firstBreak } from '../domain/audit-chain.ts';
import { sha256 } from '../sha256.ts';

const batch = 500;

/** Walks the whole chain over the history, in batches, and holds the heads against it that were mailed to the owner. */
export async function* brokenChain(query: Sql): AsyncGenerator<{ name: string; subject: string }> {
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
      .select(['seq', 'auditId', 'hash'])
      .where('seq', '>', before.seq)
      .orderBy('seq')
      .limit(batch)
      .execute();
    const entries = new Map<string, AuditText>(
      seals.length === 0
        ? []
        : (
            await query
              .selectFrom('audit')
              .selectAll()
              .where(
                'id',
                'in',
                seals.map((seal) => seal.auditId),
              )
              .execute()
          ).map((row) => [row.id, auditText(row)]),
    );
    const found = firstBreak(before, seals, entries, sha256);
    if (found !== null) {
      yield {
        name: `the history is unbroken (${found.reason.toLowerCase()})`,
        subject: `entry ${found.seq}`,
      };
      return;
    }
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

/** An entry that came so late that nobody will ever seal it was put in behind our back. */
async function* unsealed(query: Sql): AsyncGenerator<{ name: string; subject: string }> {
  const last = await query
    .selectFrom('auditSeal')
    .select('sealedAt')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return;
  const rows = await query
    .selectFrom('audit')
    .select('id')
    .where('id', '<', firstIdOf(later(last.sealedAt, -lateness)))
    .where((row) =>
      row.not(
        row.exists(row.selectFrom('auditSeal').select('seq').whereRef('auditSeal.auditId', '=', 'audit.id')),
      ),
    )
    .orderBy('id')
    .limit(batch)
    .execute();
  for (const { id } of rows) yield { name: 'every entry of the history has its seal', subject: id };
}
