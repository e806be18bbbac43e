import { sha256 } from '../sha256.ts';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import type { Row } from '../db/entities.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { failpoint } from '../failpoint.ts';
import { notFound } from '../fault.ts';
import { queueMails } from '../mails/queue-mails.ts';
import { findQuote } from '../quotes/find-quote.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { readQuote } from '../quotes/quotes.ts';
import { settleByAction } from '../review/settle-by-action.ts';
import { requirePermission } from '../staff/require.ts';
import { freshLinkTo } from './fresh-link-to.ts';
import type { SendFreshLinkInput } from './link.type.ts';

/** Staff send the customer another link to what they have already; it goes to the address on file, like every link. */
export async function sendFreshLink(ctx: Ctx, input: SendFreshLinkInput): Promise<Row<Quote> | Refusal> {
  const staff = requirePermission(ctx, 'WRITE_QUOTES');
  const { idempotencyKey, quoteId } = input;
  const invoiceId = input.invoiceId ?? null;
  const request = {
    scope: `staff:${staff.id}:fresh-link`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify([quoteId, invoiceId])),
  };
  const answer = await ctx.db.transaction(async ({ sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const quote = await findQuote(query, quoteId);
    if (quote === undefined) throw notFound();
    if (quote.sentTo === null) {
      return refuse('QUOTE_NOT_OPEN', 'This quote was not sent yet; approving it sends its first link.');
    }
    if (invoiceId !== null) await requireInvoiceOf(query, quoteId, invoiceId);
    const about = { quoteId, invoiceId, customerId: quote.customerId, recipient: quote.sentTo };
    const recipient = await freshLinkTo(ctx, query, about);
    if (isRefusal(recipient)) return recipient;
    const mailId = ctx.ids.id();
    await queueMails(ctx, query, {
      kind: 'FRESH_LINK',
      quoteId,
      customerId: quote.customerId,
      ...(invoiceId !== null && { invoiceId }),
      recipient,
      dedupeKey: `fresh-link:${mailId}`,
    });
    failpoint('link.after-mail');
    await record(ctx, query, {
      action: 'link.sent',
      text: `Sent a fresh link to ${recipient}`,
      quoteId,
      customerId: quote.customerId,
    });
    await settleByAction(ctx, query, quote.familyId, {
      actions: ['SEND_FRESH_LINK'],
      how: `A fresh link was sent to ${recipient}.`,
    });
    const made = { id: mailId };
    await keepAnswer(query, request, made, ctx.now);
    return made;
  });
  if (isRefusal(answer)) return answer;
  ctx.nudge();
  return readQuote(ctx, quoteId);
}

async function requireInvoiceOf(query: Ctx['db']['read'], quoteId: string, invoiceId: string): Promise<void> {
  const invoice = await query
    .selectFrom('invoice')
    .select('id')
    .where('id', '=', invoiceId)
    .where('quoteId', '=', quoteId)
    .executeTakeFirst();
  if (invoice === undefined) throw notFound();
}
