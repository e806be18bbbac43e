import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { Language } from '../domain/language.ts';
import type { MailKind, MailStatus } from '../domain/mail.ts';

const MailSchema = defineEntity({
  name: 'Mail',
  properties: {
    id: p.text().primary(),
    kind: p.text().$type<MailKind>(),
    quoteId: p.text().index().nullable(),
    invoiceId: p.text().index().nullable(),
    customerId: p.text().index(),
    creditNoteId: p.text().nullable(),
    refundId: p.text().nullable(),
    receiptId: p.text().nullable(),
    /** For an answer to the customer, which one. */
    quoteMessageId: p.text().nullable(),
    recipient: p.text(),
    /** In which language it is written. */
    language: p.text().$type<Language>(),
    /** The mail that this one sends again. */
    resendOf: p.text().nullable(),
    /** The link's token while the mail waits; wiped when the mail server has taken the mail. */
    token: p.text().nullable(),
    messageId: p.text().unique(),
    /** Written at the first try, so that every retry sends the same bytes. */
    subject: p.text().nullable(),
    text: p.text().nullable(),
    html: p.text().nullable(),
    status: p.text().$type<MailStatus>(),
    queuedAt: p.text().$type<Instant>(),
    sentAt: p.text().$type<Instant>().nullable(),
    /** JSON: name, SHA-256 and size of each file that went with it; null until it is written. */
    attachments: p.text().nullable(),
    bouncedAt: p.text().$type<Instant>().nullable(),
    /** When it was given up. */
    failedAt: p.text().$type<Instant>().nullable(),
    /** Why it failed or bounced, in the words of a mail server. */
    failure: p.text().nullable(),
  },
});
export class Mail extends MailSchema.class {}
MailSchema.setClass(Mail);
