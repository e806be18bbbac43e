import type { Tone } from './tone.ts';

type Label = { tone: Tone; label: string };

/** What a status is called on the screen, one table for all lists and pages. */
export const quoteStatus = {
  DRAFT: { tone: 'calm', label: 'Draft' },
  OPEN: { tone: 'accent', label: 'Open' },
  ACCEPTED: { tone: 'good', label: 'Accepted' },
  CANCELED: { tone: 'calm', label: 'Canceled' },
} as const satisfies Record<string, Label>;

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

export const role = {
  OWNER: 'Owner',
  MANAGER: 'Manager',
  STAFF: 'Staff',
  BOOKKEEPER: 'Bookkeeper',
} as const;

type Timed = { status: keyof typeof quoteStatus; isExpired: boolean; cancelReason?: string | null };

/** The calendar speaks before the record: an open quote past its day reads as expired. */
export const quoteLabel = (quote: Timed): Label =>
  quote.isExpired || quote.cancelReason === 'EXPIRED' ? expired : quoteStatus[quote.status];

export const invoiceLabel = (invoice: { status: keyof typeof invoiceStatus; isOverdue: boolean }): Label =>
  invoice.isOverdue ? overdue : invoiceStatus[invoice.status];
