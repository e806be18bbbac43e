import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import { Quote } from '../quotes/quote.entity.ts';
import { StoredBlob } from './blob.entity.ts';

/** A file that belongs to a quote. Rows of an approved quote stay as they are: its snapshot names them. */
const AttachmentSchema = defineEntity({
  name: 'Attachment',
  properties: {
    id: p.text().primary(),
    quoteId: () => p.manyToOne(Quote).mapToPk().fieldName('quote_id'),
    name: p.text(),
    contentType: p.text(),
    size: p.integer(),
    hash: () => p.manyToOne(StoredBlob).mapToPk().fieldName('hash'),
    /** SHA-256 of the bytes as they came, before they were written anew: a repeat is known by it. */
    sourceHash: p.text(),
    uploadedBy: p.text(),
    createdAt: p.text().$type<Instant>(),
  },
  uniques: [{ properties: ['quoteId', 'name', 'sourceHash'] }],
});
export class Attachment extends AttachmentSchema.class {}
AttachmentSchema.setClass(Attachment);
