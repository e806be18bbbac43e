/**
 * What may be done with a customer, by what hangs on it. Silva Dental with one quote is never deleted, because the quote
 * names it; it can be archived, which takes it out of the lists and out of new quotes, and restored at any time.
 */
import { type Refusal, refuse } from './refusal.ts';

/** How many records name the customer. */
export type Linked = Readonly<{ quotes: number; invoices: number }>;

/** A new quote is written for somebody who is not archived. */
export const archivedProblem = (customer: { name: string; archivedAt: unknown }): Refusal | null =>
  customer.archivedAt === null
    ? null
    : refuse(
        'CUSTOMER_ARCHIVED',
        `${customer.name} is archived. Restore the customer first, then write the quote.`,
      );

/** Only a customer that nothing names can go for good. */
export function linkedProblem(name: string, linked: Linked): Refusal | null {
  const parts = [
    ...(linked.quotes > 0 ? [counted(linked.quotes, 'quote')] : []),
    ...(linked.invoices > 0 ? [counted(linked.invoices, 'invoice')] : []),
  ];
  if (parts.length === 0) return null;
  return refuse(
    'RECORD_LINKED',
    `${name} has ${parts.join(' and ')}, so it stays on record. Archive it instead: it leaves the lists and nothing is lost.`,
  );
}

/** Amounts of a quote are in the customer's currency, so it stays as soon as there is one. */
export const currencyProblem = (linked: Linked): Refusal | null =>
  linked.quotes === 0
    ? null
    : refuse(
        'INPUT_INVALID',
        'There are quotes in this currency, so it stays. Add the customer once more to quote in another one.',
        'customer.currency',
      );

const counted = (count: number, noun: string): string => (count === 1 ? `one ${noun}` : `${count} ${noun}s`);
