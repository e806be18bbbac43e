import { localDate, type LocalDate } from '../domain/local-date.ts';
import { isPriceable } from '../domain/pricing.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { firstProblem, textProblem } from '../domain/text-limits.ts';
import { draftFrom } from './edited-columns.ts';
import { groupProblem, lineProblem, optionProblem } from './quote-input-parts.ts';
import type { QuoteInput } from './quote-input.type.ts';
import { discountProblem, idForm, optionalRange } from './quote-input-rules.ts';
import { stageInputProblem } from './quote-input-stages.ts';

const lastDay = localDate('9999-12-31');

/** What is wrong with the form of a draft, or null. Whether it can be approved is another question (domain/approvable.ts). */
export const quoteInputProblem = (input: QuoteInput, today: LocalDate): Refusal | null =>
  firstProblem([
    textProblem('title', input.title, 200, 1),
    textProblem('scope', input.scope, 50_000),
    textProblem('terms', input.terms, 20_000),
    textProblem('termsNote', input.termsNote, 500),
    lastDayProblem(input.validUntil, today),
    discountProblem('discount', input.discount),
    optionalRange('paymentTermsDays', input.paymentTermsDays, 0, 365),
    tooMany('lines', input.lines, 500),
    tooMany('groups', input.groups, 50),
    tooMany('options', input.options, 100),
    tooMany('stages', input.stages, 12),
    ...input.lines.map(lineProblem),
    ...input.groups.map(groupProblem),
    ...input.options.map(optionProblem),
    ...input.stages.map(stageInputProblem),
    idsProblem(input),
    priceProblem(input),
  ]);

/** Whether an open quote or a draft can be valid until this day. */
export const lastDayProblem = (validUntil: LocalDate, today: LocalDate): Refusal | null =>
  validUntil < today || validUntil > lastDay
    ? refuse('INPUT_INVALID', 'The last valid day must be today or later.', 'validUntil')
    : null;

const tooMany = (field: string, list: readonly unknown[], most: number): Refusal | null =>
  list.length > most ? refuse('INPUT_INVALID', `At most ${most} of these.`, field) : null;

/** Ids are the client's, and everything that refers to a part does so by its id. */
function idsProblem({ lines, groups, options, stages }: QuoteInput): Refusal | null {
  const seen = new Set<string>();
  for (const [name, list] of Object.entries({ lines, groups, options, stages })) {
    for (const [index, { id }] of list.entries()) {
      const field = `${name}.${index}.id`;
      if (!idForm.test(id))
        return refuse('INPUT_INVALID', 'An id has 1 to 40 letters, digits, - or _.', field);
      if (seen.has(id)) return refuse('INPUT_INVALID', 'Another part of the quote has this id.', field);
      seen.add(id);
    }
  }
  return null;
}

/** Amounts that no computer adds up exactly are not a price. */
function priceProblem(input: QuoteInput): Refusal | null {
  if (isPriceable(draftFrom(input, 'DOCUMENT'))) return null;
  return refuse(
    'INPUT_INVALID',
    'The prices are too large to add up exactly. Please check quantities and prices.',
    'lines',
  );
}
