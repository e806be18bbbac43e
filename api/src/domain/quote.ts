/**
 * The life of a quote. A draft is written, approved (then it is open, frozen and sent) and signed (then it is accepted); a
 * draft or an open quote can be canceled. A quote that is valid until 30 November is open on that day and expired on
 * 1 December without anybody doing anything: expiry is a question to the calendar, not a status.
 */
import { inWords, type LocalDate } from './local-date.ts';
import type { Permission } from './permission.ts';
import { isPriceable, type PricedQuote, quoteTotals } from './pricing.ts';
import { type Refusal, refuse } from './refusal.ts';
import { type StageDue, stageProblem, type StageShare } from './stages.ts';

/** Where a quote can stand. */
export const quoteStatuses = ['DRAFT', 'OPEN', 'ACCEPTED', 'CANCELED'] as const;

/** Where a quote stands. */
export type QuoteStatus = (typeof quoteStatuses)[number];

/** Why a quote was canceled. */
export const quoteCancelReasons = ['WITHDRAWN', 'EXPIRED'] as const;

/** One of the reasons. */
export type QuoteCancelReason = (typeof quoteCancelReasons)[number];

/** What can be done with a quote by staff. */
export const quoteActionNames = ['EDIT', 'APPROVE', 'CANCEL'] as const;

/** One of the actions. */
export type QuoteAction = (typeof quoteActionNames)[number];

/** From where a quote can go where. What is accepted or canceled stays so. */
export const quoteTransitions = {
  DRAFT: ['OPEN', 'CANCELED'],
  OPEN: ['ACCEPTED', 'CANCELED'],
  ACCEPTED: [],
  CANCELED: [],
} as const satisfies Record<QuoteStatus, readonly QuoteStatus[]>;

/** Whether a quote of the one status may get the other. */
export const canBecome = (from: QuoteStatus, to: QuoteStatus): boolean => {
  const next: readonly QuoteStatus[] = quoteTransitions[from];
  return next.includes(to);
};

/** Whether its last valid day has passed while it was open; also once it was canceled for that reason. */
export const isExpired = (
  quote: Readonly<{ status: QuoteStatus; validUntil: LocalDate; cancelReason?: QuoteCancelReason | null }>,
  today: LocalDate,
): boolean => quote.cancelReason === 'EXPIRED' || (quote.status === 'OPEN' && quote.validUntil < today);

/** What the person may do with the quote now, by its status and by what `may` says of the person. */
export function quoteActions(
  quote: Readonly<{ status: QuoteStatus }>,
  may: (permission: Permission) => boolean,
): QuoteAction[] {
  const { status } = quote;
  const possible: Readonly<Record<QuoteAction, boolean>> = {
    EDIT: status === 'DRAFT' && may('WRITE_QUOTES'),
    APPROVE: canBecome(status, 'OPEN') && may('APPROVE_QUOTES'),
    CANCEL: canBecome(status, 'CANCELED') && may('APPROVE_QUOTES'),
  };
  return quoteActionNames.filter((action) => possible[action]);
}

/** What the approval of a draft looks at. */
export type DraftToApprove = PricedQuote &
  Readonly<{
    title: string;
    validUntil: LocalDate;
    stages: readonly (StageShare & Readonly<{ due: StageDue }>)[];
    customer: Readonly<{ address: readonly string[] }>;
  }>;

/** Why the draft cannot be approved yet, as a sentence for staff; null when it can. */
export function approvalProblem(draft: DraftToApprove, today: LocalDate): Refusal | null {
  if (draft.title.trim() === '') return refuse('QUOTE_INCOMPLETE', 'Please give the quote a title.', 'title');
  if (draft.lines.length === 0) return refuse('QUOTE_INCOMPLETE', 'Please add at least one line.', 'lines');
  if (draft.stages.length === 0)
    return refuse('QUOTE_INCOMPLETE', 'Please add at least one stage.', 'stages');
  if (draft.customer.address.every((line) => line.trim() === '')) {
    return refuse(
      'QUOTE_INCOMPLETE',
      'Please add the address of the customer first: it is printed on the quote.',
    );
  }
  if (!isPriceable(draft)) {
    return refuse('INPUT_INVALID', 'The prices are too large to add up exactly. Please check them.', 'lines');
  }
  const stages = stageProblem(draft.stages, quoteTotals(draft, []));
  if (stages !== null) return refuse('STAGES_INVALID', stages, 'stages');
  if (draft.validUntil < today) {
    return refuse(
      'QUOTE_EXPIRED',
      `The last valid day, ${inWords(draft.validUntil)}, has passed. Please set a later one.`,
      'validUntil',
    );
  }
  return null;
}
