import { type MinorUnits, minor } from '@countersign/api/domain/money';

type Sums = { gross: MinorUnits; credited: MinorUnits; balance: MinorUnits };

/** What is left of an invoice for credit notes. */
export const creditable = ({ gross, credited }: Omit<Sums, 'balance'>): MinorUnits => minor(gross - credited);

/**
 * What a credit note of this amount means: it lessens what is owed first, and what it takes off beyond that was paid and
 * becomes the customer's credit. Of $1,124.70 with $1,000.00 paid, a credit note of $200.00 leaves nothing owed and frees
 * $75.30.
 */
export function creditMeans(
  amount: MinorUnits,
  invoice: Sums,
): { owed: MinorUnits; freed: MinorUnits; isAll: boolean } {
  return {
    owed: minor(Math.max(0, invoice.balance - amount)),
    freed: minor(Math.max(0, amount - invoice.balance)),
    isAll: amount === creditable(invoice),
  };
}
