import type { PickedItemFragment } from '../../../gql/graphql.ts';
import { amountText } from '../../../ui/entry.ts';
import { blankLine, blankOption } from './blank-rows.ts';
import type { LineEntry, QuoteForm } from './quote-form.ts';
import { patchRow } from './rows.ts';
import { taxOf } from '../../../ui/values.ts';

/** What an item of the catalogue fills in, with or without tax as the quote's prices are. */
function shared(item: PickedItemFragment, pricesIncludeTax: boolean) {
  const price = pricesIncludeTax ? item.grossPrice : item.netPrice;
  return {
    text: amountText(price.amount, price.currency),
    unit: item.unit,
    tax: taxOf(item.taxTreatment, item.taxRate),
    billing: item.billing,
    cost: item.cost ? amountText(item.cost.amount, item.cost.currency) : '',
    itemId: item.id,
  };
}

const lineOf = (item: PickedItemFragment, inclusive: boolean): Partial<LineEntry> => {
  const { text, ...rest } = shared(item, inclusive);
  return { ...rest, description: item.name, unitPrice: text };
};

/** The line filled by the item; its quantity and discount stay as they were typed. */
export const itemLine = (form: QuoteForm, id: string, item: PickedItemFragment): QuoteForm =>
  patchRow(form, 'lines', id, lineOf(item, form.pricesIncludeTax));

export const newItemLine = (item: PickedItemFragment, inclusive: boolean): LineEntry => ({
  ...blankLine(taxOf(item.taxTreatment, item.taxRate)),
  ...lineOf(item, inclusive),
});

export const newItemOption = (item: PickedItemFragment, inclusive: boolean) => {
  const { text, ...rest } = shared(item, inclusive);
  return {
    ...blankOption(rest.tax, null),
    ...rest,
    title: item.name,
    description: item.description,
    price: text,
  };
};
