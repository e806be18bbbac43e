import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';

/** The public half of every key that ever signed evidence here; append-only, so that old records stay checkable. */
const SigningKeySchema = defineEntity({
  name: 'SigningKey',
  properties: {
    id: p.text().primary(),
    publicKey: p.text(),
    createdAt: p.text().$type<Instant>(),
  },
});
export class SigningKey extends SigningKeySchema.class {}
SigningKeySchema.setClass(SigningKey);
