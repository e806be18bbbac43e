import { sha256 } from '../sha256.ts';
import type { Sql } from '../db/database.ts';
import { stageTotals } from '../domain/stages.ts';
import { agreementOf } from '../acceptances/agreed.ts';
import { canonical } from '../domain/canonical.ts';

const batch = 500;

/** Recomputes what SQL cannot: seals, evidence, and the totals of what was agreed. Yields what does not hold, in batches. */
export async function* brokenSeals(query: Sql): AsyncGenerator<{ name: string; subject: string }> {
  for (let after = ''; ;) {
    const quotes = await query
      .selectFrom('quote')
      .selectAll()
      .where('snapshot', 'is not', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute();
    for (const quote of quotes) {
      if (
        sha256(quote.snapshot ?? '') !== quote.snapshotHash ||
        canonical(JSON.parse(quote.snapshot ?? '')) !== quote.snapshot
      ) {
        yield { name: 'an approved quote matches its seal', subject: quote.id };
        continue;
      }
      const acceptance = await query
        .selectFrom('acceptance')
        .selectAll()
        .where('quoteId', '=', quote.id)
        .executeTakeFirst();
      if (acceptance === undefined) continue;
      if (sha256(acceptance.evidence) !== acceptance.evidenceHash) {
        yield { name: 'the evidence of an acceptance matches its hash', subject: acceptance.id };
      }
      const { agreed, snapshot } = agreementOf(quote, acceptance);
      const stages = stageTotals(agreed.totals, snapshot.stages).map((stage) => stage.gross);
      const invoices = await query
        .selectFrom('invoice')
        .selectAll()
        .where('acceptanceId', '=', acceptance.id)
        .execute();
      const differs = invoices.some((invoice) => invoice.gross !== stages[invoice.stagePosition - 1]);
      if (differs || agreed.totals.gross !== acceptance.gross || quote.gross !== acceptance.gross) {
        yield { name: 'amounts agreed, invoiced and recomputed are the same', subject: quote.id };
      }
    }
    const last = quotes.at(-1);
    if (last === undefined || quotes.length < batch) return;
    after = last.id;
  }
}
