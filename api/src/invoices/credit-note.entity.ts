import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import { Invoice } from './invoice.entity.ts';

/** Append-only: triggers refuse UPDATE and DELETE. */
const CreditNoteSchema = defineEntity({
  name: 'CreditNote',
  properties: {
    id: p.text().primary(),
    number: p.text().unique(),
    /** `CN-2026`; a series of its own. */
    series: p.text(),
    serial: p.integer(),
    invoiceId: () => p.manyToOne(Invoice).mapToPk().fieldName('invoice_id').index(),
    customerId: p.text(),
    currency: p.text(),
    gross: p.bigint('number').$type<MinorUnits>(),
    reason: p.text(),
    /** JSON of CreditNoteContent: everything that it says. */
    content: p.text(),
    issueDate: p.text().$type<LocalDate>(),
    issuedAt: p.text().$type<Instant>(),
    issuedBy: p.text(),
    /** The erasure that took the personal words out of it; null as long as they are there. */
    erasureId: p.text().nullable(),
  },
  uniques: [{ properties: ['series', 'serial'] }],
  indexes: [{ properties: ['customerId', 'id'] }],
});
export class CreditNote extends CreditNoteSchema.class {}
CreditNoteSchema.setClass(CreditNote);
