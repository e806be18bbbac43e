import { defineEntity, p } from '@mikro-orm/core';
import { Customer } from '../customers/customer.entity.ts';
import type { Instant } from '../db/instant.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { ChangeKind } from '../domain/change-order.ts';
import type { QuoteCancelReason, QuoteStatus } from '../domain/quote.ts';

const QuoteSchema = defineEntity({
  name: 'Quote',
  properties: {
    id: p.text().primary(),
    version: p.integer().version(),
    customerId: () => p.manyToOne(Customer).mapToPk().fieldName('customer_id'),
    status: p.text().$type<QuoteStatus>(),
    cancelReason: p.text().$type<QuoteCancelReason>().nullable(),
    cancelNote: p.text(),
    /** The id of the first version of the offer; all versions share it. */
    familyId: p.text(),
    /** The version that this one was made from. */
    revisionOf: p.text().nullable(),
    /** The accepted quote that this one changes, once the customer signs it; null for an offer of its own. */
    changeOf: p.text().nullable(),
    changeKind: p.text().$type<ChangeKind>().nullable(),
    /** The customer's how manieth offer, and its how manieth version; null until approval, as the number is. */
    sequence: p.integer().nullable(),
    revision: p.integer().nullable(),
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
    createdBy: p.text(),
    /** Who changed it last: whoever wrote it may not be the one who approves it (domain/approval.ts). */
    editedBy: p.text(),
    approvedAt: p.text().$type<Instant>().nullable(),
    approvedBy: p.text().nullable(),
    acceptedAt: p.text().$type<Instant>().nullable(),
    archivedAt: p.text().$type<Instant>().nullable(),
    /** The erasure that took the personal words out of it; null as long as they are there. */
    erasureId: p.text().nullable(),
    /** Title and number, folded for the search (domain/search-key.ts). */
    searchKey: p.text(),
  },
  indexes: [
    { properties: ['status', 'id'] },
    { properties: ['status', 'validUntil'] },
    { properties: ['customerId', 'id'] },
    { properties: ['familyId', 'id'] },
    { properties: ['changeOf'] },
    {
      name: 'quote_one_draft',
      expression: `create unique index "quote_one_draft" on "quote" ("family_id") where "status" in ('DRAFT', 'AWAITING_APPROVAL')`,
    },
  ],
  uniques: [{ properties: ['customerId', 'sequence', 'revision'] }],
});
export class Quote extends QuoteSchema.class {}
QuoteSchema.setClass(Quote);
