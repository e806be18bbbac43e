import DataLoader from 'dataloader';
import type { Sql } from './db/database.ts';
import type { Tables } from './db/entities.ts';

/** One query for all rows of a table that one request asks for by id, instead of one each. */
const byId = <T extends 'customer' | 'quote' | 'invoice' | 'payment' | 'receipt'>(query: Sql, table: T) =>
  new DataLoader<string, Tables[T]>(async (ids) => {
    const rows = await rowsWhere(query, table, 'id', ids);
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? new Error(`${table} ${id} is referred to but missing`));
  });

/** The rows that belong to each key, in order of creation. */
const listBy = <T extends keyof Tables>(query: Sql, table: T, column: keyof Tables[T] & string) =>
  new DataLoader<string, Tables[T][]>(async (keys) => {
    const rows = await rowsWhere(query, table, column, keys);
    const lists = new Map<unknown, Tables[T][]>();
    for (const row of rows) lists.set(row[column], [...(lists.get(row[column]) ?? []), row]);
    return keys.map((key) => lists.get(key) ?? []);
  });

/** Kysely cannot follow a table name that is a type parameter; the cast says what the name means. */
async function rowsWhere<T extends keyof Tables>(
  query: Sql,
  table: T,
  column: string,
  keys: readonly string[],
) {
  const { ref } = query.dynamic;
  const rows = await query
    .selectFrom(table as 'quote')
    .selectAll()
    .where(ref<'id'>(column), 'in', keys)
    .orderBy('id')
    .execute();
  return rows as object[] as Tables[T][];
}

export const loadersOf = (query: Sql) => ({
  customer: byId(query, 'customer'),
  quote: byId(query, 'quote'),
  invoice: byId(query, 'invoice'),
  payment: byId(query, 'payment'),
  receipt: byId(query, 'receipt'),
  acceptancesOfQuote: listBy(query, 'acceptance', 'quoteId'),
  invoicesOfQuote: listBy(query, 'invoice', 'quoteId'),
  paymentsOfInvoice: listBy(query, 'payment', 'invoiceId'),
  logOfInvoice: listBy(query, 'paymentLog', 'invoiceId'),
  receiptsOfPayment: listBy(query, 'receipt', 'paymentId'),
});

export type Loaders = ReturnType<typeof loadersOf>;
