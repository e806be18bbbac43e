import { type Refusal, refuse } from '../domain/refusal.ts';
import { firstProblem, rangeProblem, textProblem } from '../domain/text-limits.ts';
import type { QuoteLineInput, QuoteOptionGroupInput, QuoteOptionInput } from './quote-content.type.ts';
import { discountProblem, idForm, largestPrice, sourceProblem, taxProblem } from './quote-input-rules.ts';

const mostOptions = 100;
const mostPieces = 10_000;

/** What is wrong with a line, with the path of the field: `lines.2.quantity`. */
export function lineProblem(line: QuoteLineInput, index: number): Refusal | null {
  const at = `lines.${index}`;
  return firstProblem([
    textProblem(`${at}.description`, line.description, 500, 1),
    textProblem(`${at}.unit`, line.unit, 20),
    rangeProblem(`${at}.quantity`, line.quantity, 1, 1_000_000_000),
    rangeProblem(`${at}.unitPrice`, line.unitPrice, 0, largestPrice),
    discountProblem(`${at}.discount`, line.discount),
    taxProblem(at, line),
    sourceProblem(at, line),
  ]);
}

/** What is wrong with a group of options. Whether it has enough of them is asked by the approval. */
export function groupProblem(group: QuoteOptionGroupInput, index: number): Refusal | null {
  const at = `groups.${index}`;
  return firstProblem([
    textProblem(`${at}.title`, group.title, 200, 1),
    textProblem(`${at}.description`, group.description, 2_000),
    rangeProblem(`${at}.min`, group.min, 0, mostOptions),
    rangeProblem(`${at}.max`, group.max, Math.max(1, group.min), mostOptions),
  ]);
}

/** What is wrong with an option. Whether its rules can be kept is asked by the approval. */
export function optionProblem(option: QuoteOptionInput, index: number): Refusal | null {
  const at = `options.${index}`;
  return firstProblem([
    textProblem(`${at}.title`, option.title, 200, 1),
    textProblem(`${at}.description`, option.description, 2_000),
    textProblem(`${at}.unit`, option.unit, 20),
    rangeProblem(`${at}.price`, option.price, 0, largestPrice),
    taxProblem(at, option),
    rangeProblem(`${at}.minQuantity`, option.minQuantity, 1, mostPieces),
    rangeProblem(`${at}.maxQuantity`, option.maxQuantity, option.minQuantity, mostPieces),
    referencesProblem(`${at}.groupId`, option.groupId == null ? [] : [option.groupId]),
    referencesProblem(`${at}.requires`, option.requires),
    referencesProblem(`${at}.excludes`, option.excludes),
    sourceProblem(at, option),
  ]);
}

/** A draft may name what is not there yet, but nothing that can never be there. */
const referencesProblem = (field: string, ids: readonly string[]): Refusal | null =>
  ids.length <= mostOptions && ids.every((id) => idForm.test(id))
    ? null
    : refuse('INPUT_INVALID', 'This names something that cannot be part of a quote.', field);
