import type { Door } from './doors.ts';

const staff: readonly string[] = ['OWNER', 'MANAGER', 'STAFF', 'BOOKKEEPER'];
const approvers = ['OWNER', 'MANAGER'];

/** Who may give money back, and who may look at the money; part of doors.ts. */
export const moneyDoors: readonly Door[] = [
  [
    'refundPayment',
    ({ paymentId }) => ({
      input: { idempotencyKey: 'short', paymentId, amount: 1, method: 'CASH', reference: '', reason: '' },
    }),
    approvers,
  ],
  ['approveRefund', ({ refundId }) => ({ input: { id: refundId } }), approvers],
  ['rejectRefund', ({ refundId }) => ({ input: { id: refundId, reason: '' } }), approvers],
  ['confirmManualRefund', ({ refundId }) => ({ input: { id: refundId, reference: '' } }), approvers],
  ['disputes', () => ({}), staff],
  ['invoicePreview', ({ invoice }) => ({ id: invoice.id }), staff],
  ['invoiceCounts', () => ({}), staff],
  ['paymentCounts', () => ({}), staff],
  ['paymentFigures', () => ({}), staff],
  ['paymentHistory', () => ({ weeks: 1 }), staff],
  ['views', () => ({ screen: 'INVOICES' }), staff],
  [
    'saveView',
    () => ({ input: { idempotencyKey: 'short', screen: 'INVOICES', name: '', search: '', shared: false } }),
    staff,
  ],
  ['renameView', ({ viewId }) => ({ input: { id: viewId, name: '', shared: false } }), staff],
  // The last, because the owner, whose it is, comes first: to the others it is gone, which they are told with the same word.
  ['deleteView', ({ viewId }) => ({ input: { id: viewId } }), staff],
];
