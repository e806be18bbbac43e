import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { notFound } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import type { Invoice } from './invoice.entity.ts';

/** One invoice for staff. Throws NOT_FOUND. */
export async function readInvoice(ctx: Ctx, id: string): Promise<Row<Invoice>> {
  requirePermission(ctx, 'READ');
  const invoice = await ctx.db.read.selectFrom('invoice').selectAll().where('id', '=', id).executeTakeFirst();
  if (invoice === undefined) throw notFound();
  return invoice;
}
