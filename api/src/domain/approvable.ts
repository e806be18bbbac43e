/**
 * Whether a draft is fit to be approved: complete, priced exactly, with options that can be chosen and stages that add up on
 * the least that the customer can choose. Whether a person may approve it is another question (approval.ts).
 */
import type { ChangeKind } from './change-order.ts';
import { hundredPercent } from './discount.ts';
import { inWords, isOver, type LocalDate } from './local-date.ts';
import { lowestPrice, type PricedOffer } from './lowest-price.ts';
import { type OfferedOption, offerProblem } from './options.ts';
import {
  type Discount,
  isPriceable,
  lineAmount,
  listAmount,
  type PricedItem,
  type PricedOption,
} from './pricing.ts';
import { type Refusal, refuse } from './refusal.ts';
import { type StagePlan, stageProblem } from './stages.ts';

/** What the approval of a draft looks at. */
export type DraftToApprove = Omit<PricedOffer, 'lines' | 'options'> &
  Readonly<{
    title: string;
    validUntil: LocalDate;
    effectiveDate: LocalDate | null;
    lines: readonly (PricedItem & Readonly<{ description: string }>)[];
    options: readonly (PricedOption & OfferedOption)[];
    stages: readonly (StagePlan & Readonly<{ label: string }>)[];
    customer: Readonly<{ address: readonly string[]; taxNumber: string }>;
    /** What it does to an accepted quote; null or left out for an offer of its own. */
    changeKind?: ChangeKind | null;
  }>;

type Problem = (draft: DraftToApprove, today: LocalDate) => Refusal | null;

const isBlank = (text: string): boolean => text.trim() === '';

const incomplete = (message: string, field: string | null): Refusal =>
  refuse('QUOTE_INCOMPLETE', message, field);

/** The first text of a list that is missing. */
function blank<T>(name: string, list: readonly T[], text: (one: T) => string, field: string): Refusal | null {
  const at = list.findIndex((one) => isBlank(text(one)));
  return at < 0 ? null : incomplete('Please fill this in.', `${name}.${at}.${field}`);
}

const texts: Problem = ({ title, lines, groups, options, stages, customer }) => {
  if (isBlank(title)) return incomplete('Please give the quote a title.', 'title');
  if (lines.length === 0) return incomplete('Please add at least one line.', 'lines');
  const missing =
    blank('lines', lines, (line) => line.description, 'description') ??
    blank('groups', groups, (group) => group.title, 'title') ??
    blank('options', options, (option) => option.title, 'title') ??
    blank('stages', stages, (stage) => stage.label, 'label');
  if (missing !== null) return missing;
  if (customer.address.every(isBlank))
    return incomplete('Please add the address of the customer first: it is printed on the quote.', null);
  return null;
};

const taxes: Problem = ({ lines, options, customer }) => {
  const parts = [
    ...lines.map((line, k) => ({ ...line, field: `lines.${k}` })),
    ...options.map((option, k) => ({ ...option, field: `options.${k}` })),
  ];
  const taxedWrongly = parts.find((part) => part.taxTreatment !== 'STANDARD' && part.taxRate !== 0);
  if (taxedWrongly !== undefined)
    return refuse(
      'INPUT_INVALID',
      'The tax rate has to be 0 % where no tax is charged.',
      `${taxedWrongly.field}.taxRate`,
    );
  const reversed = parts.find((part) => part.taxTreatment === 'REVERSE_CHARGE');
  if (reversed !== undefined && isBlank(customer.taxNumber))
    return incomplete(
      'Please add the tax number of the customer first: under reverse charge it has to be on the quote.',
      `${reversed.field}.taxTreatment`,
    );
  return null;
};

