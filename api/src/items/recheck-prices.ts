import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { grossOf, netOf } from '../domain/margin.ts';
import { type CurrencyCode, formatAmount, type MinorUnits } from '../domain/money.ts';
import type { Billing, TaxTreatment } from '../domain/pricing.ts';
import type { QuoteDraft } from '../quotes/quote-draft.ts';
import type { CatalogueItem } from './catalogue-item.entity.ts';
import { taxedPriceOf } from './taxed-price.ts';

type Price = Readonly<{ price: MinorUnits; taxRate: number }>;

/** A line or an option whose price or tax rate is another one today. */
export type PriceChange = Readonly<{ label: string; before: Price; after: Price }>;

export type Rechecked = Readonly<{ draft: QuoteDraft; changes: readonly PriceChange[] }>;

/** What is taken over from the catalogue. */
type Sold = Readonly<{
  itemId: string | null;
  cost: MinorUnits | null;
  taxTreatment: TaxTreatment;
  taxRate: number;
  billing: Billing;
  unit: string;
}>;

/**
 * The draft with the prices, costs and tax rates that its catalogue items have today. A tax treatment that was chosen for
 * this customer, such as reverse charge, stays; so does the price of what is archived, is gone, or is priced in another
 * currency than the quote. An item that is charged in another rhythm or counted in another unit than the line is another
 * item: $1,200.00 a month is no price for a day, so the line stays as it was.
 */
export async function recheckPrices(
  query: Sql,
  draft: QuoteDraft,
  currency: CurrencyCode,
): Promise<Rechecked> {
  const items = await itemsOf(query, draft, currency);
  const changes: PriceChange[] = [];
  const today = <T extends Sold>(sold: T, label: string, before: MinorUnits) => {
    const item = items.get(sold.itemId ?? '');
    if (item === undefined || item.billing !== sold.billing || item.unit !== sold.unit)
      return { ...sold, price: before };
    const taxRate = sold.taxTreatment === item.taxTreatment ? item.taxRate : sold.taxRate;
    const price = priceFor(item, taxRate, draft.pricesIncludeTax);
    if (price !== before || taxRate !== sold.taxRate)
      changes.push({ label, before: { price: before, taxRate: sold.taxRate }, after: { price, taxRate } });
    return { ...sold, price, taxRate, cost: item.cost };
  };
  const lines = draft.lines.map((line) => {
    const { price, ...current } = today(line, line.description, line.unitPrice);
    return { ...current, unitPrice: price };
  });
  const options = draft.options.map((option) => today(option, option.title, option.price));
  return { draft: { ...draft, lines, options }, changes };
}

/** As it was entered when it is meant alike, otherwise by way of the price without tax. */
function priceFor(item: Row<CatalogueItem>, taxRate: number, pricesIncludeTax: boolean): MinorUnits {
  const entered = taxedPriceOf(item);
  if (entered.pricesIncludeTax === pricesIncludeTax && item.taxRate === taxRate) return item.price;
  const net = netOf(entered);
  return pricesIncludeTax ? grossOf({ price: net, pricesIncludeTax: false, taxRate }) : net;
}

async function itemsOf(query: Sql, draft: QuoteDraft, currency: CurrencyCode) {
  const ids = [...draft.lines, ...draft.options].flatMap(({ itemId }) => itemId ?? []);
  if (ids.length === 0) return new Map<string, Row<CatalogueItem>>();
  const rows = await query
    .selectFrom('catalogueItem')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .where('currency', '=', currency)
    .where('archivedAt', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The changes in one sentence for the timeline; empty when there are none. At most three are named. */
export function priceChangesText(
  changes: readonly PriceChange[],
  currency: CurrencyCode,
  locale: string,
): string {
  if (changes.length === 0) return '';
  const amount = (value: MinorUnits) => formatAmount({ amount: value, currency }, locale);
  const named = changes.slice(0, 3).map(({ label, before, after }) => {
    const price = `${amount(before.price)} → ${amount(after.price)}`;
    const tax = `tax ${before.taxRate / 1000} % → ${after.taxRate / 1000} %`;
    const parts = [
      ...(before.price === after.price ? [] : [price]),
      ...(before.taxRate === after.taxRate ? [] : [tax]),
    ];
    return `${label} ${parts.join(', ')}`;
  });
  const more = changes.length > 3 ? [`${changes.length - 3} more`] : [];
  return `Prices as in the catalogue today: ${[...named, ...more].join('; ')}`;
}
