import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from './instant.ts';

/** What a client's idempotency key was answered with. */
const IdempotencySchema = defineEntity({
  name: 'Idempotency',
  properties: {
    /** Who and which operation: two people may use the same key. */
    scope: p.text().primary(),
    key: p.text().primary(),
    requestHash: p.text(),
    /** The id of what was made. */
    answer: p.text(),
    createdAt: p.text().$type<Instant>(),
  },
});
export class Idempotency extends IdempotencySchema.class {}
IdempotencySchema.setClass(Idempotency);
