import { type Agreement, agreedOf } from '../acceptances/agreed.ts';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { erasedProblem } from '../domain/erasure.ts';
import type { AgreedTerms } from '../domain/invoice.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { stageIssueProblem } from '../domain/stages.ts';
import { notFound } from '../fault.ts';
import { holdQuote } from '../quotes/hold-quote.ts';
import { mailboxNow } from '../mails/mail-standing.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { settleStage } from '../review/settle-by-action.ts';
import { sha256 } from '../sha256.ts';
import { earlierOf } from './earlier.ts';
import type { Invoice } from './invoice.entity.ts';
import { mailInvoice } from './issue.ts';
import { isIssued } from './issued.ts';
import { reductionsOf, reductionsOfStage } from './reductions.ts';
import { issueStage } from './stage-invoice.ts';

export type StageWish = {
  stageId: string;
  terms: AgreedTerms | null;
  /** Why it comes before an earlier stage; null keeps the order. */
  outOfOrderReason: string | null;
};

/**
 * Invoices a stage in the caller's transaction, for whoever may: staff who press the button, or the day that was agreed.
 * The quote is held meanwhile, so that a change that is signed now makes the stage smaller before or after, and never both.
 */
export async function issueNextStage(
  ctx: Ctx,
  query: Sql,
  { id }: Pick<Row<Quote>, 'id'>,
  wish: StageWish,
): Promise<Row<Invoice> | Refusal> {
  const quote = await holdQuote(query, id);
  const erased = erasedProblem({ erasedAt: quote.erasureId });
  if (erased !== null) return erased;
  // An invoice is made of what was approved and of nothing that was written over it later.
  if (quote.snapshot !== null && sha256(quote.snapshot) !== quote.snapshotHash) return damaged();
  const agreed = await agreedOf(query, quote);
  if (agreed === null) return refuse('QUOTE_NOT_OPEN', 'The customer has not signed this quote yet.');
  const position = agreed.snapshot.stages.findIndex((stage) => stage.id === wish.stageId) + 1;
  if (position === 0) throw notFound();
  const known = await query
    .selectFrom('invoice')
    .selectAll()
    .where('acceptanceId', '=', agreed.acceptance.id)
    .where('status', '<>', 'VOID')
    .orderBy('stagePosition')
    .execute();
  const same = known.find((invoice) => invoice.stagePosition === position);
  if (same !== undefined) return same;
  const order = stageIssueProblem(
    position,
    known.map((invoice) => invoice.stagePosition ?? 0),
  );
  if (order !== null && wish.outOfOrderReason === null) return order;
  if (order !== null) await noteOrder(ctx, query, { quote, agreed, position, reason: wish.outOfOrderReason });
  const invoice = await issueStage(ctx, query, {
    ...agreed,
    customerId: quote.customerId,
    recipient: await mailboxNow(query, quote.customerId, agreed.acceptance.signerEmail),
    position,
    earlier: await earlierOf(query, known),
    reductions: reductionsOfStage(await reductionsOf(query, agreed.acceptance.id), position),
    terms: wish.terms,
    isFirst: false,
  });
  if (!isIssued(invoice)) return invoice;
  await mailInvoice(ctx, query, invoice);
  await settleStage(ctx, query, { quoteId: quote.id, stageId: wish.stageId, number: invoice.number });
  return invoice;
}

/** The order of a plan is part of what was agreed: whoever leaves it says why. */
const noteOrder = (
  ctx: Ctx,
  query: Sql,
  of: { quote: Row<Quote>; agreed: Agreement; position: number; reason: string | null },
): Promise<void> =>
  record(ctx, query, {
    action: 'stage.order-overridden',
    text: `Stage ${of.position} of ${of.agreed.snapshot.number} invoiced before an earlier one: ${of.reason}`,
    quoteId: of.quote.id,
    customerId: of.quote.customerId,
    facts: { position: of.position, reason: of.reason },
  });

const damaged = (): Refusal =>
  refuse(
    'SNAPSHOT_DAMAGED',
    'What was approved does not match its own seal. No invoice was made; the records have to be checked first.',
  );
