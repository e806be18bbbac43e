/**
 * What can be done with an invoice. One that waits for approval is changed, approved or given back; one that is owed is
 * paid, voided while nothing is paid, credited or given up; one that is paid can still be credited.
 */
import { type InvoiceKind, type InvoiceStatus, isOwed } from './invoice.ts';
import type { MinorUnits } from './money.ts';
import type { Permission } from './permission.ts';

/** What can be done with an invoice by staff. */
export const invoiceActionNames = [
  'EDIT',
  'APPROVE',
  'RETURN',
  'VOID',
  'CREDIT',
  'WRITE_OFF',
  'APPLY_CREDIT',
  'CONFIRM_PAYMENT',
  'KEEP_AS_CREDIT',
] as const;

/** One of the actions. */
export type InvoiceAction = (typeof invoiceActionNames)[number];

/** What the actions hang on. `customerCredit` is what the customer has to their credit in the currency of the invoice. */
export type InvoiceStanding = Readonly<{
  kind: InvoiceKind;
  status: InvoiceStatus;
  gross: MinorUnits;
  paid: MinorUnits;
  credited: MinorUnits;
  writtenOff: MinorUnits;
  customerCredit: MinorUnits;
}>;

type May = (permission: Permission) => boolean;

const isWaiting = ({ status }: Pick<InvoiceStanding, 'status'>): boolean => status === 'AWAITING_APPROVAL';

/** What a credit note can take off at most: what was not taken off, and not given up, before. */
export const mostToCredit = (invoice: Pick<InvoiceStanding, 'gross' | 'credited' | 'writtenOff'>): number =>
  invoice.gross - invoice.credited - invoice.writtenOff;

/** Whether nothing of it is paid and nothing was given up: a dispute can make owed again what the rest of was written off. */
export const isVoidable = (invoice: Pick<InvoiceStanding, 'status' | 'paid' | 'writtenOff'>): boolean =>
  invoice.status === 'OPEN' && invoice.paid === 0 && invoice.writtenOff === 0;

/** Whether a credit note can take something off it. */
export const isCreditable = (
  invoice: Pick<InvoiceStanding, 'status' | 'gross' | 'credited' | 'writtenOff'>,
): boolean => (isOwed(invoice.status) || invoice.status === 'PAID') && mostToCredit(invoice) > 0;

const rules: Readonly<Record<InvoiceAction, (invoice: InvoiceStanding, may: May) => boolean>> = {
  EDIT: (invoice, may) => isWaiting(invoice) && invoice.kind === 'FREE' && may('ISSUE_INVOICES'),
  APPROVE: (invoice, may) => isWaiting(invoice) && may('APPROVE_INVOICES'),
  RETURN: (invoice, may) => isWaiting(invoice) && may('APPROVE_INVOICES'),
  VOID: (invoice, may) => isVoidable(invoice) && may('CORRECT_INVOICES'),
  CREDIT: (invoice, may) => isCreditable(invoice) && may('CORRECT_INVOICES'),
  WRITE_OFF: ({ status }, may) => isOwed(status) && may('CORRECT_INVOICES'),
  APPLY_CREDIT: ({ status, customerCredit }, may) =>
    isOwed(status) && customerCredit > 0 && may('CONFIRM_PAYMENTS'),
  CONFIRM_PAYMENT: ({ status }, may) => isOwed(status) && may('CONFIRM_PAYMENTS'),
  KEEP_AS_CREDIT: (invoice, may) => !isOwed(invoice.status) && !isWaiting(invoice) && may('CONFIRM_PAYMENTS'),
};

/** What the person may do with the invoice now. */
export const invoiceActions = (invoice: InvoiceStanding, may: May): InvoiceAction[] =>
  invoiceActionNames.filter((action) => rules[action](invoice, may));
