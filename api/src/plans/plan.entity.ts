import { defineEntity, p } from '@mikro-orm/core';
import { Acceptance } from '../acceptances/acceptance.entity.ts';
import type { Instant } from '../db/instant.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { Billing } from '../domain/pricing.ts';
import { Quote } from '../quotes/quote.entity.ts';

const RecurringPlanSchema = defineEntity({
  name: 'RecurringPlan',
  properties: {
    id: p.text().primary(),
    acceptanceId: () => p.manyToOne(Acceptance).mapToPk().fieldName('acceptance_id'),
    quoteId: () => p.manyToOne(Quote).mapToPk().fieldName('quote_id').index(),
    customerId: p.text(),
    billing: p.text().$type<Billing>(),
    startsOn: p.text().$type<LocalDate>(),
    currency: p.text(),
    gross: p.bigint('number').$type<MinorUnits>(),
    /** JSON: the Totals of one period, as agreed. */
    totals: p.text(),
    createdAt: p.text().$type<Instant>(),
  },
  uniques: [{ properties: ['acceptanceId', 'billing'] }],
});
export class RecurringPlan extends RecurringPlanSchema.class {}
RecurringPlanSchema.setClass(RecurringPlan);
