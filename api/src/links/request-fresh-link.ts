import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { sha256 } from '../sha256.ts';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { mailAccountLink } from '../customers/account-link.ts';
import type { Sql } from '../db/database.ts';
import { later } from '../db/instant.ts';
import { sameMailbox } from '../domain/mailbox.ts';
import { isRefusal } from '../domain/refusal.ts';
import { queueMails } from '../mails/queue-mails.ts';
import { networkOf } from '../network.ts';
import { freshLinkTo } from './fresh-link-to.ts';

export type LostLink = { token: string | null; number: string | null; email: string | null };

const hour = 60 * 60;
const perAddress = new RateLimiterMemory({ points: 30, duration: hour });
const mailsPerHour = 3;

/**
 * A customer has lost a link, or it is over. The answer is the same whatever happens, so nobody learns what exists; the mail
 * goes to the address that the document was sent to, or to the one on file when that is not the customer's any more; so whoever
 * holds a dead link gains nothing.
 */
export async function requestFreshLink(ctx: Ctx, lost: LostLink): Promise<true> {
  if (await isTooMany(ctx.client.ip)) return true;
  const sent = await ctx.db.transaction(async ({ sql: query }) => {
    const account = lost.token === null ? undefined : await accountByToken(query, lost.token);
    if (account !== undefined) return (await mailAccountLink(ctx, query, account)) === null;
    const found = lost.token === null ? await byNumber(query, lost) : await byToken(query, lost.token);
    if (found === undefined) return false;
    const { quoteId, invoiceId, customerId } = found;
    const recipient = await freshLinkTo(ctx, query, found);
    if (isRefusal(recipient) || (await wasJustSent(ctx, query, { customerId, recipient }))) return false;
    await queueMails(ctx, query, {
      kind: 'FRESH_LINK',
      quoteId,
      customerId,
      ...(invoiceId !== null && { invoiceId }),
      recipient,
      dedupeKey: `fresh-link:${ctx.ids.id()}`,
    });
    await record(ctx, query, {
      action: 'link.sent',
      text: `Sent a fresh link to ${recipient}, as the customer asked`,
      actor: 'Customer',
      ...(quoteId === null ? {} : { quoteId }),
      customerId,
    });
    return true;
  });
  if (sent) ctx.nudge();
  return true;
}

type Found = { quoteId: string | null; invoiceId: string | null; customerId: string; recipient: string };

/** By an old token, whatever became of it: it still says which document and which mailbox. */
async function byToken(query: Sql, token: string): Promise<Found | undefined> {
  return query
    .selectFrom('link')
    .select(['quoteId', 'invoiceId', 'customerId', 'email as recipient'])
    .where('tokenHash', '=', sha256(token))
    .where('purpose', '<>', 'ACCOUNT')
    .executeTakeFirst();
}

/** The customer of an old link to everything; the fresh one goes to the address that is on file now. */
const accountByToken = (query: Sql, token: string) =>
  query
    .selectFrom('link')
    .innerJoin('customer', 'customer.id', 'link.customerId')
    .select(['customer.id', 'customer.email'])
    .where('link.tokenHash', '=', sha256(token))
    .where('link.purpose', '=', 'ACCOUNT')
    .executeTakeFirst();

/** By the number of a quote or an invoice and the address that it was sent to. */
async function byNumber(query: Sql, { number, email }: LostLink): Promise<Found | undefined> {
  if (number === null || email === null) return undefined;
  // as somebody types it on a phone
  const typed = number.trim().toUpperCase();
  const invoice = await query
    .selectFrom('invoice')
    .select(['quoteId', 'id as invoiceId', 'customerId', 'recipient'])
    .where('number', '=', typed)
    .executeTakeFirst();
  const found =
    invoice ??
    (await query
      .selectFrom('quote')
      .select(['id as quoteId', 'customerId', 'sentTo as recipient'])
      .where('number', '=', typed)
      .executeTakeFirst());
  if (found === undefined || found.recipient === null || !sameMailbox(found.recipient, email))
    return undefined;
  return { ...found, invoiceId: invoice?.invoiceId ?? null, recipient: found.recipient };
}

/** Nobody's mailbox is filled by somebody who clicks. */
async function wasJustSent(
  ctx: Ctx,
  query: Sql,
  { customerId, recipient }: Pick<Found, 'customerId' | 'recipient'>,
): Promise<boolean> {
  const { count } = await query
    .selectFrom('mail')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('customerId', '=', customerId)
    .where('kind', '=', 'FRESH_LINK')
    .where('recipient', '=', recipient)
    .where('queuedAt', '>', later(ctx.now, -hour * 1000))
    .executeTakeFirstOrThrow();
  return Number(count) >= mailsPerHour;
}

async function isTooMany(ip: string): Promise<boolean> {
  try {
    await perAddress.consume(networkOf(ip));
    return false;
  } catch (error) {
    if (error instanceof RateLimiterRes) return true;
    throw error;
  }
}
