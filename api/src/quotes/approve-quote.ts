import { sha256 } from '../sha256.ts';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { canonical } from '../domain/canonical.ts';
import { quoteNumber } from '../domain/numbering.ts';
import { canBecome } from '../domain/quote.ts';
import { quotePrice } from '../domain/pricing.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { failpoint } from '../failpoint.ts';
import { conflict } from '../fault.ts';
import { reductionOf } from '../invoices/reduce-contract.ts';
import { queueMails } from '../mails/queue-mails.ts';
import { publish } from '../outbox/events.ts';
import { enqueue } from '../outbox/outbox.ts';
import { settleByAction } from '../review/settle-by-action.ts';
import { promiseFollowUps } from '../schedule/follow-ups.ts';
import { requirePermission, type StaffActor } from '../staff/require.ts';
import { type Place, placeInFamily } from './place-in-family.ts';
import { contentProblem, sendingRefusal } from './quote-approval.ts';
import { draftOf } from './quote-draft.ts';
import type { QuoteStepInput } from './quote-input.type.ts';
import { snapshotOfDraft } from './quote-snapshot-of.ts';
import { customerOf, notDraft } from './quote-step.ts';
import { Quote } from './quote.entity.ts';
import { readQuote } from './quotes.ts';
import { supersedeOpen } from './supersede-open.ts';

/**
 * Freezes a draft: from here on the snapshot and its SHA-256 are the quote, whatever happens to settings, customer or
 * code. Number, seal, history, event, the end of the version before and the customer's mail are one transaction.
 */
export async function approveQuote(ctx: Ctx, input: QuoteStepInput): Promise<Row<Quote> | Refusal> {
  const staff = requirePermission(ctx, 'WRITE_QUOTES');
  const outcome = await ctx.db.transaction(async ({ em, sql: query }) => {
    const quote = await em.findOneOrFail(Quote, input.id);
    if (isRepeat(quote, staff, input)) return null;
    if (!canBecome(quote.status, 'OPEN') || quote.archivedAt != null) return notDraft(quote);
    if (quote.version !== input.version) throw conflict();
    const customer = await customerOf(query, quote.customerId);
    const problem =
      sendingRefusal(ctx, quote, customer) ??
      contentProblem(ctx, quote, customer) ??
      (await reductionProblem(query, quote));
    if (problem !== null) return problem;
    const signed = await supersedeOpen(ctx, query, quote);
    if (signed !== null) return signed;
    const place = await placeInFamily(query, quote);
    const number = quoteNumber(customer.prefix, place.sequence, place.revision);
    failpoint('approve.after-number');
    const snapshot = canonical(await snapshotOfDraft(ctx, quote, number, query));
    const sealed = { ...place, number, snapshot, snapshotHash: sha256(snapshot), sentTo: customer.email };
    em.assign(quote, {
      ...sealed,
      status: 'OPEN',
      searchKey: `${quote.searchKey} ${number.toLowerCase()}`,
      approvedAt: ctx.now,
      approvedBy: staff.name,
    });
    await em.flush();
    await tell(ctx, query, quote, sealed);
    failpoint('approve.after-outbox');
    return null;
  });
  if (outcome !== null) return outcome;
  failpoint('approve.after-commit');
  ctx.nudge();
  return readQuote(ctx, input.id);
}

/** A reduction has to be less than what is left now; the signature asks again. */
async function reductionProblem(query: Sql, quote: Quote): Promise<Refusal | null> {
  if (quote.changeOf == null || quote.changeKind !== 'REDUCTION') return null;
  const { totals } = quotePrice(draftOf(quote), []);
  const reduction = await reductionOf(query, quote.changeOf, totals.taxes);
  return isRefusal(reduction)
    ? refuse(
        'CHANGE_NOT_POSSIBLE',
        'This takes off more than is left of the quote at this tax rate.',
        'lines',
      )
    : null;
}

/** The answer of the first call got lost and the client asks again: it is approved, exactly once. */
const isRepeat = (quote: Quote, staff: StaffActor, input: QuoteStepInput): boolean =>
  quote.status === 'OPEN' && quote.approvedBy === staff.name && quote.version === input.version + 1;

type Sealed = Place & { number: string; snapshotHash: string; sentTo: string };

/** History, events and mails of an approved quote. */
async function tell(ctx: Ctx, query: Sql, quote: Quote, sealed: Sealed): Promise<void> {
  const { id: quoteId, customerId, validUntil } = quote;
  const { number, snapshotHash, sentTo } = sealed;
  await record(ctx, query, {
    action: 'quote.finalized',
    text: `Approved as ${number}, link sent to ${sentTo}`,
    quoteId,
    customerId,
    facts: { number, snapshotHash, validUntil },
  });
  const data = { quoteId, customerId, number };
  await publish(ctx, query, { type: 'quote.finalized', data: { ...data, snapshotHash } });
  if (sealed.revision > 1) {
    await publish(ctx, query, {
      type: 'quote.revised',
      data: { ...data, revisionOf: quote.revisionOf ?? null },
    });
    await settleByAction(ctx, query, quote.familyId, {
      actions: ['REVISE_QUOTE', 'REFRESH_QUOTE'],
      how: `A new version was sent: ${number}.`,
    });
  }
  await queueMails(ctx, query, {
    kind: 'QUOTE_LINK',
    quoteId,
    customerId: quote.customerId,
    recipient: sentTo,
    dedupeKey: `quote-link:${quoteId}`,
  });
  await enqueue(ctx, query, {
    name: 'render-document',
    payload: { kind: 'quotes', id: quoteId },
    dedupeKey: `render:${quoteId}`,
  });
  await promiseFollowUps(ctx, query, { id: quoteId, validUntil, approvedAt: ctx.now });
}
