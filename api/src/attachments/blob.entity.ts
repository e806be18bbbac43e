import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';

/** Bytes by their SHA-256: kept once however often they are used, and never changed. A trigger refuses UPDATE. */
const StoredBlobSchema = defineEntity({
  name: 'StoredBlob',
  tableName: 'blob',
  properties: {
    hash: p.text().primary(),
    contentType: p.text(),
    size: p.integer(),
    bytes: p.blob(),
    createdAt: p.text().$type<Instant>(),
  },
});
export class StoredBlob extends StoredBlobSchema.class {}
StoredBlobSchema.setClass(StoredBlob);
