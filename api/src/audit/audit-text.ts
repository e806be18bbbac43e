import type { Row } from '../db/entities.ts';
import type { AuditText } from '../domain/audit-chain.ts';
import type { Audit } from './audit.entity.ts';

/** The entry as the chain knows it: which erasure took its words is no part of what was written. */
export const auditText = (row: Row<Audit>): AuditText => ({
  id: row.id,
  at: row.at,
  actor: row.actor,
  staffId: row.staffId,
  action: row.action,
  text: row.text,
  quoteId: row.quoteId,
  invoiceId: row.invoiceId,
  customerId: row.customerId,
  facts: row.facts,
  salt: row.salt,
  wordsHash: row.wordsHash,
});
