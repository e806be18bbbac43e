import type { Tone } from './tone.ts';

type Label = { tone: Tone; label: string };

/** What a status is called on the screen, one table for all lists and pages. */
export const quoteStatus = {
  DRAFT: { tone: 'calm', label: 'Draft' },
  AWAITING_APPROVAL: { tone: 'warn', label: 'Awaiting approval' },
  OPEN: { tone: 'accent', label: 'Open' },
  ACCEPTED: { tone: 'good', label: 'Accepted' },
  CANCELED: { tone: 'calm', label: 'Canceled' },
} as const satisfies Record<string, Label>;

/** A quote that is over says why. */
const cancelReason: Record<string, Label> = {
  EXPIRED: { tone: 'warn', label: 'Expired' },
  DECLINED: { tone: 'bad', label: 'Declined' },
  WITHDRAWN: { tone: 'calm', label: 'Withdrawn' },
  SUPERSEDED: { tone: 'calm', label: 'Superseded' },
};

const expired: Label = { tone: 'warn', label: 'Expired' };

const invoiceStatus = {
  AWAITING_APPROVAL: { tone: 'warn', label: 'Awaiting approval' },
  OPEN: { tone: 'accent', label: 'Open' },
  PARTIALLY_PAID: { tone: 'accent', label: 'Partly paid' },
  PAID: { tone: 'good', label: 'Paid' },
  VOID: { tone: 'calm', label: 'Void' },
  UNCOLLECTIBLE: { tone: 'calm', label: 'Written off' },
} as const satisfies Record<string, Label>;

/** The tabs of the list of invoices. */
export const invoiceGroup = {
  ALL: 'All',
  AWAITING: 'Awaiting approval',
  UNPAID: 'Unpaid',
  OVERDUE: 'Overdue',
  PAID: 'Paid',
  VOID: 'Void',
  UNCOLLECTIBLE: 'Written off',
} as const;

export const invoiceOrder = {
  ISSUE_DATE: 'Issued',
  DUE_DATE: 'Due',
  NUMBER: 'Number',
  CUSTOMER: 'Customer',
  AMOUNT: 'Amount',
  BALANCE: 'Open balance',
  STATUS: 'Status',
} as const;

/** The tabs of the list of payments. */
export const paymentGroup = {
  ALL: 'All',
  TO_CONFIRM: 'To confirm',
  CONFIRMED: 'Confirmed',
  UNDER_WAY: 'On its way',
  IN_TROUBLE: 'Failed or not known',
  OVER: 'Came to nothing',
} as const;

export const paymentOrder = { CREATED: 'Begun', CONFIRMED: 'When', AMOUNT: 'Amount' } as const;

const overdue: Label = { tone: 'bad', label: 'Overdue' };
const returned: Label = { tone: 'calm', label: 'Given back' };

export const paymentStatus = {
  STARTED: { tone: 'calm', label: 'Started' },
  UNKNOWN: { tone: 'warn', label: 'Being found out' },
  PENDING: { tone: 'accent', label: 'On its way' },
  CLAIMED: { tone: 'warn', label: 'Claimed' },
  CONFIRMED: { tone: 'good', label: 'Confirmed' },
  FAILED: { tone: 'bad', label: 'Failed' },
  EXPIRED: { tone: 'calm', label: 'Expired' },
  REJECTED: { tone: 'bad', label: 'Rejected' },
} as const satisfies Record<string, Label>;

export const refundStatus = {
  AWAITING_APPROVAL: { tone: 'warn', label: 'Awaiting approval' },
  PENDING: { tone: 'accent', label: 'On its way' },
  SUCCEEDED: { tone: 'good', label: 'Given back' },
  FAILED: { tone: 'bad', label: 'Did not arrive' },
  REJECTED: { tone: 'calm', label: 'Rejected' },
} as const satisfies Record<string, Label>;

export const disputeStatus = {
  NEEDS_RESPONSE: { tone: 'bad', label: 'Answer needed' },
  UNDER_REVIEW: { tone: 'warn', label: 'With the bank' },
  WON: { tone: 'good', label: 'Won' },
  LOST: { tone: 'bad', label: 'Lost' },
} as const satisfies Record<string, Label>;

export const mailStatus = {
  QUEUED: { tone: 'calm', label: 'Queued' },
  ACCEPTED: { tone: 'good', label: 'Sent' },
  BOUNCED: { tone: 'bad', label: 'Came back' },
  FAILED: { tone: 'bad', label: 'Failed' },
} as const satisfies Record<string, Label>;

export const method = { CARD: 'Card', CASH: 'Cash', BANK_TRANSFER: 'Bank transfer' } as const;

/** How often something is charged, as a choice. */
export const billing = {
  ONCE: 'Once',
  DAILY: 'Every day',
  WEEKLY: 'Every week',
  MONTHLY: 'Every month',
  QUARTERLY: 'Every three months',
  YEARLY: 'Every year',
} as const;

/** The same behind an amount: `$33.00 a month`. */
export const everyBilling = {
  ONCE: '',
  DAILY: ' a day',
  WEEKLY: ' a week',
  MONTHLY: ' a month',
  QUARTERLY: ' a quarter',
  YEARLY: ' a year',
} as const;

/** Behind the title of a change of something that was accepted. */
export const changeWords = { ADDITION: '(addition)', REDUCTION: '(reduction)' } as const;

export const taxTreatment = {
  STANDARD: 'At its rate',
  ZERO_RATED: 'Zero-rated',
  EXEMPT: 'Exempt',
  REVERSE_CHARGE: 'Reverse charge',
} as const;

export const role = {
  OWNER: 'Owner',
  MANAGER: 'Manager',
  STAFF: 'Staff',
  BOOKKEEPER: 'Bookkeeper',
} as const;

/** Each in its own language, as the person who speaks it looks for it. */
export const language = { en: 'English', de: 'Deutsch', fr: 'Français' } as const;

/** What two entries of a customer have in common, behind the word "same". */
export const duplicateReason = {
  TAX_NUMBER: 'tax number',
  EMAIL: 'e-mail address',
  NAME: 'name',
  PHONE: 'telephone',
  MAIL_DOMAIN: 'mail domain',
} as const;

type Timed = { status: keyof typeof quoteStatus; isExpired: boolean; cancelReason?: string | null };

/** The calendar speaks before the record: an open quote past its day reads as expired. */
export const quoteLabel = (quote: Timed): Label =>
  quote.isExpired ? expired : (cancelReason[quote.cancelReason ?? ''] ?? quoteStatus[quote.status]);

type Billed = { status: keyof typeof invoiceStatus; isOverdue: boolean; number?: string | null };

/** The same for an invoice; one that never got its number was given back, not voided. */
export function invoiceLabel({ status, isOverdue, number }: Billed): Label {
  if (isOverdue) return overdue;
  return status === 'VOID' && number === null ? returned : invoiceStatus[status];
}

/** What an invoice is called before it has a number. */
export const invoiceName = ({ number }: { number: string | null }): string => number ?? 'No number yet';

/** `1 day`, `14 days`. */
export const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
