import type { Sql } from '../db/database.ts';
import type { Instant } from '../db/instant.ts';
import { sha256 } from '../sha256.ts';

export type Blob = { contentType: string; bytes: Uint8Array };

/** The bytes of this hash, or null. Bytes that were changed behind our back are not handed out under it. */
export async function readBlob(query: Sql, hash: string): Promise<Blob | null> {
  const blob = await storedBlob(query, hash);
  if (blob !== null && sha256(blob.bytes) !== hash)
    throw new Error(`The kept file ${hash} does not match its hash`);
  return blob;
}

/** What is stored under this hash, whether it is that or not; or null. */
export async function storedBlob(query: Sql, hash: string): Promise<Blob | null> {
  const row = await query
    .selectFrom('blob')
    .select(['contentType', 'bytes'])
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps bytes, once however often they come, and gives their hash. */
export async function keepBlob(query: Sql, { bytes, contentType }: Blob, now: Instant): Promise<string> {
  const hash = sha256(bytes);
  await query
    .insertInto('blob')
    .values({ hash, contentType, size: bytes.length, bytes: Buffer.from(bytes), createdAt: now })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
  return hash;
}

/** Lets go of bytes that nothing refers to any more: a file that was attached by mistake must not stay with us. */
export async function dropUnusedBlob(query: Sql, hash: string): Promise<void> {
  await query
    .deleteFrom('blob')
    .where('hash', '=', hash)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('attachment').select('id').where('attachment.hash', '=', hash))),
    )
    .where(({ not, exists, selectFrom }) =>
      // A bank's file is kept until it was imported.
      not(
        exists(
          selectFrom('bankStatement')
            .select('bankStatement.id')
            .where('bankStatement.hash', '=', hash)
            .where('bankStatement.status', '<>', 'IMPORTED'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('logo').select('logo.hash').where('logo.hash', '=', hash))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('payment').select('payment.id').where('proofs', 'like', `%${hash}%`))),
    )
    .execute();
}
