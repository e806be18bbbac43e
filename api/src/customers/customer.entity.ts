import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { DuplicateReason } from '../domain/customer-duplicates.ts';
import type { Language } from '../domain/language.ts';
import type { LocalDate } from '../domain/local-date.ts';

const CustomerSchema = defineEntity({
  name: 'Customer',
  properties: {
    id: p.text().primary(),
    version: p.integer().version(),
    name: p.text(),
    contactName: p.text(),
    email: p.text(),
    phone: p.text(),
    /** JSON: a list of lines. */
    address: p.text(),
    taxNumber: p.text(),
    /** JSON: people beside the main contact, see customer-input.ts. */
    contacts: p.text(),
    prefix: p.text().unique(),
    currency: p.text(),
    language: p.text().$type<Language>(),
    paymentTermsDays: p.integer().nullable(),
    /** Why each invoice has to be approved first, such as a custom payment plan; empty when it has not. */
    invoiceHold: p.text(),
    accountManagerId: p.text().nullable(),
    /** For staff only; no document and no page of the customer shows them. */
    notes: p.text(),
    /** What a search looks at, see domain/search-key.ts. */
    searchKey: p.text(),
    /** How many quotes of this customer have a number. */
    quoteCount: p.integer(),
    createdAt: p.text().$type<Instant>(),
    archivedAt: p.text().$type<Instant>().nullable(),
    /** Since when what is known of the customer is kept for nothing but what the law asks for. */
    restrictedAt: p.text().$type<Instant>().nullable(),
    /** The last day of that; null while something is owed, and without a restriction. */
    keptUntil: p.text().$type<LocalDate>().nullable(),
    /** Since when nothing personal is known any more. */
    erasedAt: p.text().$type<Instant>().nullable(),
  },
  indexes: [
    { properties: ['name', 'id'] },
    // A search looks into the middle of every one; read from here that is a fifth of what reading the rows would be.
    { properties: ['searchKey', 'id'] },
    {
      name: 'customer_restricted',
      expression: `create index "customer_restricted" on "customer" ("kept_until") where "restricted_at" is not null and "erased_at" is null`,
    },
  ],
});
export class Customer extends CustomerSchema.class {}
CustomerSchema.setClass(Customer);

/** By what a customer is recognised when it is about to be entered once more, see domain/customer-duplicates.ts. */
const CustomerKeySchema = defineEntity({
  name: 'CustomerKey',
  properties: {
    customerId: () => p.manyToOne(Customer).mapToPk().fieldName('customer_id').primary(),
    reason: p.text().$type<DuplicateReason>().primary(),
    key: p.text().primary(),
  },
  indexes: [{ properties: ['reason', 'key', 'customerId'] }],
});
export class CustomerKey extends CustomerKeySchema.class {}
CustomerKeySchema.setClass(CustomerKey);
