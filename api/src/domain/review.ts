/**
 * What needs a person. Each kind says, as data, in which group it is listed, why it matters and what settles it: a signature
 * from a wrong address is of the kind ADDRESS_MISMATCH, stands among the signatures, and is settled by a fresh link to the
 * right address, by accepting the quote on the customer's behalf, by a new version, or by dismissing it with a reason. A new
 * kind is one more entry here.
 */
import type { Permission } from './permission.ts';
import type { QuoteAction } from './quote.ts';
import type { RefusalCode } from './refusal.ts';

/** How the list is divided, in its order. */
export const reviewGroups = ['SIGNATURES', 'CUSTOMERS', 'PAYMENTS', 'BILLING', 'DELIVERY'] as const;

/** One part of the list. */
export type ReviewGroup = (typeof reviewGroups)[number];

/** What can settle an item; each is described in schema/review.graphql. */
export const reviewActionNames = [
  'SEND_FRESH_LINK',
  'ANSWER',
  'REVISE_QUOTE',
  'REFRESH_QUOTE',
  'ACCEPT_ON_BEHALF',
  'CONFIRM_PAYMENT',
  'REJECT_PAYMENT',
  'ISSUE_STAGE',
  'APPROVE_INVOICE',
  'APPROVE_REFUND',
  'CONFIRM_REFUND',
  'REFUND_PAYMENT',
  'ANSWER_DISPUTE',
  'MATCH_BANK_LINE',
  'RESEND_MAIL',
  'DISMISS',
] as const;

/** One of the actions. */
export type ReviewAction = (typeof reviewActionNames)[number];

type Kind = Readonly<{
  group: ReviewGroup;
  /** Why it matters and what to do, where the item has nothing more particular to say. */
  why: string;
  /** What settles it, the usual way first. */
  actions: readonly ReviewAction[];
}>;

