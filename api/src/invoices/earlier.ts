import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import type { CreditNoteContent } from '../domain/credit-note.ts';
import type { EarlierCreditNote, EarlierInvoice } from '../domain/invoice.ts';
import { contentOf } from './invoice-views.ts';
import type { Invoice } from './invoice.entity.ts';
import { isIssued } from './issued.ts';

/** The issued ones among these, as a final invoice lists them: each with what was taken off it since. */
export async function earlierOf(query: Sql, invoices: readonly Row<Invoice>[]): Promise<EarlierInvoice[]> {
  const issued = invoices.filter(isIssued);
  const notes = await notesOn(
    query,
    issued.map(({ id }) => id),
  );
  return issued.map((invoice) => {
    const { stage, totals } = contentOf(invoice);
    return {
      number: invoice.number,
      issueDate: invoice.issueDate,
      label: stage?.label ?? '',
      totals,
      creditNotes: notes.filter(({ invoiceId }) => invoiceId === invoice.id).map(({ note }) => note),
    };
  });
}

async function notesOn(
  query: Sql,
  invoiceIds: readonly string[],
): Promise<{ invoiceId: string; note: EarlierCreditNote }[]> {
  if (invoiceIds.length === 0) return [];
  const notes = await query
    .selectFrom('creditNote')
    .select(['invoiceId', 'number', 'issueDate', 'content'])
    .where('invoiceId', 'in', invoiceIds)
    .orderBy('id')
    .execute();
  return notes.map(({ invoiceId, content, ...note }) => ({
    invoiceId,
    note: { ...note, totals: (JSON.parse(content) as CreditNoteContent).totals },
  }));
}
