import { sealOf } from '../acceptances/agreed.ts';
import { isDaySaid, isNamed, isSealSaid, lastSaidOfDay, saidAtApproval } from '../acceptances/gate-seal.ts';
import type { Sql } from '../db/database.ts';
import { canonical } from '../domain/canonical.ts';
import { brokenAcceptance, brokenErased, brokenEvidence } from './acceptances.ts';
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
        'erasureId',
      ])
      .select(lastSaidOfDay)
      .select(saidAtApproval)
      .where('approvedAt', 'is not', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute();
    for (const quote of quotes) {
      // That the erasure is one of ours is asked elsewhere (erasure-invariants.ts).
      if (quote.erasureId !== null) {
        yield* readable(quote.id, brokenErased(query, quote));
        continue;
      }
      const { snapshot } = sealOf(quote);
      if (snapshot === null || canonical(snapshot) !== quote.snapshot) {
        yield { name: 'an approved quote matches its seal', subject: quote.id };
        // What was signed has a hash and a signature of its own, whatever became of the quote.
        if (quote.status === 'ACCEPTED') yield* readable(quote.id, brokenEvidence(query, quote, keys));
        continue;
      }
      if (!isSealSaid(quote))
        yield { name: 'an approved quote has the seal that the history names', subject: quote.id };
      if (!isDaySaid(quote))
        yield { name: 'the last valid day is the one that the history names', subject: quote.id };
      for (const file of snapshot.attachments)
        if (!(await isNamed(query, quote.id, file)))
          yield { name: 'every file that was approved is there', subject: file.id };
      // Read after the quote: what was signed in between does not belong to what was read.
      if (quote.status === 'ACCEPTED') yield* readable(quote.id, brokenAcceptance(query, quote, keys));
    }
    const last = quotes.at(-1);
    if (last === undefined || quotes.length < batch) return;
    after = last.id;
  }
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
