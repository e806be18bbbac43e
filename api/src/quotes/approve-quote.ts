import { sha256 } from '../sha256.ts';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { Customer } from '../customers/customer.entity.ts';
import { canonical } from '../domain/canonical.ts';
import { consentSentence } from '../domain/consent.ts';
import { quoteNumber } from '../domain/numbering.ts';
import { approvalProblem } from '../domain/quote.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { Refusal } from '../domain/refusal.ts';
import { conflict } from '../fault.ts';
import { readMarkdown } from '../letters/markdown.ts';
import { queueMails } from '../mails/queue-mails.ts';
import { partyOf } from '../settings/party.ts';
import { requirePermission } from '../staff/require.ts';
import { draftOf } from './quote-draft.ts';
import type { ApproveQuoteInput } from './quote-input.type.ts';
import { Quote } from './quote.entity.ts';
import { notDraft, readQuote } from './quotes.ts';

/**
 * Freezes a draft: from here on the snapshot and its SHA-256 are the quote, whatever happens to settings, customer or
 * code. Number, seal, history and the customer's mail are one transaction.
 */
export async function approveQuote(ctx: Ctx, input: ApproveQuoteInput): Promise<Row<Quote> | Refusal> {
  const staff = requirePermission(ctx, 'APPROVE_QUOTES');
  const outcome = await ctx.db.transaction(async ({ em, sql: query }) => {
    const quote = await em.findOneOrFail(Quote, input.id);
    // The answer of the first call got lost and the client asks again: it is approved, exactly once.
    if (quote.status === 'OPEN' && quote.approvedBy === staff.name && quote.version === input.version + 1)
      return null;
    if (quote.status !== 'DRAFT') return notDraft();
    if (quote.version !== input.version) throw conflict();
    const customer = await em.findOneOrFail(Customer, quote.customerId);
    const draft = draftOf(quote);
    const address = JSON.parse(customer.address) as string[];
    const problem = approvalProblem(
      { ...draft, title: quote.title, validUntil: quote.validUntil, customer: { address } },
      ctx.today,
    );
    if (problem !== null) return problem;
    const number = quoteNumber(customer.prefix, await nextQuoteOf(query, customer.id), 1);
    const snapshot = canonical(snapshotOfDraft(ctx, quote, customer, number));
    em.assign(quote, {
      status: 'OPEN',
      number,
      snapshot,
      snapshotHash: sha256(snapshot),
      sentTo: customer.email,
      approvedAt: ctx.now,
      approvedBy: staff.name,
    });
    await em.flush();
    await record(ctx, query, {
      action: 'quote.finalized',
      text: `Approved as ${number}, link sent to ${customer.email}`,
      quoteId: quote.id,
      customerId: customer.id,
      facts: { number, snapshotHash: quote.snapshotHash ?? null },
    });
    await queueMails(ctx, query, {
      kind: 'QUOTE_LINK',
      quoteId: quote.id,
      recipient: customer.email,
      dedupeKey: `quote-link:${quote.id}`,
    });
    return null;
  });
  ctx.nudge();
  return outcome ?? readQuote(ctx, input.id);
}

/** Counted on the customer's row, in the transaction that uses the number: no gaps, no doubles. */
async function nextQuoteOf(query: Sql, customerId: string): Promise<number> {
  const { quoteCount } = await query
    .updateTable('customer')
    .set((row) => ({ quoteCount: row('quoteCount', '+', 1) }))
    .where('id', '=', customerId)
    .returning('quoteCount')
    .executeTakeFirstOrThrow();
  return quoteCount;
}

function snapshotOfDraft(ctx: Ctx, quote: Quote, customer: Customer, number: string): QuoteSnapshot {
  const draft = draftOf(quote);
  const company = partyOf(ctx.company);
  return {
    format: 1,
    number,
    title: quote.title,
    company,
    customer: {
      name: customer.name,
      contactName: customer.contactName,
      email: customer.email,
      address: JSON.parse(customer.address) as string[],
    },
    currency: quote.currency,
    pricesIncludeTax: draft.pricesIncludeTax,
    lines: draft.lines,
    options: draft.options,
    stages: draft.stages,
    paymentTermsDays: draft.paymentTermsDays ?? customer.paymentTermsDays ?? ctx.company.paymentTermsDays,
    scope: readMarkdown(draft.scope),
    terms: readMarkdown(draft.terms),
    consent: consentSentence(company.name),
    timeZone: ctx.company.timeZone,
  };
}
