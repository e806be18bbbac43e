import { storedBlob } from '../attachments/blobs.ts';
import type { Sql } from '../db/database.ts';
import type { Proof } from '../domain/payment-proof.ts';
import { sha256 } from '../sha256.ts';

/** Reads every stored file again, one at a time: a quote's seal names them by their hash. Yields what does not hold. */
export async function* brokenBlobs(query: Sql): AsyncGenerator<{ name: string; subject: string }> {
  const rows = await query.selectFrom('blob').select('hash').orderBy('hash').execute();
  for (const { hash } of rows) {
    const blob = await storedBlob(query, hash);
    if (blob !== null && sha256(blob.bytes) !== hash)
      yield { name: 'a stored file matches its hash', subject: hash };
  }
  const claims = await query
    .selectFrom('payment')
    .select(['id', 'proofs'])
    .where('proofs', '<>', '[]')
    .execute();
  for (const { id, proofs } of claims) {
    for (const { hash } of JSON.parse(proofs) as Proof[])
      if ((await storedBlob(query, hash)) === null)
        yield { name: 'the files of a claim are there', subject: id };
  }
}
