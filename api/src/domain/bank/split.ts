/**
 * Dividing money between invoices. One transfer of $300.00 for invoices of $100.00 and $200.00 is split; two transfers of $50.00
 * for one invoice of $100.00 are combined. Whatever is divided, no coin is lost and none is made.
 */
import type { LocalDate } from '../local-date.ts';
import { minor, type MinorUnits, sum } from '../money.ts';
import type { Allocation } from './match.ts';

type Owed = Readonly<{ id: string; balance: MinorUnits; dueDate: LocalDate }>;

const mostInvoices = 12;
const mostParts = 6;

/**
 * Two to six of the invoices that make up the amount exactly, the earliest due first; null when none do. It looks at the twelve
 * that are due first, so that it is quick for whoever owes a hundred.
 */
export function splitOver<T extends Owed>(amount: MinorUnits, invoices: readonly T[]): T[] | null {
  const inOrder = invoices
    .filter(({ balance }) => balance > 0 && balance < amount)
    .toSorted((a, b) => (a.dueDate === b.dueDate ? (a.id < b.id ? -1 : 1) : a.dueDate < b.dueDate ? -1 : 1))
    .slice(0, mostInvoices);
  const find = (left: number, from: number, chosen: readonly T[]): T[] | null => {
    if (left === 0) return chosen.length > 1 ? [...chosen] : null;
    if (chosen.length === mostParts) return null;
    for (const [offset, invoice] of inOrder.slice(from).entries()) {
      if (invoice.balance > left) continue;
      const found = find(left - invoice.balance, from + offset + 1, [...chosen, invoice]);
      if (found !== null) return found;
    }
    return null;
  };
  return find(amount, 0, []);
}

/** What of one line goes where: to the invoices, and the rest to the customer's credit. */
export type Share = Readonly<{ lineId: string; allocations: readonly Allocation[]; rest: MinorUnits }>;

/** Several lines over several invoices: each line fills what the ones before it left open, in the order of both. */
export function distribute(
  lines: readonly Readonly<{ id: string; amount: MinorUnits }>[],
  allocations: readonly Allocation[],
): Share[] {
  const open = allocations.map(({ invoiceId, amount }) => ({ invoiceId, left: amount as number }));
  return lines.map((line) => {
    let left: number = line.amount;
    const parts: Allocation[] = [];
    for (const wanted of open) {
      const amount = Math.min(left, wanted.left);
      if (amount <= 0) continue;
      parts.push({ invoiceId: wanted.invoiceId, amount: minor(amount) });
      wanted.left -= amount;
      left -= amount;
    }
    return { lineId: line.id, allocations: parts, rest: minor(left) };
  });
}

/** What is allocated altogether. */
export const allocated = (allocations: readonly Allocation[]): MinorUnits =>
  sum(allocations.map(({ amount }) => amount));
