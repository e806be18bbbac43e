import type { ReviewGroup, ReviewKind } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/tone.ts';

/** What a kind is called on a card. */
export const kinds: Record<ReviewKind, { tone: Tone; label: string }> = {
  FAILED_ACCEPTANCE: { tone: 'bad', label: 'Signature stopped' },
  ADDRESS_MISMATCH: { tone: 'bad', label: 'Another address' },
  TAMPERED_TOTAL: { tone: 'bad', label: 'Another total' },
  UNKNOWN_OPTION: { tone: 'bad', label: 'Options that do not fit' },
  EXPIRED_ATTEMPT: { tone: 'warn', label: 'Signed too late' },
  SUPERSEDED_REVISION: { tone: 'warn', label: 'Older version signed' },
  EVIDENCE_MISMATCH: { tone: 'bad', label: 'Records do not match' },
  PAYMENT_CLAIM: { tone: 'warn', label: 'Payment to confirm' },
  PAYMENT_FAILED: { tone: 'bad', label: 'Payment failed' },
  UNALLOCATED_MONEY: { tone: 'warn', label: 'Money without an invoice' },
  DELIVERY_FAILED: { tone: 'bad', label: 'Not delivered' },
  QUOTE_MESSAGE: { tone: 'warn', label: 'Customer asks' },
  QUOTE_DECLINED: { tone: 'calm', label: 'Quote declined' },
  FRESH_QUOTE_REQUESTED: { tone: 'warn', label: 'Fresh quote wanted' },
  STAGE_READY: { tone: 'warn', label: 'Ready to invoice' },
  INVOICE_APPROVAL: { tone: 'warn', label: 'Invoice to approve' },
  OVERPAYMENT: { tone: 'warn', label: 'Paid too much' },
  BANK_MISMATCH: { tone: 'warn', label: 'Transfer to look at' },
  REFUND_APPROVAL: { tone: 'warn', label: 'Refund to approve' },
  REFUND_TO_GIVE: { tone: 'warn', label: 'Refund to give' },
  REFUND_FAILED: { tone: 'bad', label: 'Refund did not arrive' },
  DISPUTE: { tone: 'bad', label: 'Payment disputed' },
  PROVIDER_MESSAGE: { tone: 'warn', label: 'Message of the provider' },
  PROVIDER_REFUND: { tone: 'warn', label: 'Refunded at the provider' },
  MAIL_BOUNCED: { tone: 'bad', label: 'Mail came back' },
};

/** The parts of the list, in its order. */
export const groups: Record<ReviewGroup, string> = {
  SIGNATURES: 'Signatures',
  CUSTOMERS: 'Customers',
  PAYMENTS: 'Payments',
  BILLING: 'To invoice',
  DELIVERY: 'Delivery',
};

/** What is compared in each part: what came in, and what the records say. */
export const sides: Record<ReviewGroup, readonly [sent: string, approved: string]> = {
  SIGNATURES: ['Sent', 'Approved'],
  CUSTOMERS: ['Sent', 'Approved'],
  PAYMENTS: ['What came', 'Our records'],
  BILLING: ['What it says', 'Our records'],
  DELIVERY: ['What came', 'Our records'],
};

/** Of a signature everything has to be the same; of money the amount, and of a bank's line the reference as well. */
function isCompared({ group, kind }: Compared, label: string): boolean {
  return group === 'SIGNATURES' || label === 'Amount' || (kind === 'BANK_MISMATCH' && label === 'Reference');
}

type Compared = { group: ReviewGroup; kind: ReviewKind };
type Fact = { label: string; sent: string | null; approved: string | null };

/** `Invoice INV 2026 0003, thanks` names INV-2026-0003; INV-2026-00031 does not. */
function names(words: string, number: string): boolean {
  const parts = number.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return new RegExp(`(?<![0-9])${parts.join('[^a-z0-9]{0,3}')}(?![0-9])`).test(words.toLowerCase());
}

/** Whether the two sides of a fact differ where it matters. A bank's reference may say more than the number. */
export function differs(item: Compared, { label, sent, approved }: Fact): boolean {
  if (sent === null || approved === null || sent === approved || !isCompared(item, label)) return false;
  return item.kind !== 'BANK_MISMATCH' || label !== 'Reference' || !names(sent, approved);
}

/** The same for going through them one by one. */
export const groupNames = Object.keys(groups) as ReviewGroup[];
