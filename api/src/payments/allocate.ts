import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { type InvoiceSums, isOwed, standingOf } from '../domain/invoice.ts';
import { failpoint } from '../failpoint.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { publish } from '../outbox/events.ts';
import { enqueue } from '../outbox/outbox.ts';
import { sayOfClaims } from '../review/claims-of-invoice.ts';
import { settleFailuresOfInvoice } from '../review/settle-by-action.ts';

/**
 * Moves the sums of an issued invoice and with them its status, in the transaction of the posting that explains it. The
 * condition on the old sums makes a lost update impossible on either database.
 */
export async function moveSums(
  ctx: Ctx,
  query: Sql,
  invoice: Row<Invoice>,
  change: Partial<Omit<InvoiceSums, 'gross'>>,
): Promise<Row<Invoice>> {
  const { gross, paid, credited, writtenOff } = { ...invoice, ...change };
  const moved = { paid, credited, writtenOff, ...standingOf({ gross, paid, credited, writtenOff }) };
  const { numUpdatedRows } = await query
    .updateTable('invoice')
    .set(moved)
    .where('id', '=', invoice.id)
    .where('status', '=', invoice.status)
    .where('paid', '=', invoice.paid)
    .where('credited', '=', invoice.credited)
    .where('writtenOff', '=', invoice.writtenOff)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LostRace();
  failpoint('allocate.after-sums');
  if (moved.status === 'PAID' && invoice.status !== 'PAID') {
    await settleFailuresOfInvoice(ctx, query, invoice.id);
    await publish(ctx, query, {
      type: 'invoice.paid',
      data: { invoiceId: invoice.id, number: invoice.number, gross },
    });
  }
  const owes = isOwed(moved.status);
  if (owes !== isOwed(invoice.status)) await sayOfClaims(query, invoice.id, owes);
  // A page of the provider that is still open in another tab must not take money that is not owed any more. Each time: sums that
  // were there before can come back, by a dispute that was lost for instance, and with them a page of that day.
  await enqueue(ctx, query, {
    name: 'expire-checkouts',
    payload: { invoiceId: invoice.id },
    dedupeKey: `expire-checkouts:${invoice.id}:${ctx.ids.id()}`,
  });
  return { ...invoice, ...moved };
}
