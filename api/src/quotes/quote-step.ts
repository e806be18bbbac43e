import type { Sql, Tx } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import type { Customer } from '../customers/customer.entity.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { conflict, notFound } from '../fault.ts';
import { Quote } from './quote.entity.ts';

/** The quote that a step is about, as the person saw it. Throws NOT_FOUND or CONFLICT. */
export async function quoteToStep(
  { em }: Tx,
  { id, version }: { id: string; version: number },
): Promise<Quote> {
  const quote = await em.findOneOrFail(Quote, id);
  if (quote.version !== version) throw conflict();
  return quote;
}

/** The client of a quote, inside the transaction that relies on it. Throws NOT_FOUND. */
export async function customerOf(query: Sql, id: string): Promise<Row<Customer>> {
  const customer = await query.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirst();
  if (customer === undefined) throw notFound();
  return customer;
}

/** Why the quote cannot be changed as a draft, or null. */
export function notDraft({ status, archivedAt }: Pick<Quote, 'status' | 'archivedAt'>): Refusal | null {
  if (status === 'AWAITING_APPROVAL')
    return refuse('QUOTE_NOT_DRAFT', 'This quote waits for approval. Have it returned to you to change it.');
  if (status !== 'DRAFT')
    return refuse(
      'QUOTE_NOT_DRAFT',
      'This quote was approved or ended, and what was approved cannot be edited. Write a newer version of it.',
    );
  return archivedAt == null
    ? null
    : refuse('QUOTE_NOT_DRAFT', 'This draft is archived. Please restore it first.');
}
