import { amountText, thousandthsText } from '../../../ui/entry.ts';
import type { MinorUnits } from '@countersign/api/domain/money';
import type { EditedQuoteFragment } from '../../../gql/graphql.ts';
import {
  type GroupEntry,
  type LineEntry,
  type OptionEntry,
  type QuoteForm,
  type StageEntry,
} from './quote-form.ts';
import { discountText, taxOf } from '../../../ui/values.ts';

type Price = { amount: MinorUnits; currency: string };

const priceText = (price: Price | null | undefined): string =>
  price ? amountText(price.amount, price.currency) : '';
const numberText = (value: number | null | undefined): string => (value == null ? '' : String(value));

const lineOf = (line: EditedQuoteFragment['lines'][number], currency: string): LineEntry => ({
  id: line.id,
  description: line.description,
  quantity: thousandthsText(line.quantity),
  unit: line.unit,
  unitPrice: priceText(line.unitPrice),
  discount: discountText(line.discount, currency),
  tax: taxOf(line.taxTreatment, line.taxRate),
  billing: line.billing,
  cost: priceText(line.cost),
  itemId: line.itemId ?? null,
});

const optionOf = (option: EditedQuoteFragment['options'][number]): OptionEntry => ({
  id: option.id,
  groupId: option.groupId ?? null,
  title: option.title,
  description: option.description,
  unit: option.unit,
  price: priceText(option.price),
  tax: taxOf(option.taxTreatment, option.taxRate),
  billing: option.billing,
  minQuantity: String(option.minQuantity),
  maxQuantity: String(option.maxQuantity),
  requires: option.requires,
  excludes: option.excludes,
  preselected: option.preselected,
  cost: priceText(option.cost),
  itemId: option.itemId ?? null,
});

/** An end that leaves nobody out is shown as open, so that it stays so when an option is added. */
function groupOf(group: EditedQuoteFragment['groups'][number], quote: EditedQuoteFragment): GroupEntry {
  const members = quote.options.filter((option) => option.groupId === group.id).length;
  const { id, title, description, min, max } = group;
  const isOpen = max > 1 && max >= members;
  return { id, title, description, min: String(min), max: isOpen ? '' : String(max) };
}

const stageOf = (stage: EditedQuoteFragment['stages'][number]): StageEntry => ({
  id: stage.id,
  label: stage.label,
  kind: stage.percent != null ? 'PERCENT' : stage.fixedAmount ? 'AMOUNT' : 'REMAINDER',
  value: stage.percent != null ? thousandthsText(stage.percent) : priceText(stage.fixedAmount),
  due: stage.due,
  dueOn: stage.dueOn ?? '',
  paymentTermsDays: numberText(stage.paymentTermsDays),
  autoIssue: stage.autoIssue,
});

/** A saved draft as the editor shows it. */
export const formOf = (quote: EditedQuoteFragment): QuoteForm => ({
  title: quote.title,
  scope: quote.scope,
  terms: quote.terms,
  pricesIncludeTax: quote.pricesIncludeTax,
  taxRounding: quote.taxRounding,
  discount: discountText(quote.discount, quote.currency),
  validUntil: quote.validUntil,
  effectiveDate: quote.effectiveDate ?? '',
  paymentTermsDays: numberText(quote.paymentTermsDays),
  termsNote: quote.termsNote,
  mailboxProof: quote.mailboxProof ?? '',
  lines: quote.lines.map((line) => lineOf(line, quote.currency)),
  groups: quote.groups.map((group) => groupOf(group, quote)),
  options: quote.options.map(optionOf),
  stages: quote.stages.map(stageOf),
});
