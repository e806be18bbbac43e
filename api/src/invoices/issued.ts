import type { Row } from '../db/entities.ts';
import type { Invoice } from './invoice.entity.ts';

type Official = 'number' | 'series' | 'serial' | 'issueDate' | 'dueDate' | 'issuedAt';

/** An invoice that has its number and its days. */
export type IssuedInvoice = Omit<Row<Invoice>, Official> & {
  [Column in Official]: NonNullable<Row<Invoice>[Column]>;
};

/** Whether it is an official record already; what waits for approval is not. */
export const isIssued = (invoice: Row<Invoice>): invoice is IssuedInvoice => invoice.number !== null;

/** The same for a caller that knows. Throws when it was never issued. */
export function issuedOf(invoice: Row<Invoice>): IssuedInvoice {
  if (!isIssued(invoice)) throw new Error(`Invoice ${invoice.id} is not issued`);
  return invoice;
}
