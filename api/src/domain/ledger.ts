/**
 * The book of all money that moved, in double entry: a posting takes an amount from one account and gives it to another, so
 * the book balances by itself. An invoice of $1,124.70 owes RECEIVABLE to SALES; $1,200.00 by transfer are $1,124.70 from
 * BANK to RECEIVABLE and $75.30 from BANK to the customer's credit. Nothing is ever changed; what was wrong is posted back.
 */
import type { MinorUnits } from './money.ts';

/** Where money can stand. */
export const accounts = ['RECEIVABLE', 'BANK', 'CUSTOMER_CREDIT', 'SALES', 'WRITE_OFF', 'DISPUTED'] as const;

/** One of the accounts. */
export type Account = (typeof accounts)[number];

/** What can be posted: the account that is debited and the one that is credited. */
export const postings = {
  /** An invoice was issued. */
  INVOICED: { debit: 'RECEIVABLE', credit: 'SALES' },
  /** Money came for an invoice. */
  PAID: { debit: 'BANK', credit: 'RECEIVABLE' },
  /** Money came beyond what was owed. */
  OVERPAID: { debit: 'BANK', credit: 'CUSTOMER_CREDIT' },
  /** Credit of the customer went to an invoice. */
  CREDIT_APPLIED: { debit: 'CUSTOMER_CREDIT', credit: 'RECEIVABLE' },
  /** A credit note took something off an invoice. */
  CREDITED: { debit: 'SALES', credit: 'RECEIVABLE' },
  /** An invoice was voided before anything was paid. */
  VOIDED: { debit: 'SALES', credit: 'RECEIVABLE' },
  /** Money that had paid an invoice is not needed there any more. */
  FREED: { debit: 'RECEIVABLE', credit: 'CUSTOMER_CREDIT' },
  /** Money went back to the customer. */
  REFUNDED: { debit: 'CUSTOMER_CREDIT', credit: 'BANK' },
  /** A refund did not arrive and came back. */
  REFUND_REVERSED: { debit: 'BANK', credit: 'CUSTOMER_CREDIT' },
  /** The company gave up what is owed. */
  WRITTEN_OFF: { debit: 'WRITE_OFF', credit: 'RECEIVABLE' },
  /** A refund that was booked as a loss came back: the company has its money again, and the customer has no claim on it. */
  LOSS_REVERSED: { debit: 'CUSTOMER_CREDIT', credit: 'WRITE_OFF' },
  /** The card's bank took the money back while it is disputed. */
  DISPUTED: { debit: 'DISPUTED', credit: 'BANK' },
  /** The dispute was won: the money is back. */
  DISPUTE_WON: { debit: 'BANK', credit: 'DISPUTED' },
  /** The dispute was lost: the invoice is owed again. */
  DISPUTE_LOST: { debit: 'RECEIVABLE', credit: 'DISPUTED' },
} as const satisfies Record<string, Readonly<{ debit: Account; credit: Account }>>;

/** One of the postings. */
export type PostingKind = keyof typeof postings;

/** The postings that change what a customer has to their credit; each is described in schema/customer-credit.graphql. */
export const creditMovementKinds = [
  'OVERPAID',
  'CREDIT_APPLIED',
  'FREED',
  'REFUNDED',
  'REFUND_REVERSED',
  'LOSS_REVERSED',
] as const satisfies readonly PostingKind[];

/** One of them. */
export type CreditMovementKind = (typeof creditMovementKinds)[number];

type Posted = Readonly<{ kind: PostingKind; amount: MinorUnits }>;

/** What the entries of one currency leave on an account: debits less credits, in minor units. */
export const standing = (entries: readonly Posted[], account: Account): number =>
  entries.reduce((sum, { kind, amount }) => {
    const { debit, credit } = postings[kind];
    return sum + (debit === account ? amount : 0) - (credit === account ? amount : 0);
  }, 0);
