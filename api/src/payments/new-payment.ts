import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { minor } from '../domain/money.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import type { Payment } from './payment.entity.ts';

/** A payment of an invoice that has just begun: nothing is confirmed and nothing is allocated. */
export const newPayment = (
  ctx: Ctx,
  invoice: Row<Invoice>,
  begun: Pick<Row<Payment>, 'method' | 'status' | 'amount'> &
    Partial<Pick<Row<Payment>, 'reference' | 'receivedOn'>>,
): Row<Payment> => ({
  id: ctx.ids.id(),
  invoiceId: invoice.id,
  customerId: invoice.customerId,
  currency: invoice.currency,
  allocated: minor(0),
  refunded: minor(0),
  proofs: '[]',
  sessionId: null,
  checkoutUrl: null,
  checkoutExpiresAt: null,
  reference: null,
  failure: null,
  receivedOn: null,
  createdAt: ctx.now,
  confirmedAt: null,
  confirmedBy: null,
  erasureId: null,
  ...begun,
});
