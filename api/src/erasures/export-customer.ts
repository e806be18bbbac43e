import { setImmediate as turn } from 'node:timers/promises';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { readCustomer } from '../customers/read-customer.ts';
import { requirePermission } from '../staff/require.ts';
import { exportSections } from './export-sections.ts';

/** As many as lists are downloaded by, see db/read-in-parts.ts. */
const atOnce = 100;

/** Columns that hold JSON: written as what they say. The text of an acceptance is left as it was signed, to the letter. */
const structured = new Set([
  ...['address', 'contacts', 'draft', 'snapshot', 'content', 'choices', 'proofs', 'facts', 'attachments'],
  ...['totals', 'approvalReasons', 'counts'],
]);

/** Secrets, what lists are sorted and chained by, and what the company reckons by itself; nothing of it is about the customer. */
const leftOut = new Set([
  ...['token', 'tokenHash', 'salt', 'wordsHash', 'searchKey', 'customerKey', 'dedupeKey', 'sourceHash'],
  ...['checkoutUrl', 'sessionId', 'html', 'erasureId', 'isOpen', 'cost', 'itemId', 'fingerprint'],
]);

/** Everything that is kept of one customer, and of nobody else, as the pieces of a JSON text. Throws NOT_FOUND. */
export async function exportCustomer(ctx: Ctx, id: string): Promise<AsyncGenerator<string>> {
  requirePermission(ctx, 'EXPORT_CUSTOMER_DATA');
  const customer = await readCustomer(ctx, id);
  // Who took the data out of the house has to be findable.
  await ctx.db.transaction(({ sql: query }) =>
    record(ctx, query, {
      action: 'customer.exported',
      text: 'Downloaded everything that is kept',
      customerId: id,
    }),
  );
  return pieces(ctx, customer);
}

async function* pieces(ctx: Ctx, customer: { id: string }): AsyncGenerator<string> {
  yield `{"madeAt":${JSON.stringify(ctx.now)},"company":${JSON.stringify(ctx.company.name)},"client":${told(customer)}`;
  for (const [name, read] of exportSections) {
    yield `,\n"${name}":[`;
    for (let after = ''; ;) {
      const rows = await read(ctx.db.read, customer.id, after, atOnce);
      const texts = rows.map(told).join(',\n');
      if (texts !== '') yield after === '' ? texts : `,\n${texts}`;
      after = rows.at(-1)?.id ?? after;
      if (rows.length < atOnce) break;
      await turn();
    }
    yield ']';
  }
  yield '}\n';
}

function told(row: object): string {
  const members = Object.entries(row).map(([name, value]) => [
    name,
    structured.has(name) && typeof value === 'string' ? JSON.parse(value) : value,
  ]);
  return JSON.stringify(Object.fromEntries(members), (name, value: unknown) =>
    leftOut.has(name) ? undefined : value,
  );
}
