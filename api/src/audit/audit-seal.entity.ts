import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';

/** The chain over the audit log and the ledger; append-only. One row per place, so of two sealers one wins. */
const AuditSealSchema = defineEntity({
  name: 'AuditSeal',
  properties: {
    seq: p.integer().primary().autoincrement(false),
    /** In whichever of the two tables: their ids come from one source. */
    entryId: p.text().unique(),
    hash: p.text(),
    sealedAt: p.text().$type<Instant>(),
  },
});
export class AuditSeal extends AuditSealSchema.class {}
AuditSealSchema.setClass(AuditSeal);
