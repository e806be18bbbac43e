import { marginOf, netOf } from '@countersign/api/domain/margin';
import type { MinorUnits } from '@countersign/api/domain/money';
import type { Billing, TaxTreatment } from '../../gql/graphql.ts';
import { amountOf, parseThousandths } from '../../ui/entry.ts';
import { billing as billings, taxTreatment as treatments } from '../../ui/words.ts';

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

const oneOf = <Name extends string>(names: Record<Name, string>, value: string, otherwise: Name): Name =>
  Object.hasOwn(names, value) ? (value as Name) : otherwise;

/** What the form says; null stands for what cannot be read. */
export type ItemEntry = {
  name: string;
  description: string;
  unit: string;
  price: MinorUnits | null;
  pricesIncludeTax: boolean;
  taxTreatment: TaxTreatment;
  taxRate: number | null;
  billing: Billing;
  /** Empty means that nobody knows it. */
  cost: MinorUnits | 'empty' | null;
};

export function readItem(form: FormData, currency: string): ItemEntry {
  const taxTreatment = oneOf(treatments, text(form, 'taxTreatment'), 'STANDARD');
  return {
    name: text(form, 'name'),
    description: text(form, 'description'),
    unit: text(form, 'unit'),
    price: amountOf(text(form, 'price'), currency),
    pricesIncludeTax: form.get('pricesIncludeTax') === 'on',
    taxTreatment,
    taxRate: taxTreatment === 'STANDARD' ? parseThousandths(text(form, 'taxRate')) : 0,
    billing: oneOf(billings, text(form, 'billing'), 'ONCE'),
    cost: text(form, 'cost') === '' ? 'empty' : amountOf(text(form, 'cost'), currency),
  };
}

export function itemProblems(entry: ItemEntry): Partial<Record<keyof ItemEntry, string>> {
  const { name, price, taxRate, cost } = entry;
  const amount = 'Write an amount of 0 or more, such as 3299.00.';
  return {
    ...(name === '' && { name: 'An item needs a name.' }),
    ...((price === null || price < 0) && { price: amount }),
    ...((taxRate === null || taxRate > 100_000) && { taxRate: '0 to 100, at most three decimals.' }),
    ...((cost === null || (cost !== 'empty' && cost < 0)) && { cost: amount }),
  };
}

/** The entry as the server takes it; null while something in it cannot be read. */
export function itemInput(entry: ItemEntry) {
  const { price, taxRate, cost } = entry;
  if (price === null || taxRate === null || cost === null) return null;
  return { ...entry, price, taxRate, cost: cost === 'empty' ? null : cost };
}

/** What is left of the net price; null while price, rate or cost is missing. */
export function entryMargin({ price, taxRate, cost, pricesIncludeTax }: ItemEntry) {
  if (price === null || taxRate === null || cost === null || cost === 'empty') return null;
  const net = netOf({ price, pricesIncludeTax, taxRate });
  const margin = marginOf(net, cost);
  return margin && { net, ...margin };
}
