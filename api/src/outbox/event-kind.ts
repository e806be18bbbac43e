/** What the world outside can hear of. */
export type EventType =
  | 'quote.created'
  | 'quote.finalized'
  | 'quote.accepted'
  | 'quote.canceled'
  | 'quote.revised'
  | 'quote.expired';
