/**
 * The part of the gate that is about money: whether the choices keep the rules of the quote, and whether the page showed the
 * totals that the approved prices make. Choices that are not allowed have no price.
 */
import {
  type Approved,
  type Attempt,
  type Check,
  type ExpectedRecurring,
  failed,
  isDamaged,
  shown,
} from './attempt.ts';
import { formatAmount, isMinor } from './money.ts';
import { choiceProblem } from './options.ts';
import { type Choice, quotePrice } from './pricing.ts';
import type { QuoteSnapshot } from './quote-snapshot.ts';
import { rhythm } from './quote-wording.ts';
import { refuse } from './refusal.ts';

/** What was approved, as far as it can be priced: a damaged snapshot has nothing that anything could be held against. */
const intact = (approved: Approved): QuoteSnapshot | null => (isDamaged(approved) ? null : approved.snapshot);

const inShort = (choices: readonly Choice[]): string =>
  shown(
    choices
      .slice(0, 20)
      .map(({ optionId, quantity }) => (quantity === 1 ? optionId : `${quantity} × ${optionId}`))
      .join(', '),
  );

/** Whether the choices are of this quote and keep its rules. */
export const options: Check<Pick<Attempt, 'choices'>> = (approved, { choices }) => {
  const snapshot = intact(approved);
  const problem = snapshot === null ? null : choiceProblem(snapshot, choices);
  if (snapshot === null || problem === null) return null;
  const sent = inShort(choices);
  const offered = shown(snapshot.options.map((option) => option.id).join(', '));
  if (problem.rule !== 'UNKNOWN' && problem.rule !== 'DUPLICATE')
    return failed(refuse('OPTIONS_INVALID', problem.message, 'choices'), 'Options', sent, offered);
  // One answer for every id that does not fit, so that nobody learns which ids exist elsewhere.
  const message =
    'One of the options you chose is not part of this quote. Please load the page again and choose once more.';
  return failed(refuse('OPTION_UNKNOWN', message, 'choices'), 'Options', sent, offered);
};

/** `$3,749.00 and $49.00 a month`; a number that is no amount as it is. */
const inFigures = (
  once: number,
  recurring: readonly ExpectedRecurring[],
  { snapshot, locale }: Approved,
): string => {
  const currency = snapshot?.currency ?? '';
  const figure = (n: number): string =>
    isMinor(n) ? formatAmount({ amount: n, currency }, locale) : String(n);
  const again = recurring.slice(0, 10).map(({ billing, total }) => `${figure(total)}${rhythm(billing)}`);
  return [figure(once), ...again].join(' and ');
};

const isSame = (sent: readonly ExpectedRecurring[], right: readonly ExpectedRecurring[]): boolean =>
  sent.length === right.length &&
  right.every(({ billing, total }) => sent.some((one) => one.billing === billing && one.total === total));

/** Whether the page showed what is charged once and again and again. No choice that is not allowed is priced. */
export const total: Check = (approved, { choices, expectedTotal, expectedRecurring }) => {
  const snapshot = intact(approved);
  if (snapshot === null || choiceProblem(snapshot, choices) !== null) return null;
  const { totals, recurring } = quotePrice(snapshot, choices);
  const right = recurring.map((part) => ({ billing: part.billing, total: part.totals.gross }));
  const isTotal = expectedTotal === totals.gross;
  if (isTotal && isSame(expectedRecurring, right)) return null;
  const message =
    'The total on your page is not the one of this quote. Please load the page again and check the amount before you sign.';
  return failed(
    refuse('TOTAL_MISMATCH', message, isTotal ? 'expectedRecurring' : 'expectedTotal'),
    'Total',
    inFigures(expectedTotal, expectedRecurring, approved),
    inFigures(totals.gross, right, approved),
  );
};
