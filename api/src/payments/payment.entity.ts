import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { PaymentMethod, PaymentStatus } from '../domain/payment.ts';
import { Invoice } from '../invoices/invoice.entity.ts';

const PaymentSchema = defineEntity({
  name: 'Payment',
  properties: {
    id: p.text().primary(),
    invoiceId: () => p.manyToOne(Invoice).mapToPk().fieldName('invoice_id').index(),
    method: p.text().$type<PaymentMethod>(),
    status: p.text().$type<PaymentStatus>(),
    amount: p.bigint('number').$type<MinorUnits>(),
    currency: p.text(),
    /** How much of it went to the invoice; the rest waits for a person. */
    allocated: p.bigint('number').$type<MinorUnits>(),
    /** The provider's checkout; unique, so one checkout is one payment for ever. */
    sessionId: p.text().unique().nullable(),
    checkoutUrl: p.text().nullable(),
    checkoutExpiresAt: p.text().$type<Instant>().nullable(),
    reference: p.text().nullable(),
    failure: p.text().nullable(),
    receivedOn: p.text().$type<LocalDate>().nullable(),
    createdAt: p.text().$type<Instant>(),
    confirmedAt: p.text().$type<Instant>().nullable(),
    confirmedBy: p.text().nullable(),
  },
  indexes: [{ properties: ['status', 'id'] }],
  uniques: [
    // One checkout at a time per invoice, and one claim: the index decides between two that start at once.
    {
      name: 'payment_one_live_card',
      expression: `create unique index "payment_one_live_card" on "payment" ("invoice_id") where "method" = 'CARD' and "status" in ('STARTED', 'PENDING')`,
    },
    {
      name: 'payment_one_open_claim',
      expression: `create unique index "payment_one_open_claim" on "payment" ("invoice_id") where "status" = 'CLAIMED'`,
    },
  ],
});
export class Payment extends PaymentSchema.class {}
PaymentSchema.setClass(Payment);
