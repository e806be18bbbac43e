import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Ctx } from '../context.ts';
import { keptDocumentText, signedVersion } from '../domain/kept-document.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import { readHash, type VerifiedThing } from '../domain/verification.ts';
import { money } from '../graphql/views.ts';

const perAddress = new RateLimiterMemory({ points: 60, duration: 15 * 60 });

/**
 * Tells anybody who holds a document whether it is genuine. The hash is what proves that they hold it, so without a hash that we
 * know nothing is said but that; and the same three rows are looked for in any case, so the time tells nothing either.
 */
export async function verifyDocument(ctx: Ctx, input: { hash: string; number: string | null }) {
  const limited = await tooMany(ctx.client.ip);
  if (limited !== null) return limited;
  const hash = readHash(input.hash);
  if (hash === null) return refuse('INPUT_INVALID', 'A fingerprint has 64 digits from 0 to f.', 'hash');
  const number = input.number?.trim() || null;
  const [document, record, named] = await Promise.all([
    documentWith(ctx, hash),
    acceptanceWhere(ctx, 'acceptance.evidenceHash', hash),
    acceptanceWhere(ctx, 'quote.number', number ?? ''),
  ]);
  const found = await genuine(ctx, document, record);
  if (found !== null && (number === null || number === found.number)) return found;
  return { verdict: named === undefined ? ('UNKNOWN' as const) : ('DIFFERENT' as const) };
}

type Kept = NonNullable<Awaited<ReturnType<typeof documentWith>>>;
type Accepted = NonNullable<Awaited<ReturnType<typeof acceptanceWhere>>>;

/** What is stored counts only with its signature: a row that somebody put in is not genuine. */
async function genuine(ctx: Ctx, document: Kept | undefined, record: Accepted | undefined) {
  if (document !== undefined) {
    if (!isSigned(ctx, document, keptDocumentText(document))) return null;
    if (document.kind !== 'quotes' || document.version !== signedVersion)
      return {
        verdict: 'GENUINE' as const,
        what: 'OTHER_DOCUMENT' as const,
        number: document.filename.replace(/\.pdf$/, ''),
      };
    const accepted = await acceptanceWhere(ctx, 'quote.id', document.subjectId);
    return accepted === undefined ? null : signedThing(ctx, 'SIGNED_QUOTE', accepted);
  }
  return record === undefined ? null : signedThing(ctx, 'SIGNATURE_RECORD', record);
}

function signedThing(ctx: Ctx, what: VerifiedThing, accepted: Accepted) {
  if (!isSigned(ctx, accepted, accepted.evidence)) return null;
  const { title, company } = JSON.parse(accepted.evidence) as Pick<QuoteSnapshot, 'title' | 'company'>;
  return {
    verdict: 'GENUINE' as const,
    what: accepted.method === 'ON_BEHALF' ? ('RECORDED_ACCEPTANCE' as const) : what,
    number: accepted.number,
    title,
    companyName: company.name,
    signerName: accepted.signerName,
    signedAt: accepted.signedAt,
    total: money(accepted.gross, accepted.currency),
    evidenceHash: accepted.evidenceHash,
    keyId: accepted.keyId,
    publicKey: accepted.publicKey,
  };
}

const isSigned = ({ signer }: Ctx, row: { publicKey: string; signature: string }, text: string): boolean =>
  signer.isSigned(row.publicKey, text, row.signature);

/** The signed one first, should the same bytes ever be kept twice. */
async function documentWith(ctx: Ctx, hash: string) {
  const rows = await ctx.db.read
    .selectFrom('document')
    .innerJoin('signingKey', 'signingKey.id', 'document.keyId')
    .select(['kind', 'subjectId', 'version', 'filename', 'sha256', 'signature', 'publicKey'])
    .where('sha256', '=', hash)
    .limit(10)
    .execute();
  return rows.find((row) => row.version === signedVersion) ?? rows[0];
}

const acceptanceWhere = (
  ctx: Ctx,
  column: 'acceptance.evidenceHash' | 'quote.number' | 'quote.id',
  value: string,
) =>
  ctx.db.read
    .selectFrom('acceptance')
    .innerJoin('quote', 'quote.id', 'acceptance.quoteId')
    .innerJoin('signingKey', 'signingKey.id', 'acceptance.keyId')
    .select(['quote.number', 'evidence', 'evidenceHash', 'signature', 'keyId', 'publicKey'])
    .select(['signerName', 'method', 'signedAt', 'acceptance.gross', 'acceptance.currency'])
    .where(column, '=', value)
    .executeTakeFirst();

async function tooMany(ip: string): Promise<Refusal | null> {
  try {
    await perAddress.consume(ip);
    return null;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return refuse('TOO_MANY_ATTEMPTS', 'Too many tries. Please try again in a quarter of an hour.');
  }
}
