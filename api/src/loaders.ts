import DataLoader from 'dataloader';
import { refundOfLine } from './bank/refund-of-line.ts';
import { suggestionsOfLine } from './bank/suggestions.ts';
import { toMatchOfStatement } from './bank/to-match.ts';
import type { Sql } from './db/database.ts';
import type { Tables } from './db/entities.ts';
import { minor } from './domain/money.ts';

/** One query for all rows of a table that one request asks for by id, instead of one each. */
const byId = <
  T extends
    | 'bankStatement'
    | 'customer'
    | 'quote'
    | 'quoteMessage'
    | 'invoice'
    | 'payment'
    | 'receipt'
    | 'creditNote'
    | 'staff',
>(
  query: Sql,
  table: T,
) =>
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

/** Where each version of an offer stands, without the long texts that a quote is made of. */
const standingsOfFamily = (query: Sql) =>
  new DataLoader<string, Pick<Tables['quote'], 'id' | 'familyId' | 'status' | 'number'>[]>(
    async (families) => {
      const rows = await query
        .selectFrom('quote')
        .select(['id', 'familyId', 'status', 'number'])
        .where('familyId', 'in', families)
        .orderBy('id')
        .execute();
      return families.map((family) => rows.filter((row) => row.familyId === family));
    },
  );

/** When people had a quote open, oldest first; what only fetched the page is left out. */
const openingsOfQuote = (query: Sql) =>
  new DataLoader<string, Pick<Tables['linkVisit'], 'quoteId' | 'linkId' | 'at'>[]>(async (quoteIds) => {
    const rows = await query
      .selectFrom('linkVisit')
      .select(['quoteId', 'linkId', 'at'])
      .where('quoteId', 'in', quoteIds)
      .where('kind', '=', 'OPENED')
      .orderBy('id')
      .execute();
    return quoteIds.map((quoteId) => rows.filter((row) => row.quoteId === quoteId));
  });

/** What each customer has to their credit, a row for each currency. */
const creditsOfCustomer = (query: Sql) =>
  new DataLoader<string, Tables['customerCredit'][]>(async (customerIds) => {
    const rows = await query
      .selectFrom('customerCredit')
      .selectAll()
      .where('customerId', 'in', customerIds)
      .where('amount', '>', minor(0))
      .orderBy('currency')
      .execute();
    return customerIds.map((id) => rows.filter(({ customerId }) => customerId === id));
  });

export const loadersOf = (query: Sql) => ({
  customer: byId(query, 'customer'),
  quote: byId(query, 'quote'),
  quoteMessage: byId(query, 'quoteMessage'),
  invoice: byId(query, 'invoice'),
  payment: byId(query, 'payment'),
  receipt: byId(query, 'receipt'),
  creditNote: byId(query, 'creditNote'),
  staff: byId(query, 'staff'),
  attachmentsOfQuote: listBy(query, 'attachment', 'quoteId'),
  acceptancesOfQuote: listBy(query, 'acceptance', 'quoteId'),
  openingsOfQuote: openingsOfQuote(query),
  plansOfQuote: listBy(query, 'recurringPlan', 'quoteId'),
  versionsOfFamily: listBy(query, 'quote', 'familyId'),
  standingsOfFamily: standingsOfFamily(query),
  messagesOfFamily: listBy(query, 'quoteMessage', 'familyId'),
  invoicesOfQuote: listBy(query, 'invoice', 'quoteId'),
  creditNotesOfInvoice: listBy(query, 'creditNote', 'invoiceId'),
  creditsOfCustomer: creditsOfCustomer(query),
  changesOfQuote: listBy(query, 'quote', 'changeOf'),
  paymentsOfInvoice: listBy(query, 'payment', 'invoiceId'),
  logOfInvoice: listBy(query, 'paymentLog', 'invoiceId'),
  refundsOfPayment: listBy(query, 'refund', 'paymentId'),
  disputesOfPayment: listBy(query, 'dispute', 'paymentId'),
  disputesOfInvoice: listBy(query, 'dispute', 'invoiceId'),
  receiptsOfPayment: listBy(query, 'receipt', 'paymentId'),
  refundsOfInvoice: listBy(query, 'refund', 'invoiceId'),
  bankStatement: byId(query, 'bankStatement'),
  matchesOfLine: listBy(query, 'bankMatch', 'lineId'),
  suggestionsOfLine: suggestionsOfLine(query),
  refundOfLine: refundOfLine(query),
  toMatchOfStatement: toMatchOfStatement(query),
});

export type Loaders = ReturnType<typeof loadersOf>;
