import type { Ctx } from '../context.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { enqueue } from '../outbox/outbox.ts';
import { auditHeadMail } from '../letters/audit-head-mail.ts';
import { senderOf } from '../mails/sender.ts';
import { ownerOf } from '../staff/owner-of.ts';

/** Once a day the head of the chain is written down and promised to the owner by mail. */
export async function anchorAudit(ctx: Ctx): Promise<void> {
  const known = await ctx.db.read
    .selectFrom('auditAnchor')
    .select('day')
    .where('day', '=', ctx.today)
    .executeTakeFirst();
  if (known !== undefined) return;
  await ctx.db.transaction(async ({ sql: query }) => {
    const head = await query
      .selectFrom('auditSeal')
      .select(['seq', 'hash'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    const owner = await ownerOf(query);
    if (head === undefined || owner === undefined) return;
    const { numInsertedOrUpdatedRows } = await query
      .insertInto('auditAnchor')
      .values({ day: ctx.today, ...head, sentTo: owner.email, createdAt: ctx.now })
      .onConflict((conflict) => conflict.column('day').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) return;
    await enqueue(ctx, query, {
      name: 'mail-audit-head',
      payload: { day: ctx.today },
      dedupeKey: `audit-head:${ctx.today}`,
    });
  });
}

/** Sends the head of a day; a doubled mail says the same, so nothing has to be marked. */
export async function mailAuditHead(ctx: Ctx, { day }: { day: LocalDate }): Promise<void> {
  const anchor = await ctx.db.read
    .selectFrom('auditAnchor')
    .selectAll()
    .where('day', '=', day)
    .executeTakeFirstOrThrow();
  const { subject, text, html } = auditHeadMail({
    ...anchor,
    company: ctx.company,
    url: `${ctx.config.publicUrl}/admin/`,
  });
  await ctx.mailer.send({
    messageId: `<audit-head-${day}@${new URL(ctx.config.publicUrl).hostname}>`,
    from: senderOf(ctx),
    replyTo: ctx.company.email,
    to: anchor.sentTo,
    subject,
    text,
    html,
    attachments: [],
  });
}
