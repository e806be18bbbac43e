import { sha256 } from '../sha256.ts';
import type { Ctx } from '../context.ts';
import { keptDocumentText } from '../domain/kept-document.ts';
import { failpoint } from '../failpoint.ts';
import { Hopeless } from '../outbox/outcome.ts';
import { documentVersion, draftVersion } from './document-version.ts';
import {
  printCreditNoteRow,
  printDraft,
  printInvoiceRow,
  printQuoteRow,
  printReceiptRow,
} from './printed.ts';

export const documentKinds = ['quotes', 'invoices', 'receipts', 'credit-notes'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export type Pdf = { bytes: Uint8Array; filename: string; sha256: string };

/**
 * A PDF, made once and kept: what was mailed, what is downloaded and what is verified years later are the same bytes.
 * Only a draft is made anew each time, with its word across every page.
 */
export async function documentOf(ctx: Ctx, kind: DocumentKind, id: string): Promise<Pdf | null> {
  const version = await documentVersion(ctx, kind, id);
  if (version === null) return null;
  if (version === draftVersion) return draftDocument(ctx, id);
  const stored = await storedDocument(ctx, kind, id, version);
  if (stored === erased) return null;
  if (stored !== null) return stored;
  const printed = await printedOf(ctx, kind, id);
  if (printed === null) return null;
  const pdf = await rendered(ctx, printed);
  failpoint('document.before-keep');
  await keep(ctx, kind, id, version, pdf);
  failpoint('document.after-keep');
  const kept = await storedDocument(ctx, kind, id, version);
  return kept === erased ? null : (kept ?? pdf);
}

/** What the customer would be sent if the draft were approved now. */
async function draftDocument(ctx: Ctx, quoteId: string): Promise<Pdf | null> {
  const printed = await printDraft(ctx, quoteId);
  return printed === null ? null : rendered(ctx, printed);
}

/** The same for the attachment of a mail, where a missing subject can only be a mistake. */
export async function requireDocument(ctx: Ctx, kind: DocumentKind, id: string): Promise<Pdf> {
  const pdf = await documentOf(ctx, kind, id);
  if (pdf === null) throw new Hopeless(`There is nothing to print for ${kind} ${id}`);
  return pdf;
}

/** Promised at the approval, so that the customer's first look at the paper does not wait for it. */
export async function renderDocument(
  ctx: Ctx,
  { kind, id }: { kind: DocumentKind; id: string },
): Promise<void> {
  await requireDocument(ctx, kind, id);
}

async function rendered(ctx: Ctx, printed: Parameters<Ctx['pdf']['render']>[0]): Promise<Pdf> {
  const bytes = await ctx.pdf.render(printed);
  return { bytes, filename: `${printed.number}.pdf`, sha256: sha256(bytes) };
}

function printedOf(ctx: Ctx, kind: DocumentKind, id: string) {
  switch (kind) {
    case 'quotes':
      return printQuoteRow(ctx, id);
    case 'invoices':
      return printInvoiceRow(ctx, id);
    case 'receipts':
      return printReceiptRow(ctx, id);
    case 'credit-notes':
      return printCreditNoteRow(ctx, id);
  }
}

/** A paper whose bytes were taken with the data of whom it was about; it is not made anew. */
const erased = 'ERASED';

async function storedDocument(
  ctx: Ctx,
  kind: DocumentKind,
  subjectId: string,
  version: string,
): Promise<Pdf | typeof erased | null> {
  const row = await ctx.db.read
    .selectFrom('document')
    .select(['bytes', 'filename', 'sha256', 'erasureId'])
    .where('kind', '=', kind)
    .where('subjectId', '=', subjectId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row !== undefined && row.erasureId !== null) return erased;
  // A file that was changed behind our back is not handed out as if it were the one that was mailed.
  if (row !== undefined && sha256(row.bytes) !== row.sha256)
    throw new Error(`The kept document ${kind}/${subjectId} does not match its hash`);
  return row ?? null;
}

/** Two that make the same document at once make the same bytes; the first is kept. */
async function keep(
  ctx: Ctx,
  kind: DocumentKind,
  subjectId: string,
  version: string,
  pdf: Pdf,
): Promise<void> {
  const kept = { kind, subjectId, version, filename: pdf.filename, sha256: pdf.sha256 };
  await ctx.db.transaction(({ sql: query }) =>
    query
      .insertInto('document')
      .values({
        ...kept,
        id: ctx.ids.id(),
        signature: ctx.signer.sign(keptDocumentText(kept)),
        keyId: ctx.signer.keyId,
        bytes: Buffer.from(pdf.bytes),
        createdAt: ctx.now,
        erasureId: null,
      })
      .onConflict((conflict) => conflict.columns(['kind', 'subjectId', 'version']).doNothing())
      .execute(),
  );
}
