import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { MinorUnits } from '../domain/money.ts';
import { Quote } from '../quotes/quote.entity.ts';

/** Append-only: triggers refuse UPDATE and DELETE. */
const AcceptanceSchema = defineEntity({
  name: 'Acceptance',
  properties: {
    id: p.text().primary(),
    /** Unique: a quote is accepted once, whatever the code above does. */
    quoteId: () => p.manyToOne(Quote).mapToPk().fieldName('quote_id').unique(),
    revisionHash: p.text(),
    signerName: p.text(),
    signerEmail: p.text(),
    method: p.text().$type<'TYPED' | 'DRAWN'>(),
    gross: p.bigint('number').$type<MinorUnits>(),
    currency: p.text(),
    /** JSON: the chosen options, in the order of the quote. */
    optionIds: p.text(),
    /** Canonical JSON of what was shown and agreed; the hash is of exactly these bytes. */
    evidence: p.text(),
    evidenceHash: p.text(),
    signedAt: p.text().$type<Instant>(),
  },
});
export class Acceptance extends AcceptanceSchema.class {}
AcceptanceSchema.setClass(Acceptance);
