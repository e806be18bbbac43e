/** What needs a person. The item itself says what happened and why it matters; the kind is for grouping. */
export const reviewKinds = {
  FAILED_ACCEPTANCE: 'FAILED_ACCEPTANCE',
  PAYMENT_CLAIM: 'PAYMENT_CLAIM',
  PAYMENT_FAILED: 'PAYMENT_FAILED',
  UNALLOCATED_MONEY: 'UNALLOCATED_MONEY',
  DELIVERY_FAILED: 'DELIVERY_FAILED',
} as const;
export type ReviewKind = keyof typeof reviewKinds;

/** One fact of an item: what came in beside what the records say. */
export type ReviewFact = Readonly<{ label: string; sent: string | null; approved: string | null }>;
