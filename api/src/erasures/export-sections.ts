import type { Sql } from '../db/database.ts';

export type ExportedRow = { id: string };
/** Rows behind an id, in the order of their ids: one part of a file that nobody can hold in memory. */
type ReadSection = (query: Sql, customerId: string, after: string, limit: number) => Promise<ExportedRow[]>;

const quotesOf = (query: Sql, customerId: string) =>
  query.selectFrom('quote').select('quote.id').where('quote.customerId', '=', customerId);
const invoicesOf = (query: Sql, customerId: string) =>
  query.selectFrom('invoice').select('invoice.id').where('invoice.customerId', '=', customerId);

/** Tables whose rows name the customer themselves. */
const own = (
  table:
    | 'quote'
    | 'invoice'
    | 'creditNote'
    | 'payment'
    | 'refund'
    | 'dispute'
    | 'ledgerEntry'
    | 'mail'
    | 'link'
    | 'recurringPlan'
    | 'erasure',
): ReadSection => {
  return (query, customerId, after, limit) =>
    query
      .selectFrom(table)
      .selectAll()
      .where('customerId', '=', customerId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .execute() as Promise<ExportedRow[]>;
};

/** Tables whose rows hang on a quote, and on an invoice. */
const ofQuotes =
  (table: 'acceptance' | 'quoteMessage' | 'attachment'): ReadSection =>
  (query, customerId, after, limit) =>
    query
      .selectFrom(table)
      .selectAll()
      .where('quoteId', 'in', quotesOf(query, customerId))
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .execute() as Promise<ExportedRow[]>;
const ofInvoices =
  (table: 'receipt' | 'paymentLog'): ReadSection =>
  (query, customerId, after, limit) =>
    query
      .selectFrom(table)
      .selectAll()
      .where('invoiceId', 'in', invoicesOf(query, customerId))
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .execute() as Promise<ExportedRow[]>;

const visits: ReadSection = (query, customerId, after, limit) =>
  query
    .selectFrom('linkVisit')
    .selectAll()
    .where('linkId', 'in', query.selectFrom('link').select('id').where('customerId', '=', customerId))
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();

const history: ReadSection = (query, customerId, after, limit) =>
  query
    .selectFrom('audit')
    .selectAll()
    .where((row) =>
      row.or([
        row('quoteId', 'in', quotesOf(query, customerId)),
        row('invoiceId', 'in', invoicesOf(query, customerId)),
        row.and([
          row('customerId', '=', customerId),
          row('quoteId', 'is', null),
          row('invoiceId', 'is', null),
        ]),
      ]),
    )
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();

const items: ReadSection = (query, customerId, after, limit) =>
  query
    .selectFrom('reviewItem')
    .selectAll()
    .where((row) =>
      row.or([
        row('quoteId', 'in', quotesOf(query, customerId)),
        row('invoiceId', 'in', invoicesOf(query, customerId)),
        row('subjectId', 'in', query.selectFrom('mail').select('id').where('customerId', '=', customerId)),
      ]),
    )
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();

const bankLines: ReadSection = (query, customerId, after, limit) =>
  query
    .selectFrom('bankLine')
    .selectAll()
    .where(
      'id',
      'in',
      query
        .selectFrom('bankMatch')
        .innerJoin('payment', 'payment.id', 'bankMatch.paymentId')
        .select('bankMatch.lineId')
        .where('payment.customerId', '=', customerId),
    )
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();

/** Everything that is kept of a customer, by the names of the file. */
export const exportSections: readonly (readonly [name: string, read: ReadSection])[] = [
  ['quotes', own('quote')],
  ['acceptances', ofQuotes('acceptance')],
  ['files', ofQuotes('attachment')],
  ['messages', ofQuotes('quoteMessage')],
  ['recurringPlans', own('recurringPlan')],
  ['invoices', own('invoice')],
  ['creditNotes', own('creditNote')],
  ['payments', own('payment')],
  ['paymentLog', ofInvoices('paymentLog')],
  ['receipts', ofInvoices('receipt')],
  ['refunds', own('refund')],
  ['disputes', own('dispute')],
  ['postings', own('ledgerEntry')],
  ['bankLines', bankLines],
  ['mails', own('mail')],
  ['links', own('link')],
  ['visits', visits],
  ['reviewItems', items],
  ['history', history],
  ['erasures', own('erasure')],
];
