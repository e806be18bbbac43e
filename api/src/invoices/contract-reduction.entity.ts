import { defineEntity, p } from '@mikro-orm/core';
import { Acceptance } from '../acceptances/acceptance.entity.ts';
import type { Instant } from '../db/instant.ts';
import type { MinorUnits } from '../domain/money.ts';

/**
 * What a signed reduction takes off one stage of the accepted quote: of the invoice that the stage will have, or, with a
 * credit note, of the one that it had. Append-only: triggers refuse UPDATE and DELETE.
 */
const ContractReductionSchema = defineEntity({
  name: 'ContractReduction',
  properties: {
    id: p.text().primary(),
    /** That of the quote that is changed. */
    acceptanceId: () => p.manyToOne(Acceptance).mapToPk().fieldName('acceptance_id').index(),
    stagePosition: p.integer(),
    /** The quote that the customer signed for it. */
    changeQuoteId: p.text(),
    changeNumber: p.text(),
    creditNoteId: p.text().nullable(),
    gross: p.bigint('number').$type<MinorUnits>(),
    /** JSON of TaxTotal[], amounts more than 0. */
    taxes: p.text(),
    createdAt: p.text().$type<Instant>(),
  },
  uniques: [{ properties: ['changeQuoteId', 'stagePosition'] }],
});
export class ContractReduction extends ContractReductionSchema.class {}
ContractReductionSchema.setClass(ContractReduction);
