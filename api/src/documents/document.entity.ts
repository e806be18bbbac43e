import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';

/**
 * PDFs as they were first made. In the database and not beside it: one backup, one transaction, both processes see
 * them, no half-written file. Append-only.
 */
const DocumentSchema = defineEntity({
  name: 'Document',
  properties: {
    id: p.text().primary(),
    kind: p.text(),
    subjectId: p.text(),
    version: p.text(),
    filename: p.text(),
    sha256: p.text().index(),
    /** Ed25519 over what it is and its hash (domain/kept-document.ts), base64url; and which key. */
    signature: p.text(),
    keyId: p.text(),
    bytes: p.blob(),
    createdAt: p.text().$type<Instant>(),
    /** The erasure that took the personal words out of it; null as long as they are there. */
    erasureId: p.text().nullable(),
  },
  uniques: [{ properties: ['kind', 'subjectId', 'version'] }],
});
export class Document extends DocumentSchema.class {}
DocumentSchema.setClass(Document);
