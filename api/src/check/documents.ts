import { isSignedBy } from '../adapters/signing-key.ts';
import type { Sql } from '../db/database.ts';
import { keptDocumentText } from '../domain/kept-document.ts';
import { sha256 } from '../sha256.ts';

const batch = 500;

/** Reads every kept PDF again, one at a time, and asks whether it is what was signed when it was kept. */
export async function* brokenDocuments(query: Sql): AsyncGenerator<{ name: string; subject: string }> {
  const known = await query.selectFrom('signingKey').select(['id', 'publicKey']).execute();
  const keys = new Map(known.map(({ id, publicKey }) => [id, publicKey]));
  for (let after = ''; ;) {
    const rows = await query
      .selectFrom('document')
      .select(['id', 'kind', 'subjectId', 'version', 'filename', 'sha256', 'signature', 'keyId', 'erasureId'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute();
    for (const row of rows) {
      const subject = `${row.kind} ${row.filename}`;
      if (!isSignedBy(keys.get(row.keyId) ?? '', keptDocumentText(row), row.signature))
        yield { name: 'a kept document is signed with a key of ours', subject };
      // Its hash and signature are still those of the paper that was; its bytes are gone.
      if (row.erasureId !== null) continue;
      const kept = await query
        .selectFrom('document')
        .select('bytes')
        .where('id', '=', row.id)
        .executeTakeFirst();
      if (kept !== undefined && sha256(kept.bytes) !== row.sha256)
        yield { name: 'a kept document matches its hash', subject };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = last.id;
  }
}
