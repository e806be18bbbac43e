import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';

/** Mails, and everything that does not wait for a mail server. */
export const lanes = ['mail', 'rest'] as const;
export type Lane = (typeof lanes)[number];

/** One thing to do after the commit that wrote it. */
const JobSchema = defineEntity({
  name: 'Job',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    lane: p.text().$type<Lane>(),
    /** Whose it is, where one customer's many must not make all others wait: their id. */
    line: p.text().nullable(),
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
  indexes: [
    // What is done stays out of it; and PostgreSQL reads it in its order only when nothing in it can be null.
    {
      name: 'job_waiting',
      expression: `create index "job_waiting" on "job" ("lane", "run_at", "id") where "done_at" is null and "dead_at" is null`,
    },
  ],
});
export class Job extends JobSchema.class {}
JobSchema.setClass(Job);
