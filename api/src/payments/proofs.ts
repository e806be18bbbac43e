import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { fileRefusal } from '../attachments/add-attachment.ts';
import { type Blob, keepBlob, readBlob } from '../attachments/blobs.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { documentAddress } from '../documents/address.ts';
import { fileLimits, fileName, fileTypes, kindOf } from '../domain/attachment.ts';
import { type Proof, proofProblem } from '../domain/payment-proof.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { IssuedInvoice } from '../invoices/issued.ts';
import { invoiceOfLink } from '../portal/invoice-of-link.ts';
import { requireLink } from '../staff/require.ts';
import type { Payment } from './payment.entity.ts';

const hour = 60 * 60;
/** Opening a file takes work: a customer has a photo or three, and a few slips. */
const perLink = new RateLimiterMemory({ points: 20, duration: hour });

/** The files that the customer sent with a claim. */
export const proofsOf = ({ proofs }: Pick<Row<Payment>, 'proofs'>): Proof[] => JSON.parse(proofs) as Proof[];

/** The same for staff, each with an address that opens it for five minutes. */
export const proofsView = (ctx: Ctx, payment: Pick<Row<Payment>, 'id' | 'proofs'>) =>
  proofsOf(payment).map(({ name, contentType, size, hash }) => ({
    name,
    contentType,
    size,
    url: documentAddress(ctx, 'proofs', `${payment.id}/${hash}`),
  }));

/** Whether the holder of the link can send a file for this invoice, asked before its bytes are read. Throws NOT_FOUND. */
export async function proofUploadProblem(ctx: Ctx, invoiceNumber: string | null): Promise<Refusal | null> {
  const { linkId } = requireLink(ctx);
  const claim = await openClaimOf(ctx, await invoiceOfLink(ctx, invoiceNumber));
  if (isRefusal(claim)) return claim;
  const full = proofProblem(proofsOf(claim));
  if (full !== null) return full;
  return (await isTooMany(linkId))
    ? refuse('TOO_MANY_ATTEMPTS', 'Many files came in a short time. Please try again in an hour.', 'file')
    : null;
}

type Upload = { invoiceNumber: string | null; name: string; bytes: Uint8Array };

/** Adds a photo or a PDF to the open claim of the invoice, written anew. The same file twice is one. */
export async function addProof(ctx: Ctx, { invoiceNumber, name, bytes }: Upload): Promise<Proof[] | Refusal> {
  const invoice = await invoiceOfLink(ctx, invoiceNumber);
  if (bytes.length === 0) return fileRefusal('EMPTY');
  const kind = kindOf(bytes);
  if (kind === null) return fileRefusal('WRONG_KIND');
  const clean = await ctx.files.clean(kind, bytes);
  if ('problem' in clean) return fileRefusal(clean.problem);
  if (clean.bytes.length > fileLimits.fileBytes) return fileRefusal('TOO_LARGE');
  const { contentType } = fileTypes[kind];
  return ctx.db.transaction(async ({ sql: query }) => {
    const claim = await openClaimOf(ctx, invoice, query);
    if (isRefusal(claim)) return claim;
    const there = proofsOf(claim);
    const hash = await keepBlob(query, { bytes: clean.bytes, contentType }, ctx.now);
    if (there.some((proof) => proof.hash === hash)) return there;
    const full = proofProblem(there);
    if (full !== null) return full;
    const proofs = [...there, { name: fileName(name, kind), contentType, size: clean.bytes.length, hash }];
    const { numUpdatedRows } = await query
      .updateTable('payment')
      .set({ proofs: JSON.stringify(proofs) })
      .where('id', '=', claim.id)
      .where('status', '=', 'CLAIMED')
      .where('proofs', '=', claim.proofs)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new LostRace();
    return proofs;
  });
}

async function openClaimOf(
  ctx: Ctx,
  { id }: IssuedInvoice,
  query = ctx.db.read,
): Promise<Pick<Row<Payment>, 'id' | 'proofs'> | Refusal> {
  const claim = await query
    .selectFrom('payment')
    .select(['id', 'proofs'])
    .where('invoiceId', '=', id)
    .where('status', '=', 'CLAIMED')
    .executeTakeFirst();
  return (
    claim ?? refuse('CLAIM_SETTLED', 'There is no open claim for this invoice. Please load the page again.')
  );
}

/** A file with its name, or null. Who may ask is decided by the address that leads here. */
export async function readProof(
  ctx: Ctx,
  paymentId: string,
  hash: string,
): Promise<(Blob & { name: string }) | null> {
  const payment = await ctx.db.read
    .selectFrom('payment')
    .select('proofs')
    .where('id', '=', paymentId)
    .executeTakeFirst();
  const proof = payment === undefined ? undefined : proofsOf(payment).find((one) => one.hash === hash);
  const blob = proof === undefined ? null : await readBlob(ctx.db.read, hash);
  return proof === undefined || blob === null ? null : { ...blob, name: proof.name };
}

async function isTooMany(linkId: string): Promise<boolean> {
  try {
    await perLink.consume(linkId);
    return false;
  } catch (error) {
    if (error instanceof RateLimiterRes) return true;
    throw error;
  }
}
