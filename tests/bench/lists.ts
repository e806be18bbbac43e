import { get } from 'node:http';
import { openSqlite } from '../../api/src/db/sqlite.ts';
import { invoiceOrders } from '../../api/src/domain/invoice-list.ts';
import { sortDirections } from '../../api/src/domain/list-order.ts';
import { paymentOrders } from '../../api/src/domain/payment-list.ts';
import { paymentFigures, paymentHistory } from '../support/operations.ts';
import { drive, graphqlRequest } from './drive.ts';
import type { Ground } from './ground.ts';
import { customerId } from './many-invoices.ts';
import type { Figures } from './measure.ts';
import { signInAsOwner } from './office.ts';
import { residentMegabytes } from './process-figures.ts';
import { type Served, withServer } from './with-server.ts';

const invoiceList = `query ($filter: InvoiceListInput, $sort: InvoiceOrder, $direction: SortDirection) {
  invoices(filter: $filter, sort: $sort, direction: $direction) { items {
    id number status isOverdue issueDate dueDate customer { id name } totals { gross { amount currency } } balance { amount currency }
  } endCursor } }`;
const paymentList = `query ($filter: PaymentListInput, $sort: PaymentOrder, $direction: SortDirection) {
  payments(filter: $filter, sort: $sort, direction: $direction) { items {
    id status method reference createdAt confirmedAt amount { amount currency } invoice { id number customer { id name } }
  } endCursor } }`;

/** What people ask for: each filter alone, and the pairs that one meets in practice. */
const invoiceFilters = [
  ...['ALL', 'UNPAID', 'OVERDUE', 'PAID', 'VOID', 'UNCOLLECTIBLE', 'AWAITING'].map((status) => ({ status })),
  ...['AUD', 'EUR', 'USD', 'JPY', 'CHF'].map((currency) => ({ currency })),
  ...[0, 1, 10, 19].map((customer) => ({ customerId: customerId(customer) })),
  { issuedFrom: '2026-11-20' },
  { issuedFrom: '2026-10-01', issuedTo: '2026-10-31' },
  { issuedFrom: '2023-05-05', issuedTo: '2023-05-05' },
  { dueFrom: '2026-11-01', dueTo: '2026-11-30' },
  { dueTo: '2022-03-31' },
  ...['42', 'INV-2024-12', 'INV-2025', 'amber cafes', 'bakery 19', 'zebra'].map((search) => ({ search })),
  { status: 'UNPAID', currency: 'EUR' },
  { status: 'OVERDUE', customerId: customerId(0) },
  { status: 'PAID', dueFrom: '2026-11-01' },
  { status: 'VOID', currency: 'USD', issuedFrom: '2025-01-01' },
];
const paymentFilters = [
  ...['ALL', 'TO_CONFIRM', 'CONFIRMED', 'UNDER_WAY', 'IN_TROUBLE', 'OVER'].map((status) => ({ status })),
  ...['CARD', 'CASH', 'BANK_TRANSFER'].map((method) => ({ method })),
  ...[0, 10, 19].map((customer) => ({ customerId: customerId(customer) })),
  { from: '2026-11-20' },
  { from: '2026-10-01', to: '2026-10-31', method: 'CASH' },
  ...['pi_12', 'Transfer 777', 'INV-2024-12', 'amber cafes', 'zebra'].map((search) => ({ search })),
];

/** Lists, figures and downloads with few invoices and with many, one request after the other. */
export async function measureLists({ few, many }: Ground): Promise<Figures> {
  const small = await withServer(few, {}, (server) => lists(server));
  const large = await withServer(many, {}, async (server) => ({
    ...(await lists(server)),
    ...(await money(server)),
    ...(await download(server, many)),
    'start.many': server.startedIn,
  }));
  const { 'lists.p50': p50, 'lists.p99': p99, 'payments.p99': payments, ...others } = large;
  return {
    ...others,
    'lists.few.p99': small['lists.p99'],
    'lists.many.p50': p50,
    'lists.many.p99': p99,
    'lists.ratio': p99 / small['lists.p99'],
    'payments.ratio': payments / small['payments.p99'],
  };
}

async function lists({ url }: Served) {
  const cookie = await signInAsOwner(url);
  const asked = <Sort>(query: string, filters: readonly object[], sorts: readonly Sort[]): Buffer[] =>
    filters.flatMap((filter) =>
      sorts.flatMap((sort) =>
        sortDirections.map((direction) => graphqlRequest(query, { filter, sort, direction }, { cookie })),
      ),
    );
  const timed = async (requests: readonly Buffer[]) => {
    await drive(url, inTurn(requests));
    return drive(url, inTurn([...requests, ...requests, ...requests]));
  };
  const invoices = await timed(asked(invoiceList, invoiceFilters, invoiceOrders));
  const payments = await timed(asked(paymentList, paymentFilters, paymentOrders));
  return { 'lists.p50': invoices.p50, 'lists.p99': invoices.p99, 'payments.p99': payments.p99 };
}

async function money({ url }: Served) {
  const cookie = await signInAsOwner(url);
  const repeated = async (query: string, variables: object) => {
    const request = graphqlRequest(query, variables, { cookie });
    await drive(url, inTurn([request]));
    return drive(url, inTurn(Array.from({ length: 50 }, () => request)));
  };
  const figures = await repeated(paymentFigures, {});
  const history = await repeated(paymentHistory, { weeks: 12 });
  return { 'figures.p99': figures.p99, 'history.p50': history.p50 };
}

const inTurn = (requests: readonly Buffer[]) => {
  const left = [...requests];
  const check = (body: string): void => {
    if (body.includes('"errors":[')) throw new Error(`Not a list: ${body.slice(0, 300)}`);
  };
  return { clients: 1, next: () => left.shift() ?? null, check };
};

const newest = '2026-05-21';

async function download({ url, pid }: Served, file: string) {
  const cookie = await signInAsOwner(url);
  const database = openSqlite(file, 'read');
  const before = performance.now();
  let rows = 0;
  const bare = database.prepare(
    'select id, number, status, kind, customer_name, issue_date, due_date, currency, gross, paid, credited, written_off, balance from invoice where issue_date >= ? and status = ? order by issue_date, id',
  );
  for (const status of ['OPEN', 'PARTIALLY_PAID', 'PAID', 'VOID', 'UNCOLLECTIBLE'])
    for (const _row of bare.iterate(newest, status)) rows += 1;
  const alone = rows / (performance.now() - before);
  database.close();
  const idle = residentMegabytes(pid);
  const started = performance.now();
  const { lines, most } = await readAll(`${url}/exports/invoices.csv?issuedFrom=${newest}`, cookie, pid);
  if (lines !== rows + 1) throw new Error(`${lines} lines for ${rows} invoices`);
  const rate = rows / (performance.now() - started);
  return { 'csv.perSecond': rate * 1000, 'csv.ofSql': (100 * rate) / alone, 'csv.grown': most - idle };
}

/** Reads to the end and looks at the memory of the server meanwhile. */
function readAll(url: string, cookie: string, pid: number): Promise<{ lines: number; most: number }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { cookie } }, (response) => {
      let lines = 0;
      let most = residentMegabytes(pid);
      let chunks = 0;
      response.on('data', (chunk: Buffer) => {
        for (const byte of chunk) if (byte === 10) lines += 1;
        if ((chunks += 1) % 50 === 0) most = Math.max(most, residentMegabytes(pid));
      });
      response.on('end', () => resolve({ lines, most }));
      response.on('error', reject);
    }).on('error', reject);
  });
}
