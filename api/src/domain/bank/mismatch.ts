/**
 * A line that nearly fits is put before a person at once: $1,120.00 for an invoice of $1,124.70, or the right amount of the
 * right customer with the number of another invoice. Nothing is guessed; the item says what came beside what was expected.
 */
import type { MatchLine, OpenInvoice, Suggestion } from './match.ts';
import { namesAnother } from './reference.ts';

/** What does not fit. */
export type Mismatch = Readonly<{ what: 'AMOUNT' | 'REFERENCE'; invoice: OpenInvoice }>;

/** What is odd about the likeliest suggestion; null when it fits, or when nothing is likely enough to say so. */
export function mismatchOf(
  line: MatchLine,
  suggestions: readonly Suggestion[],
  invoices: readonly OpenInvoice[],
): Mismatch | null {
  const [best] = suggestions;
  if (best === undefined || best.allocations.length !== 1) return null;
  const invoice = invoices.find(({ id }) => id === best.allocations[0]?.invoiceId);
  if (invoice === undefined) return null;
  const has = new Set(best.reasons);
  const isMeant = has.has('REFERENCE_EXACT') || has.has('REFERENCE_CLOSE') || has.has('NAME');
  if (isMeant && has.has('AMOUNT_NEAR')) return { what: 'AMOUNT', invoice };
  if (!has.has('AMOUNT_EXACT') || has.has('REFERENCE_EXACT')) return null;
  const words = `${line.reference} ${line.text}`;
  const isWrong = has.has('REFERENCE_CLOSE') || (has.has('NAME') && namesAnother(words, invoice.number));
  return isWrong ? { what: 'REFERENCE', invoice } : null;
}
