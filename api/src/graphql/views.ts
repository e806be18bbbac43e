import type { CurrencyCode, MinorUnits, Money } from '../domain/money.ts';
import type { Discount, RecurringPrice, Totals } from '../domain/pricing.ts';

/** Amounts stand bare in rows, beside the one currency of their document; the contract shows them together. */
export const money = (amount: MinorUnits, currency: CurrencyCode): Money => ({ amount, currency });

export const totalsView = ({ net, tax, gross, taxes }: Totals, currency: CurrencyCode) => ({
  net: money(net, currency),
  tax: money(tax, currency),
  gross: money(gross, currency),
  taxes: taxes.map((part) => ({
    treatment: part.treatment,
    rate: part.rate,
    net: money(part.net, currency),
    tax: money(part.tax, currency),
  })),
});

export const discountView = (discount: Discount | null, currency: CurrencyCode) =>
  discount === null ? null : { percent: discount.percent, amount: moneyOrNull(discount.amount, currency) };

export const moneyOrNull = (amount: MinorUnits | null, currency: CurrencyCode): Money | null =>
  amount === null ? null : money(amount, currency);

export const recurringView = (recurring: readonly RecurringPrice[], currency: CurrencyCode) =>
  recurring.map(({ billing, totals }) => ({ billing, totals: totalsView(totals, currency) }));

/** Lists of lines (addresses, bank details) are kept as JSON. */
export const linesOf = (json: string): string[] => JSON.parse(json) as string[];
