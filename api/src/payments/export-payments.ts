import { record } from '../audit/audit.ts';
import { factsOf } from '../audit/facts-of.ts';
import type { Ctx } from '../context.ts';
import { readInParts } from '../db/read-in-parts.ts';
import type { SortDirection } from '../domain/list-order.ts';
import { decimalText, type MinorUnits } from '../domain/money.ts';
import type { PaymentOrder } from '../domain/payment-list.ts';
import { requirePermission } from '../staff/require.ts';
import { findPayments, orderOf } from './find-payments.ts';
import { type PaymentListFilter, rowsOf } from './list-payments.ts';

export type PaymentExport = { filter: PaymentListFilter; sort: PaymentOrder; direction: SortDirection };

const names = ['Invoice', 'Customer', 'Way', 'Status', 'Reference', 'Begun', 'Confirmed', 'Confirmed by'];
const columns = [...names, 'Received on', 'Currency', 'Amount', 'Used for the invoice', 'Refunded', 'Id'];

/** All payments of a list, in its order: the names of the columns, then rows by the hundred. Who took them is written down. */
export async function exportPayments(ctx: Ctx, list: PaymentExport) {
  requirePermission(ctx, 'READ');
  const facts = { ...list.filter, sort: list.sort, direction: list.direction };
  await ctx.db.transaction(({ sql: query }) =>
    record(ctx, query, {
      action: 'payments.exported',
      text: 'Payments downloaded as CSV',
      facts: factsOf(facts),
    }),
  );
  return partsOf(ctx, list);
}

async function* partsOf(ctx: Ctx, { filter, sort: by, direction }: PaymentExport) {
  const order = orderOf(by, direction);
  const asked = { filter: rowsOf(ctx, filter), by, order };
  yield [columns];
  yield* readInParts({
    find: (after, limit) => findPayments(ctx.db.read, { ...asked, after, limit }),
    read: (ids) => readRows(ctx, ids),
  });
}

async function readRows(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.db.read
    .selectFrom('payment')
    .innerJoin('invoice', 'invoice.id', 'payment.invoiceId')
    .select(['payment.id', 'payment.method', 'payment.status', 'payment.reference', 'payment.createdAt'])
    .select(['payment.confirmedAt', 'payment.confirmedBy', 'payment.receivedOn', 'payment.currency'])
    .select([
      'payment.amount',
      'payment.allocated',
      'payment.refunded',
      'invoice.number',
      'invoice.customerName',
    ])
    .where('payment.id', 'in', ids)
    .execute();
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = found.get(id);
    if (row === undefined) return [];
    const decimal = (amount: MinorUnits) => ({ number: decimalText({ amount, currency: row.currency }) });
    const begin = [
      row.number ?? '',
      row.customerName,
      row.method,
      row.status,
      row.reference ?? '',
      row.createdAt,
    ];
    const end = [row.confirmedAt ?? '', row.confirmedBy ?? '', row.receivedOn ?? '', row.currency];
    return [[...begin, ...end, ...[row.amount, row.allocated, row.refunded].map(decimal), row.id]];
  });
}
