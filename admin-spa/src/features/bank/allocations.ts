import { type MinorUnits, minor } from '@countersign/api/domain/money';
import type { BankInvoiceFragment as Invoice, BankLineCardFragment as Line } from '../../gql/graphql.ts';
import { amountOf, amountText } from '../../ui/entry.ts';

/** An invoice and how much of the money goes to it, as it was typed. */
export type Part = { invoice: Invoice; text: string };

type Read = {
  allocations: { invoice: Invoice; amount: { amount: MinorUnits } }[] | null;
  problems: Record<string, string>;
};

/** What the likeliest suggestion says; for several lines the first invoice that any of them names, as far as they go. */
export function firstParts(lines: readonly Line[], total: MinorUnits): Part[] {
  const suggestion = lines.flatMap(({ suggestions }) => suggestions).find(({ payment }) => payment === null);
  if (suggestion === undefined) return [];
  const currency = lines[0]?.amount.currency ?? '';
  if (lines.length === 1)
    return suggestion.allocations.map(({ invoice, amount }) => ({
      invoice,
      text: amountText(amount.amount, currency),
    }));
  return suggestion.allocations
    .slice(0, 1)
    .reduce<Part[]>((parts, { invoice }) => addInvoice(parts, invoice, total, currency), []);
}

/** What is left of the money; negative when more is given away than there is. What cannot be read counts as nothing. */
export const balanceOf = (parts: readonly Part[], total: MinorUnits, currency: string): MinorUnits =>
  minor(parts.reduce<number>((left, { text }) => left - Math.max(0, amountOf(text, currency) ?? 0), total));

/** One more invoice, with as much of what is left as it owes. */
export function addInvoice(
  parts: readonly Part[],
  invoice: Invoice,
  total: MinorUnits,
  currency: string,
): Part[] {
  const left = Math.max(0, balanceOf(parts, total, currency));
  const amount = minor(Math.min(left, invoice.balance.amount));
  return [...parts, { invoice, text: amountText(amount, currency) }];
}

/** The amounts, or what is wrong with each by the id of its invoice. */
export function readParts(parts: readonly Part[], currency: string): Read {
  const problems: Record<string, string> = {};
  const allocations = parts.flatMap(({ invoice, text }) => {
    const amount = amountOf(text, currency);
    if (amount === null) problems[invoice.id] = 'Write an amount such as 1,499.60.';
    else if (amount === 0 && invoice.balance.amount === 0 && parts.length === 1)
      return [{ invoice, amount: { amount } }];
    else if (invoice.balance.amount === 0)
      problems[invoice.id] = 'It owes nothing any more: take it out, or match the money with it alone.';
    else if (amount <= 0) problems[invoice.id] = 'More than zero, or take the invoice out.';
    else if (amount > invoice.balance.amount) problems[invoice.id] = 'More than the invoice owes.';
    return amount === null ? [] : [{ invoice, amount: { amount } }];
  });
  return { allocations: Object.keys(problems).length > 0 ? null : allocations, problems };
}
