import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { requireDocument } from '../documents/documents.ts';
import { failpoint } from '../failpoint.ts';
import { Hopeless } from '../outbox/outcome.ts';
import { type Attachment, MailRefused } from '../ports.ts';
import { sha256 } from '../sha256.ts';
import type { KeptFile } from './kept-mail.ts';
import { type MailToWrite, writeLetter, type Written } from './letters.ts';
import { markAccepted, withholdMail } from './mail-endings.ts';
import type { Mail } from './mail.entity.ts';
import { senderOf } from './sender.ts';

/**
 * Sends a promised mail. It is written once and kept, so that a retry after an unclear answer sends the same bytes under
 * the same Message-ID. Once the mail server has it, the link's token is wiped and the kept text shows its hash instead.
 */
export async function sendMail(ctx: Ctx, { mailId }: { mailId: string }): Promise<void> {
  const mail = await mailOf(ctx, mailId);
  if (mail.status !== 'QUEUED' || mail.token === null) return;
  if (await isLinkEnded(ctx, mail.token)) return withholdMail(ctx, mailId);
  const { language } = await ctx.load.customer.load(mail.customerId);
  const { letter, attachment } = await writeLetter(ctx, toWrite(ctx, { ...mail, language }, mail.token));
  const attachments = attachment === null ? [] : [await attached(ctx, attachment)];
  const kept = await keepLetter(ctx, mail, { ...letter, language, attachments: filesOf(attachments) });
  failpoint('mail.before-connect');
  try {
    await ctx.mailer.send({
      messageId: mail.messageId,
      from: senderOf(ctx),
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

/** Somebody may have ended it since the mail was promised, or taken the address off the customer. */
async function isLinkEnded(ctx: Ctx, token: string): Promise<boolean> {
  const link = await ctx.db.read
    .selectFrom('link')
    .select('revokedAt')
    .where('tokenHash', '=', sha256(token))
    .executeTakeFirst();
  return link !== undefined && link.revokedAt !== null;
}

const mailOf = (ctx: Ctx, id: string): Promise<Row<Mail>> =>
  ctx.db.read.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** The page that the mail's button opens; the token stands behind the #, so no server and no referrer ever sees it. */
function toWrite(ctx: Ctx, mail: Row<Mail>, token: string): MailToWrite {
  const page = mail.kind === 'ACCOUNT_LINK' ? 'a' : mail.invoiceId === null ? 'q' : 'i';
  return { ...mail, url: `${ctx.config.publicUrl}/${page}/#${token}` };
}

async function attached(ctx: Ctx, { kind, id }: NonNullable<Written['attachment']>): Promise<Attachment> {
  const pdf = await requireDocument(ctx, kind, id);
  return { filename: pdf.filename, contentType: 'application/pdf', content: pdf.bytes };
}

const filesOf = (attachments: readonly Attachment[]): KeptFile[] =>
  attachments.map(({ filename, content }) => ({
    name: filename,
    sha256: sha256(content),
    size: content.byteLength,
  }));

type Kept = { subject: string; text: string; html: string };
type ToKeep = Kept & Pick<Row<Mail>, 'language'> & { attachments: readonly KeptFile[] };

/** The words of the first try. Of two workers that write it at once the first one's words are everybody's. */
async function keepLetter(ctx: Ctx, mail: Row<Mail>, written: ToKeep): Promise<Kept> {
  if (mail.subject !== null && mail.text !== null && mail.html !== null) {
    return { subject: mail.subject, text: mail.text, html: mail.html };
  }
  const { subject, text, html, language, attachments } = written;
  const { numUpdatedRows } = await ctx.db.transaction(({ sql: query }) =>
    query
      .updateTable('mail')
      .set({ subject, text, html, language, attachments: JSON.stringify(attachments) })
      .where('id', '=', mail.id)
      .where('subject', 'is', null)
      .executeTakeFirst(),
  );
  return numUpdatedRows === 1n
    ? { subject, text, html }
    : keepLetter(ctx, await mailOf(ctx, mail.id), written);
}
