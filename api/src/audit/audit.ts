import { actorName, type Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { statement } from '../db/statement.ts';
import type { Audit } from './audit.entity.ts';

export type AuditEntry = {
  /** For programs: `quote.approved`. */
  action: string;
  /** For the timeline, which shows the actor beside it: `Approved as QT-ACME-0001-1`. */
  text: string;
  quoteId?: string;
  invoiceId?: string;
  customerId?: string;
  facts?: Record<string, string | number | boolean | null>;
  /** Who did it, when that is not the one who asks: `Stripe`. */
  actor?: string;
};

/** Writes who did what in the transaction that does it. */
export async function record(ctx: Ctx, query: Sql, ...entries: AuditEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    id: ctx.ids.id(),
    at: ctx.now,
    actor: entry.actor ?? actorName(ctx.actor),
    staffId: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    action: entry.action,
    text: entry.text,
    quoteId: entry.quoteId ?? null,
    invoiceId: entry.invoiceId ?? null,
    customerId: entry.customerId ?? null,
    facts: JSON.stringify(entry.facts ?? {}),
  }));
  await insertRows(query, rows);
}

const insertRows = statement((query, rows: Row<Audit>[]) => query.insertInto('audit').values(rows));
