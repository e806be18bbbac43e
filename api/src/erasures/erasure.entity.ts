import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { ErasureKind } from '../domain/erasure.ts';
import type { LocalDate } from '../domain/local-date.ts';

/** That somebody's data were erased or restricted, and why; without a word about who it was. Append-only. */
const ErasureSchema = defineEntity({
  name: 'Erasure',
  properties: {
    id: p.text().primary(),
    customerId: p.text().index(),
    day: p.text().$type<LocalDate>(),
    at: p.text().$type<Instant>(),
    /** The name of the member of staff, or `System`. */
    actor: p.text(),
    reason: p.text(),
    kind: p.text().$type<ErasureKind>(),
    /** JSON: how many rows of which table lost their words. */
    counts: p.text(),
  },
});
export class Erasure extends ErasureSchema.class {}
ErasureSchema.setClass(Erasure);
