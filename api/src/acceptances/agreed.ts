import { sha256 } from '../sha256.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { type Choice, type QuotePrice, quotePrice } from '../domain/pricing.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import type { Acceptance } from './acceptance.entity.ts';

/** What a signature agreed to: everything that later invoices and documents are made of. */
export type Agreement = {
  acceptance: Row<Acceptance>;
  snapshot: QuoteSnapshot;
  choices: readonly Choice[];
  price: QuotePrice;
};

/** What was agreed on a quote, or null when nobody has signed it. */
export async function agreedOf(query: Sql, quote: Row<Quote>): Promise<Agreement | null> {
  const acceptance = await query
    .selectFrom('acceptance')
    .selectAll()
    .where('quoteId', '=', quote.id)
    .executeTakeFirst();
  return acceptance === undefined ? null : agreementOf(quote, acceptance);
}

export function agreementOf(quote: Pick<Row<Quote>, 'snapshot'>, acceptance: Row<Acceptance>): Agreement {
  const snapshot = snapshotOf(quote);
  const choices = JSON.parse(acceptance.choices) as Choice[];
  return { acceptance, snapshot, choices, price: quotePrice(snapshot, choices) };
}

/** What stands in the row beside the seal of an approval. */
type Sealed = Pick<
  Row<Quote>,
  'snapshot' | 'snapshotHash' | 'number' | 'title' | 'currency' | 'sentTo' | 'changeKind'
>;

/**
 * The frozen quote with the hash of what stands there now; null when that is not what was sealed. The columns beside the text
 * count with it: an address that was changed there would let another mailbox sign.
 */
export function sealOf(quote: Sealed): { computedHash: string; snapshot: QuoteSnapshot | null } {
  const computedHash = sha256(quote.snapshot ?? '');
  // A text that is not the one that was sealed is not even read.
  if (computedHash !== quote.snapshotHash) return { computedHash, snapshot: null };
  const snapshot = snapshotOf(quote);
  const beside = JSON.stringify([quote.number, quote.title, quote.currency, quote.sentTo, quote.changeKind]);
  const { number, title, currency, customer, change } = snapshot;
  return beside === JSON.stringify([number, title, currency, customer.email, change?.kind ?? null])
    ? { computedHash, snapshot }
    : { computedHash: sha256(`${computedHash} ${beside}`), snapshot: null };
}

/** The frozen quote. Throws for a draft, which has none. */
export function snapshotOf(quote: Pick<Row<Quote>, 'snapshot'>): QuoteSnapshot {
  if (quote.snapshot === null) throw new Error('A quote without a snapshot was never approved');
  return JSON.parse(quote.snapshot) as QuoteSnapshot;
}
