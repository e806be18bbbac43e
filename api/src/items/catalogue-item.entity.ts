import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { Billing, TaxTreatment } from '../domain/pricing.ts';

const CatalogueItemSchema = defineEntity({
  name: 'CatalogueItem',
  properties: {
    id: p.text().primary(),
    version: p.integer().version(),
    name: p.text(),
    description: p.text(),
    unit: p.text(),
    currency: p.text(),
    price: p.bigint('number').$type<MinorUnits>(),
    /** 0 or 1. Kept with the price, so that another setting of the company changes no price. */
    pricesIncludeTax: p.integer(),
    taxTreatment: p.text().$type<TaxTreatment>(),
    taxRate: p.integer(),
    billing: p.text().$type<Billing>(),
    /** Without tax. */
    cost: p.bigint('number').$type<MinorUnits>().nullable(),
    /** Name and description, folded for searching. */
    searchKey: p.text(),
    createdAt: p.text().$type<Instant>(),
    archivedAt: p.text().$type<Instant>().nullable(),
  },
  indexes: [{ properties: ['name', 'id'] }],
});
export class CatalogueItem extends CatalogueItemSchema.class {}
CatalogueItemSchema.setClass(CatalogueItem);
