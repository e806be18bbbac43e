import type { MinorUnits } from '../domain/money.ts';
import type { Billing, TaxRounding } from '../domain/pricing.ts';
import type { SnapshotStage } from '../domain/quote-snapshot.ts';
import type { QuoteDraft } from '../quotes/quote-draft.ts';

/** An item that the parts of a template are made of. */
export type Stocked = Readonly<{
  itemId: string;
  name: string;
  description: string;
  unit: string;
  price: MinorUnits;
  taxRate: number;
  cost: MinorUnits | null;
  billing: Billing;
}>;

/** What a template is made with: the catalogue by key, and how the company writes prices. */
export type Stock = Readonly<{
  items: ReadonlyMap<string, Stocked>;
  pricesIncludeTax: boolean;
  taxRounding: TaxRounding;
}>;

/** A template before it has an id. */
export type SampleTemplate = Readonly<{
  name: string;
  description: string;
  trade: string;
  title: string;
  draft: QuoteDraft;
}>;

type Option = QuoteDraft['options'][number];

function stocked(stock: Stock, key: string): Stocked {
  const item = stock.items.get(key);
  if (item === undefined) throw new Error(`There is no sample item ${key}`);
  return item;
}

/** A line with so many thousandths of an item. */
export function lineOf(stock: Stock, key: string, quantity = 1000): QuoteDraft['lines'][number] {
  const { itemId, name, unit, price, taxRate, cost, billing } = stocked(stock, key);
  return {
    id: key,
    description: name,
    quantity,
    unit,
    unitPrice: price,
    discount: null,
    taxTreatment: 'STANDARD',
    taxRate,
    billing,
    cost,
    itemId,
  };
}

type Rules = Partial<
  Pick<Option, 'groupId' | 'minQuantity' | 'maxQuantity' | 'requires' | 'excludes' | 'preselected'>
>;

/** An option with an item: a box to tick unless the rules say otherwise. */
export function optionOf(stock: Stock, key: string, rules: Rules = {}): Option {
  const { itemId, name, description, unit, price, taxRate, cost, billing } = stocked(stock, key);
  return {
    id: key,
    title: name,
    description,
    unit,
    price,
    taxTreatment: 'STANDARD',
    taxRate,
    billing,
    cost,
    itemId,
    groupId: null,
    minQuantity: 1,
    maxQuantity: 1,
    requires: [],
    excludes: [],
    preselected: false,
    ...rules,
  };
}

/** A stage that is due with a milestone unless it says otherwise; without percent and amount it is the remainder. */
export const stageOf = (
  id: string,
  label: string,
  rest: Partial<Omit<SnapshotStage, 'id' | 'label'>> = {},
): SnapshotStage => ({
  id,
  label,
  percent: null,
  amount: null,
  due: 'ON_MILESTONE',
  dueOn: null,
  paymentTermsDays: null,
  autoIssue: false,
  ...rest,
});

/** What all of them have in common, to be overwritten. */
export const plainDraft = ({ pricesIncludeTax, taxRounding }: Stock) =>
  ({
    pricesIncludeTax,
    taxRounding,
    discount: null,
    effectiveDate: null,
    paymentTermsDays: null,
    termsNote: '',
    mailboxProof: null,
    groups: [],
  }) as const;
