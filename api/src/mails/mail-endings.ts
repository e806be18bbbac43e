import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { errorText } from '../error-text.ts';
import { logStep } from '../payments/log.ts';
import { raise } from '../review/raise.ts';
import { withoutToken } from './kept-mail.ts';
import type { Mail } from './mail.entity.ts';

/** The mail server has taken it; that is all that is known, and all that is said. */
export async function markAccepted(
  ctx: Ctx,
  mail: Row<Mail>,
  kept: { text: string; html: string },
): Promise<void> {
  await ctx.db.transaction(async ({ sql: query }) => {
    const { numUpdatedRows } = await query
      .updateTable('mail')
      .set({ status: 'ACCEPTED', sentAt: ctx.now, ...wiped({ ...mail, ...kept }) })
      .where('id', '=', mail.id)
      .where('status', '=', 'QUEUED')
      .executeTakeFirst();
    if (numUpdatedRows === 1n) await logReceipt(ctx, query, mail);
  });
}

const wiped = ({ token, text, html }: Pick<Row<Mail>, 'token' | 'text' | 'html'>) => ({
  token: null,
  text: withoutToken(text ?? '', token),
  html: withoutToken(html ?? '', token),
});

async function logReceipt(ctx: Ctx, query: Sql, { receiptId }: Row<Mail>): Promise<void> {
  if (receiptId === null) return;
  const { number, paymentId } = await query
    .selectFrom('receipt')
    .select(['number', 'paymentId'])
    .where('id', '=', receiptId)
    .executeTakeFirstOrThrow();
  const payment = await query
    .selectFrom('payment')
    .selectAll()
    .where('id', '=', paymentId)
    .executeTakeFirstOrThrow();
  await logStep(ctx, query, { payment, kind: 'RECEIPT_SENT', actor: 'System', reference: number });
}

/** The mail will never arrive by itself: staff have to reach the customer another way. */
export async function giveUpMail(ctx: Ctx, { mailId }: { mailId: string }, error: unknown): Promise<void> {
  const reason = errorText(error);
  await endUnsent(ctx, mailId, reason, {
    what: 'could not be delivered',
    why: { label: 'Answer of the mail server', sent: reason },
  });
}

/** Its link was ended while it waited: a mail with a dead link, to a mailbox that may be a stranger's by now, is not sent. */
export const withholdMail = (ctx: Ctx, mailId: string): Promise<void> =>
  endUnsent(ctx, mailId, 'Not sent: its link was ended before the mail server took it.', {
    what: 'was not sent',
    why: { label: 'Why', sent: 'Its link was ended before the mail server took it' },
    explanation:
      'While it waited its address was taken off the customer, or somebody ended its link. Look whether the customer lacks anything: the mail can be sent again, to the address on file.',
  });

type Told = { what: string; why: { label: string; sent: string }; explanation?: string };

async function endUnsent(ctx: Ctx, mailId: string, failure: string, told: Told): Promise<void> {
  const { what, why, ...more } = told;
  await ctx.db.transaction(async ({ sql: query }) => {
    const mail = await query
      .selectFrom('mail')
      .selectAll()
      .where('id', '=', mailId)
      .executeTakeFirstOrThrow();
    const { numUpdatedRows } = await query
      .updateTable('mail')
      .set({ status: 'FAILED', failedAt: ctx.now, failure, ...wiped(mail) })
      .where('id', '=', mailId)
      .where('status', '=', 'QUEUED')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return;
    await raise(ctx, query, {
      kind: 'DELIVERY_FAILED',
      title: `A mail to ${mail.recipient} ${what}`,
      facts: [
        { label: 'Mail', sent: mail.subject ?? mail.kind, approved: null },
        { ...why, approved: null },
      ],
      dedupeKey: `mail-failed:${mailId}`,
      quoteId: mail.quoteId,
      invoiceId: mail.invoiceId,
      subjectId: mailId,
      ...more,
    });
  });
}
