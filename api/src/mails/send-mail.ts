import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { requireDocument } from '../documents/documents.ts';
import { failpoint } from '../failpoint.ts';
import { Hopeless } from '../outbox/outcome.ts';
import { logStep } from '../payments/log.ts';
import { type Attachment, MailRefused } from '../ports.ts';
import { raise } from '../review/raise.ts';
import { writeLetter } from './letters.ts';
import type { Mail } from './mail.entity.ts';
import { withoutToken } from './mails.ts';

/**
 * Sends a promised mail. It is written once and kept, so that a retry after an unclear answer sends the same bytes under
 * the same Message-ID. Once the mail server has it, the link's token is wiped and the kept text shows its hash instead.
 */
export async function sendMail(ctx: Ctx, { mailId }: { mailId: string }): Promise<void> {
  const mail = await ctx.db.read
    .selectFrom('mail')
    .selectAll()
    .where('id', '=', mailId)
    .executeTakeFirstOrThrow();
  if (mail.status !== 'QUEUED' || mail.token === null) return;
  const { letter, attachment } = await writeLetter(ctx, mail, linkOf(ctx, mail, mail.token));
  const kept = await keepLetter(ctx, mail, letter);
  const attachments = attachment === null ? [] : [await attached(ctx, attachment)];
  failpoint('mail.before-connect');
  try {
    await ctx.mailer.send({
      messageId: mail.messageId,
      from: ctx.config.MAIL_FROM ?? `${ctx.company.name} <${ctx.company.email}>`,
      replyTo: ctx.company.email,
      to: mail.recipient,
      ...kept,
      attachments,
    });
  } catch (error) {
    throw error instanceof MailRefused ? new Hopeless(error.message) : error;
  }
  failpoint('mail.after-delivery');
  await markAccepted(ctx, mail, kept);
  failpoint('mail.after-mark');
}

/** The page that the mail's button opens; the token stands behind the #, so no server and no referrer ever sees it. */
function linkOf(ctx: Ctx, mail: Row<Mail>, token: string): string {
  const { publicUrl } = ctx.config;
  if (mail.invoiceId === null) return `${publicUrl}/q/#${token}`;
  return `${publicUrl}/i/#${token}`;
}

async function attached(
  ctx: Ctx,
  { kind, id }: { kind: 'quotes' | 'invoices' | 'receipts'; id: string },
): Promise<Attachment> {
  const pdf = await requireDocument(ctx, kind, id);
  return { filename: pdf.filename, contentType: 'application/pdf', content: pdf.bytes };
}

type Kept = { subject: string; text: string; html: string };

async function keepLetter(ctx: Ctx, mail: Row<Mail>, letter: Kept): Promise<Kept> {
  if (mail.subject !== null && mail.text !== null && mail.html !== null) {
    return { subject: mail.subject, text: mail.text, html: mail.html };
  }
  const { subject, text, html } = letter;
  await ctx.db.transaction(({ sql: query }) =>
    query
      .updateTable('mail')
      .set({ subject, text, html })
      .where('id', '=', mail.id)
      .where('subject', 'is', null)
      .execute(),
  );
  return { subject, text, html };
}

async function markAccepted(ctx: Ctx, mail: Row<Mail>, kept: Kept): Promise<void> {
  await ctx.db.transaction(async ({ sql: query }) => {
    const { numUpdatedRows } = await query
      .updateTable('mail')
      .set({
        status: 'ACCEPTED',
        sentAt: ctx.now,
        token: null,
        text: withoutToken(kept.text, mail.token),
        html: withoutToken(kept.html, mail.token),
      })
      .where('id', '=', mail.id)
      .where('status', '=', 'QUEUED')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n || mail.receiptId === null || mail.invoiceId === null) return;
    const receipt = await query
      .selectFrom('receipt')
      .selectAll()
      .where('id', '=', mail.receiptId)
      .executeTakeFirstOrThrow();
    const payment = await query
      .selectFrom('payment')
      .selectAll()
      .where('id', '=', receipt.paymentId)
      .executeTakeFirstOrThrow();
    await logStep(ctx, query, { payment, kind: 'RECEIPT_SENT', actor: 'System', reference: receipt.number });
  });
}

/** The mail will never arrive by itself: staff have to reach the customer another way. */
export async function giveUpMail(ctx: Ctx, { mailId }: { mailId: string }, error: unknown): Promise<void> {
  await ctx.db.transaction(async ({ sql: query }) => {
    const mail = await query
      .selectFrom('mail')
      .selectAll()
      .where('id', '=', mailId)
      .executeTakeFirstOrThrow();
    await query
      .updateTable('mail')
      .set({
        status: 'FAILED',
        token: null,
        text: withoutToken(mail.text ?? '', mail.token),
        html: withoutToken(mail.html ?? '', mail.token),
      })
      .where('id', '=', mailId)
      .where('status', '=', 'QUEUED')
      .execute();
    await raise(ctx, query, {
      kind: 'DELIVERY_FAILED',
      title: `A mail to ${mail.recipient} could not be delivered`,
      facts: [
        { label: 'Mail', sent: mail.subject, approved: null },
        {
          label: 'Answer of the mail server',
          sent: error instanceof Error ? error.message : String(error),
          approved: null,
        },
      ],
      dedupeKey: `mail-failed:${mailId}`,
      quoteId: mail.quoteId,
      invoiceId: mail.invoiceId,
    });
  });
}
