/** What the world outside can hear of. */
export type EventType =
  | 'quote.created'
  | 'quote.finalized'
  | 'quote.accepted'
  | 'quote.canceled'
  | 'quote.revised'
  | 'quote.expired'
  | 'invoice.issued'
  | 'invoice.paid'
  | 'invoice.voided'
  | 'invoice.written_off'
  | 'credit_note.issued'
  | 'payment.confirmed'
  | 'payment.failed'
  | 'payment.refunded'
  | 'dispute.opened'
  | 'dispute.closed';
