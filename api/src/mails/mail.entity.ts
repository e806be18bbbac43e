import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { MailKind } from './mail-kind.ts';

const MailSchema = defineEntity({
  name: 'Mail',
  properties: {
    id: p.text().primary(),
    kind: p.text().$type<MailKind>(),
    quoteId: p.text().index(),
    invoiceId: p.text().nullable(),
    receiptId: p.text().nullable(),
    /** For an answer to the customer, which one. */
    quoteMessageId: p.text().nullable(),
    recipient: p.text(),
    /** The link's token while the mail waits; wiped when the mail server has taken the mail. */
    token: p.text().nullable(),
    messageId: p.text(),
    /** Written at the first try, so that every retry sends the same bytes. */
    subject: p.text().nullable(),
    text: p.text().nullable(),
    html: p.text().nullable(),
    status: p.text().$type<'QUEUED' | 'ACCEPTED' | 'FAILED'>(),
    queuedAt: p.text().$type<Instant>(),
    sentAt: p.text().$type<Instant>().nullable(),
  },
});
export class Mail extends MailSchema.class {}
MailSchema.setClass(Mail);
