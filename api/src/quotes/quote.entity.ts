import { defineEntity, p } from '@mikro-orm/core';
import { Customer } from '../customers/customer.entity.ts';
import type { Instant } from '../db/instant.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { QuoteCancelReason, QuoteStatus } from '../domain/quote.ts';

const QuoteSchema = defineEntity({
  name: 'Quote',
  properties: {
    id: p.text().primary(),
    version: p.integer().version(),
    customerId: () => p.manyToOne(Customer).mapToPk().fieldName('customer_id'),
    status: p.text().$type<QuoteStatus>(),
    cancelReason: p.text().$type<QuoteCancelReason>().nullable(),
    /** Null until approval: drafts have no number. */
    number: p.text().unique().nullable(),
    title: p.text(),
    currency: p.text(),
    validUntil: p.text().$type<LocalDate>(),
    /** JSON, see quote-draft.ts: what staff edit. After approval the snapshot is what counts. */
    draft: p.text(),
    /** With tax: without options, or what was accepted. For lists. */
    gross: p.bigint('number').$type<MinorUnits>(),
    /** Canonical JSON of a QuoteSnapshot, byte for byte what the hash was taken of. */
    snapshot: p.text().nullable(),
    snapshotHash: p.text().nullable(),
    /** The mailbox that the approved quote was sent to; the signer has to give it. */
    sentTo: p.text().nullable(),
    createdAt: p.text().$type<Instant>(),
    approvedAt: p.text().$type<Instant>().nullable(),
    approvedBy: p.text().nullable(),
    acceptedAt: p.text().$type<Instant>().nullable(),
  },
  indexes: [{ properties: ['status', 'id'] }, { properties: ['customerId', 'id'] }],
});
export class Quote extends QuoteSchema.class {}
QuoteSchema.setClass(Quote);
