import { record } from '../audit/audit.ts';
import { factsOf } from '../audit/facts-of.ts';
import type { Ctx } from '../context.ts';
import { readInParts } from '../db/read-in-parts.ts';
import { isOverdue } from '../domain/invoice.ts';
import type { InvoiceOrder } from '../domain/invoice-list.ts';
import type { SortDirection } from '../domain/list-order.ts';
import { decimalText, type MinorUnits } from '../domain/money.ts';
import { requirePermission } from '../staff/require.ts';
import { findInvoices } from './find-invoices.ts';
import type { InvoiceListFilter } from './invoice-filter.ts';
import { orderOf } from './invoice-order.ts';

export type InvoiceExport = { filter: InvoiceListFilter; sort: InvoiceOrder; direction: SortDirection };

const names = [
  'Number',
  'Status',
  'Overdue',
  'Kind',
  'Customer',
  'Issued',
  'Due',
  'Currency',
  'Amount',
  'Paid',
];
const columns = [...names, 'Credited', 'Written off', 'Open balance', 'Id'];

/** All invoices of a list, in its order: the names of the columns, then rows by the hundred. Who took them is written down. */
export async function exportInvoices(ctx: Ctx, list: InvoiceExport) {
  requirePermission(ctx, 'READ');
  const facts = { ...list.filter, sort: list.sort, direction: list.direction };
  await ctx.db.transaction(({ sql: query }) =>
    record(ctx, query, {
      action: 'invoices.exported',
      text: 'Invoices downloaded as CSV',
      facts: factsOf(facts),
    }),
  );
  return rowsOf(ctx, list);
}

async function* rowsOf(ctx: Ctx, { filter, sort: by, direction }: InvoiceExport) {
  const order = orderOf(by, direction);
  const asked = { filter, by, order, today: ctx.today };
  yield [columns];
  yield* readInParts({
    find: (after, limit) => findInvoices(ctx.db.read, { ...asked, after, limit }),
    read: (ids) => readRows(ctx, ids),
  });
}

async function readRows(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.db.read
    .selectFrom('invoice')
    .select(['id', 'number', 'status', 'kind', 'customerName', 'issueDate', 'dueDate', 'currency'])
    .select(['gross', 'paid', 'credited', 'writtenOff', 'balance'])
    .where('id', 'in', ids)
    .execute();
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = found.get(id);
    if (row === undefined) return [];
    const decimal = (amount: MinorUnits) => ({ number: decimalText({ amount, currency: row.currency }) });
    const late = isOverdue(row, ctx.today) ? 'yes' : 'no';
    const days = [row.issueDate ?? '', row.dueDate ?? ''];
    const amounts = [row.gross, row.paid, row.credited, row.writtenOff, row.balance].map(decimal);
    const words = [row.number ?? '', row.status, late, row.kind, row.customerName, ...days, row.currency];
    return [[...words, ...amounts, row.id]];
  });
}
