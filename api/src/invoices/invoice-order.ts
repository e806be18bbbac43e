import { type RawBuilder, sql } from 'kysely';
import type { Order, Run } from '../db/ordered.ts';
import { type InvoiceStatus, invoiceStatuses } from '../domain/invoice.ts';
import type { InvoiceOrder } from '../domain/invoice-list.ts';
import type { SortDirection } from '../domain/list-order.ts';

type Keys = Readonly<{ columns: readonly string[]; blanks: readonly (string | number)[] }>;

/** The columns that each order goes by. STATUS goes by the place of the status first, and by the day of issue within it. */
const keys: Readonly<Record<InvoiceOrder, Keys>> = {
  ISSUE_DATE: { columns: ['issue_date'], blanks: [''] },
  DUE_DATE: { columns: ['due_date'], blanks: [''] },
  NUMBER: { columns: ['series', 'serial'], blanks: ['', 0] },
  CUSTOMER: { columns: ['customer_key'], blanks: [''] },
  AMOUNT: { columns: ['gross'], blanks: [0] },
  BALANCE: { columns: ['balance'], blanks: [0] },
  STATUS: { columns: ['issue_date'], blanks: [''] },
};

/** Orders by what an invoice does not have before it is issued. What is not issued then comes after all that is. */
const official: ReadonlySet<InvoiceOrder> = new Set(['ISSUE_DATE', 'DUE_DATE', 'NUMBER', 'STATUS']);

export const orderOf = (by: InvoiceOrder, direction: SortDirection): Order => ({
  table: 'invoice',
  name: by,
  direction,
  blanks: keys[by].blanks,
});

const columnsOf = (by: InvoiceOrder) => keys[by].columns.map((column) => sql.ref<string | number>(column));

const rankOf = (by: InvoiceOrder, status: InvoiceStatus, isIssued: boolean): number =>
  (by === 'STATUS' ? 2 * invoiceStatuses.indexOf(status) : 0) + (isIssued ? 0 : 1);

/** The stretches of the index of this order: one for each status, and one for those of it that were never issued. */
export const runsOf = (by: InvoiceOrder, statuses: readonly InvoiceStatus[]): Run[] =>
  statuses.flatMap((status) => {
    const standing = sql<boolean>`status = ${sql.lit(status)}`;
    if (!official.has(by)) return [{ rank: 0, where: [standing], keys: columnsOf(by) }];
    const first = sql.ref(keys[by].columns[0] ?? 'id');
    const issued = sql<boolean>`${first} is not null`;
    const draft = sql<boolean>`${first} is null`;
    return [
      { rank: rankOf(by, status, true), where: [standing, issued], keys: columnsOf(by) },
      ...(status === 'AWAITING_APPROVAL' || status === 'VOID'
        ? [{ rank: rankOf(by, status, false), where: [standing, draft], keys: [] }]
        : []),
    ];
  });

/** The rank of a row wherever it was found. */
export const rankOfRow = (by: InvoiceOrder): RawBuilder<number> =>
  official.has(by)
    ? sql`case ${sql.join(
        invoiceStatuses.map(
          (status) => sql`when status = ${sql.lit(status)} then ${sql.lit(rankOf(by, status, true))}`,
        ),
        sql` `,
      )} else 0 end + case when issue_date is null then 1 else 0 end`
    : sql`0`;

/** The keys of a row wherever it was found, with the blank where it has none. */
export const keysOfRow = (by: InvoiceOrder): RawBuilder<unknown>[] =>
  columnsOf(by).map((column, at) => sql`coalesce(${column}, ${sql.lit(keys[by].blanks[at] ?? '')})`);
