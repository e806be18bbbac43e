import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { Account, PostingKind } from '../domain/ledger.ts';
import type { MinorUnits } from '../domain/money.ts';

/** Append-only: triggers refuse UPDATE and DELETE. What each kind means is in domain/ledger.ts. */
const LedgerEntrySchema = defineEntity({
  name: 'LedgerEntry',
  properties: {
    id: p.text().primary(),
    kind: p.text().$type<PostingKind>(),
    debit: p.text().$type<Account>(),
    credit: p.text().$type<Account>(),
    /** More than 0. */
    amount: p.bigint('number').$type<MinorUnits>(),
    currency: p.text(),
    customerId: p.text(),
    invoiceId: p.text().nullable(),
    paymentId: p.text().nullable(),
    refundId: p.text().nullable(),
    creditNoteId: p.text().nullable(),
    disputeId: p.text().nullable(),
    at: p.text().$type<Instant>(),
    by: p.text(),
  },
  indexes: [
    { properties: ['invoiceId'] },
    { properties: ['paymentId'] },
    { properties: ['customerId', 'id'] },
  ],
});
export class LedgerEntry extends LedgerEntrySchema.class {}
LedgerEntrySchema.setClass(LedgerEntry);
