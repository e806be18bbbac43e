import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { instant } from '../db/instant.ts';
import type { Row } from '../db/entities.ts';
import { sameMailbox } from '../domain/mailbox.ts';
import { dueFollowUp, type FollowUpStep, followUpsOf } from '../domain/follow-up.ts';
import { today } from '../domain/zone.ts';
import { addressesOf } from '../mails/mail-standing.ts';
import { queueMails } from '../mails/queue-mails.ts';
import { unwantedSince } from '../mails/unwanted.ts';
import { enqueue } from '../outbox/outbox.ts';
import { findQuote } from '../quotes/find-quote.ts';
import type { Quote } from '../quotes/quote.entity.ts';

export type FollowUp = { quoteId: string; step: FollowUpStep };

/** Promises the mails that ask kindly after a quote; whether each is still wanted is decided when its time has come. */
export async function promiseFollowUps(
  ctx: Ctx,
  query: Sql,
  quote: Pick<Row<Quote>, 'id' | 'validUntil' | 'approvedAt'>,
): Promise<void> {
  const jobs = stepsOf(ctx, quote).map(({ step, at }) => ({
    name: 'follow-up-quote' as const,
    payload: { quoteId: quote.id, step },
    dedupeKey: `follow-up:${quote.id}:${step}:${instant(at)}`,
    runAt: instant(at),
  }));
  if (jobs.length > 0) await enqueue(ctx, query, ...jobs);
}

const stepsOf = (ctx: Ctx, { approvedAt, validUntil }: Pick<Row<Quote>, 'validUntil' | 'approvedAt'>) =>
  followUpsOf(
    today(new Date(approvedAt ?? ctx.now), ctx.company.timeZone),
    validUntil,
    ctx.company.timeZone,
    {
      afterDays: JSON.parse(ctx.company.quoteFollowUpDays) as number[],
      beforeExpiryDays: ctx.company.expiryNoticeDays,
    },
  );

/**
 * The time of a follow-up has come. It goes out once per step, and not at all when the quote is settled or expired, when the
 * customer said anything since it was sent, has another mailbox now or reported a mail as unwanted, or when a later step is due as well (after days of downtime one mail is enough).
 */
export async function followUpQuote(ctx: Ctx, { quoteId, step }: FollowUp): Promise<void> {
  await ctx.db.transaction(async ({ sql: query }) => {
    const quote = await findQuote(query, quoteId);
    if (quote === undefined || quote.approvedAt === null) return;
    const reply = await query
      .selectFrom('quoteMessage')
      .select('id')
      .where('familyId', '=', quote.familyId)
      .where('kind', '!=', 'ANSWER')
      .where('at', '>=', quote.approvedAt)
      .limit(1)
      .executeTakeFirst();
    const due = dueFollowUp(quote, stepsOf(ctx, quote), {
      now: new Date(ctx.now),
      today: ctx.today,
      hasReplied: reply !== undefined,
    });
    if (due?.step !== step) return;
    const kind = step === 'BEFORE_EXPIRY' ? 'QUOTE_EXPIRES_SOON' : 'QUOTE_FOLLOW_UP';
    const sent = await query
      .selectFrom('mail')
      .select('id')
      .where('quoteId', '=', quoteId)
      .where('kind', '=', kind)
      .where('queuedAt', '>=', instant(due.at))
      .limit(1)
      .executeTakeFirst();
    // A job may run twice; the mail goes out once.
    if (sent !== undefined || (await unwantedSince(query, quote.sentTo ?? '')) !== null) return;
    // Who can sign is bound to that mailbox; when it is not the customer's any more, staff have to revise.
    const onFile = await addressesOf(query, quote.customerId);
    if (!onFile.some((address) => sameMailbox(address, quote.sentTo ?? ''))) return;
    await queueMails(ctx, query, {
      kind,
      quoteId,
      customerId: quote.customerId,
      recipient: quote.sentTo ?? '',
      dedupeKey: `follow-up:${quoteId}:${instant(due.at)}`,
    });
  });
}