/** Whether it takes off more than nothing and no more than all of it. */
function discountProblem(discount: Discount | null, amount: number, field: string): Refusal | null {
  if (discount === null) return null;
  if ((discount.percent === null) === (discount.amount === null))
    return refuse('INPUT_INVALID', 'A discount is either a percentage or an amount.', field);
  const size = discount.percent ?? discount.amount ?? 0;
  if (size <= 0 || (discount.percent ?? 0) > hundredPercent)
    return refuse('INPUT_INVALID', 'A discount is more than 0 and at most 100 %.', field);
  if ((discount.amount ?? 0) > amount)
    return refuse('INPUT_INVALID', 'The discount is larger than what it is taken off.', field);
  return null;
}

const prices: Problem = (draft) => {
  if (!isPriceable(draft))
    return refuse('INPUT_INVALID', 'The prices are too large to add up exactly. Please check them.', 'lines');
  for (const [k, line] of draft.lines.entries()) {
    const problem = discountProblem(line.discount, listAmount(line), `lines.${k}.discount`);
    if (problem !== null) return problem;
  }
  return discountProblem(draft.discount, lowestPrice(draft).subtotal, 'discount');
};

const offer: Problem = (draft) => {
  const problem = offerProblem(draft);
  return problem === null ? null : refuse('INPUT_INVALID', problem.message, problem.field);
};

/** A reduction takes a sum off what was agreed: there is nothing to choose, to repeat or to invoice. */
function reductionProblem({ lines, options, stages: plan }: DraftToApprove): Refusal | null {
  if (plan.length > 0)
    return refuse(
      'STAGES_INVALID',
      'A reduction has no stages: it makes those of the quote smaller.',
      'stages',
    );
  if (options.length > 0) return refuse('INPUT_INVALID', 'A reduction has no options.', 'options');
  const repeated = lines.findIndex(({ billing }) => billing !== 'ONCE');
  if (repeated >= 0)
    return refuse(
      'INPUT_INVALID',
      'A reduction takes off what is charged once.',
      `lines.${repeated}.billing`,
    );
  if (lines.every((line) => lineAmount(line) === 0))
    return incomplete('Please say how much is taken off.', 'lines');
  return null;
}

/** Without stages nothing is invoiced once, so nothing may be charged once, whatever the customer chooses. */
const stages: Problem = (draft) => {
  const once = ({ billing }: PricedItem | PricedOption): boolean => billing === 'ONCE';
  if (draft.changeKind === 'REDUCTION') return reductionProblem(draft);
  if (draft.stages.length > 0) {
    const problem = stageProblem(draft.stages, lowestPrice(draft));
    return problem === null ? null : refuse('STAGES_INVALID', problem, 'stages');
  }
  const isCharged =
    draft.lines.some((line) => once(line) && lineAmount(line) > 0) ||
    draft.options.some((option) => once(option) && option.price > 0);
  if (isCharged || draft.lines.every(once)) return incomplete('Please add at least one stage.', 'stages');
  return null;
};

const days: Problem = ({ validUntil, effectiveDate, stages: plan }, today) => {
  if (isOver(validUntil, today)) {
    const message = `The last valid day, ${inWords(validUntil)}, has passed. Please set a later one.`;
    return refuse('QUOTE_EXPIRED', message, 'validUntil');
  }
  if (effectiveDate !== null && isOver(effectiveDate, today)) {
    const message = `The day on which it begins, ${inWords(effectiveDate)}, has passed. Please set a later one.`;
    return refuse('INPUT_INVALID', message, 'effectiveDate');
  }
  const late = plan.findIndex((stage) => stage.dueOn !== null && isOver(stage.dueOn, today));
  if (late < 0) return null;
  const message = `The day of stage ${late + 1} has passed. Please set a later one.`;
  return refuse('STAGES_INVALID', message, `stages.${late}.dueOn`);
};

/** In the order in which a person would want to mend things. */
const problems: readonly Problem[] = [texts, taxes, prices, offer, stages, days];

/** Why the draft cannot be approved yet, as a sentence for staff with its field; null when it can. */
export function approvalProblem(draft: DraftToApprove, today: LocalDate): Refusal | null {
  for (const problem of problems) {
    const refusal = problem(draft, today);
    if (refusal !== null) return refusal;
  }
  return null;
}
