import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { LocalDate } from '../domain/local-date.ts';

/** A head of the chain that left the house, so that nobody can cut the chain off behind it unnoticed. One a day; append-only. */
const AuditAnchorSchema = defineEntity({
  name: 'AuditAnchor',
  properties: {
    day: p.text().$type<LocalDate>().primary(),
    seq: p.integer(),
    hash: p.text(),
    sentTo: p.text(),
    createdAt: p.text().$type<Instant>(),
  },
});
export class AuditAnchor extends AuditAnchorSchema.class {}
AuditAnchorSchema.setClass(AuditAnchor);
