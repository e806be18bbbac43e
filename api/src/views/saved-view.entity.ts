import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';

const SavedViewSchema = defineEntity({
  name: 'SavedView',
  properties: {
    id: p.text().primary(),
    staffId: p.text(),
    /** Which list: `invoices`, `payments`. */
    screen: p.text(),
    name: p.text(),
    /** The query string of the list: filters and order. */
    search: p.text(),
    /** 1 when everybody of the company sees it. */
    shared: p.integer(),
    createdAt: p.text().$type<Instant>(),
  },
  indexes: [{ properties: ['screen', 'id'] }],
});
export class SavedView extends SavedViewSchema.class {}
SavedViewSchema.setClass(SavedView);
