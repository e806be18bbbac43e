import { agreementOf } from '../acceptances/agreed.ts';
import type { Acceptance } from '../acceptances/acceptance.entity.ts';
import { isWhatTheEvidenceSays } from '../acceptances/evidence-says.ts';
import { isSignedBy } from '../adapters/signing-key.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { canonical } from '../domain/canonical.ts';
import { type InvoiceContent, invoiceOfStage } from '../domain/invoice.ts';
import { stageTotals } from '../domain/stages.ts';
import { reductionsOf, reductionsOfStage } from '../invoices/reductions.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { sha256 } from '../sha256.ts';
import type { Finding } from './check.ts';

type Accepted = Pick<Row<Quote>, 'id' | 'number' | 'gross' | 'acceptedAt' | 'snapshot' | 'erasureId'>;

/** What was agreed, held against its evidence, and what was invoiced against what was agreed. */
export async function* brokenAcceptance(
  query: Sql,
  quote: Accepted,
  keys: ReadonlyMap<string, string>,
): AsyncGenerator<Finding> {
  const acceptance = yield* brokenEvidence(query, quote, keys);
  if (acceptance !== undefined) yield* brokenAmounts(query, quote, acceptance);
}

/** What is left of an agreement whose words were erased: its amounts, which still have to be one. */
export async function* brokenErased(query: Sql, quote: Accepted): AsyncGenerator<Finding> {
  const acceptance = await query
    .selectFrom('acceptance')
    .selectAll()
    .where('quoteId', '=', quote.id)
    .executeTakeFirst();
  if (acceptance === undefined) return;
  const { price } = agreementOf(quote, acceptance);
  if (price.totals.gross !== acceptance.gross || quote.gross !== acceptance.gross)
    yield { name: 'amounts agreed, invoiced and recomputed are the same', subject: quote.id };
  if (acceptance.erasureId === null)
    yield { name: 'a quote and its signature are erased together', subject: quote.id };
}

/** What was signed, held against its own hash and signature; gives back what it looked at. */
export async function* brokenEvidence(
  query: Sql,
  quote: Accepted,
  keys: ReadonlyMap<string, string>,
): AsyncGenerator<Finding, Row<Acceptance> | undefined> {
  const acceptance = await query
    .selectFrom('acceptance')
    .selectAll()
    .where('quoteId', '=', quote.id)
    .executeTakeFirst();
  if (acceptance === undefined) return undefined;
  const { evidence, evidenceHash, keyId, signature } = acceptance;
  if (sha256(evidence) !== evidenceHash)
    yield { name: 'the evidence of an acceptance matches its hash', subject: acceptance.id };
  const publicKey = keys.get(keyId);
  if (publicKey === undefined || !isSignedBy(publicKey, evidence, signature))
    yield { name: 'the evidence of an acceptance is signed with a key of ours', subject: acceptance.id };
  else if (!isWhatTheEvidenceSays(quote, acceptance))
    yield { name: 'an acceptance says what its evidence says', subject: acceptance.id };
  return acceptance;
}

async function* brokenAmounts(
  query: Sql,
  quote: Accepted,
  acceptance: Row<Acceptance>,
): AsyncGenerator<Finding> {
  const { price, snapshot } = agreementOf(quote, acceptance);
  const stages = stageTotals(price.totals, snapshot.stages).map((stage) => stage.gross);
  const sum = stages.reduce((all, gross) => all + gross, 0);
  const invoices = await query
    .selectFrom('invoice')
    .select(['id', 'stagePosition', 'gross', 'content'])
    .where('acceptanceId', '=', acceptance.id)
    .where((either) => either.or([either('number', 'is not', null), either('status', '<>', 'VOID')]))
    .execute();
  const differs = stages.length > 0 && sum !== acceptance.gross;
  if (differs || price.totals.gross !== acceptance.gross || quote.gross !== acceptance.gross)
    yield { name: 'amounts agreed, invoiced and recomputed are the same', subject: quote.id };
  const kept = await reductionsOf(query, acceptance.id);
  for (const { id, stagePosition, gross, content } of invoices) {
    const position = stagePosition ?? 0;
    const reductions = reductionsOfStage(kept, position);
    const said = JSON.parse(content) as InvoiceContent;
    const made = invoiceOfStage({
      ...{ snapshot, agreedTotals: price.totals, position },
      // What the plan does not say: where to pay, what came before, what was agreed since.
      ...{ bankDetails: said.bankDetails, bankAccount: said.bankAccount, earlier: said.earlier },
      reductions: reductions.filter((one) => said.reductions.some(({ number }) => number === one.number)),
      terms: said.termsNote === null ? null : { days: said.paymentTermsDays, note: said.termsNote },
    });
    if (canonical(made) !== canonical(said) || gross !== made.totals.gross)
      yield { name: 'an invoice says what was agreed', subject: id };
  }
  const plans = await query
    .selectFrom('recurringPlan')
    .select(['billing', 'gross', 'totals'])
    .where('acceptanceId', '=', acceptance.id)
    .execute();
  const recurs = price.recurring.every(({ billing, totals }) =>
    plans.some(
      (plan) =>
        plan.billing === billing &&
        plan.gross === totals.gross &&
        canonical(JSON.parse(plan.totals)) === canonical(totals),
    ),
  );
  if (!recurs || plans.length !== price.recurring.length)
    yield { name: 'what recurs has its plans, as it was agreed', subject: quote.id };
}
