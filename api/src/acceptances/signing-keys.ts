import { record } from '../audit/audit.ts';
import { type Instance, systemContext } from '../context.ts';
import { instant } from '../db/instant.ts';

/**
 * Notes the public half of the key that signs from now on; the halves of keys before stay, so that old records can be checked.
 * Another key than before is a matter for the history: whoever reads it later has to know that the change was meant.
 */
export async function rememberKey(instance: Instance): Promise<void> {
  const { db, signer, clock } = instance;
  const known = await db.read.selectFrom('signingKey').select('id').orderBy('createdAt').execute();
  if (known.some(({ id }) => id === signer.keyId)) return;
  const before = known.at(-1);
  const ctx = before === undefined ? null : await systemContext(instance, 'signing-key');
  await db.transaction(async ({ sql: query }) => {
    const { numInsertedOrUpdatedRows } = await query
      .insertInto('signingKey')
      .values({ id: signer.keyId, publicKey: signer.publicKey, createdAt: instant(clock.now()) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (ctx === null || before === undefined || numInsertedOrUpdatedRows !== 1n) return;
    await record(ctx, query, {
      action: 'signing-key.changed',
      text: `Evidence is signed with the key ${signer.keyId} from now on; what the key ${before.id} signed stays good`,
      facts: { before: before.id, now: signer.keyId },
    });
  });
}
