import { agreementOf } from '../acceptances/agreed.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { quoteMargin } from '../domain/margin.ts';
import { type CurrencyCode, minor } from '../domain/money.ts';
import { initialChoices } from '../domain/options.ts';
import { type Choice, lineAmount, type QuotePrice, quotePrice } from '../domain/pricing.ts';
import type { SnapshotLine } from '../domain/quote-snapshot.ts';
import { stageTotals } from '../domain/stages.ts';
import { discountView, money, moneyOrNull, totalsView } from '../graphql/views.ts';
import { actorMay } from '../staff/require.ts';
import { draftOf } from './quote-draft.ts';
import type { Quote } from './quote.entity.ts';

/** Lines as the contract shows them. The customer's have no cost, because a snapshot has none. */
export const linesView = (lines: readonly SnapshotLine[], currency: CurrencyCode) =>
  lines.map((line) => ({
    ...line,
    unitPrice: money(line.unitPrice, currency),
    discount: discountView(line.discount, currency),
    amount: money(lineAmount(line), currency),
  }));

export const staffLinesView = (quote: Row<Quote>) => {
  const { lines } = draftOf(quote);
  return linesView(lines, quote.currency).map((line, index) => ({
    ...line,
    cost: moneyOrNull(lines[index]?.cost ?? null, quote.currency),
  }));
};

type Current = Readonly<{ choices: readonly Choice[]; price: QuotePrice; isAgreed: boolean }>;

const currents = new WeakMap<Row<Quote>, Current>();

/** What was agreed, or what the customer's page starts with. Worked out once for all the fields of a quote that need it. */
async function currentOf(ctx: Ctx, quote: Row<Quote>): Promise<Current> {
  const known = currents.get(quote);
  if (known !== undefined) return known;
  const current = await worked(ctx, quote);
  currents.set(quote, current);
  return current;
}

async function worked(ctx: Ctx, quote: Row<Quote>): Promise<Current> {
  // Nobody asks the database about signatures that cannot be.
  const [acceptance] = quote.status === 'ACCEPTED' ? await ctx.load.acceptancesOfQuote.load(quote.id) : [];
  if (acceptance !== undefined) return { ...agreementOf(quote, acceptance), isAgreed: true };
  const draft = draftOf(quote);
  const choices = initialChoices(draft);
  return { choices, price: quotePrice(draft, choices), isAgreed: false };
}

export const priceOfQuote = async (ctx: Ctx, quote: Row<Quote>): Promise<QuotePrice> =>
  (await currentOf(ctx, quote)).price;

export const totalsOfQuote = async (ctx: Ctx, quote: Row<Quote>) =>
  totalsView((await priceOfQuote(ctx, quote)).totals, quote.currency);

export async function optionsView(ctx: Ctx, quote: Row<Quote>) {
  const { choices, isAgreed } = await currentOf(ctx, quote);
  const taken = new Map(choices.map(({ optionId, quantity }) => [optionId, quantity]));
  return draftOf(quote).options.map((option) => ({
    ...option,
    price: money(option.price, quote.currency),
    cost: moneyOrNull(option.cost, quote.currency),
    chosen: isAgreed ? (taken.get(option.id) ?? 0) : null,
  }));
}

export async function marginView(ctx: Ctx, quote: Row<Quote>) {
  const margin = quoteMargin(draftOf(quote), (await currentOf(ctx, quote)).choices);
  if (margin === null) return null;
  return {
    cost: money(margin.cost, quote.currency),
    profit: money(margin.profit, quote.currency),
    rate: margin.rate,
  };
}

export async function stagesView(ctx: Ctx, quote: Row<Quote>) {
  const { stages } = draftOf(quote);
  const parts = stageTotals((await priceOfQuote(ctx, quote)).totals, stages);
  const isAccepted = quote.status === 'ACCEPTED';
  const all = isAccepted ? await ctx.load.invoicesOfQuote.load(quote.id) : [];
  const invoices = all.filter(({ status }) => status !== 'VOID');
  const mayIssue = isAccepted && actorMay(ctx)('ISSUE_INVOICES');
  const next = stages.findIndex((_, index) =>
    invoices.every((invoice) => invoice.stagePosition !== index + 1),
  );
  return stages.map((stage, index) => ({
    ...stage,
    fixedAmount: moneyOrNull(stage.amount, quote.currency),
    amount: money(parts[index]?.gross ?? minor(0), quote.currency),
    invoice: invoices.find((invoice) => invoice.stagePosition === index + 1) ?? null,
    canIssue: mayIssue && index === next,
  }));
}
