import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';

/** Every genuine event of the provider, kept for ever: its id is what makes a repeat harmless. */
const StripeEventSchema = defineEntity({
  name: 'StripeEvent',
  properties: {
    id: p.text().primary(),
    type: p.text(),
    /** JSON of the GatewayEvent. */
    event: p.text(),
    receivedAt: p.text().$type<Instant>(),
    /** What came of it, once it was worked on. */
    outcome: p.text().nullable(),
  },
});
export class StripeEvent extends StripeEventSchema.class {}
StripeEventSchema.setClass(StripeEvent);
