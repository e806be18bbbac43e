import { type Agreement, agreedOf } from '../acceptances/agreed.ts';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { leftOf } from '../domain/credit-note.ts';
import { changeOrderWords } from '../domain/invoice.ts';
import { isCreditable } from '../domain/invoice-actions.ts';
import type { TaxTotal } from '../domain/pricing.ts';
import { type Bearer, type Share, spreadReduction } from '../domain/reduction.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { stageTotals } from '../domain/stages.ts';
import { lessTaxes, totalsOf } from '../domain/tax.ts';
import { holdQuote } from '../quotes/hold-quote.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { contentOf } from './invoice-views.ts';
import { isIssued, type IssuedInvoice } from './issued.ts';
import { reductionsOf, reductionsOfStage } from './reductions.ts';
import { remakeWaiting } from './remake-waiting.ts';
import { creditedSoFar, writeCreditNote } from './write-credit-note.ts';

/** What bears a part of a reduction: a stage that is not invoiced, or the invoice of one. */
type Which = { position: number; invoice: IssuedInvoice | null };

/** A reduction that can be borne. */
export type Reduction = { quote: Row<Quote>; agreed: Agreement; shares: Share<Which>[] };

/**
 * Who bears a reduction of the accepted quote: stages that are not invoiced, the next one first, then invoices, the newest
 * first. The quote is held until the transaction ends, so nothing is invoiced between this and the change. Refused when there
 * is less left than is taken off.
 */
export async function reductionOf(
  query: Sql,
  changeOf: string,
  taxes: readonly TaxTotal[],
): Promise<Reduction | Refusal> {
  const quote = await holdQuote(query, changeOf);
  const agreed = await agreedOf(query, quote);
  if (agreed === null) throw new Error(`Quote ${changeOf} is changed and not accepted`);
  const invoices = await query
    .selectFrom('invoice')
    .selectAll()
    .where('acceptanceId', '=', agreed.acceptance.id)
    .where('status', '<>', 'VOID')
    .orderBy('issuedAt', 'desc')
    .orderBy('serial', 'desc')
    .execute();
  const issued = invoices.filter(isIssued);
  const shares = spreadReduction(taxes, [
    ...(await openStages(query, agreed, issued)),
    ...(await invoicesLeft(query, issued)),
  ]);
  return shares === null ? tooMuch() : { quote, agreed, shares };
}

async function openStages(
  query: Sql,
  { acceptance, price, snapshot }: Agreement,
  issued: readonly IssuedInvoice[],
): Promise<Bearer<Which>[]> {
  const before = await reductionsOf(query, acceptance.id);
  return stageTotals(price.totals, snapshot.stages).flatMap((totals, k) => {
    const position = k + 1;
    if (issued.some(({ stagePosition }) => stagePosition === position)) return [];
    const off = reductionsOfStage(before, position).flatMap(({ taxes }) => taxes);
    return [{ which: { position, invoice: null }, left: lessTaxes(totals.taxes, off) }];
  });
}

async function invoicesLeft(query: Sql, issued: readonly IssuedInvoice[]): Promise<Bearer<Which>[]> {
  const bearers: Bearer<Which>[] = [];
  for (const invoice of issued.filter((one) => isCreditable(one) && one.writtenOff === 0)) {
    const left = leftOf(contentOf(invoice).totals, await creditedSoFar(query, invoice.id));
    bearers.push({ which: { position: invoice.stagePosition ?? 0, invoice }, left });
  }
  return bearers;
}

const tooMuch = (): Refusal =>
  refuse(
    'CHANGE_NOT_POSSIBLE',
    'This takes off more than is left of the quote at this tax rate. Please contact us: we check it and send you a change that fits.',
  );

/** Takes off what the customer signed: smaller stages from now on, and credit notes on what was invoiced. */
export async function reduceContract(
  ctx: Ctx,
  query: Sql,
  { quote, agreed, shares }: Reduction,
  change: Pick<Row<Quote>, 'id' | 'number'>,
): Promise<void> {
  const changeNumber = change.number ?? '';
  const reason = changeOrderWords(agreed.snapshot.customer.language, changeNumber);
  for (const { which, taxes } of shares) {
    const totals = totalsOf(taxes);
    const note =
      which.invoice === null
        ? null
        : await writeCreditNote(ctx, query, { invoice: which.invoice, totals, reason });
    await query
      .insertInto('contractReduction')
      .values({
        id: ctx.ids.id(),
        acceptanceId: agreed.acceptance.id,
        stagePosition: which.position,
        changeQuoteId: change.id,
        changeNumber,
        creditNoteId: note?.id ?? null,
        gross: totals.gross,
        taxes: JSON.stringify(taxes),
        createdAt: ctx.now,
      })
      .execute();
  }
  await remakeWaiting(ctx, query, agreed, quote.customerId);
  await record(ctx, query, {
    action: 'contract.reduced',
    text: `${quote.number} became smaller by ${changeNumber}`,
    quoteId: quote.id,
    customerId: quote.customerId,
    facts: { change: changeNumber, gross: shares.reduce((sum, { taxes }) => sum + totalsOf(taxes).gross, 0) },
  });
}
