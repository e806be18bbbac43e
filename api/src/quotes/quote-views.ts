import { agreementOf } from '../acceptances/agreed.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { type CurrencyCode, minor } from '../domain/money.ts';
import { lineAmount, quoteTotals, type Totals } from '../domain/pricing.ts';
import type { SnapshotLine } from '../domain/quote-snapshot.ts';
import { stageTotals } from '../domain/stages.ts';
import { money, totalsView } from '../graphql/views.ts';
import { actorMay } from '../staff/require.ts';
import { draftOf } from './quote-draft.ts';
import type { Quote } from './quote.entity.ts';

export const linesView = (lines: readonly SnapshotLine[], currency: CurrencyCode) =>
  lines.map((line) => ({
    ...line,
    unitPrice: money(line.unitPrice, currency),
    amount: money(lineAmount(line), currency),
  }));

export async function optionsView(ctx: Ctx, quote: Row<Quote>) {
  const [acceptance] = await ctx.load.acceptancesOfQuote.load(quote.id);
  const chosen = acceptance === undefined ? null : (JSON.parse(acceptance.optionIds) as string[]);
  return draftOf(quote).options.map((option) => ({
    ...option,
    price: money(option.price, quote.currency),
    chosen: chosen === null ? null : chosen.includes(option.id),
  }));
}

/** What was agreed, or what it comes to without options. */
async function currentTotals(ctx: Ctx, quote: Row<Quote>): Promise<Totals> {
  const [acceptance] = await ctx.load.acceptancesOfQuote.load(quote.id);
  return acceptance === undefined
    ? quoteTotals(draftOf(quote), [])
    : agreementOf(quote, acceptance).agreed.totals;
}

export const totalsOfQuote = async (ctx: Ctx, quote: Row<Quote>) =>
  totalsView(await currentTotals(ctx, quote), quote.currency);

export async function stagesView(ctx: Ctx, quote: Row<Quote>) {
  const { stages } = draftOf(quote);
  const parts = stageTotals(await currentTotals(ctx, quote), stages);
  const invoices = await ctx.load.invoicesOfQuote.load(quote.id);
  const mayIssue = quote.status === 'ACCEPTED' && actorMay(ctx)('ISSUE_INVOICES');
  return stages.map((stage, index) => ({
    ...stage,
    amount: money(parts[index]?.gross ?? minor(0), quote.currency),
    invoice: invoices.find((invoice) => invoice.stagePosition === index + 1) ?? null,
    canIssue: mayIssue && invoices.length === index,
  }));
}
