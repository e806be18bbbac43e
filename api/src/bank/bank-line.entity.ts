import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { BankLineStatus } from '../domain/bank/line-status.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import { BankStatement } from './bank-statement.entity.ts';

const BankLineSchema = defineEntity({
  name: 'BankLine',
  properties: {
    id: p.text().primary(),
    statementId: () => p.manyToOne(BankStatement).mapToPk().fieldName('statement_id').index(),
    /** Unique: the same line never imports twice, whatever file it comes in. */
    fingerprint: p.text().unique(),
    /** Which line of its file it was, from 1. */
    row: p.integer(),
    bookedOn: p.text().$type<LocalDate>(),
    /** Minor units; less than 0 for money that went out. */
    amount: p.bigint('number').$type<MinorUnits>(),
    currency: p.text(),
    name: p.text(),
    reference: p.text(),
    text: p.text(),
    bankId: p.text().nullable(),
    account: p.text(),
    status: p.text().$type<BankLineStatus>(),
    /** Name, reference and text, folded (domain/search-key.ts). */
    searchKey: p.text(),
    settledBy: p.text().nullable(),
    settledAt: p.text().$type<Instant>().nullable(),
    /** Why it was ignored. */
    note: p.text().nullable(),
  },
  indexes: [{ properties: ['status', 'bookedOn', 'id'] }, { properties: ['bookedOn', 'id'] }],
});
export class BankLine extends BankLineSchema.class {}
BankLineSchema.setClass(BankLine);
