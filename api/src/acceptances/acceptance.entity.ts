import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { AcceptanceMethod, AcceptanceProof } from '../domain/on-behalf.ts';
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
    method: p.text().$type<AcceptanceMethod>(),
    gross: p.bigint('number').$type<MinorUnits>(),
    currency: p.text(),
    /** JSON: what was chosen and how many of it, in the order of the quote. */
    choices: p.text(),
    /** Canonical JSON of what was shown and agreed; the hash is of exactly these bytes. */
    evidence: p.text(),
    evidenceHash: p.text().index(),
    /** Ed25519 over the evidence with the installation's key, base64url; and which key (acceptances/signing-key.entity.ts). */
    signature: p.text(),
    keyId: p.text(),
    /** How the mailbox of the signer was proven; ON_BEHALF when staff accepted for the customer. */
    proof: p.text().$type<AcceptanceProof>(),
    signedAt: p.text().$type<Instant>(),
    /** The erasure that took the personal words out of it; null as long as they are there. */
    erasureId: p.text().nullable(),
  },
});
export class Acceptance extends AcceptanceSchema.class {}
AcceptanceSchema.setClass(Acceptance);
