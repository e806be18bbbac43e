import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';

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
    prefix: p.text().unique(),
    currency: p.text(),
    paymentTermsDays: p.integer().nullable(),
    /** How many quotes of this customer have a number. */
    quoteCount: p.integer(),
    createdAt: p.text().$type<Instant>(),
  },
  indexes: [{ properties: ['name', 'id'] }],
});
export class Customer extends CustomerSchema.class {}
CustomerSchema.setClass(Customer);
