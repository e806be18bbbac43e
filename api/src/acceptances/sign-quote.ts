import { sql } from 'kysely';
import { sha256 } from '../sha256.ts';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer, type Keyed } from '../db/idempotency.ts';
import { LostRace } from '../db/retried.ts';
import { statement } from '../db/statement.ts';
import { type Agreed, type Attempt, type FailedCheck, judge, needsStaff } from '../domain/acceptance.ts';
import { canonical } from '../domain/canonical.ts';
import { acceptanceEvidence } from '../domain/evidence.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { failpoint } from '../failpoint.ts';
import { notFound } from '../fault.ts';
import { issueStage } from '../invoices/issue.ts';
import { queueMails } from '../mails/queue-mails.ts';
import { findQuote } from '../quotes/find-quote.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { raise } from '../review/raise.ts';
import { type LinkActor, requireQuoteLink } from '../staff/require.ts';
import { snapshotOf } from './agreed.ts';
import type { Acceptance } from './acceptance.entity.ts';

export type Signature = Attempt & { idempotencyKey: string };

/**
 * The server countersigns. One transaction: the gate, and with its yes the acceptance, the evidence, the first invoice
 * with its number, the history and the promised mails. With its no, nothing but an item for staff.
 * Plain SQL and no entities: this is the path that has to stand thousands of signatures (see npm run bench).
 */
export async function signQuote(ctx: Ctx, input: Signature): Promise<Refusal | 'SIGNED'> {
  const link = requireQuoteLink(ctx);
  const { idempotencyKey, ...attempt } = input;
  const request: Keyed = {
    scope: `link:${link.linkId}:sign`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify(attempt)),
  };
  failpoint('sign.before-transaction');
  const answer = await ctx.db.transaction(async ({ sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const quote = await findQuote(query, link.quoteId);
    if (quote === undefined || quote.snapshot === null) throw notFound();
    const made = await countersign(ctx, query, { link, quote, attempt });
    await keepAnswer(query, request, made, ctx.now);
    failpoint('sign.after-outbox');
    return made;
  });
  failpoint('sign.after-commit');
  if (isRefusal(answer)) return answer;
  ctx.nudge();
  return 'SIGNED';
}

type Signing = { link: LinkActor; quote: Row<Quote>; attempt: Attempt };

async function countersign(ctx: Ctx, query: Sql, signing: Signing): Promise<{ id: string } | Refusal> {
  const { quote, attempt } = signing;
  const computedHash = sha256(quote.snapshot ?? '');
  // A text that is not the one that was sealed is not even read.
  const snapshot = computedHash === quote.snapshotHash ? snapshotOf(quote) : null;
  const verdict = judge(
    {
      status: quote.status,
      snapshot,
      sealedHash: quote.snapshotHash ?? '',
      computedHash,
      sentTo: quote.sentTo ?? '',
      validUntil: quote.validUntil,
      locale: ctx.company.locale,
    },
    attempt,
    ctx.today,
  );
  if ('failed' in verdict) return turnDown(ctx, query, signing, verdict.failed);
  if (snapshot === null) throw new Error('The gate let a damaged quote through');
  const acceptance = await accept(ctx, query, signing, snapshot, verdict.agreed);
  const invoice = await issueStage(ctx, query, {
    acceptance,
    customerId: quote.customerId,
    snapshot,
    agreed: verdict.agreed,
    position: 1,
  });
  const about = { quoteId: quote.id, recipient: acceptance.signerEmail };
  await queueMails(
    ctx,
    query,
    { ...about, kind: 'SIGNED_QUOTE', dedupeKey: `signed:${quote.id}` },
    { ...about, kind: 'INVOICE', invoiceId: invoice.id, dedupeKey: `invoice:${invoice.id}` },
  );
  return { id: acceptance.id };
}

async function accept(ctx: Ctx, query: Sql, signing: Signing, snapshot: QuoteSnapshot, agreed: Agreed) {
  const { quote, attempt } = signing;
  // One winner: of two that got this far, one finds the quote open and changes it, the other changes nothing.
  const { id, version } = quote;
  const { numAffectedRows } = await closeQuote(query, {
    id,
    version,
    acceptedAt: ctx.now,
    gross: agreed.totals.gross,
  });
  if (numAffectedRows !== 1n) throw new LostRace();
  const evidence = canonical(
    acceptanceEvidence({
      snapshot,
      revisionHash: quote.snapshotHash ?? '',
      agreed,
      signature: attempt.signature,
      client: ctx.client,
      signedAt: ctx.now,
    }),
  );
  const acceptance: Row<Acceptance> = {
    id: ctx.ids.id(),
    quoteId: quote.id,
    revisionHash: quote.snapshotHash ?? '',
    signerName: agreed.name,
    signerEmail: agreed.email,
    method: attempt.signature.method,
    gross: agreed.totals.gross,
    currency: snapshot.currency,
    optionIds: JSON.stringify(agreed.optionIds),
    evidence,
    evidenceHash: sha256(evidence),
    signedAt: ctx.now,
  };
  await insertAcceptance(query, acceptance);
  failpoint('sign.after-acceptance');
  await record(ctx, query, {
    action: 'quote.accepted',
    text: `Signed by ${agreed.name}`,
    quoteId: quote.id,
    customerId: quote.customerId,
    facts: { gross: agreed.totals.gross, evidenceHash: acceptance.evidenceHash },
  });
  return acceptance;
}

type Closing = Pick<Row<Quote>, 'id' | 'version' | 'gross' | 'acceptedAt'>;

const closeQuote = statement((query, { id, version, gross, acceptedAt }: Closing) =>
  query
    .updateTable('quote')
    .set({ status: 'ACCEPTED', acceptedAt, gross, version: sql`version + 1` })
    .where('id', '=', id)
    .where('status', '=', 'OPEN')
    .where('version', '=', version),
);
const insertAcceptance = statement((query, row: Row<Acceptance>) =>
  query.insertInto('acceptance').values(row),
);

/** The answer is no: nothing official is written, staff see what was sent beside what was approved. */
async function turnDown(
  ctx: Ctx,
  query: Sql,
  signing: Signing,
  failed: readonly FailedCheck[],
): Promise<Refusal> {
  const [first] = failed;
  if (first === undefined) throw new Error('The gate said no without a reason');
  if (needsStaff(failed)) {
    const { settled } = await query
      .selectFrom('reviewItem')
      .select((row) => row.fn.countAll<number>().as('settled'))
      .where('quoteId', '=', signing.quote.id)
      .where('kind', '=', 'FAILED_ACCEPTANCE')
      .where('resolvedAt', 'is not', null)
      .executeTakeFirstOrThrow();
    await raise(ctx, query, {
      kind: 'FAILED_ACCEPTANCE',
      title: `A signature on ${signing.quote.number} did not pass: ${first.label.toLowerCase()}`,
      explanation:
        'Nothing official was written and the customer was told what to do. Compare what was sent with what was approved, and contact the customer if it looks like a mistake.',
      facts: failed.map(({ label, sent, approved }) => ({ label, sent, approved })),
      // Whoever tries all day long is one item; once that is settled, another try is another.
      dedupeKey: `failed-acceptance:${signing.quote.id}:${failed.map((check) => check.label).join('+')}:${settled}`,
      quoteId: signing.quote.id,
    });
  }
  return first.refusal;
}
