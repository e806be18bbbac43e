import type { Door, Known } from './doors.ts';
import { aKey } from './steps.ts';

const writers = ['OWNER', 'MANAGER', 'STAFF'];
const approvers = ['OWNER', 'MANAGER'];

const reasonless = ({ invoice }: Known) => ({
  input: { idempotencyKey: aKey(), id: invoice.id, reason: '' },
});
const freeInvoice = { subject: '', pricesIncludeTax: false, lines: [] };

/** Who may do what with invoices; part of doors.ts. */
export const invoiceDoors: readonly Door[] = [
  [
    'createFreeInvoice',
    ({ customer }) => ({
      input: { idempotencyKey: 'short', customerId: customer.id, invoice: freeInvoice },
    }),
    writers,
  ],
  [
    'updateInvoiceDraft',
    ({ invoice }) => ({ input: { id: invoice.id, contentHash: '', invoice: freeInvoice } }),
    writers,
  ],
  [
    'approveInvoice',
    ({ invoice }) => ({ input: { idempotencyKey: aKey(), id: invoice.id, contentHash: '' } }),
    approvers,
  ],
  ['returnInvoice', reasonless, approvers],
  ['voidInvoice', reasonless, approvers],
  ['writeOffInvoice', reasonless, approvers],
  [
    'creditInvoice',
    ({ invoice }) => ({ input: { idempotencyKey: aKey(), invoiceId: invoice.id, reason: '' } }),
    approvers,
  ],
  [
    'sendInvoiceLink',
    ({ invoice }) => ({ input: { idempotencyKey: 'short', invoiceId: invoice.id } }),
    writers,
  ],
  ['revokeInvoiceLink', ({ invoiceLinkId }) => ({ input: { id: invoiceLinkId } }), writers],
  ['applyCredit', ({ invoice }) => ({ input: { idempotencyKey: 'short', invoiceId: invoice.id } }), writers],
  [
    'createChangeOrder',
    ({ id }) => ({ input: { idempotencyKey: 'short', quoteId: id, kind: 'ADDITION' } }),
    writers,
  ],
];
