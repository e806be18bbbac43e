import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';

/** Somebody at this address told their provider that our mail is unwanted: from then on nothing is sent there but what has to be. */
const MailComplaintSchema = defineEntity({
  name: 'MailComplaint',
  properties: {
    /** In lower case, as mailboxes are compared. */
    address: p.text().primary(),
    mailId: p.text().nullable(),
    reason: p.text(),
    at: p.text().$type<Instant>(),
  },
});
export class MailComplaint extends MailComplaintSchema.class {}
MailComplaintSchema.setClass(MailComplaint);
