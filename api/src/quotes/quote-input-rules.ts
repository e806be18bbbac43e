import { hundredPercent } from '../domain/discount.ts';
import type { TaxTreatment } from '../domain/pricing.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { firstProblem, rangeProblem } from '../domain/text-limits.ts';
import type { DiscountInput } from './quote-content.type.ts';

export const largestPrice = 1_000_000_000_000;

/** What clients may call a part of a quote. */
export const idForm = /^[A-Za-z0-9_-]{1,40}$/;

/** A number that may be left out. */
export const optionalRange = (
  field: string,
  value: number | null | undefined,
  least: number,
  most: number,
): Refusal | null => (value == null ? null : rangeProblem(field, value, least, most));

/** Exactly one of percent and amount, and more than nothing. */
export function discountProblem(field: string, discount: DiscountInput | null | undefined): Refusal | null {
  if (discount == null) return null;
  if ((discount.percent == null) === (discount.amount == null))
    return refuse('INPUT_INVALID', 'A discount is either a percentage or an amount.', field);
  return firstProblem([
    optionalRange(`${field}.percent`, discount.percent, 1, hundredPercent),
    optionalRange(`${field}.amount`, discount.amount, 1, largestPrice),
  ]);
}

/** A rate goes with the treatment STANDARD alone. */
export function taxProblem(
  field: string,
  { taxTreatment, taxRate }: { taxTreatment: TaxTreatment; taxRate: number },
): Refusal | null {
  if (taxTreatment !== 'STANDARD' && taxRate !== 0)
    return refuse('INPUT_INVALID', 'The tax rate has to be 0 % where no tax is charged.', `${field}.taxRate`);
  return rangeProblem(`${field}.taxRate`, taxRate, 0, hundredPercent);
}

/** What it costs and which item it came from. */
export const sourceProblem = (
  field: string,
  { cost, itemId }: { cost: number | null; itemId: string | null },
): Refusal | null =>
  firstProblem([
    optionalRange(`${field}.cost`, cost, 0, largestPrice),
    itemId == null || idForm.test(itemId)
      ? null
      : refuse('INPUT_INVALID', 'This is not an item of the catalogue.', `${field}.itemId`),
  ]);
