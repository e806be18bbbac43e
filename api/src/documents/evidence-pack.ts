import type { Ctx } from '../context.ts';
import { chainPieces } from '../audit/chain-pieces.ts';
import { sealAudit } from '../audit/seal-audit.ts';
import { type PackBody, packBodyText, packFormat, packText } from '../domain/evidence-pack.ts';
import { signedVersion } from '../domain/kept-document.ts';
import { membersOf } from '../domain/members-of.ts';
import type { Party } from '../domain/quote-snapshot.ts';
import { documentOf } from './documents.ts';

/** Customers read their own signature in the history; what staff noted besides is there as a hash, and for staff in words. */
export type PackReader = 'CUSTOMER' | 'OFFICE';

export type PackFile = { text: string; filename: string };

/** The file that proves the signature on a quote; null where nobody has signed, or where it was erased. It says what is stored, also when that was changed. */
export async function evidencePack(ctx: Ctx, quoteId: string, reader: PackReader): Promise<PackFile | null> {
  const signed = await signedQuote(ctx, quoteId);
  if (signed === undefined || signed.number === null || signed.snapshot === null) return null;
  const document = await signedDocument(ctx, quoteId);
  if (document === undefined) return null;
  // What happened a moment ago has its place in the chain before anybody takes the file away.
  await sealAudit(ctx);
  const isTold = (entry: { action: string }) => reader === 'OFFICE' || entry.action === 'quote.accepted';
  const keys = await ctx.db.read
    .selectFrom('signingKey')
    .select(['id', 'publicKey'])
    .where('id', 'in', [ctx.signer.keyId, signed.keyId, document.keyId])
    .orderBy('id')
    .execute();
  const body: PackBody = {
    format: packFormat,
    madeAt: ctx.now,
    company: companyIn(signed.snapshot),
    quote: signed.number,
    verifyAt: `${ctx.config.publicUrl}/verify`,
    approved: { text: signed.snapshot, sha256: signed.snapshotHash ?? '' },
    evidence: {
      text: signed.evidence,
      sha256: signed.evidenceHash,
      signature: signed.signature,
      keyId: signed.keyId,
    },
    document: { ...document, bytes: Buffer.from(document.bytes).toString('base64') },
    history: await chainPieces(ctx.db.read, quoteId, isTold),
    keys,
  };
  const seal = { signature: ctx.signer.sign(packBodyText(body)), keyId: ctx.signer.keyId };
  return { text: packText({ ...body, seal }), filename: `${signed.number}-evidence.json` };
}

/** A text that was damaged may be no JSON any more; the file then says so, and is made all the same. */
const companyIn = (snapshot: string): string =>
  (membersOf(snapshot, ['company'])['company'] as Partial<Party> | undefined)?.name ?? '';

const signedQuote = (ctx: Ctx, quoteId: string) =>
  ctx.db.read
    .selectFrom('quote')
    .innerJoin('acceptance', 'acceptance.quoteId', 'quote.id')
    .select(['quote.number', 'quote.snapshot', 'quote.snapshotHash'])
    .select(['acceptance.evidence', 'acceptance.evidenceHash', 'acceptance.signature', 'acceptance.keyId'])
    .where('quote.id', '=', quoteId)
    .where('acceptance.erasureId', 'is', null)
    .executeTakeFirst();

/** The kept PDF as it lies there: whether it still fits its hash is for whoever reads the file to find. */
async function signedDocument(ctx: Ctx, quoteId: string) {
  const kept = () =>
    ctx.db.read
      .selectFrom('document')
      .select(['kind', 'subjectId', 'version', 'filename', 'sha256', 'signature', 'keyId', 'bytes'])
      .where('kind', '=', 'quotes')
      .where('subjectId', '=', quoteId)
      .where('version', '=', signedVersion)
      .executeTakeFirst();
  const found = await kept();
  if (found !== undefined) return found;
  await documentOf(ctx, 'quotes', quoteId);
  return kept();
}