/** The kinds, in the order of the contract. */
const kinds = {
  FAILED_ACCEPTANCE: {
    group: 'SIGNATURES',
    why: 'Nothing official was written and the customer was told what to do. Compare what was sent with what was approved, and contact the customer if it looks like a mistake.',
    actions: ['SEND_FRESH_LINK', 'ACCEPT_ON_BEHALF', 'REVISE_QUOTE', 'DISMISS'],
  },
  ADDRESS_MISMATCH: {
    group: 'SIGNATURES',
    why: 'Somebody wanted to sign with another address than the one that the quote was sent to: a second mailbox, a colleague, or somebody who should not have the link. Ask the customer. A fresh link only ever goes to the address on file.',
    actions: ['SEND_FRESH_LINK', 'ACCEPT_ON_BEHALF', 'REVISE_QUOTE', 'DISMISS'],
  },
  TAMPERED_TOTAL: {
    group: 'SIGNATURES',
    why: 'The page that sent this signature showed another total than the approved prices make: it was out of date, or somebody changed it. The approved price stands. Tell the customer which total is right.',
    actions: ['SEND_FRESH_LINK', 'ACCEPT_ON_BEHALF', 'REVISE_QUOTE', 'DISMISS'],
  },
  UNKNOWN_OPTION: {
    group: 'SIGNATURES',
    why: 'Options were chosen that this quote does not offer, or not in this way. Ask the customer what they want, and put it into a new version if the quote lacks it.',
    actions: ['SEND_FRESH_LINK', 'REVISE_QUOTE', 'ACCEPT_ON_BEHALF', 'DISMISS'],
  },
  EXPIRED_ATTEMPT: {
    group: 'SIGNATURES',
    why: 'The customer wanted to sign after the last valid day. Somebody who wants to buy is waiting: refresh the quote and send the new version.',
    actions: ['REFRESH_QUOTE', 'REVISE_QUOTE', 'DISMISS'],
  },
  SUPERSEDED_REVISION: {
    group: 'SIGNATURES',
    why: 'The customer wanted to sign a version that a newer one has replaced. Make sure that they have the newer one.',
    actions: ['SEND_FRESH_LINK', 'DISMISS'],
  },
  EVIDENCE_MISMATCH: {
    group: 'SIGNATURES',
    why: 'What is stored is not what was approved: the fingerprint does not fit. Somebody or something changed the records behind the product. Let the operator run the check and look at a backup before anything is sent again.',
    actions: ['DISMISS'],
  },
  PAYMENT_CLAIM: {
    group: 'PAYMENTS',
    why: 'The customer says that this invoice was paid. Look whether the money is there, then confirm or reject it.',
    actions: ['CONFIRM_PAYMENT', 'REJECT_PAYMENT'],
  },
  PAYMENT_FAILED: {
    group: 'PAYMENTS',
    why: 'The invoice is still unpaid. The customer can try again or choose another way; a friendly word may help.',
    actions: ['DISMISS'],
  },
  UNALLOCATED_MONEY: {
    group: 'PAYMENTS',
    why: 'The money is there and is not what the payment page asked for: another amount, currency or page, or a second time. All of it is the customer’s credit. Find out what it is for, then use it for an invoice or give it back.',
    actions: ['REFUND_PAYMENT', 'DISMISS'],
  },
  DELIVERY_FAILED: {
    group: 'DELIVERY',
    why: 'The mail server refused it or did not answer for a long time. Check the address, or give the customer the documents another way.',
    actions: ['SEND_FRESH_LINK', 'DISMISS'],
  },
  QUOTE_MESSAGE: {
    group: 'CUSTOMERS',
    why: 'Answer on the page of the quote; the customer gets your answer by mail. Follow-up mails have stopped.',
    actions: ['ANSWER', 'REVISE_QUOTE', 'DISMISS'],
  },
  QUOTE_DECLINED: {
    group: 'CUSTOMERS',
    why: 'The customer said no. You can thank them, or revise the quote and send a new version.',
    actions: ['ANSWER', 'REVISE_QUOTE', 'DISMISS'],
  },
  FRESH_QUOTE_REQUESTED: {
    group: 'CUSTOMERS',
    why: 'Refresh the quote: that makes a new version with the current prices of the catalogue, for you to check and send.',
    actions: ['REFRESH_QUOTE', 'REVISE_QUOTE', 'DISMISS'],
  },
  STAGE_READY: {
    group: 'BILLING',
    why: 'Issue the invoice on the page of the quote, or settle this when it is not due after all.',
    actions: ['ISSUE_STAGE', 'DISMISS'],
  },
  INVOICE_APPROVAL: {
    group: 'BILLING',
    why: 'The customer has not seen it yet. Look at the reasons, then approve it or give it back.',
    actions: ['APPROVE_INVOICE'],
  },
  OVERPAYMENT: {
    group: 'PAYMENTS',
    why: 'More came than was owed. The rest is the customer’s credit, which the next invoice offers to use; or give it back.',
    actions: ['REFUND_PAYMENT', 'DISMISS'],
  },
  BANK_MISMATCH: {
    group: 'PAYMENTS',
    why: 'A line of the bank nearly fits: the reference or the amount is a little off. Look at both and confirm what it is for.',
    actions: ['MATCH_BANK_LINE', 'DISMISS'],
  },
  REFUND_APPROVAL: {
    group: 'PAYMENTS',
    why: 'Above the company’s limit a second person has to agree before money is given back.',
    actions: ['APPROVE_REFUND'],
  },
  REFUND_TO_GIVE: {
    group: 'PAYMENTS',
    why: 'It was agreed to and left the book, and the customer waits for it. Give the cash or make the transfer, then say so here; that sends the customer the mail.',
    actions: ['CONFIRM_REFUND'],
  },
  REFUND_FAILED: {
    group: 'PAYMENTS',
    why: 'The money did not arrive and is the customer’s credit again. Give it back another way.',
    actions: ['REFUND_PAYMENT', 'DISMISS'],
  },
  DISPUTE: {
    group: 'PAYMENTS',
    why: 'The card holder’s bank took the money back. Answer with the evidence before the day that the provider names; reminders are silent meanwhile.',
    actions: ['ANSWER_DISPUTE', 'DISMISS'],
  },
  PROVIDER_MESSAGE: {
    group: 'PAYMENTS',
    why: 'A message of the payment provider is genuine and still not for this installation: another mode, account or version. Nothing was changed by it. Check the webhook’s settings at the provider.',
    actions: ['DISMISS'],
  },
  PROVIDER_REFUND: {
    group: 'PAYMENTS',
    why: 'Somebody gave money back in the provider’s dashboard and not here. It was booked like a refund of ours, with a credit note. Make sure that it was meant.',
    actions: ['DISMISS'],
  },
  MAIL_BOUNCED: {
    group: 'DELIVERY',
    why: 'The mail was taken and came back later. Ask the customer for the right address, change it, and send the mail again.',
    actions: ['RESEND_MAIL', 'DISMISS'],
  },
} as const satisfies Record<string, Kind>;

/** What an item can be. */
export type ReviewKind = keyof typeof kinds;

/** What is known of each kind. */
export const reviewKinds: Readonly<Record<ReviewKind, Kind>> = kinds;

/** The kinds by name. */
export const reviewKindNames = Object.keys(kinds) as readonly ReviewKind[];

/** One fact of an item: what came in beside what the records say. */
export type ReviewFact = Readonly<{ label: string; sent: string | null; approved: string | null }>;

