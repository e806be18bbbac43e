import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { later } from '../db/instant.ts';
import { codeMinutes, codesPerHour } from '../domain/signing-code.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { queueCode } from '../mails/queue-mails.ts';
import { quoteOfLink } from '../portal/quote-of-link.ts';
import { shortened } from '../portal/shortened.ts';
import { requireQuoteLink } from '../staff/require.ts';
import { codeHash } from './code-hash.ts';

export type SigningCodeSent = { sentTo: string; minutes: number };

/** Sends a new code to the address on file. It is the newest from now on, so the ones before are good for nothing. */
export async function requestSigningCode(
  ctx: Ctx,
  input: { number: string | null },
): Promise<SigningCodeSent | Refusal> {
  const link = requireQuoteLink(ctx);
  const outcome = await ctx.db.transaction(async ({ sql: query }) => {
    const quote = await quoteOfLink(query, link, input.number);
    if (quote.status !== 'OPEN' || quote.sentTo === null) {
      return refuse('QUOTE_NOT_OPEN', 'This quote cannot be signed any more. Please load the page again.');
    }
    if ((await sentWithinHour(ctx, query, quote.id)) >= codesPerHour) {
      return refuse(
        'TOO_MANY_ATTEMPTS',
        'We have sent you several codes already. Please use the newest one, or try again in an hour.',
      );
    }
    const code = ctx.ids.code();
    await query
      .insertInto('signingCode')
      .values({
        id: ctx.ids.id(),
        quoteId: quote.id,
        linkId: link.linkId,
        hash: codeHash(ctx, quote.id, code),
        sentAt: ctx.now,
        tries: 0,
        usedAt: null,
      })
      .execute();
    await queueCode(ctx, query, {
      quoteId: quote.id,
      customerId: quote.customerId,
      recipient: quote.sentTo,
      code,
    });
    return { sentTo: shortened(quote.sentTo), minutes: codeMinutes };
  });
  ctx.nudge();
  return outcome;
}

async function sentWithinHour(ctx: Ctx, query: Sql, quoteId: string): Promise<number> {
  const { count } = await query
    .selectFrom('signingCode')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('quoteId', '=', quoteId)
    .where('sentAt', '>', later(ctx.now, -60 * 60_000))
    .executeTakeFirstOrThrow();
  return Number(count);
}
