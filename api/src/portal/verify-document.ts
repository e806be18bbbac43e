import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Evidence, isWhatTheEvidenceSays } from '../acceptances/evidence-says.ts';
import type { Ctx } from '../context.ts';
import { keptDocumentText, signedVersion } from '../domain/kept-document.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { readHash, type VerifiedThing } from '../domain/verification.ts';
import { money } from '../graphql/views.ts';
import { networkOf } from '../network.ts';
import { sha256 } from '../sha256.ts';

const perNetwork = new RateLimiterMemory({ points: 60, duration: 15 * 60 });

/**
 * Tells anybody who holds a document whether it is genuine. The hash is what proves that they hold it, so without a hash that we
 * know nothing is said but that; and the same three rows are looked for in any case, so the time tells nothing either.
 */
export async function verifyDocument(ctx: Ctx, input: { hash: string; number: string | null }) {
  const limited = await tooMany(networkOf(ctx.client.ip));
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
  // What a record said that was erased cannot be compared any more.
  const isKnown = named !== undefined && named.erasureId === null;
  return { verdict: isKnown ? ('DIFFERENT' as const) : ('UNKNOWN' as const) };
}

type Kept = NonNullable<Awaited<ReturnType<typeof documentWith>>>;
type Accepted = NonNullable<Awaited<ReturnType<typeof acceptanceWhere>>>;

/** What is stored counts only with its signature: a row that somebody put in or changed is not genuine. */
async function genuine(ctx: Ctx, document: Kept | undefined, record: Accepted | undefined) {
  if (document !== undefined) {
    if (!isSigned(ctx, document, keptDocumentText(document))) return null;
    const other = {
      verdict: 'GENUINE' as const,
      what: 'OTHER_DOCUMENT' as const,
      number: document.filename.replace(/\.pdf$/, ''),
    };
    if (document.kind !== 'quotes' || document.version !== signedVersion) return other;
    const accepted = await acceptanceWhere(ctx, 'quote.id', document.subjectId);
    // Of a signature that was erased its paper is still known by its signed hash, and nothing else is told.
    if (accepted !== undefined && accepted.erasureId !== null) return other;
    return accepted === undefined ? null : signedThing(ctx, 'SIGNED_QUOTE', accepted);
  }
  return record === undefined ? null : signedThing(ctx, 'SIGNATURE_RECORD', record);
}

/** Every fact comes out of the signed record; a row that says anything else beside it is not what was signed. */
function signedThing(ctx: Ctx, what: VerifiedThing, accepted: Accepted) {
  const { evidence, evidenceHash, keyId, publicKey } = accepted;
  if (sha256(evidence) !== evidenceHash || !isSigned(ctx, accepted, evidence)) return null;
  if (!isWhatTheEvidenceSays(accepted, accepted)) return null;
  const said = JSON.parse(evidence) as Evidence;
  return {
    verdict: 'GENUINE' as const,
    what: said.method === 'ON_BEHALF' ? ('RECORDED_ACCEPTANCE' as const) : what,
    number: said.quote,
    title: said.title,
    companyName: said.company.name,
    signerName: said.signer.name,
    signedAt: said.signedAt,
    total: money(said.totals.gross, said.currency),
    ...{ evidenceHash, keyId, publicKey },
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
    .selectAll('acceptance')
    .select(['quote.number', 'quote.acceptedAt', 'publicKey'])
    .where(column, '=', value)
    .executeTakeFirst();

async function tooMany(network: string): Promise<Refusal | null> {
  try {
    await perNetwork.consume(network);
    return null;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return refuse('TOO_MANY_ATTEMPTS', 'Too many tries. Please try again in a quarter of an hour.');
  }
}
