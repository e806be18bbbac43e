import { sql } from 'kysely';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { later } from '../db/instant.ts';
import type { MailReport } from '../domain/mail.ts';
import { failpoint } from '../failpoint.ts';
import { logStep } from '../payments/log.ts';
import { raise } from '../review/raise.ts';
import type { Mail } from './mail.entity.ts';
import { folded } from './unwanted.ts';

/** A report without a Message-ID is about the newest mail to that address, when that is not too long ago. */
const memory = 14 * 24 * 60 * 60_000;
const longestReason = 500;

/**
 * What became of a mail after the server took it. A report about a mail that is not ours, to another address than ours went, or
 * about one that is known to have bounced, changes nothing; neither does one that comes late, twice, or from somebody who made
 * it up without knowing both. Returns whether anything was new.
 */
export async function takeReport(ctx: Ctx, report: MailReport): Promise<boolean> {
  const mail = await mailOf(ctx, report);
  if (
    mail === undefined ||
    (report.recipient !== null && folded(mail.recipient) !== folded(report.recipient))
  ) {
    ctx.log.info(
      { messageId: report.messageId, type: report.type },
      'a report about a mail that is not ours',
    );
    return false;
  }
  const reason = report.reason
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, longestReason);
  if (report.type === 'DELAY') {
    // Without the reason, in which mail servers name the recipient.
    ctx.log.info({ mailId: mail.id }, 'a mail is delayed');
    return false;
  }
  return ctx.db.transaction(({ sql: query }) =>
    report.type === 'COMPLAINT' ? noteComplaint(ctx, query, mail, reason) : bounce(ctx, query, mail, reason),
  );
}

function mailOf(ctx: Ctx, { messageId, recipient }: MailReport): Promise<Row<Mail> | undefined> {
  // PostgreSQL cannot even be asked for such a text, and none of ours holds one.
  if (`${messageId ?? ''}${recipient ?? ''}`.includes('\0')) return Promise.resolve(undefined);
  const mails = ctx.db.read.selectFrom('mail').selectAll();
  if (messageId !== null) return mails.where('messageId', '=', messageId).executeTakeFirst();
  return mails
    .where(sql<string>`lower(recipient)`, '=', folded(recipient ?? ''))
    .where('status', '=', 'ACCEPTED')
    .where('sentAt', '>', later(ctx.now, -memory))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function bounce(ctx: Ctx, query: Sql, mail: Row<Mail>, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('mail')
    .set({ status: 'BOUNCED', bouncedAt: ctx.now, failure: reason })
    .where('id', '=', mail.id)
    .where('status', '=', 'ACCEPTED')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  failpoint('bounce.after-mark');
  const about = { quoteId: mail.quoteId, invoiceId: mail.invoiceId };
  await raise(ctx, query, {
    kind: 'MAIL_BOUNCED',
    title: `A mail to ${mail.recipient} came back`,
    facts: [
      { label: 'Mail', sent: mail.subject, approved: null },
      { label: 'Answer of the mail server', sent: reason, approved: null },
    ],
    dedupeKey: `mail-bounced:${mail.id}`,
    ...about,
    subjectId: mail.id,
  });
  if (mail.invoiceId !== null)
    await logStep(ctx, query, {
      payment: { id: null, invoiceId: mail.invoiceId, method: null },
      kind: 'MAIL_BOUNCED',
      actor: 'System',
      note: `${mail.recipient}: ${reason}`,
    });
  await note(ctx, query, mail, {
    action: 'mail.bounced',
    text: `A mail to ${mail.recipient} came back: ${reason}`,
  });
  return true;
}

/** From now on nothing is sent there that does not have to be, such as a kind question after a quote. */
async function noteComplaint(ctx: Ctx, query: Sql, mail: Row<Mail>, reason: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('mailComplaint')
    .values({ address: folded(mail.recipient), mailId: mail.id, reason, at: ctx.now })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await note(ctx, query, mail, {
    action: 'mail.complaint',
    text: `${mail.recipient} does not want reminders: a mail was reported as unwanted`,
  });
  return true;
}

const note = (ctx: Ctx, query: Sql, mail: Row<Mail>, what: { action: string; text: string }) =>
  record(ctx, query, {
    ...what,
    ...(mail.quoteId !== null && { quoteId: mail.quoteId }),
    ...(mail.invoiceId !== null && { invoiceId: mail.invoiceId }),
    customerId: mail.customerId,
    facts: { mailId: mail.id },
    actor: 'System',
  });
