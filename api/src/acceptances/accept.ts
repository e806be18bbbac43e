import { sql } from 'kysely';
import { sha256 } from '../sha256.ts';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { statement } from '../db/statement.ts';
import type { Agreed } from '../domain/acceptance.ts';
import { canonical } from '../domain/canonical.ts';
import { acceptanceEvidence } from '../domain/evidence.ts';
import type { OnBehalf } from '../domain/on-behalf.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { Signature } from '../domain/signature.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { failpoint } from '../failpoint.ts';
import { reduceContract, reductionOf } from '../invoices/reduce-contract.ts';
import { issueStage } from '../invoices/stage-invoice.ts';
import { isIssued } from '../invoices/issued.ts';
import { queueMails } from '../mails/queue-mails.ts';
import { publish } from '../outbox/events.ts';
import { startPlans } from '../plans/start-plans.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { promiseDatedStages } from '../schedule/dated-stages.ts';
import type { Acceptance } from './acceptance.entity.ts';

export type Accepting = {
  quote: Row<Quote>;
  snapshot: QuoteSnapshot;
  agreed: Agreed;
  /** The customer's signature; or who of the staff accepts for the customer. */
  signature: Signature | OnBehalf;
};

/**
 * What a yes of the gate comes to, in its transaction: the acceptance with its evidence, the first invoice with its number,
 * what recurs, the promised days and mails, the history and the event.
 */
export async function accept(ctx: Ctx, query: Sql, accepting: Accepting): Promise<{ id: string } | Refusal> {
  const { quote, snapshot, agreed } = accepting;
  const reduction =
    quote.changeOf !== null && snapshot.change?.kind === 'REDUCTION'
      ? await reductionOf(query, quote.changeOf, agreed.price.totals.taxes)
      : null;
  if (reduction !== null && isRefusal(reduction)) return reduction;
  const acceptance = await writeAcceptance(ctx, query, accepting);
  const { price } = agreed;
  const about = { quoteId: quote.id, customerId: quote.customerId, recipient: acceptance.signerEmail };
  const signedMail = { ...about, kind: 'SIGNED_QUOTE' as const, dedupeKey: `signed:${quote.id}` };
  if (price.recurring.length > 0)
    await startPlans(ctx, query, { acceptance, snapshot, price, customerId: quote.customerId });
  if (snapshot.stages.length === 0) {
    // Everything recurs, or something is taken off: nothing is due for the signature itself.
    if (reduction !== null) await reduceContract(ctx, query, reduction, quote);
    await queueMails(ctx, query, signedMail);
    return { id: acceptance.id };
  }
  const { customerId, recipient } = about;
  const invoice = await issueStage(ctx, query, {
    ...{ acceptance, customerId, recipient, snapshot, price },
    ...{ position: 1, earlier: [], reductions: [], terms: null, isFirst: true },
  });
  const invoiceMail = { ...about, kind: 'INVOICE' as const, dedupeKey: `invoice:${invoice.id}` };
  await queueMails(
    ctx,
    query,
    signedMail,
    ...(isIssued(invoice) ? [{ ...invoiceMail, invoiceId: invoice.id }] : []),
  );
  await promiseDatedStages(ctx, query, quote.id, snapshot);
  return { id: acceptance.id };
}

async function writeAcceptance(ctx: Ctx, query: Sql, accepting: Accepting): Promise<Row<Acceptance>> {
  const { quote, snapshot, agreed, signature } = accepting;
  // One winner: of two that got this far, one finds the quote open and changes it, the other changes nothing.
  const { id, version } = quote;
  const { numAffectedRows } = await closeQuote(query, {
    id,
    version,
    acceptedAt: ctx.now,
    gross: agreed.price.totals.gross,
  });
  if (numAffectedRows !== 1n) throw new LostRace();
  const evidence = canonical(
    acceptanceEvidence({
      snapshot,
      revisionHash: quote.snapshotHash ?? '',
      agreed,
      signature,
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
    method: signature.method,
    gross: agreed.price.totals.gross,
    currency: snapshot.currency,
    choices: JSON.stringify(agreed.choices),
    evidence,
    evidenceHash: sha256(evidence),
    signature: ctx.signer.sign(evidence),
    keyId: ctx.signer.keyId,
    proof: signature.method === 'ON_BEHALF' ? signature.method : snapshot.mailboxProof,
    signedAt: ctx.now,
    erasureId: null,
  };
  await insertAcceptance(query, acceptance);
  failpoint('sign.after-acceptance');
  await record(ctx, query, {
    action: 'quote.accepted',
    text:
      signature.method === 'ON_BEHALF'
        ? `Accepted on behalf of ${agreed.name}: ${signature.reason}`
        : `Signed by ${agreed.name}`,
    quoteId: quote.id,
    customerId: quote.customerId,
    facts: { gross: acceptance.gross, evidenceHash: acceptance.evidenceHash },
  });
  await publish(ctx, query, {
    type: 'quote.accepted',
    data: { quoteId: quote.id, number: quote.number, acceptanceId: acceptance.id, gross: acceptance.gross },
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
