import type { Row } from '../db/entities.ts';
import type { PostingText } from '../domain/audit-chain.ts';
import type { LedgerEntry } from '../ledger/ledger-entry.entity.ts';

/** The posting as the chain knows it. */
export const postingOf = (row: Row<LedgerEntry>): PostingText => ({
  id: row.id,
  kind: row.kind,
  debit: row.debit,
  credit: row.credit,
  amount: row.amount,
  currency: row.currency,
  customerId: row.customerId,
  invoiceId: row.invoiceId,
  paymentId: row.paymentId,
  refundId: row.refundId,
  creditNoteId: row.creditNoteId,
  disputeId: row.disputeId,
  at: row.at,
  by: row.by,
});
