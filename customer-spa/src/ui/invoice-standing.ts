import type { PortalInvoiceStatus } from '../gql/graphql.ts';
import type { Tone } from './tone.ts';

/** How an invoice stands, in words and in colour. */
export const standings: Readonly<Record<PortalInvoiceStatus, readonly [string, Tone]>> = {
  OPEN: ['Open', 'waiting'],
  PARTIALLY_PAID: ['Partly paid', 'waiting'],
  PAID: ['Paid', 'good'],
  VOID: ['Canceled', 'quiet'],
  CLOSED: ['Closed', 'quiet'],
};

export const isOwed = (status: PortalInvoiceStatus): boolean =>
  status === 'OPEN' || status === 'PARTIALLY_PAID';
