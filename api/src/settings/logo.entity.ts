import { defineEntity, p } from '@mikro-orm/core';
import { StoredBlob } from '../attachments/blob.entity.ts';
import type { Instant } from '../db/instant.ts';

/** Every picture that is or was the company's logo: papers of that time still show it. Nothing else is public. */
const LogoSchema = defineEntity({
  name: 'Logo',
  properties: {
    hash: () =>
      p
        .manyToOne(StoredBlob)
        .primary()
        .mapToPk()
        .fieldName('hash')
        .deleteRule('no action')
        .updateRule('no action'),
    uploadedBy: p.text(),
    createdAt: p.text().$type<Instant>(),
  },
});
export class Logo extends LogoSchema.class {}
LogoSchema.setClass(Logo);
