import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { confidenceOf } from '../domain/bank/match.ts';
import { allocated } from '../domain/bank/split.ts';
import { minor } from '../domain/money.ts';
import { money } from '../graphql/views.ts';
import type { BankLine } from './bank-line.entity.ts';

type Line = Row<BankLine>;

/** What the line could be, with the records that it names. */
export async function suggestionsView(ctx: Ctx, line: Line) {
  if (line.status !== 'TO_MATCH') return [];
  const suggestions = await ctx.load.suggestionsOfLine.load(line);
  return suggestions.map((suggestion) => ({
    allocations: suggestion.allocations.map(({ invoiceId, amount }) => ({
      invoice: ctx.load.invoice.load(invoiceId),
      amount: money(amount, line.currency),
    })),
    payment: suggestion.paymentId === null ? null : ctx.load.payment.load(suggestion.paymentId),
    rest: money(
      suggestion.paymentId === null ? minor(line.amount - allocated(suggestion.allocations)) : minor(0),
      line.currency,
    ),
    reasons: suggestion.reasons,
    confidence: confidenceOf(suggestion),
  }));
}

/** What a person said it is. */
export async function matchesView(ctx: Ctx, line: Line) {
  const matches = await ctx.load.matchesOfLine.load(line.id);
  return matches.map(({ paymentId, amount, confirmedBy, at }) => ({
    payment: ctx.load.payment.load(paymentId),
    amount: money(amount, line.currency),
    confirmedBy,
    at,
  }));
}
