import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { QuoteMessageKind } from '../domain/quote-message.ts';
import { Quote } from '../quotes/quote.entity.ts';

/** Append-only: what was said stays said. */
const QuoteMessageSchema = defineEntity({
  name: 'QuoteMessage',
  properties: {
    id: p.text().primary(),
    quoteId: () => p.manyToOne(Quote).mapToPk().fieldName('quote_id').index(),
    /** All versions of an offer share their conversation. */
    familyId: p.text().index(),
    kind: p.text().$type<QuoteMessageKind>(),
    author: p.text(),
    text: p.text(),
    at: p.text().$type<Instant>(),
    /** The erasure that took the personal words out of it; null as long as they are there. */
    erasureId: p.text().nullable(),
  },
});
export class QuoteMessage extends QuoteMessageSchema.class {}
QuoteMessageSchema.setClass(QuoteMessage);
