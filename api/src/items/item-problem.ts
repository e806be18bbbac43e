import { type Refusal, refuse } from '../domain/refusal.ts';
import { firstProblem, rangeProblem, textProblem } from '../domain/text-limits.ts';
import type { CatalogueItemInput } from './catalogue-item.type.ts';

const hundredPercent = 100_000;
const largestPrice = 1_000_000_000_000;

/** What is wrong with the form of an item, or null; the limits are those of a line of a quote. */
export const itemProblem = (item: CatalogueItemInput): Refusal | null =>
  firstProblem([
    textProblem('item.name', item.name, 200, 1),
    textProblem('item.description', item.description, 2_000),
    textProblem('item.unit', item.unit, 20),
    rangeProblem('item.price', item.price, 0, largestPrice),
    rangeProblem('item.taxRate', item.taxRate, 0, hundredPercent),
    item.taxTreatment !== 'STANDARD' && item.taxRate !== 0
      ? refuse('INPUT_INVALID', 'Only the standard treatment has a rate; here it is 0.', 'item.taxRate')
      : null,
    item.cost == null ? null : rangeProblem('item.cost', item.cost, 0, largestPrice),
  ]);
