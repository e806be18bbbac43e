import { mailAuditHead } from '../audit/anchor-audit.ts';
import { failImport, performImport } from '../bank/import-statement.ts';
import type { Ctx } from '../context.ts';
import { renderDocument } from '../documents/documents.ts';
import { errorText } from '../error-text.ts';
import { giveUpMail } from '../mails/mail-endings.ts';
import { sendMail } from '../mails/send-mail.ts';
import { checkCheckout, expireCheckouts } from '../payments/checkouts.ts';
import { reconcileProvider } from '../payments/reconcile.ts';
import { sendRefund } from '../payments/send-refund.ts';
import { settleStripeEvent } from '../payments/stripe-events.ts';
import { mailReviewItem } from '../review/mail-review-item.ts';
import { raise } from '../review/raise.ts';
import { stageIsDue } from '../schedule/dated-stages.ts';
import { followUpQuote } from '../schedule/follow-ups.ts';
import type { Row } from '../db/entities.ts';
import type { Job } from './job.entity.ts';
import { Hopeless } from './outcome.ts';
import type { JobName, JobPayloads } from './outbox.ts';

type Handler<Payload> = {
  perform(ctx: Ctx, payload: Payload): Promise<void>;
  /** Called once when the job is given up; whoever can still do something about it has to hear of it. */
  gaveUp(ctx: Ctx, payload: Payload, error: unknown): Promise<void>;
};

/** Who does what the outbox promises. Every job may run twice: each looks first whether it was done. */
const handlers: { [Name in JobName]: Handler<JobPayloads[Name]> } = {
  'send-mail': { perform: sendMail, gaveUp: giveUpMail },
  'render-document': { perform: renderDocument, gaveUp: tellStaff },
  'settle-stripe-event': { perform: settleStripeEvent, gaveUp: tellStaff },
  'check-checkout': { perform: checkCheckout, gaveUp: tellStaff },
  'expire-checkouts': { perform: expireCheckouts, gaveUp: tellStaff },
  'send-refund': { perform: sendRefund, gaveUp: tellStaff },
  'reconcile-provider': { perform: reconcileProvider, gaveUp: tellStaff },
  'mail-audit-head': { perform: mailAuditHead, gaveUp: tellStaff },
  'mail-review-item': { perform: mailReviewItem, gaveUp: tellStaff },
  'follow-up-quote': { perform: followUpQuote, gaveUp: tellStaff },
  'stage-is-due': { perform: stageIsDue, gaveUp: tellStaff },
  'import-bank-statement': { perform: performImport, gaveUp: failImport },
};

export async function perform(ctx: Ctx, job: Row<Job>): Promise<void> {
  const handler = handlerOf(job);
  if (handler === undefined) throw new Hopeless(`There is no job called ${job.name}`);
  await handler.perform(ctx, JSON.parse(job.payload));
}

export async function giveUp(ctx: Ctx, job: Row<Job>, error: unknown): Promise<void> {
  const handler = handlerOf(job) ?? { gaveUp: tellStaff };
  await handler.gaveUp(ctx, JSON.parse(job.payload), error);
}

/** Name and payload of a row were written together by `enqueue`, which holds that they fit. */
const handlerOf = (job: Row<Job>) =>
  (handlers as Record<string, Handler<never> | undefined>)[job.name] as Handler<object> | undefined;

async function tellStaff(ctx: Ctx, payload: object, error: unknown): Promise<void> {
  await ctx.db.transaction(({ sql: query }) =>
    raise(ctx, query, {
      kind: 'DELIVERY_FAILED',
      title: 'Something that runs by itself could not be done',
      explanation:
        'It was tried many times. Look at the payment provider and the log of the server; the reference tells which.',
      facts: [
        { label: 'Reference', sent: ctx.requestId, approved: null },
        { label: 'What it was about', sent: Object.values(payload).join(', '), approved: null },
        { label: 'Last error', sent: errorText(error), approved: null },
      ],
      dedupeKey: `job-failed:${ctx.requestId}`,
    }),
  );
}
