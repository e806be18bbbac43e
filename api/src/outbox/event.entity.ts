import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { EventType } from './event-kind.ts';

/** What happened, for consumers outside; append-only, in the order of its ids. */
const EventSchema = defineEntity({
  name: 'Event',
  properties: {
    id: p.text().primary(),
    type: p.text().$type<EventType>(),
    /** JSON: ids, numbers and amounts; never a token, never a text of the customer. */
    data: p.text(),
    at: p.text().$type<Instant>(),
  },
});
export class Event extends EventSchema.class {}
EventSchema.setClass(Event);
