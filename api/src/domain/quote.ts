/**
 * The life of a quote. A draft is written, waits for approval where somebody has to approve it, is approved (then it is open,
 * frozen and sent) and signed (then it is accepted). Until then it can be canceled: its last day passes, the customer
 * declines, the company withdraws it, or a newer version takes its place. A quote that is valid until 30 November is open on
 * that day and expired on 1 December without anybody doing anything: expiry is a question to the calendar, not a status.
 */
import { isOver, type LocalDate } from './local-date.ts';
import type { Permission } from './permission.ts';

export { approvalProblem, type DraftToApprove } from './approvable.ts';

/** Where a quote can stand. */
export const quoteStatuses = ['DRAFT', 'AWAITING_APPROVAL', 'OPEN', 'ACCEPTED', 'CANCELED'] as const;

/** Where a quote stands. */
export type QuoteStatus = (typeof quoteStatuses)[number];

/** Why a quote was canceled. */
export const quoteCancelReasons = ['EXPIRED', 'DECLINED', 'WITHDRAWN', 'SUPERSEDED'] as const;

/** One of the reasons. */
export type QuoteCancelReason = (typeof quoteCancelReasons)[number];

/** What can be done with a quote by staff. */
export const quoteActionNames = [
  'EDIT',
  'SUBMIT',
  'RETURN',
  'APPROVE',
  'CHANGE_EXPIRY',
  'REVISE',
  'REFRESH',
  'ACCEPT_ON_BEHALF',
  'CANCEL',
  'ARCHIVE',
  'RESTORE',
  'DUPLICATE',
  'CHANGE',
] as const;

/** One of the actions. */
export type QuoteAction = (typeof quoteActionNames)[number];

/** From where a quote can go where. What is accepted or canceled stays so. */
export const quoteTransitions = {
  DRAFT: ['AWAITING_APPROVAL', 'OPEN', 'CANCELED'],
  AWAITING_APPROVAL: ['DRAFT', 'OPEN', 'CANCELED'],
  OPEN: ['ACCEPTED', 'CANCELED'],
  ACCEPTED: [],
  CANCELED: [],
} as const satisfies Record<QuoteStatus, readonly QuoteStatus[]>;

/** Whether a quote of the one status may get the other. */
export const canBecome = (from: QuoteStatus, to: QuoteStatus): boolean => {
  const next: readonly QuoteStatus[] = quoteTransitions[from];
  return next.includes(to);
};

/** For which reasons a quote can be canceled from where: nobody can decline what was never sent. */
export const cancelReasonsFrom = {
  DRAFT: ['EXPIRED', 'WITHDRAWN'],
  AWAITING_APPROVAL: ['EXPIRED', 'WITHDRAWN'],
  OPEN: ['EXPIRED', 'DECLINED', 'WITHDRAWN', 'SUPERSEDED'],
  ACCEPTED: [],
  CANCELED: [],
} as const satisfies Record<QuoteStatus, readonly QuoteCancelReason[]>;

/** Whether a quote of this status may be canceled for this reason. */
export const canCancel = (from: QuoteStatus, reason: QuoteCancelReason): boolean => {
  const reasons: readonly QuoteCancelReason[] = cancelReasonsFrom[from];
  return reasons.includes(reason);
};

type Dated = Readonly<{ status: QuoteStatus; validUntil: LocalDate }>;

/** Whether its last valid day has passed while it was open; also once it was canceled for that reason. */
export const isExpired = (
  quote: Dated & Readonly<{ cancelReason?: QuoteCancelReason | null }>,
  today: LocalDate,
): boolean =>
  quote.cancelReason === 'EXPIRED' || (quote.status === 'OPEN' && isOver(quote.validUntil, today));

/**
 * What the actions of a quote hang on. `number` is null as long as it was never sent. `isNewest`: no newer version of it was
 * sent or is being written; versions that were canceled as drafts do not count.
 */
export type QuoteStanding = Dated &
  Readonly<{
    cancelReason: QuoteCancelReason | null;
    number: string | null;
    isNewest: boolean;
    isArchived: boolean;
    /** Whether it is itself a change of an accepted quote. */
    isChange: boolean;
  }>;

/** A person: what the role allows, and whether the approval rules let the person send this quote (approval.ts). */
export type QuoteActor = Readonly<{ may: (permission: Permission) => boolean; maySend: boolean }>;

/** When an action is possible, and for whom. */
const rules: Readonly<
  Record<QuoteAction, (quote: QuoteStanding, actor: QuoteActor, today: LocalDate) => boolean>
> = {
  EDIT: ({ status }, { may }) => status === 'DRAFT' && may('WRITE_QUOTES'),
  SUBMIT: ({ status }, { may }) => canBecome(status, 'AWAITING_APPROVAL') && may('WRITE_QUOTES'),
  RETURN: ({ status }, { may }) => canBecome(status, 'DRAFT') && may('APPROVE_QUOTES'),
  APPROVE: ({ status }, { may, maySend }) =>
    canBecome(status, 'OPEN') && (may('APPROVE_QUOTES') || (maySend && may('WRITE_QUOTES'))),
  CHANGE_EXPIRY: ({ status }, { may }) => status === 'OPEN' && may('APPROVE_QUOTES'),
  REVISE: (quote, { may }) => isRevisable(quote) && may('WRITE_QUOTES'),
  REFRESH: (quote, { may }, today) => isRevisable(quote) && isExpired(quote, today) && may('WRITE_QUOTES'),
  ACCEPT_ON_BEHALF: (quote, { may }, today) =>
    canBecome(quote.status, 'ACCEPTED') && !isExpired(quote, today) && may('APPROVE_QUOTES'),
  CANCEL: ({ status }, { may }) =>
    canCancel(status, 'WITHDRAWN') && (may('APPROVE_QUOTES') || (status === 'DRAFT' && may('WRITE_QUOTES'))),
  ARCHIVE: ({ status }, { may }) => ['DRAFT', 'ACCEPTED', 'CANCELED'].includes(status) && may('WRITE_QUOTES'),
  RESTORE: ({ isArchived }, { may }) => isArchived && may('WRITE_QUOTES'),
  DUPLICATE: (_quote, { may }) => may('WRITE_QUOTES'),
  CHANGE: ({ status, isChange }, { may }) => status === 'ACCEPTED' && !isChange && may('WRITE_QUOTES'),
};

/** Whether a newer version of it can be written: it was sent, is not signed, and is the newest one. */
const isRevisable = ({ status, number, isNewest }: QuoteStanding): boolean =>
  number !== null && isNewest && (status === 'OPEN' || status === 'CANCELED');

/** What is possible with a quote that was put away. */
const whenArchived: readonly QuoteAction[] = ['RESTORE', 'DUPLICATE'];

/** What the person may do with the quote now. A quote that was put away is restored first. */
export const quoteActions = (quote: QuoteStanding, actor: QuoteActor, today: LocalDate): QuoteAction[] =>
  quoteActionNames.filter(
    (action) => (!quote.isArchived || whenArchived.includes(action)) && rules[action](quote, actor, today),
  );
