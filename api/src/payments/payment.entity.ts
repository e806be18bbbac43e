import { defineEntity, p } from '@mikro-orm/core';
import { Customer } from '../customers/customer.entity.ts';
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
    /** Whose invoice it is, for lists: those of one customer are found without their invoices. */
    customerId: () => p.manyToOne(Customer).mapToPk().fieldName('customer_id').index(false),
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
    /** How much of it went or is going back; the one column that changes after the confirmation. */
    refunded: p.bigint('number').$type<MinorUnits>(),
    /** JSON: files that the customer sent with a claim, {name, contentType, size, hash}. */
    proofs: p.text(),
    reference: p.text().nullable(),
    failure: p.text().nullable(),
    receivedOn: p.text().$type<LocalDate>().nullable(),
    createdAt: p.text().$type<Instant>(),
    confirmedAt: p.text().$type<Instant>().nullable(),
    confirmedBy: p.text().nullable(),
    /** The erasure that took the personal words out of it; null as long as they are there. */
    erasureId: p.text().nullable(),
  },
  // One for each order of the list, within each status, with what lists are narrowed down by beside it; find-payments.ts says why.
  indexes: [
    {
      name: 'payment_by_begin',
      properties: ['status', 'createdAt', 'id', 'method', 'confirmedAt', 'customerId'],
    },
    {
      name: 'payment_by_confirmation',
      properties: ['status', 'confirmedAt', 'id', 'method', 'currency', 'amount', 'createdAt', 'customerId'],
    },
    {
      name: 'payment_by_amount',
      properties: ['status', 'amount', 'id', 'method', 'currency', 'createdAt', 'confirmedAt', 'customerId'],
    },
    {
      name: 'payment_of_customer',
      properties: ['customerId', 'id', 'status', 'method', 'amount', 'createdAt', 'confirmedAt'],
    },
    // A search looks at the beginning of what the bank or the customer wrote.
    {
      name: 'payment_by_reference',
      expression:
        'create index "payment_by_reference" on "payment" (lower("reference"), "id", "status", "method", "amount", "created_at", "confirmed_at", "customer_id")',
    },
    // What the provider's messages name.
    { properties: ['reference'] },
    // What a line of the bank may already be.
    { properties: ['receivedOn', 'amount'] },
  ],
  uniques: [
    // One checkout at a time per invoice, and one claim: the index decides between two that start at once.
    {
      name: 'payment_one_live_card',
      expression: `create unique index "payment_one_live_card" on "payment" ("invoice_id") where "method" = 'CARD' and "status" in ('STARTED', 'UNKNOWN', 'PENDING')`,
    },
    {
      name: 'payment_one_open_claim',
      expression: `create unique index "payment_one_open_claim" on "payment" ("invoice_id") where "status" = 'CLAIMED'`,
    },
  ],
});
export class Payment extends PaymentSchema.class {}
PaymentSchema.setClass(Payment);
