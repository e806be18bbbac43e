import { openSqlite } from '../../api/src/db/sqlite.ts';
import { addDays, daysBetween, localDate } from '../../api/src/domain/local-date.ts';
import { searchKey } from '../../api/src/domain/search-key.ts';

const firstDay = localDate('2021-11-21');
const lastDay = localDate('2026-11-20');
const days = daysBetween(firstDay, lastDay) + 1;

type Values = Record<string, string | number | null>;

/** Always the same numbers from 0 to 1, so that every run measures the same rows (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const one = <T>(chance: number, ...weighted: [T, number][]): T => {
  let left = chance * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of weighted) if ((left -= weight) < 0) return value;
  return (weighted.at(-1) as [T, number])[0];
};

const uuid = (kind: number, at: number): string =>
  `0190${kind.toString(16).padStart(4, '0')}-${at.toString(16).padStart(4, '0').slice(-4)}-7000-8000-${at.toString(16).padStart(12, '0')}`;

const adjectives =
  'Amber Bright Coastal Delta Eastern Fine Golden Harbour Iron Jade Keen Little Modern Noble'.split(' ');
const trades =
  'Bakery Cafés Dental Electrics Florist Garage Hotels Joinery Kitchens Legal Motors Plumbing'.split(' ');

export const customerId = (at: number): string => uuid(1, at);

/** How many customers so many invoices have. */
export const customersOf = (invoices: number): number => Math.max(20, Math.floor(invoices / 50));

const customerAt = (at: number): Values => {
  const name = `${adjectives[at % adjectives.length]} ${trades[Math.floor(at / 7) % trades.length]} ${at}`;
  return {
    id: customerId(at),
    name,
    email: `office@customer-${at}.example`,
    prefix: `C${at}`,
    currency: 'AUD',
    language: 'en',
    search_key: searchKey(`${name} office@customer-${at}.example`),
    created_at: '2021-11-01T00:00:00.000Z',
  };
};

function invoiceAt(at: number, count: number, chance: () => number, serials: Map<string, number>): Values {
  const issued = addDays(firstDay, Math.floor((at / count) * days));
  const age = daysBetween(issued, lastDay);
  const terms = one<number>(chance(), [14, 6], [30, 3], [7, 1]);
  const status =
    age > 90
      ? one(chance(), ['PAID', 957], ['VOID', 15], ['UNCOLLECTIBLE', 10], ['OPEN', 15], ['PARTIALLY_PAID', 3])
      : one(chance(), ['PAID', 50], ['OPEN', 40], ['PARTIALLY_PAID', 8], ['VOID', 2]);
  const gross = Math.round(Math.exp(8 + 4 * chance()));
  const paid = status === 'PAID' ? gross : status === 'PARTIALLY_PAID' ? Math.ceil(gross / 3) : 0;
  const isOpen = status === 'OPEN' || status === 'PARTIALLY_PAID';
  const customer = Math.floor(customersOf(count) * chance() ** 3);
  const name = String(customerAt(customer)['name']);
  const series = `INV-${issued.slice(0, 4)}`;
  const serial = (serials.get(series) ?? 0) + 1;
  serials.set(series, serial);
  const at0 = `${issued}T01:00:00.000Z`;
  return {
    id: uuid(2, at),
    kind: 'FREE',
    number: `${series}-${String(serial).padStart(4, '0')}`,
    series,
    serial,
    customer_id: customerId(customer),
    customer_name: name,
    customer_key: searchKey(name),
    recipient: `office@customer-${customer}.example`,
    status,
    is_open: isOpen ? 1 : 0,
    currency: one(chance(), ['AUD', 800], ['EUR', 150], ['USD', 49], ['JPY', 1]),
    gross,
    paid,
    credited: status === 'VOID' ? gross : 0,
    written_off: status === 'UNCOLLECTIBLE' ? gross : 0,
    balance: isOpen ? gross - paid : 0,
    issue_date: issued,
    due_date: addDays(issued, terms),
    source_event: `bench:${at}`,
    approval_reasons: '[]',
    created_at: at0,
    created_by: 'Bench',
    issued_at: at0,
  };
}

