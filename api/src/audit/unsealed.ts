import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Row } from '../db/entities.ts';
import { firstIdOf, later, timeOfId } from '../db/instant.ts';
import type { AuditSeal } from './audit-seal.entity.ts';

/** Transactions commit in another order than their ids were made, but none this much later. */
const lateness = 10 * 60_000;

/**
 * The first id that may still be without its seal, after the last seal. Everything is sealed in the order of ids, so that is as far
 * as the last entry came, and not the time of its seal: there may have been more to seal than was done.
 */
export function unsealedFrom({ entryId, sealedAt }: Pick<Row<AuditSeal>, 'entryId' | 'sealedAt'>): string {
  const made = timeOfId(entryId);
  return firstIdOf(later(made !== null && made < sealedAt ? made : sealedAt, -lateness));
}

/** Whether what stands in this table has no seal. */
export const isUnsealed = (table: 'audit' | 'ledgerEntry'): RawBuilder<SqlBool> =>
  sql`not exists (select 1 from audit_seal where entry_id = ${sql.ref(`${table}.id`)})`;
