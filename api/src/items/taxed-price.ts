import type { Row } from '../db/entities.ts';
import type { TaxedPrice } from '../domain/margin.ts';
import type { CatalogueItem } from './catalogue-item.entity.ts';

/** The price of a row in the words of the domain. */
export const taxedPriceOf = (
  item: Pick<Row<CatalogueItem>, 'price' | 'pricesIncludeTax' | 'taxRate'>,
): TaxedPrice => ({
  price: item.price,
  pricesIncludeTax: item.pricesIncludeTax === 1,
  taxRate: item.taxRate,
});
