import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { type CodeVerdict, judgeCode } from '../domain/signing-code.ts';
import { codeHash } from './code-hash.ts';

/** What was typed, held against the codes that were sent; a wrong one counts as a try, whatever else becomes of the signature. */
export async function tryCode(
  ctx: Ctx,
  query: Sql,
  quoteId: string,
  code: string | null,
): Promise<CodeVerdict> {
  const sent = await query
    .selectFrom('signingCode')
    .selectAll()
    .where('quoteId', '=', quoteId)
    .orderBy('id', 'desc')
    .limit(10)
    .execute();
  const verdict = judgeCode(
    sent.map((row) => ({
      ...row,
      sentAt: Date.parse(row.sentAt),
      usedAt: row.usedAt === null ? null : Date.parse(row.usedAt),
    })),
    code === null || code.trim() === '' ? null : codeHash(ctx, quoteId, code),
    Date.parse(ctx.now),
  );
  const [newest] = sent;
  if (newest !== undefined && (verdict === 'WRONG' || verdict === 'OLD')) {
    await query
      .updateTable('signingCode')
      .set({ tries: sql`tries + 1` })
      .where('id', '=', newest.id)
      .execute();
  }
  return verdict;
}

/** A code is used up with the signature that it proved. */
export async function useCode(ctx: Ctx, query: Sql, quoteId: string): Promise<void> {
  await query
    .updateTable('signingCode')
    .set({ usedAt: ctx.now })
    .where('quoteId', '=', quoteId)
    .where('usedAt', 'is', null)
    .execute();
}
