import { actorName, type Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { statement } from '../db/statement.ts';
import { wordsText } from '../domain/audit-chain.ts';
import { sha256 } from '../sha256.ts';
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
    ...wordsOf(ctx, entry),
    id: ctx.ids.id(),
    at: ctx.now,
    actor: entry.actor ?? actorName(ctx.actor),
    staffId: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    action: entry.action,
    quoteId: entry.quoteId ?? null,
    invoiceId: entry.invoiceId ?? null,
    customerId: entry.customerId ?? null,
    erasureId: null,
  }));
  await insertRows(query, rows);
}

/** What an erasure can take, and the hash that stays in the chain; see domain/audit-chain.ts. */
function wordsOf(ctx: Ctx, { text, facts = {} }: AuditEntry) {
  const words = { text, facts: JSON.stringify(facts), salt: ctx.ids.token() };
  return { ...words, wordsHash: sha256(wordsText(words)) };
}

const insertRows = statement((query, rows: Row<Audit>[]) => query.insertInto('audit').values(rows));
