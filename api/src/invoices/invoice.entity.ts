import { defineEntity, p } from '@mikro-orm/core';
import { Acceptance } from '../acceptances/acceptance.entity.ts';
import { Customer } from '../customers/customer.entity.ts';
import type { Instant } from '../db/instant.ts';
import type { InvoiceStatus } from '../domain/invoice.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import { Quote } from '../quotes/quote.entity.ts';

const InvoiceSchema = defineEntity({
  name: 'Invoice',
  properties: {
    id: p.text().primary(),
    number: p.text().unique(),
    /** `INV-2026`; with `serial` the gap-free number. */
    series: p.text(),
    serial: p.integer(),
    acceptanceId: () => p.manyToOne(Acceptance).mapToPk().fieldName('acceptance_id'),
    quoteId: () => p.manyToOne(Quote).mapToPk().fieldName('quote_id').index(),
    customerId: () => p.manyToOne(Customer).mapToPk().fieldName('customer_id'),
    stagePosition: p.integer(),
    status: p.text().$type<InvoiceStatus>(),
    currency: p.text(),
    gross: p.bigint('number').$type<MinorUnits>(),
    /** The sum of confirmed payments that are allocated to it. */
    paid: p.bigint('number').$type<MinorUnits>(),
    issueDate: p.text().$type<LocalDate>(),
    dueDate: p.text().$type<LocalDate>(),
    /** JSON of InvoiceContent: everything that the document says. Never changes. */
    content: p.text(),
    sourceEvent: p.text(),
    issuedAt: p.text().$type<Instant>(),
  },
  uniques: [{ properties: ['acceptanceId', 'stagePosition'] }, { properties: ['series', 'serial'] }],
  indexes: [{ properties: ['status', 'dueDate', 'id'] }, { properties: ['customerId', 'id'] }],
});
export class Invoice extends InvoiceSchema.class {}
InvoiceSchema.setClass(Invoice);
