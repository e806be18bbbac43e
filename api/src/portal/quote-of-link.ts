import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { sameMailbox } from '../domain/mailbox.ts';
import { notFound } from '../fault.ts';
import { findQuote } from '../quotes/find-quote.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import type { QuoteLinkActor } from '../staff/require.ts';

/**
 * The quote that the link opens; by its number also another version of the same offer, if that was sent to the same mailbox.
 * So an old link leads to the newer version, and a version that went to somebody else stays closed. Throws NOT_FOUND.
 */
export async function quoteOfLink(
  query: Sql,
  link: QuoteLinkActor,
  number: string | null,
): Promise<Row<Quote>> {
  const own = await findQuote(query, link.quoteId);
  if (own === undefined) throw notFound();
  if (number === null || number === own.number) return own;
  const versions = await sentVersions(query, link, own);
  const named = versions.find((version) => version.number === number);
  if (named === undefined) throw notFound();
  return named;
}

/** The versions of an offer that the link reaches, newest first. */
export async function sentVersions(query: Sql, link: QuoteLinkActor, own: Row<Quote>): Promise<Row<Quote>[]> {
  const versions = await query
    .selectFrom('quote')
    .selectAll()
    .where('familyId', '=', own.familyId)
    .where('number', 'is not', null)
    .orderBy('revision', 'desc')
    .limit(100)
    .execute();
  return versions.filter((version) => sameMailbox(version.sentTo ?? '', link.email));
}

/** The ids of every version of the offer that a quote's link reaches; its invoices and receipts are the customer's to see. */
export async function reachableQuotes(query: Sql, link: QuoteLinkActor): Promise<string[]> {
  const own = await findQuote(query, link.quoteId);
  if (own === undefined) throw notFound();
  return [own.id, ...(await sentVersions(query, link, own)).map((version) => version.id)];
}
