import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import { Quote } from '../quotes/quote.entity.ts';

/** A one-time code that was sent to the mailbox of a quote. */
const SigningCodeSchema = defineEntity({
  name: 'SigningCode',
  properties: {
    id: p.text().primary(),
    quoteId: () => p.manyToOne(Quote).mapToPk().fieldName('quote_id'),
    linkId: p.text(),
    /** Keyed with a secret that is not in the database: six digits alone are guessed in a second. */
    hash: p.text(),
    sentAt: p.text().$type<Instant>(),
    tries: p.integer(),
    usedAt: p.text().$type<Instant>().nullable(),
  },
  indexes: [{ properties: ['quoteId', 'id'] }],
});
export class SigningCode extends SigningCodeSchema.class {}
SigningCodeSchema.setClass(SigningCode);
