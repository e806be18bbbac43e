import { sha256 } from '../adapters/system.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { enqueue } from '../outbox/outbox.ts';
import type { MailKind } from './mail-kind.ts';

export type NewMail = {
  kind: MailKind;
  quoteId: string;
  /** With an invoice, the mail's link opens that invoice; without, the quote. */
  invoiceId?: string;
  receiptId?: string;
  recipient: string;
  /** One mail per key: `invoice:<id>`. */
  dedupeKey: string;
};

/**
 * Promises mails in the transaction that is the reason for them. Each gets a link of its own, so revoking one never
 * hurts another. The token waits in the mail's row until the mail server has taken the mail, then it is wiped.
 */
export async function queueMails(ctx: Ctx, query: Sql, ...mails: NewMail[]): Promise<void> {
  const made = mails.map((mail) => ({ ...mail, id: ctx.ids.id(), token: ctx.ids.token() }));
  await query
    .insertInto('link')
    .values(
      made.map((mail) => ({
        id: ctx.ids.id(),
        tokenHash: sha256(mail.token),
        purpose: mail.invoiceId === undefined ? ('QUOTE' as const) : ('INVOICE' as const),
        quoteId: mail.quoteId,
        invoiceId: mail.invoiceId ?? null,
        email: mail.recipient,
        createdAt: ctx.now,
        revokedAt: null,
      })),
    )
    .execute();
  await query
    .insertInto('mail')
    .values(
      made.map((mail) => ({
        id: mail.id,
        kind: mail.kind,
        quoteId: mail.quoteId,
        invoiceId: mail.invoiceId ?? null,
        receiptId: mail.receiptId ?? null,
        recipient: mail.recipient,
        token: mail.token,
        messageId: `<${mail.id}@${new URL(ctx.config.publicUrl).hostname}>`,
        subject: null,
        text: null,
        html: null,
        status: 'QUEUED' as const,
        queuedAt: ctx.now,
        sentAt: null,
      })),
    )
    .execute();
  const jobs = made.map((mail) => ({
    name: 'send-mail' as const,
    payload: { mailId: mail.id },
    dedupeKey: `mail:${mail.dedupeKey}`,
  }));
  await enqueue(ctx, query, ...jobs);
}
