import fc from 'fast-check';
import type { InvoiceStatus } from '../../api/src/domain/invoice.ts';
import { addDays, type LocalDate, localDate } from '../../api/src/domain/local-date.ts';
import { searchKey } from '../../api/src/domain/search-key.ts';
import type { Company } from './steps.ts';

/** An invoice as far as a list is concerned; the rest of its row says nothing. */
export type ListedInvoice = {
  id: string;
  status: InvoiceStatus;
  customer: number;
  currency: string;
  gross: number;
  balance: number;
  series: string | null;
  serial: number | null;
  issueDate: LocalDate | null;
  dueDate: LocalDate | null;
};

export const listedNames = ['Ábaco', 'Zebra', 'apple', 'Ångström & Co', 'Ölmühle', "O'Neil 42"];

const start = localDate('2025-11-20');
const issued = ['OPEN', 'PARTIALLY_PAID', 'PAID', 'VOID', 'UNCOLLECTIBLE'] as const;

/** Few values of each kind, so that ties are everywhere. */
const rowOf = fc.record({
  status: fc.constantFrom<InvoiceStatus>(...issued, 'OPEN', 'PAID', 'AWAITING_APPROVAL'),
  isDraft: fc.boolean(),
  customer: fc.nat(listedNames.length - 1),
  currency: fc.constantFrom('AUD', 'EUR', 'JPY'),
  gross: fc.constantFrom(0, 5, 100, 100_00, 2_000_000_000_000),
  day: fc.nat(400),
  terms: fc.constantFrom(0, 14, 30),
});

/** Invoices as they may stand in the table, in the order of their making. */
export const listedInvoices = fc.array(rowOf, { minLength: 150, maxLength: 150 }).map((rows) => {
  const serials = new Map<string, number>();
  return rows.map((row, at): ListedInvoice => {
    const isDraft = row.status === 'AWAITING_APPROVAL' || (row.status === 'VOID' && row.isDraft);
    const issueDate = addDays(start, row.day);
    const series = `INV-${issueDate.slice(0, 4)}`;
    if (!isDraft) serials.set(series, (serials.get(series) ?? 0) + 1);
    return {
      id: `0190${String(at).padStart(4, '0')}-0000-7000-8000-000000000000`,
      status: row.status,
      customer: row.customer,
      currency: row.currency,
      gross: row.gross,
      balance:
        row.status === 'OPEN' ? row.gross : row.status === 'PARTIALLY_PAID' ? Math.ceil(row.gross / 2) : 0,
      series: isDraft ? null : series,
      serial: isDraft ? null : (serials.get(series) ?? 0) + 9_997,
      issueDate: isDraft ? null : issueDate,
      dueDate: isDraft ? null : addDays(issueDate, row.terms),
    };
  });
});

/** The customers of listed invoices, made by the product. */
export const listedCustomers = (office: Company): Promise<string[]> =>
  listedNames.reduce<Promise<string[]>>(async (made, name, at) => {
    const ids = await made;
    const { id } = await office.customer({
      name,
      prefix: `LISTED${at}`,
      email: `box-${'xyzuvw'[at]}@listed.example`,
    });
    return [...ids, id];
  }, Promise.resolve([]));

/** Puts these into the table. */
export async function putInvoices(
  office: Company,
  rows: readonly ListedInvoice[],
  customers: readonly string[],
) {
  await office.db.transaction(async ({ sql: query }) => {
    await query
      .insertInto('invoice')
      .values(rows.map((row) => rowFor(row, customers[row.customer] ?? '')) as never)
      .execute();
  });
}

const rowFor = ({ customer, ...row }: ListedInvoice, customerId: string) => ({
  ...row,
  kind: 'FREE',
  number: row.series === null ? null : `${row.series}-${String(row.serial).padStart(4, '0')}`,
  acceptanceId: null,
  quoteId: null,
  customerId,
  stagePosition: null,
  customerName: listedNames[customer] ?? '',
  customerKey: searchKey(listedNames[customer] ?? ''),
  recipient: 'a@b.example',
  isOpen: row.status === 'OPEN' || row.status === 'PARTIALLY_PAID' ? 1 : 0,
  paid: 0,
  credited: 0,
  writtenOff: 0,
  content: '{}',
  sourceEvent: `test:${row.id}`,
  approvalReasons: '[]',
  createdAt: '2026-01-01T00:00:00.000Z',
  createdBy: 'Test',
  issuedAt: row.issueDate === null ? null : '2026-01-01T00:00:00.000Z',
});
