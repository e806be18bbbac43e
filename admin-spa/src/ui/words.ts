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

export const invoiceStatus = {
  OPEN: { tone: 'accent', label: 'Open' },
  PAID: { tone: 'good', label: 'Paid' },
} as const satisfies Record<string, Label>;

const overdue: Label = { tone: 'bad', label: 'Overdue' };

export const paymentStatus = {
  STARTED: { tone: 'calm', label: 'Started' },
  PENDING: { tone: 'accent', label: 'On its way' },
  CLAIMED: { tone: 'warn', label: 'Claimed' },
  CONFIRMED: { tone: 'good', label: 'Confirmed' },
  FAILED: { tone: 'bad', label: 'Failed' },
  EXPIRED: { tone: 'calm', label: 'Expired' },
  REJECTED: { tone: 'bad', label: 'Rejected' },
} as const satisfies Record<string, Label>;

export const mailStatus = {
  QUEUED: { tone: 'calm', label: 'Queued' },
  ACCEPTED: { tone: 'good', label: 'Sent' },
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

export const invoiceLabel = (invoice: { status: keyof typeof invoiceStatus; isOverdue: boolean }): Label =>
  invoice.isOverdue ? overdue : invoiceStatus[invoice.status];
