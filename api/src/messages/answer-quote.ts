import { sha256 } from '../sha256.ts';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { textProblem } from '../domain/text-limits.ts';
import { notFound } from '../fault.ts';
import { freshLinkTo } from '../links/fresh-link-to.ts';
import { queueMails } from '../mails/queue-mails.ts';
import { findQuote } from '../quotes/find-quote.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { readQuote } from '../quotes/quotes.ts';
import { settleByAction } from '../review/settle-by-action.ts';
import { requirePermission } from '../staff/require.ts';
import type { AnswerQuoteInput } from './message.type.ts';
import { addMessage } from './new-message.ts';

/** Answers the customer by mail and on the page of the quote; what the customer's messages had put before staff is settled. */
export async function answerQuote(ctx: Ctx, input: AnswerQuoteInput): Promise<Row<Quote> | Refusal> {
  const staff = requirePermission(ctx, 'WRITE_QUOTES');
  const problem = textProblem('text', input.text, 5_000, 1);
  if (problem !== null) return problem;
  const { idempotencyKey, ...rest } = input;
  const request = {
    scope: `staff:${staff.id}:answer`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify(rest)),
  };
  const answer = await ctx.db.transaction(async ({ sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const quote = await findQuote(query, input.id);
    if (quote === undefined) throw notFound();
    const sent = await newestSent(query, quote);
    if (sent === undefined || sent.sentTo === null) {
      return refuse('QUOTE_NOT_OPEN', 'This quote was not sent yet, so there is nobody to answer.');
    }
    const about = { quoteId: sent.id, invoiceId: null, customerId: sent.customerId, recipient: sent.sentTo };
    const recipient = await freshLinkTo(ctx, query, about);
    if (isRefusal(recipient)) return recipient;
    const messageId = await addMessage(ctx, query, sent, {
      kind: 'ANSWER',
      author: staff.name,
      text: input.text,
    });
    await record(ctx, query, {
      action: 'quote.answered',
      text: 'Answered the customer',
      quoteId: sent.id,
      customerId: sent.customerId,
    });
    await queueMails(ctx, query, {
      kind: 'QUOTE_ANSWER',
      quoteId: sent.id,
      customerId: sent.customerId,
      quoteMessageId: messageId,
      recipient,
      dedupeKey: `answer:${messageId}`,
    });
    await settleByAction(ctx, query, quote.familyId, {
      actions: ['ANSWER'],
      how: 'The customer was answered.',
    });
    const made = { id: messageId };
    await keepAnswer(query, request, made, ctx.now);
    return made;
  });
  if (isRefusal(answer)) return answer;
  ctx.nudge();
  return readQuote(ctx, input.id);
}

/** The version that the customer has, which is where the mail's link leads. */
const newestSent = (query: Sql, quote: Row<Quote>): Promise<Row<Quote> | undefined> =>
  query
    .selectFrom('quote')
    .selectAll()
    .where('familyId', '=', quote.familyId)
    .where('number', 'is not', null)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
