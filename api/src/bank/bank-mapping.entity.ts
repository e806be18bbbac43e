import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';

/** The columns of a bank's CSV as somebody sorted them out once, found again by its header. */
const BankMappingSchema = defineEntity({
  name: 'BankMapping',
  properties: {
    /** SHA-256 of the header line. */
    header: p.text().primary(),
    mapping: p.text(),
    updatedAt: p.text().$type<Instant>(),
  },
});
export class BankMapping extends BankMappingSchema.class {}
BankMappingSchema.setClass(BankMapping);
