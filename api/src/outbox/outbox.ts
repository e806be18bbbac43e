import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import type { Instant } from '../db/instant.ts';
import { statement } from '../db/statement.ts';
import type { DocumentKind } from '../documents/documents.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { DatedStage } from '../schedule/dated-stages.ts';
import type { FollowUp } from '../schedule/follow-ups.ts';
import type { Job, Lane } from './job.entity.ts';

/** Everything that is done after a commit, with what it needs to know. Payloads hold ids, never a token. */
export type JobPayloads = {
  'send-mail': { mailId: string };
  'render-document': { kind: DocumentKind; id: string };
  'settle-stripe-event': { eventId: string };
  'check-checkout': { paymentId: string };
  'expire-checkouts': { invoiceId: string };
  'send-refund': { refundId: string };
  'reconcile-provider': { key: string };
  'mail-audit-head': { day: LocalDate };
  'mail-review-item': { itemId: string };
  'follow-up-quote': FollowUp;
  'stage-is-due': DatedStage;
  'import-bank-statement': { statementId: string };
};
export type JobName = keyof JobPayloads;

export type NewJob = {
  [Name in JobName]: {
    name: Name;
    payload: JobPayloads[Name];
    /** The same thing is promised once: a second job with this key is not written. */
    dedupeKey: string;
    /** Not before this instant; at once when absent. */
    runAt?: Instant;
    /** The customer that it is for; many for one of them do not hold up the others. */
    line?: string;
  };
}[JobName];

/** Promises work in the transaction that is the reason for it: both are there or neither. */
export async function enqueue(ctx: Ctx, query: Sql, ...jobs: NewJob[]): Promise<void> {
  const rows = jobs.map((job) => ({
    id: ctx.ids.id(),
    name: job.name,
    lane: laneOf(job.name),
    line: job.line ?? null,
    payload: JSON.stringify(job.payload),
    dedupeKey: job.dedupeKey,
    runAt: job.runAt ?? ctx.now,
    attempts: 0,
    createdAt: ctx.now,
    leaseOwner: null,
    leaseUntil: null,
    doneAt: null,
    deadAt: null,
    lastError: null,
  }));
  await insertNew(query, rows);
}

const mailing: ReadonlySet<JobName> = new Set(['send-mail', 'mail-audit-head', 'mail-review-item']);

const laneOf = (name: JobName): Lane => (mailing.has(name) ? 'mail' : 'rest');

const insertNew = statement((query, rows: Row<Job>[]) =>
  query
    .insertInto('job')
    .values(rows)
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing()),
);
