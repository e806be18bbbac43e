import type { Sql } from '../db/database.ts';
import type { OpenInvoice, RecordedPayment } from '../domain/bank/match.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';

/** How many values one condition may have; both databases have a limit of their own above it. */
const atOnce = 500;
/** A customer who owes more invoices than that is not found by name. */
const mostRows = 5_000;

async function inParts<V, T>(values: readonly V[], read: (part: readonly V[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let from = 0; from < values.length; from += atOnce)
    found.push(...(await read(values.slice(from, from + atOnce))));
  return found;
}

function groupBy<K, T>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

/** The customers behind the keys of names (domain/customer-duplicates.ts). */
export async function customersNamed(query: Sql, keys: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await inParts(keys, (part) =>
    query
      .selectFrom('customerKey')
      .select(['key', 'customerId'])
      .where('reason', '=', 'NAME')
      .where('key', 'in', part)
      .limit(mostRows)
      .execute(),
  );
  return new Map(
    [...groupBy(rows, ({ key }) => key)].map(([key, all]) => [key, all.map(({ customerId }) => customerId)]),
  );
}

/** Issued invoices with the quote that they come of. */
const invoicesWithQuote = (query: Sql) =>
  query
    .selectFrom('invoice')
    .leftJoin('quote', 'quote.id', 'invoice.quoteId')
    .leftJoin('acceptance', 'acceptance.id', 'invoice.acceptanceId')
    .select([
      'invoice.id',
      'invoice.number',
      'invoice.serial',
      'invoice.isOpen',
      'invoice.balance',
      'invoice.currency',
      'invoice.customerId',
      'invoice.customerName',
      'invoice.issueDate',
      'invoice.dueDate',
      'quote.number as quoteNumber',
      'acceptance.gross as quoteTotal',
    ])
    .limit(mostRows);

/** Those of them that owe something, by their status, which the indexes of the lists begin with. */
const openInvoices = (query: Sql) =>
  invoicesWithQuote(query).where('invoice.status', 'in', ['OPEN', 'PARTIALLY_PAID']);

type Found = Awaited<ReturnType<ReturnType<typeof invoicesWithQuote>['execute']>>[number];
type Issued = OpenInvoice & { serial: number; isOpen: number };

/** What is issued has its number and its days; what waits for approval has none. */
const issued = ({ number, issueDate, dueDate, serial, ...rest }: Found): Issued[] =>
  number === null || issueDate === null || dueDate === null || serial === null
    ? []
    : [{ ...rest, number, issueDate, dueDate, serial }];

/** Invoices by the last part of their number; also those that owe nothing any more, because somebody may name them. */
export async function invoicesBySerial(query: Sql, series: readonly string[], serials: readonly number[]) {
  const rows = await inParts(serials, (part) =>
    invoicesWithQuote(query).where('series', 'in', series).where('serial', 'in', part).execute(),
  );
  return groupBy(rows.flatMap(issued), ({ serial }) => serial);
}

/** Open invoices that owe just that much. */
export async function invoicesByBalance(query: Sql, amounts: readonly MinorUnits[]) {
  const rows = await inParts(amounts, (part) => openInvoices(query).where('balance', 'in', part).execute());
  return groupBy(rows.flatMap(issued), ({ balance }) => balance);
}

/** What the customers owe. */
export async function invoicesByCustomer(query: Sql, customerIds: readonly string[]) {
  const rows = await inParts(customerIds, (part) =>
    openInvoices(query).where('invoice.customerId', 'in', part).execute(),
  );
  return groupBy(rows.flatMap(issued), ({ customerId }) => customerId);
}

/** Transfers that somebody confirmed by hand within these days, and that no line is known for. */
export async function recordedPayments(
  query: Sql,
  { amounts, from, to }: { amounts: readonly MinorUnits[]; from: LocalDate; to: LocalDate },
): Promise<RecordedPayment[]> {
  const rows = await inParts(amounts, (part) =>
    query
      .selectFrom('payment')
      .innerJoin('invoice', 'invoice.id', 'payment.invoiceId')
      .leftJoin('bankMatch', 'bankMatch.paymentId', 'payment.id')
      .select([
        'payment.id',
        'invoice.number as invoiceNumber',
        'invoice.customerName',
        'payment.amount',
        'payment.currency',
        'payment.receivedOn',
        'payment.reference',
      ])
      .where('payment.receivedOn', '>=', from)
      .where('payment.receivedOn', '<=', to)
      .where('payment.amount', 'in', part)
      .where('payment.status', '=', 'CONFIRMED')
      .where('payment.method', '=', 'BANK_TRANSFER')
      .where('bankMatch.id', 'is', null)
      .limit(mostRows)
      .execute(),
  );
  return rows.flatMap(({ invoiceNumber, receivedOn, reference, ...rest }) =>
    invoiceNumber === null || receivedOn === null
      ? []
      : [{ ...rest, invoiceNumber, receivedOn, reference: reference ?? '' }],
  );
}
