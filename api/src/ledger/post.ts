import { actorName, type Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { statement } from '../db/statement.ts';
import { type PostingKind, postings } from '../domain/ledger.ts';
import type { MinorUnits } from '../domain/money.ts';
import { failpoint } from '../failpoint.ts';
import type { LedgerEntry } from './ledger-entry.entity.ts';

export type Posting = {
  kind: PostingKind;
  /** At least 0; nothing is written for 0. */
  amount: MinorUnits;
  currency: string;
  customerId: string;
  invoiceId?: string | null;
  paymentId?: string;
  refundId?: string;
  creditNoteId?: string;
  disputeId?: string;
  /** Who, when that is not the one who asks: `Stripe`. */
  by?: string;
};

/** Writes movements of money into the book, in the transaction that moves it. */
export async function post(ctx: Ctx, query: Sql, ...made: Posting[]): Promise<void> {
  const rows = made
    .filter(({ amount }) => amount !== 0)
    .map(({ kind, amount, currency, customerId, ...about }) => ({
      id: ctx.ids.id(),
      kind,
      ...postings[kind],
      amount,
      currency,
      customerId,
      invoiceId: about.invoiceId ?? null,
      paymentId: about.paymentId ?? null,
      refundId: about.refundId ?? null,
      creditNoteId: about.creditNoteId ?? null,
      disputeId: about.disputeId ?? null,
      at: ctx.now,
      by: about.by ?? actorName(ctx.actor),
    }));
  if (rows.length > 0) await insertEntries(query, rows);
  failpoint('ledger.after-entry');
}

const insertEntries = statement((query, rows: Row<LedgerEntry>[]) =>
  query.insertInto('ledgerEntry').values(rows),
);
