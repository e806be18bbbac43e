import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { PaymentLogKind, PaymentMethod } from '../domain/payment.ts';
import { Invoice } from '../invoices/invoice.entity.ts';

/** Append-only: triggers refuse UPDATE and DELETE. */
const PaymentLogSchema = defineEntity({
  name: 'PaymentLog',
  properties: {
    id: p.text().primary(),
    invoiceId: () => p.manyToOne(Invoice).mapToPk().fieldName('invoice_id').index(),
    paymentId: p.text().nullable(),
    at: p.text().$type<Instant>(),
    kind: p.text().$type<PaymentLogKind>(),
    actor: p.text(),
    method: p.text().$type<PaymentMethod>().nullable(),
    reference: p.text().nullable(),
    note: p.text().nullable(),
    /** The erasure that took the personal words out of it; null as long as they are there. */
    erasureId: p.text().nullable(),
  },
});
export class PaymentLog extends PaymentLogSchema.class {}
PaymentLogSchema.setClass(PaymentLog);
