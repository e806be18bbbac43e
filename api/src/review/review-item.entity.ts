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
    /** The same occurrence comes up once, however often it is reported. */
    dedupeKey: p.text().unique(),
    createdAt: p.text().$type<Instant>(),
    resolvedAt: p.text().$type<Instant>().nullable(),
    resolvedBy: p.text().nullable(),
    resolution: p.text().nullable(),
  },
  indexes: [{ properties: ['resolvedAt', 'id'] }, { properties: ['paymentId'] }],
});
export class ReviewItem extends ReviewItemSchema.class {}
ReviewItemSchema.setClass(ReviewItem);
