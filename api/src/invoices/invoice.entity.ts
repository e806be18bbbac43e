import { defineEntity, p } from '@mikro-orm/core';
import { Acceptance } from '../acceptances/acceptance.entity.ts';
import { Customer } from '../customers/customer.entity.ts';
import type { Instant } from '../db/instant.ts';
import type { InvoiceKind, InvoiceStatus } from '../domain/invoice.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import { Quote } from '../quotes/quote.entity.ts';

const InvoiceSchema = defineEntity({
  name: 'Invoice',
  properties: {
    id: p.text().primary(),
    kind: p.text().$type<InvoiceKind>(),
    /** Null until it is issued, as are series, serial, days and instant: what waits for approval has no number. */
    number: p.text().unique().nullable(),
    /** `INV-2026`; with `serial` the gap-free number. */
    series: p.text().nullable(),
    serial: p.integer().nullable(),
    /** Null, with the next and `stagePosition`, for an invoice that came of no quote. */
    acceptanceId: () => p.manyToOne(Acceptance).mapToPk().fieldName('acceptance_id').nullable(),
    quoteId: () => p.manyToOne(Quote).mapToPk().fieldName('quote_id').nullable().index(),
    customerId: () => p.manyToOne(Customer).mapToPk().fieldName('customer_id').index(false),
    stagePosition: p.integer().nullable(),
    /** As on the document. */
    customerName: p.text(),
    /** The same, folded (domain/search-key.ts): lists by customer are in its order. */
    customerKey: p.text(),
    /** Where its mail goes. */
    recipient: p.text(),
    status: p.text().$type<InvoiceStatus>(),
    /** 1 while something is owed, for the indexes of lists. */
    isOpen: p.integer(),
    currency: p.text(),
    gross: p.bigint('number').$type<MinorUnits>(),
    /** These three are what the ledger says (domain/ledger.ts), kept so that two cannot change them at once. */
    paid: p.bigint('number').$type<MinorUnits>(),
    credited: p.bigint('number').$type<MinorUnits>(),
    writtenOff: p.bigint('number').$type<MinorUnits>(),
    balance: p.bigint('number').$type<MinorUnits>(),
    issueDate: p.text().$type<LocalDate>().nullable(),
    dueDate: p.text().$type<LocalDate>().nullable(),
    /** JSON of InvoiceContent: everything that the document says. Never changes once it is issued. */
    content: p.text(),
    sourceEvent: p.text(),
    /** JSON: why somebody has to approve it, a sentence each; empty when nobody has to. */
    approvalReasons: p.text(),
    createdAt: p.text().$type<Instant>(),
    createdBy: p.text(),
    issuedAt: p.text().$type<Instant>().nullable(),
    /** The erasure that took the personal words out of it; null as long as they are there. */
    erasureId: p.text().nullable(),
  },
  uniques: [
    { properties: ['series', 'serial'] },
    // A stage has one invoice; a voided one makes room for the right one.
    {
      name: 'invoice_one_per_stage',
      expression: `create unique index "invoice_one_per_stage" on "invoice" ("acceptance_id", "stage_position") where "status" <> 'VOID'`,
    },
  ],
  // One for each order of the list, within each status, with what lists are narrowed down by beside it; find-invoices.ts says why.
  indexes: [
    {
      name: 'invoice_by_issue_date',
      properties: ['status', 'issueDate', 'id', 'currency', 'dueDate', 'customerId', 'series', 'serial'],
    },
    {
      name: 'invoice_by_due_date',
      properties: ['status', 'dueDate', 'id', 'currency', 'issueDate', 'customerId', 'series', 'serial'],
    },
    {
      name: 'invoice_by_number',
      properties: ['status', 'series', 'serial', 'id', 'currency', 'issueDate', 'dueDate', 'customerId'],
    },
    {
      name: 'invoice_by_customer',
      properties: ['status', 'customerKey', 'id', 'currency', 'issueDate', 'dueDate', 'customerId'],
    },
    {
      name: 'invoice_by_amount',
      properties: ['status', 'gross', 'id', 'currency', 'issueDate', 'dueDate', 'customerId'],
    },
    {
      name: 'invoice_by_balance',
      properties: ['status', 'balance', 'id', 'currency', 'issueDate', 'dueDate', 'customerId'],
    },
    { name: 'invoice_of_currency', properties: ['currency', 'status', 'dueDate', 'balance'] },
    {
      name: 'invoice_of_customer',
      properties: [
        ...(['customerId', 'id', 'status', 'currency', 'issueDate', 'dueDate'] as const),
        ...(['series', 'serial', 'customerKey', 'gross', 'balance'] as const),
      ],
    },
  ],
});
export class Invoice extends InvoiceSchema.class {}
InvoiceSchema.setClass(Invoice);
