import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import { Invoice } from '../invoices/invoice.entity.ts';
import { Payment } from './payment.entity.ts';

/** Append-only: triggers refuse UPDATE and DELETE. */
const ReceiptSchema = defineEntity({
  name: 'Receipt',
  properties: {
    id: p.text().primary(),
    number: p.text().unique(),
    series: p.text(),
    serial: p.integer(),
    /** Unique: one confirmed payment, one receipt. */
    paymentId: () => p.manyToOne(Payment).mapToPk().fieldName('payment_id').unique(),
    invoiceId: () => p.manyToOne(Invoice).mapToPk().fieldName('invoice_id').index(),
    /** JSON of ReceiptContent: everything that the receipt says. */
    content: p.text(),
    issuedAt: p.text().$type<Instant>(),
    /** The erasure that took the personal words out of it; null as long as they are there. */
    erasureId: p.text().nullable(),
  },
  uniques: [{ properties: ['series', 'serial'] }],
});
export class Receipt extends ReceiptSchema.class {}
ReceiptSchema.setClass(Receipt);
