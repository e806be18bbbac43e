import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { MinorUnits } from '../domain/money.ts';
import { BankLine } from './bank-line.entity.ts';

/** Which payment a line of the bank is. Append-only. */
const BankMatchSchema = defineEntity({
  name: 'BankMatch',
  properties: {
    id: p.text().primary(),
    lineId: () => p.manyToOne(BankLine).mapToPk().fieldName('line_id').index(),
    /** Unique: money that came once is one line of the bank. */
    paymentId: p.text().unique(),
    amount: p.bigint('number').$type<MinorUnits>(),
    confirmedBy: p.text(),
    at: p.text().$type<Instant>(),
  },
});
export class BankMatch extends BankMatchSchema.class {}
BankMatchSchema.setClass(BankMatch);
