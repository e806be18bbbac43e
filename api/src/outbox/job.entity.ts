import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';

/** One thing to do after the commit that wrote it. */
const JobSchema = defineEntity({
  name: 'Job',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    /** JSON. Holds ids, never a token. */
    payload: p.text(),
    /** The same thing is promised once. */
    dedupeKey: p.text().unique(),
    runAt: p.text().$type<Instant>(),
    attempts: p.integer(),
    /** Who works on it, anew for each lease: a worker that lost its lease cannot finish the job of another. */
    leaseOwner: p.text().nullable(),
    leaseUntil: p.text().$type<Instant>().nullable(),
    doneAt: p.text().$type<Instant>().nullable(),
    /** Given up; a review item tells staff. */
    deadAt: p.text().$type<Instant>().nullable(),
    lastError: p.text().nullable(),
    createdAt: p.text().$type<Instant>(),
  },
  indexes: [{ properties: ['doneAt', 'deadAt', 'runAt'] }],
});
export class Job extends JobSchema.class {}
JobSchema.setClass(Job);