/** Of most invoices one payment; of some a try that failed, or a claim that waits. */
function paymentOf(invoice: Values, at: number, chance: () => number): Values | null {
  const isPaid = Number(invoice['paid']) > 0;
  const status = isPaid
    ? 'CONFIRMED'
    : one(chance(), ['', 80], ['FAILED', 8], ['EXPIRED', 8], ['REJECTED', 2], ['CLAIMED', 2]);
  if (status === '') return null;
  const isCard = status === 'FAILED' || status === 'EXPIRED' || (isPaid && chance() < 0.5);
  const wanted = addDays(localDate(String(invoice['issue_date'])), Math.floor(20 * chance()));
  const day = wanted > lastDay ? lastDay : wanted;
  return {
    id: uuid(3, at),
    invoice_id: String(invoice['id']),
    customer_id: String(invoice['customer_id']),
    method: isCard ? 'CARD' : one(chance(), ['BANK_TRANSFER', 4], ['CASH', 1]),
    status,
    amount: isPaid ? Number(invoice['paid']) : Number(invoice['gross']),
    currency: String(invoice['currency']),
    allocated: isPaid ? Number(invoice['paid']) : 0,
    refunded: 0,
    proofs: '[]',
    reference: isCard ? `pi_${at}` : `Transfer ${at}`,
    created_at: `${day}T02:00:00.000Z`,
    confirmed_at: isPaid ? `${day}T03:00:00.000Z` : null,
    confirmed_by: isPaid ? 'Bench' : null,
  };
}

/** What invoices of the product say is about this long. */
const contentOf = (invoice: Values): string =>
  JSON.stringify({
    company: {
      name: 'Bench',
      address: ['1 Street', '2000 Sydney'],
      email: 'a@b.example',
      phone: '',
      taxNumber: '1',
      taxLabel: 'GST',
      colour: '#1d5a49',
      logo: null,
    },
    customer: {
      name: invoice['customer_name'],
      contactName: '',
      address: ['2 Street'],
      email: invoice['recipient'],
      taxNumber: '',
    },
    bankDetails: ['BSB: 062-000', 'Account: 1234 5678'],
    subject: 'Work of the month',
    stage: null,
    earlier: [],
    currency: invoice['currency'],
    lines: [
      {
        description: 'Work '.repeat(10),
        quantity: 1000,
        unit: 'h',
        unitPrice: invoice['gross'],
        taxTreatment: 'ZERO_RATED',
        taxRate: 0,
        net: invoice['gross'],
        tax: 0,
        gross: invoice['gross'],
      },
    ],
    totals: {
      net: invoice['gross'],
      tax: 0,
      gross: invoice['gross'],
      taxes: [{ treatment: 'ZERO_RATED', rate: 0, net: invoice['gross'], tax: 0 }],
    },
    taxNotes: [],
    paymentTermsDays: 14,
    termsNote: null,
  });

/** Fills a database that has its tables with so many invoices, their customers and their payments. */
export function writeInvoices(file: string, count: number): void {
  const database = openSqlite(file, 'write');
  database.pragma('foreign_keys = off');
  database.pragma('synchronous = off');
  // Nothing is lost when this fails: then there is no measurement. With a journal every page is written twice.
  database.pragma('journal_mode = delete');
  database.pragma('journal_mode = off');
  database.pragma('cache_size = -400000');
  // Indexes are made once the rows are there: that takes a fifth of the time.
  const tables = ['customer', 'invoice', 'payment'];
  const indexes = database
    .prepare<[], { name: string; sql: string }>(
      `select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ('${tables.join("','")}')`,
    )
    .all();
  for (const { name } of indexes) database.exec(`drop index "${name}"`);
  const insert = (table: string) => {
    const columns = database
      .prepare<[], { name: string; notnull: number; type: string }>(
        `select name, "notnull", type from pragma_table_info('${table}')`,
      )
      .all();
    const statement = database.prepare(
      `insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    );
    const blank = (column: (typeof columns)[number]) =>
      column.notnull === 0 ? null : /int/i.test(column.type) ? 0 : '';
    return (row: Values) => statement.run(...columns.map((column) => row[column.name] ?? blank(column)));
  };
  const chance = chances(1);
  const serials = new Map(
    database
      .prepare<[], [string, number]>(
        'select series, max(serial) from invoice where series is not null group by series',
      )
      .raw()
      .all(),
  );
  database.transaction(() => {
    const [customer, invoice, payment] = [insert('customer'), insert('invoice'), insert('payment')];
    for (let at = 0; at < customersOf(count); at += 1) customer(customerAt(at));
    for (let at = 0; at < count; at += 1) {
      const row = invoiceAt(at, count, chance, serials);
      invoice({ ...row, content: contentOf(row) });
      const paid = paymentOf(row, at, chance);
      if (paid !== null) payment(paid);
    }
    for (const { sql } of indexes) database.exec(sql);
  })();
  database.pragma('journal_mode = wal');
  database.close();
}
