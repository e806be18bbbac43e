import { sha256 } from '../sha256.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { later } from '../db/instant.ts';
import { statement } from '../db/statement.ts';
import { enqueue } from '../outbox/outbox.ts';
import type { Link } from '../portal/link.entity.ts';
import { languageOf } from '../domain/language.ts';
import type { MailKind } from '../domain/mail.ts';
import type { Mail } from './mail.entity.ts';

/** Long enough for a warranty case, short enough for a forgotten mailbox; afterwards the page sends a fresh one. */
const linkLifetime = 400 * 24 * 60 * 60_000;

export type NewMail = {
  kind: MailKind;
  /** What it is about; null for what came of no quote. */
  quoteId: string | null;
  customerId: string;
  /** With an invoice, the mail's link opens that invoice; without, the quote. */
  invoiceId?: string;
  receiptId?: string;
  creditNoteId?: string;
  refundId?: string;
  quoteMessageId?: string;
  recipient: string;
  /** The mail that this one sends again. */
  resendOf?: string;
  /** One mail per key: `invoice:<id>`. */
  dedupeKey: string;
};

/**
 * Promises mails in the transaction that is the reason for them. Each gets a link of its own, so revoking one never
 * hurts another. It goes to the address of that moment: an address that is changed while a mail waits is for the next one.
 * The token waits in the mail's row until the mail server has taken the mail, then it is wiped.
 */
export async function queueMails(ctx: Ctx, query: Sql, ...mails: NewMail[]): Promise<string[]> {
  // Of somebody who is erased there is no address, and nobody to write to.
  const made = mails
    .filter(({ recipient }) => recipient !== '')
    .map((mail) => ({ ...mail, id: ctx.ids.id(), token: ctx.ids.token() }));
  if (made.length === 0) return [];
  await insertLinks(
    query,
    made.map((mail) => ({
      id: ctx.ids.id(),
      tokenHash: sha256(mail.token),
      purpose: purposeOf(mail),
      quoteId: mail.quoteId,
      invoiceId: mail.invoiceId ?? null,
      customerId: mail.customerId,
      email: mail.recipient,
      createdAt: ctx.now,
      expiresAt: later(ctx.now, linkLifetime),
      revokedAt: null,
    })),
  );
  await insertMails(
    query,
    made.map((mail) => mailRow(ctx, mail)),
  );
  const jobs = made.map((mail) => ({
    name: 'send-mail' as const,
    payload: { mailId: mail.id },
    dedupeKey: `mail:${mail.dedupeKey}`,
    line: mail.customerId,
  }));
  await enqueue(ctx, query, ...jobs);
  return made.map(({ id }) => id);
}

/** A code goes by mail like a link, and is wiped like one; it opens nothing by itself. */
export async function queueCode(
  ctx: Ctx,
  query: Sql,
  { code, ...about }: { quoteId: string; customerId: string; recipient: string; code: string },
): Promise<void> {
  const id = ctx.ids.id();
  await insertMails(query, [mailRow(ctx, { kind: 'SIGNING_CODE', ...about, id, token: code })]);
  await enqueue(ctx, query, { name: 'send-mail', payload: { mailId: id }, dedupeKey: `mail:code:${id}` });
}

/** What the mail's link opens. */
const purposeOf = ({ kind, invoiceId }: NewMail): Row<Link>['purpose'] => {
  if (kind === 'ACCOUNT_LINK') return 'ACCOUNT';
  return invoiceId === undefined ? 'QUOTE' : 'INVOICE';
};

const mailRow = (ctx: Ctx, mail: Omit<NewMail, 'dedupeKey'> & { id: string; token: string }): Row<Mail> => ({
  id: mail.id,
  kind: mail.kind,
  quoteId: mail.quoteId,
  invoiceId: mail.invoiceId ?? null,
  customerId: mail.customerId,
  creditNoteId: mail.creditNoteId ?? null,
  refundId: mail.refundId ?? null,
  language: languageOf(ctx.company.locale),
  resendOf: mail.resendOf ?? null,
  receiptId: mail.receiptId ?? null,
  quoteMessageId: mail.quoteMessageId ?? null,
  recipient: mail.recipient,
  token: mail.token,
  messageId: `<${mail.id}@${new URL(ctx.config.publicUrl).hostname}>`,
  subject: null,
  text: null,
  html: null,
  status: 'QUEUED',
  queuedAt: ctx.now,
  sentAt: null,
  attachments: null,
  bouncedAt: null,
  failedAt: null,
  failure: null,
});

const insertLinks = statement((query, rows: Row<Link>[]) => query.insertInto('link').values(rows));
const insertMails = statement((query, rows: Row<Mail>[]) => query.insertInto('mail').values(rows));
