import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { reviewItemMail } from '../letters/review-item-mail.ts';
import { senderOf } from '../mails/sender.ts';
import { ownerOf } from '../staff/owner-of.ts';

/** Tells whoever wrote the quote, or the owner. A doubled mail says the same under the same Message-ID, so nothing is marked. */
export async function mailReviewItem(ctx: Ctx, { itemId }: { itemId: string }): Promise<void> {
  const item = await ctx.db.read
    .selectFrom('reviewItem')
    .select(['id', 'title', 'explanation', 'quoteId', 'resolvedAt'])
    .where('id', '=', itemId)
    .executeTakeFirstOrThrow();
  const reader = (await authorOf(ctx.db.read, item.quoteId)) ?? (await ownerOf(ctx.db.read));
  if (item.resolvedAt !== null || reader === undefined) return;
  const { subject, text, html } = reviewItemMail({
    ...{ company: ctx.company, name: reader.name, title: item.title, explanation: item.explanation },
    url: `${ctx.config.publicUrl}/admin/`,
  });
  await ctx.mailer.send({
    messageId: `<review-${item.id}@${new URL(ctx.config.publicUrl).hostname}>`,
    from: senderOf(ctx),
    replyTo: ctx.company.email,
    to: reader.email,
    subject,
    text,
    html,
    attachments: [],
  });
}

const authorOf = (query: Sql, quoteId: string | null) =>
  query
    .selectFrom('quote')
    .innerJoin('staff', 'staff.id', 'quote.createdBy')
    .select(['staff.name', 'staff.email'])
    .where('quote.id', '=', quoteId)
    .where('staff.disabledAt', 'is', null)
    .executeTakeFirst();
