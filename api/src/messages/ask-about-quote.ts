import { sha256 } from '../sha256.ts';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import { instant } from '../db/instant.ts';
import type { Row } from '../db/entities.ts';
import { askProblem, messagesPerDay, type PortalMessageKind } from '../domain/quote-message.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { textProblem } from '../domain/text-limits.ts';
import { quoteOfLink } from '../portal/quote-of-link.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { raise } from '../review/raise.ts';
import { requireQuoteLink } from '../staff/require.ts';
import { addMessage } from './new-message.ts';

export type Question = {
  idempotencyKey: string;
  number: string | null;
  kind: PortalMessageKind;
  text: string;
};

/** The customer asks something or wants a change: kept in the conversation, and put before a person. Null when it worked. */
export async function askAboutQuote(ctx: Ctx, input: Question): Promise<Refusal | null> {
  const link = requireQuoteLink(ctx);
  const problem = inputProblem(input);
  if (problem !== null) return problem;
  const { idempotencyKey, ...question } = input;
  const request = {
    scope: `link:${link.linkId}:ask`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify(question)),
  };
  const answer = await ctx.db.transaction(async ({ sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const quote = await quoteOfLink(query, link, input.number);
    const refusal = askProblem(quote) ?? (await tooMany(ctx, query, quote));
    if (refusal !== null) return refusal;
    const made = { id: await ask(ctx, query, quote, input) };
    await keepAnswer(query, request, made, ctx.now);
    return made;
  });
  return isRefusal(answer) ? answer : null;
}

function inputProblem({ kind, text }: Question): Refusal | null {
  if (kind === 'ANSWER') return refuse('INPUT_INVALID', 'Please choose a question or a change.', 'kind');
  return textProblem('text', text, 5_000, 1);
}

/** A link in the wrong hands must not be able to fill the company's inbox. */
async function tooMany(ctx: Ctx, query: Sql, quote: Row<Quote>): Promise<Refusal | null> {
  const { count } = await query
    .selectFrom('quoteMessage')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('familyId', '=', quote.familyId)
    .where('author', '=', 'Customer')
    .where('at', '>', instant(new Date(Date.parse(ctx.now) - 24 * 60 * 60_000)))
    .executeTakeFirstOrThrow();
  if (Number(count) < messagesPerDay) return null;
  return refuse(
    'TOO_MANY_ATTEMPTS',
    'We have your messages and will answer them. If it is urgent, please call us.',
  );
}

async function ask(ctx: Ctx, query: Sql, quote: Row<Quote>, { kind, text }: Question): Promise<string> {
  const wish = kind === 'CHANGE_REQUEST';
  const id = await addMessage(ctx, query, quote, { kind, author: 'Customer', text });
  await record(ctx, query, {
    action: wish ? 'quote.change-requested' : 'quote.asked',
    text: wish ? 'Asked for a change' : 'Asked a question',
    quoteId: quote.id,
    customerId: quote.customerId,
  });
  await raise(ctx, query, {
    kind: 'QUOTE_MESSAGE',
    title: wish ? `A change is wanted in ${quote.number}` : `A question about ${quote.number}`,
    explanation: wish
      ? 'Answer on the page of the quote, or revise the quote and send the new version. Follow-up mails have stopped.'
      : 'Answer on the page of the quote; the customer gets your answer by mail. Follow-up mails have stopped.',
    facts: [{ label: wish ? 'Wish' : 'Question', sent: text.trim(), approved: null }],
    dedupeKey: `quote-message:${id}`,
    quoteId: quote.id,
  });
  return id;
}
