import type { Refusal } from '../domain/refusal.ts';
import { firstProblem, rangeProblem, textProblem } from '../domain/text-limits.ts';
import { largestPrice, optionalRange, taxProblem } from '../quotes/quote-input-rules.ts';
import type { CatalogueItemInput } from './catalogue-item.type.ts';

/** What is wrong with the form of an item, or null; the limits are those of a line of a quote. */
export const itemProblem = (item: CatalogueItemInput): Refusal | null =>
  firstProblem([
    textProblem('item.name', item.name, 200, 1),
    textProblem('item.description', item.description, 2_000),
    textProblem('item.unit', item.unit, 20),
    rangeProblem('item.price', item.price, 0, largestPrice),
    taxProblem('item', item),
    optionalRange('item.cost', item.cost, 0, largestPrice),
  ]);
