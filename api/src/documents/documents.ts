import { sha256 } from '../sha256.ts';
import type { Ctx } from '../context.ts';
import { Hopeless } from '../outbox/outcome.ts';
import { printInvoiceRow, printQuoteRow, printReceiptRow } from './printed.ts';

export const documentKinds = ['quotes', 'invoices', 'receipts'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export type Pdf = { bytes: Uint8Array; filename: string };

/**
 * A PDF, made once and kept: what was mailed, what is downloaded and what is verified years later are the same bytes.
 * Only a quote that nobody has signed is made anew each time, because its status still changes.
 */
export async function documentOf(ctx: Ctx, kind: DocumentKind, id: string): Promise<Pdf | null> {
  const stored = await storedDocument(ctx, kind, id);
  if (stored !== null) return stored;
  const made = await printed(ctx, kind, id);
  if (made === null) return null;
  const bytes = await ctx.pdf.render(made.document);
  const filename = `${made.document.number}.pdf`;
  if (!made.isFinal) return { bytes, filename };
  await keep(ctx, kind, id, { bytes, filename });
  return (await storedDocument(ctx, kind, id)) ?? { bytes, filename };
}

/** The same for the attachment of a mail, where a missing subject can only be a mistake. */
export async function requireDocument(ctx: Ctx, kind: DocumentKind, id: string): Promise<Pdf> {
  const pdf = await documentOf(ctx, kind, id);
  if (pdf === null) throw new Hopeless(`There is nothing to print for ${kind} ${id}`);
  return pdf;
}

function printed(ctx: Ctx, kind: DocumentKind, id: string) {
  switch (kind) {
    case 'quotes':
      return printQuoteRow(ctx, id);
    case 'invoices':
      return printInvoiceRow(ctx, id);
    case 'receipts':
      return printReceiptRow(ctx, id);
  }
}

async function storedDocument(ctx: Ctx, kind: DocumentKind, subjectId: string): Promise<Pdf | null> {
  const row = await ctx.db.read
    .selectFrom('document')
    .select(['bytes', 'filename'])
    .where('kind', '=', kind)
    .where('subjectId', '=', subjectId)
    .executeTakeFirst();
  return row === undefined ? null : { bytes: row.bytes, filename: row.filename };
}

/** Two that make the same document at once make the same bytes; the first is kept. */
async function keep(ctx: Ctx, kind: DocumentKind, subjectId: string, pdf: Pdf): Promise<void> {
  await ctx.db.transaction(({ sql: query }) =>
    query
      .insertInto('document')
      .values({
        id: ctx.ids.id(),
        kind,
        subjectId,
        filename: pdf.filename,
        sha256: sha256(pdf.bytes),
        bytes: Buffer.from(pdf.bytes),
        createdAt: ctx.now,
      })
      .onConflict((conflict) => conflict.columns(['kind', 'subjectId']).doNothing())
      .execute(),
  );
}
