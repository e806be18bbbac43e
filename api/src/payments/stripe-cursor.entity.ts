import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';

/** How far the provider's list of events was read; one row. */
const StripeCursorSchema = defineEntity({
  name: 'StripeCursor',
  properties: {
    id: p.text().primary(),
    readUntil: p.text().$type<Instant>(),
  },
});
export class StripeCursor extends StripeCursorSchema.class {}
StripeCursorSchema.setClass(StripeCursor);
