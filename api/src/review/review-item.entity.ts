import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { ReviewKind } from '../domain/review.ts';

const ReviewItemSchema = defineEntity({
  name: 'ReviewItem',
  properties: {
    id: p.text().primary(),
    kind: p.text().$type<ReviewKind>(),
    title: p.text(),
    explanation: p.text(),
    /** JSON: a list of ReviewFact. */
    facts: p.text(),
    quoteId: p.text().nullable(),
    invoiceId: p.text().nullable(),
    paymentId: p.text().nullable(),
    /** What else it is about: a refund, a dispute, a mail, a line of the bank, a stage; which of them the kind tells. */
    subjectId: p.text().nullable(),
    /** Title and facts, folded (domain/search-key.ts). */
    searchKey: p.text(),
    /** The same occurrence comes up once, however often it is reported. */
    dedupeKey: p.text().unique(),
    createdAt: p.text().$type<Instant>(),
    /** Who looks after it: the id of a member of staff. */
    assignedTo: p.text().nullable(),
    /** It stays out of the list until then. */
    snoozedUntil: p.text().$type<Instant>().nullable(),
    resolvedAt: p.text().$type<Instant>().nullable(),
    resolvedBy: p.text().nullable(),
    /** The id of the member of staff behind that name, who may take it back for a while; null when nobody in person did it. */
    resolvedById: p.text().nullable(),
    resolution: p.text().nullable(),
  },
  indexes: [
    { properties: ['resolvedAt', 'id'] },
    { properties: ['quoteId'] },
    { properties: ['paymentId'] },
    { properties: ['subjectId'] },
  ],
});
export class ReviewItem extends ReviewItemSchema.class {}
ReviewItemSchema.setClass(ReviewItem);
