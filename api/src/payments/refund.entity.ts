import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { PaymentMethod } from '../domain/payment.ts';
import type { RefundStatus } from '../domain/refund.ts';
import { Payment } from './payment.entity.ts';

const RefundSchema = defineEntity({
  name: 'Refund',
  properties: {
    id: p.text().primary(),
    paymentId: () => p.manyToOne(Payment).mapToPk().fieldName('payment_id').index(),
    invoiceId: p.text(),
    customerId: p.text(),
    method: p.text().$type<PaymentMethod>(),
    status: p.text().$type<RefundStatus>(),
    amount: p.bigint('number').$type<MinorUnits>(),
    currency: p.text(),
    reason: p.text(),
    /** The credit note that goes with it, when the money had paid an invoice. */
    creditNoteId: p.text().nullable(),
    /** The provider's refund; unique, so one refund of theirs is one of ours for ever. */
    providerId: p.text().unique().nullable(),
    /** The bank's reference or the cash slip of a refund by hand. */
    reference: p.text().nullable(),
    failure: p.text().nullable(),
    requestedBy: p.text(),
    requestedById: p.text().nullable(),
    approvedBy: p.text().nullable(),
    createdAt: p.text().$type<Instant>(),
    settledAt: p.text().$type<Instant>().nullable(),
  },
  indexes: [
    { properties: ['invoiceId'] },
    { properties: ['customerId', 'id'] },
    { properties: ['status', 'id'] },
    // Money that went back, week by week.
    { properties: ['status', 'settledAt'] },
  ],
});
export class Refund extends RefundSchema.class {}
RefundSchema.setClass(Refund);
