import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { LocalDate } from '../domain/local-date.ts';

const QuoteTemplateSchema = defineEntity({
  name: 'QuoteTemplate',
  properties: {
    id: p.text().primary(),
    version: p.integer().version(),
    name: p.text(),
    description: p.text(),
    trade: p.text(),
    title: p.text(),
    currency: p.text(),
    /** JSON of a QuoteDraft, see quotes/quote-draft.ts. */
    draft: p.text(),
    /** The day from which the days in it are counted when it is used. */
    baseDate: p.text().$type<LocalDate>(),
    lineCount: p.integer(),
    optionCount: p.integer(),
    /** Name, description, trade and title, folded for searching. */
    searchKey: p.text(),
    createdAt: p.text().$type<Instant>(),
    updatedAt: p.text().$type<Instant>(),
    archivedAt: p.text().$type<Instant>().nullable(),
  },
  indexes: [{ properties: ['name', 'id'] }],
});
export class QuoteTemplate extends QuoteTemplateSchema.class {}
QuoteTemplateSchema.setClass(QuoteTemplate);
