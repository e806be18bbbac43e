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
  },
  indexes: [
    { properties: ['quoteId', 'id'] },
    {
      name: 'audit_of_invoice',
      expression: 'create index "audit_of_invoice" on "audit" ("invoice_id") where "invoice_id" is not null',
    },
  ],
});
export class Audit extends AuditSchema.class {}
AuditSchema.setClass(Audit);
