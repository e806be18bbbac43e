import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';

/** Who did what, when. Append-only: triggers refuse UPDATE and DELETE. */
const AuditSchema = defineEntity({
  name: 'Audit',
  properties: {
    id: p.text().primary(),
    at: p.text().$type<Instant>(),
    actor: p.text(),
    staffId: p.text().nullable(),
    action: p.text(),
    /** One sentence for the timeline. */
    text: p.text(),
    quoteId: p.text().nullable(),
    invoiceId: p.text().nullable(),
    customerId: p.text().nullable(),
    /** JSON with the facts. */
    facts: p.text(),
    /** SHA-256 of text and facts with the salt: what the chain is made of, so that the words can go and the chain stays. */
    wordsHash: p.text(),
    /** Goes with the words: without it nobody can try out whose name it was. */
    salt: p.text().nullable(),
    /** The erasure that took salt and words; null as long as they are there. */
    erasureId: p.text().nullable(),
  },
  indexes: [
    { properties: ['quoteId', 'id'] },
    {
      name: 'audit_of_invoice',
      expression: 'create index "audit_of_invoice" on "audit" ("invoice_id") where "invoice_id" is not null',
    },
    {
      name: 'audit_of_customer',
      expression:
        'create index "audit_of_customer" on "audit" ("customer_id") where "quote_id" is null and "invoice_id" is null',
    },
  ],
});
export class Audit extends AuditSchema.class {}
AuditSchema.setClass(Audit);
