import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { later } from '../db/instant.ts';
import { LostRace } from '../db/retried.ts';
import { isOwed } from '../domain/invoice.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { logStep } from './log.ts';
import { newPayment } from './new-payment.ts';
import type { Payment } from './payment.entity.ts';

/** A row whose page we never got to know: for so long the provider still knows the row's id as the key of its first try. */
export const longestKey = 22 * 60 * 60_000;

/** The provider's page has to live at least this long to be worth sending somebody there. */
const shortestVisit = 5 * 60_000;

/** The one card payment of the invoice that is under way, or a new one for what is open now. */
export async function liveCardPayment(
  ctx: Ctx,
  query: Sql,
  invoiceId: string,
): Promise<Row<Payment> | Refusal> {
  const invoice = await query
    .selectFrom('invoice')
    .selectAll()
    .where('id', '=', invoiceId)
    .executeTakeFirstOrThrow();
  if (!isOwed(invoice.status)) {
    return refuse('INVOICE_NOT_PAYABLE', 'Nothing is owed on this invoice. There is nothing left to pay.');
  }
  const live = await query
    .selectFrom('payment')
    .selectAll()
    .where('invoiceId', '=', invoiceId)
    .where('method', '=', 'CARD')
    .where('status', 'in', ['STARTED', 'UNKNOWN', 'PENDING'])
    .executeTakeFirst();
  if (live?.status === 'PENDING') {
    return refuse(
      'PAYMENT_IN_PROGRESS',
      'A payment by card is on its way. Your bank can take a few days; we write as soon as it has arrived.',
    );
  }
  if (live !== undefined && isWorthVisiting(ctx, live, invoice)) return live;
  if (live !== undefined) {
    const { numUpdatedRows } = await query
      .updateTable('payment')
      .set({ status: 'EXPIRED' })
      .where('id', '=', live.id)
      .where('status', '=', live.status)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new LostRace();
    await logStep(ctx, query, { payment: live, kind: 'CHECKOUT_EXPIRED', actor: 'System' });
  }
  const payment = newPayment(ctx, invoice, {
    method: 'CARD',
    status: 'STARTED',
    amount: invoice.balance,
  });
  await query.insertInto('payment').values(payment).execute();
  return payment;
}

function isWorthVisiting(ctx: Ctx, payment: Row<Payment>, invoice: Row<Invoice>): boolean {
  const sameAmount = payment.amount === invoice.balance;
  const alive =
    payment.checkoutExpiresAt === null
      ? payment.createdAt > later(ctx.now, -longestKey)
      : payment.checkoutExpiresAt > later(ctx.now, shortestVisit);
  return sameAmount && alive;
}
