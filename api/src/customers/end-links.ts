import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';

/**
 * Ends every link that was sent to mailboxes which are not the customer's any more, in the transaction that takes them off the
 * file; so they are dead at once on every server. Each quote tells it in its history, and the customer's tells it for all.
 */
export async function endLinksTo(
  ctx: Ctx,
  query: Sql,
  customerId: string,
  mailboxes: readonly string[],
): Promise<void> {
  if (mailboxes.length === 0) return;
  const ended = await query
    .updateTable('link')
    .set({ revokedAt: ctx.now })
    .where('customerId', '=', customerId)
    .where('email', 'in', mailboxes)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', ctx.now)
    .returning(['quoteId', 'email'])
    .execute();
  const quotes = new Map(ended.map(({ quoteId, email }) => [`${quoteId} ${email}`, { quoteId, email }]));
  for (const { quoteId, email } of quotes.values())
    await record(ctx, query, {
      action: 'link.revoked',
      text: `Ended the links that were sent to ${email}, which is no address of the customer any more`,
      ...(quoteId !== null && { quoteId }),
      customerId,
      facts: { email },
    });
}
