/**
 * The words of the list of invoices: what it is narrowed down to, by what it is put in order, and what a search for a number
 * means: `INV-2026-0042` is found by `INV-2026-42` and `2026-42`, and `42` finds the 42nd of each year.
 */
import { type InvoiceStatus, invoiceStatuses } from './invoice.ts';

/** Which invoices a list shows. OVERDUE is UNPAID and past its day; the others part all invoices among themselves. */
export const invoiceGroups = [
  'ALL',
  'AWAITING',
  'UNPAID',
  'OVERDUE',
  'PAID',
  'VOID',
  'UNCOLLECTIBLE',
] as const;

/** One of the groups. */
export type InvoiceGroup = (typeof invoiceGroups)[number];

const statuses: Readonly<Record<InvoiceGroup, readonly InvoiceStatus[]>> = {
  ALL: invoiceStatuses,
  AWAITING: ['AWAITING_APPROVAL'],
  UNPAID: ['OPEN', 'PARTIALLY_PAID'],
  OVERDUE: ['OPEN', 'PARTIALLY_PAID'],
  PAID: ['PAID'],
  VOID: ['VOID'],
  UNCOLLECTIBLE: ['UNCOLLECTIBLE'],
};

/** How the invoices of a group can stand, in the order of the contract. */
export const statusesOfGroup = (group: InvoiceGroup): readonly InvoiceStatus[] => statuses[group];

/** By what invoices are put in order. */
export const invoiceOrders = [
  'ISSUE_DATE',
  'DUE_DATE',
  'NUMBER',
  'CUSTOMER',
  'AMOUNT',
  'BALANCE',
  'STATUS',
] as const;

/** One of the orders. */
export type InvoiceOrder = (typeof invoiceOrders)[number];

/** What was searched for, as a number: the how manieth of its year, and the year; both null when it is no number. */
export type NumberSearch = Readonly<{ serial: number | null; year: string | null }>;

/** What a text means as the number of an invoice. Of a year alone all numbers are meant. */
export function numberSearch(text: string): NumberSearch {
  const typed = text.trim();
  const wholeYear = /^INV[- ]?([12]\d{3})-?$/i.exec(typed)?.[1];
  if (wholeYear !== undefined) return { serial: null, year: wholeYear };
  const [, year, serial] = /^(?:INV[- ]?)?(?:([12]\d{3})-)?(\d{1,9})$/i.exec(typed) ?? [];
  return { serial: Number(serial) || null, year: year ?? null };
}
