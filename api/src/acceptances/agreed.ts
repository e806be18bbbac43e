import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { quoteTotals, type Totals } from '../domain/pricing.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import type { Acceptance } from './acceptance.entity.ts';

/** What a signature agreed to: everything that later invoices and documents are made of. */
export type Agreement = {
  acceptance: Row<Acceptance>;
  snapshot: QuoteSnapshot;
  optionIds: readonly string[];
  agreed: { totals: Totals };
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
  const optionIds = JSON.parse(acceptance.optionIds) as string[];
  return { acceptance, snapshot, optionIds, agreed: { totals: quoteTotals(snapshot, optionIds) } };
}

/** The frozen quote. Throws for a draft, which has none. */
export function snapshotOf(quote: Pick<Row<Quote>, 'snapshot'>): QuoteSnapshot {
  if (quote.snapshot === null) throw new Error('A quote without a snapshot was never approved');
  return JSON.parse(quote.snapshot) as QuoteSnapshot;
}
