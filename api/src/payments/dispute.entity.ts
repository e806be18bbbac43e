import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { DisputeStatus } from '../domain/dispute.ts';
import type { MinorUnits } from '../domain/money.ts';
import { Payment } from './payment.entity.ts';

const DisputeSchema = defineEntity({
  name: 'Dispute',
  properties: {
    id: p.text().primary(),
    /** The provider's own; unique. */
    providerId: p.text().unique(),
    paymentId: () => p.manyToOne(Payment).mapToPk().fieldName('payment_id').index(),
    invoiceId: p.text(),
    customerId: p.text(),
    status: p.text().$type<DisputeStatus>(),
    amount: p.bigint('number').$type<MinorUnits>(),
    currency: p.text(),
    /** The provider's word for what the card holder says: `product_not_received`. */
    reason: p.text(),
    evidenceDueBy: p.text().$type<Instant>().nullable(),
    /** 1 while the money is away: posted to DISPUTED. */
    isWithdrawn: p.integer(),
    openedAt: p.text().$type<Instant>(),
    closedAt: p.text().$type<Instant>().nullable(),
  },
  indexes: [{ properties: ['invoiceId'] }, { properties: ['customerId'] }],
});
export class Dispute extends DisputeSchema.class {}
DisputeSchema.setClass(Dispute);
