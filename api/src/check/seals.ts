import { sealOf } from '../acceptances/agreed.ts';
import type { Sql } from '../db/database.ts';
import { canonical } from '../domain/canonical.ts';
import { brokenAcceptance } from './acceptances.ts';
import type { Finding } from './check.ts';

/** Few enough that the longest quotes do not fill the memory. */
const batch = 50;

/** Recomputes what SQL cannot: seals, evidence, and the totals of what was agreed. Yields what does not hold, in batches. */
export async function* brokenSeals(query: Sql): AsyncGenerator<Finding> {
  const known = await query.selectFrom('signingKey').select(['id', 'publicKey']).execute();
  const keys = new Map(known.map(({ id, publicKey }) => [id, publicKey]));
  for (let after = ''; ;) {
    const quotes = await query
      .selectFrom('quote')
      .select([
        'id',
        'number',
        'title',
        'currency',
        'sentTo',
        'changeKind',
        'validUntil',
        'status',
        'gross',
        'acceptedAt',
        'snapshot',
        'snapshotHash',
      ])
      // In the same statement, so that both are of one moment: whoever changes the day meanwhile changes both.
      .select((row) =>
        row
          .selectFrom('audit')
          .select('facts')
          .whereRef('audit.quoteId', '=', 'quote.id')
          .where('action', 'in', ['quote.finalized', 'quote.expiry-changed'])
          .orderBy('audit.id', 'desc')
          .limit(1)
          .as('lastSaid'),
      )
      .where('approvedAt', 'is not', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute();
    for (const quote of quotes) {
      const { snapshot } = sealOf(quote);
      if (snapshot === null || canonical(snapshot) !== quote.snapshot) {
        yield { name: 'an approved quote matches its seal', subject: quote.id };
        continue;
      }
      if ((await sealInHistory(query, quote.id)) !== quote.snapshotHash)
        yield { name: 'an approved quote has the seal that the history names', subject: quote.id };
      if (/"validUntil":"([\d-]{10})"/.exec(quote.lastSaid ?? '')?.[1] !== quote.validUntil)
        yield { name: 'the last valid day is the one that the history names', subject: quote.id };
      for (const { id, hash } of snapshot.attachments) {
        const file = await query
          .selectFrom('blob')
          .select('hash')
          .where('hash', '=', hash)
          .executeTakeFirst();
        if (file === undefined) yield { name: 'every file that was approved is there', subject: id };
      }
      // Read after the quote: what was signed in between does not belong to what was read.
      if (quote.status === 'ACCEPTED') yield* readable(quote.id, brokenAcceptance(query, quote, keys));
    }
    const last = quotes.at(-1);
    if (last === undefined || quotes.length < batch) return;
    after = last.id;
  }
}

/** The history is a chain whose head was mailed: there the seal cannot be exchanged together with the text. */
async function sealInHistory(query: Sql, quoteId: string): Promise<string | null> {
  const entry = await query
    .selectFrom('audit')
    .select('facts')
    .where('quoteId', '=', quoteId)
    .where('action', '=', 'quote.finalized')
    .orderBy('id')
    .executeTakeFirst();
  return entry === undefined ? null : (/"snapshotHash":"([0-9a-f]{64})"/.exec(entry.facts)?.[1] ?? null);
}

/** What cannot even be read is broken, and no reason to look at nothing else. */
async function* readable(subject: string, findings: AsyncGenerator<Finding>): AsyncGenerator<Finding> {
  try {
    yield* findings;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError))
      throw error;
    yield { name: 'what was agreed can be read', subject };
  }
}
