import { localDate } from '../domain/local-date.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { isPriceable } from '../domain/pricing.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { firstProblem, rangeProblem, textProblem } from '../domain/text-limits.ts';
import type { QuoteInput, QuoteLineInput, QuoteOptionInput, QuoteStageInput } from './quote-input.type.ts';

const hundredPercent = 100_000;
const largestPrice = 1_000_000_000_000;
const lastDay = localDate('9999-12-31');

/** What is wrong with the form of a draft, or null. Whether it can be approved is another question (domain/quote.ts). */
export function quoteInputProblem(input: QuoteInput, today: LocalDate): Refusal | null {
  return firstProblem([
    textProblem('title', input.title, 200, 1),
    textProblem('scope', input.scope, 50_000),
    textProblem('terms', input.terms, 20_000),
    input.validUntil < today || input.validUntil > lastDay
      ? refuse('INPUT_INVALID', 'The last valid day must be today or later.', 'validUntil')
      : null,
    input.paymentTermsDays == null ? null : rangeProblem('paymentTermsDays', input.paymentTermsDays, 0, 365),
    tooMany('lines', input.lines, 500),
    tooMany('options', input.options, 100),
    tooMany('stages', input.stages, 12),
    ...input.lines.map(lineProblem),
    ...input.options.map(optionProblem),
    ...input.stages.map(stageInputProblem),
    priceProblem(input),
  ]);
}

/** Amounts that no computer adds up exactly are not a price. */
function priceProblem(input: QuoteInput): Refusal | null {
  const options = input.options.map((option, index) => ({ ...option, id: String(index) }));
  if (isPriceable({ ...input, options })) return null;
  return refuse(
    'INPUT_INVALID',
    'The prices are too large to add up exactly. Please check quantities and prices.',
    'lines',
  );
}

const tooMany = (field: string, list: readonly unknown[], most: number): Refusal | null =>
  list.length > most ? refuse('INPUT_INVALID', `At most ${most} of these.`, field) : null;

const lineProblem = (line: QuoteLineInput, index: number): Refusal | null =>
  firstProblem([
    textProblem(`lines.${index}.description`, line.description, 500, 1),
    textProblem(`lines.${index}.unit`, line.unit, 20),
    rangeProblem(`lines.${index}.quantity`, line.quantity, 1, 1_000_000_000),
    rangeProblem(`lines.${index}.unitPrice`, line.unitPrice, 0, largestPrice),
    rangeProblem(`lines.${index}.taxRate`, line.taxRate, 0, hundredPercent),
  ]);

const optionProblem = (option: QuoteOptionInput, index: number): Refusal | null =>
  firstProblem([
    textProblem(`options.${index}.title`, option.title, 200, 1),
    textProblem(`options.${index}.description`, option.description, 2_000),
    rangeProblem(`options.${index}.price`, option.price, 0, largestPrice),
    rangeProblem(`options.${index}.taxRate`, option.taxRate, 0, hundredPercent),
  ]);

const stageInputProblem = (stage: QuoteStageInput, index: number): Refusal | null =>
  firstProblem([
    textProblem(`stages.${index}.label`, stage.label, 100, 1),
    rangeProblem(`stages.${index}.share`, stage.share, 1, hundredPercent),
  ]);