/** The kinds of a group. */
export const kindsOfGroup = (group: ReviewGroup): ReviewKind[] =>
  reviewKindNames.filter((kind) => kinds[kind].group === group);

/** The kinds that one of these actions settles. */
export const kindsSettledBy = (...actions: readonly ReviewAction[]): ReviewKind[] =>
  reviewKindNames.filter((kind) => reviewKinds[kind].actions.some((action) => actions.includes(action)));

/**
 * Whether somebody of the house is told by mail at once, and need not look first: a customer wanted to sign and could not, or what
 * they would have signed is not what was approved. Everything else waits in the list.
 */
export const isToldByMail = (kind: ReviewKind): boolean => reviewKinds[kind].group === 'SIGNATURES';

const kindOfCheck: Partial<Record<RefusalCode, ReviewKind>> = {
  EMAIL_MISMATCH: 'ADDRESS_MISMATCH',
  TOTAL_MISMATCH: 'TAMPERED_TOTAL',
  OPTION_UNKNOWN: 'UNKNOWN_OPTION',
  OPTIONS_INVALID: 'UNKNOWN_OPTION',
  QUOTE_EXPIRED: 'EXPIRED_ATTEMPT',
  REVISION_SUPERSEDED: 'SUPERSEDED_REVISION',
  SNAPSHOT_DAMAGED: 'EVIDENCE_MISMATCH',
};

/** What a signature that was stopped is called, by the check that weighs most. */
export const kindOfFailure = (code: RefusalCode): ReviewKind => kindOfCheck[code] ?? 'FAILED_ACCEPTANCE';

/** What the actions of an item hang on. `quoteActions`: what the person may do with its quote now. */
export type ReviewStanding = Readonly<{
  kind: ReviewKind;
  isSettled: boolean;
  quote: Readonly<{ isSent: boolean; isAccepted: boolean; actions: readonly QuoteAction[] }> | null;
  /** Whether its payment is still a claim that nobody has decided. */
  isClaim: boolean;
  /** Whether it names a payment of ours at all. */
  hasPayment: boolean;
}>;

type May = (permission: Permission) => boolean;

const rules: Readonly<Record<ReviewAction, (item: ReviewStanding, may: May) => boolean>> = {
  SEND_FRESH_LINK: ({ quote }, may) => quote !== null && quote.isSent && may('WRITE_QUOTES'),
  ANSWER: ({ quote }, may) => quote !== null && quote.isSent && may('WRITE_QUOTES'),
  REVISE_QUOTE: ({ quote }) => quote !== null && quote.actions.includes('REVISE'),
  REFRESH_QUOTE: ({ quote }) => quote !== null && quote.actions.includes('REFRESH'),
  ACCEPT_ON_BEHALF: ({ quote }) => quote !== null && quote.actions.includes('ACCEPT_ON_BEHALF'),
  CONFIRM_PAYMENT: ({ isClaim }, may) => isClaim && may('CONFIRM_PAYMENTS'),
  REJECT_PAYMENT: ({ isClaim }, may) => isClaim && may('CONFIRM_PAYMENTS'),
  ISSUE_STAGE: ({ quote }, may) => quote !== null && quote.isAccepted && may('ISSUE_INVOICES'),
  APPROVE_INVOICE: (_item, may) => may('APPROVE_INVOICES'),
  APPROVE_REFUND: (_item, may) => may('REFUND_PAYMENTS'),
  CONFIRM_REFUND: (_item, may) => may('REFUND_PAYMENTS'),
  REFUND_PAYMENT: ({ hasPayment }, may) => hasPayment && may('REFUND_PAYMENTS'),
  ANSWER_DISPUTE: (_item, may) => may('REFUND_PAYMENTS'),
  MATCH_BANK_LINE: (_item, may) => may('CONFIRM_PAYMENTS'),
  RESEND_MAIL: (_item, may) => may('WRITE_QUOTES'),
  DISMISS: (_item, may) => may('SETTLE_REVIEW'),
};

/** What the person can do about the item now, the usual way first; nothing once it is settled. */
export const reviewActions = (item: ReviewStanding, may: May): ReviewAction[] =>
  item.isSettled ? [] : reviewKinds[item.kind].actions.filter((action) => rules[action](item, may));

/** Whether it can be settled with words alone; a claim cannot, so that no money gets lost. */
export const canDismiss = (kind: ReviewKind): boolean => reviewKinds[kind].actions.includes('DISMISS');

/** For how long the one who settled an item can take that back. */
export const undoMinutes = 10;

/** How many items can be settled at once. */
export const mostAtOnce = 100;

/** For how many days an item can be put off at most. */
export const longestSnooze = 365;
