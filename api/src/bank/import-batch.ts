import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { matchesOf } from '../domain/bank/match.ts';
import { mismatchOf } from '../domain/bank/mismatch.ts';
import type { StatementLine } from '../domain/bank/statement.ts';
import { inWords } from '../domain/local-date.ts';
import { formatAmount } from '../domain/money.ts';
import { searchKey } from '../domain/search-key.ts';
import { failpoint } from '../failpoint.ts';
import { raise } from '../review/raise.ts';
import type { BankLine } from './bank-line.entity.ts';
import { type Candidates, candidatesFor } from './candidates.ts';

type PrintedLine = StatementLine & { fingerprint: string };

/**
 * Writes the lines that are new, puts what nearly fits before a person, and moves the progress on, in one transaction.
 * Returns false when somebody else has moved it.
 */
export async function importBatch(
  ctx: Ctx,
  statementId: string,
  from: number,
  lines: readonly PrintedLine[],
): Promise<boolean> {
  const rows = lines.map((line) => rowOf(ctx, statementId, line));
  const candidates = await candidatesFor(ctx.db.read, rows);
  return ctx.db.transaction(async ({ sql: query }) => {
    const { numUpdatedRows } = await query
      .updateTable('bankStatement')
      .set({ doneCount: from + lines.length })
      .where('id', '=', statementId)
      .where('status', '=', 'IMPORTING')
      .where('doneCount', '=', from)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return false;
    const written = await query
      .insertInto('bankLine')
      .values(rows)
      .onConflict((conflict) => conflict.column('fingerprint').doNothing())
      .returning('id')
      .execute();
    failpoint('import.after-lines');
    await query
      .updateTable('bankStatement')
      .set(({ eb }) => ({ newCount: eb('newCount', '+', written.length) }))
      .where('id', '=', statementId)
      .execute();
    const isNew = new Set(written.map(({ id }) => id));
    for (const row of rows) if (isNew.has(row.id)) await raiseMismatch(ctx, query, row, candidates(row));
    return true;
  });
}

const rowOf = (ctx: Ctx, statementId: string, line: PrintedLine): Row<BankLine> => ({
  id: ctx.ids.id(),
  statementId,
  fingerprint: line.fingerprint,
  row: line.row,
  bookedOn: line.bookedOn,
  amount: line.amount,
  currency: line.currency,
  name: line.name,
  reference: line.reference,
  text: line.text,
  bankId: line.bankId,
  account: line.account,
  // Nothing that came is nothing to match either.
  status: line.amount > 0 ? 'TO_MATCH' : 'OUTGOING',
  searchKey: searchKey(`${line.name} ${line.reference} ${line.text}`),
  settledBy: null,
  settledAt: null,
  note: null,
});

async function raiseMismatch(
  ctx: Ctx,
  query: Sql,
  line: Row<BankLine>,
  { invoices, ...known }: Candidates,
): Promise<void> {
  const odd = mismatchOf(line, matchesOf(line, invoices, known), invoices);
  if (odd === null) return;
  const { locale } = ctx.company;
  const { invoice, what } = odd;
  const written = `${line.reference} ${line.text}`.trim();
  await raise(ctx, query, {
    kind: 'BANK_MISMATCH',
    title:
      what === 'AMOUNT'
        ? `A transfer is off by a little: invoice ${invoice.number}`
        : `A transfer with another reference: invoice ${invoice.number}?`,
    facts: [
      {
        label: 'Amount',
        sent: formatAmount(line, locale),
        approved: formatAmount({ amount: invoice.balance, currency: invoice.currency }, locale),
      },
      { label: 'Reference', sent: written === '' ? null : written, approved: invoice.number },
      { label: 'Name', sent: line.name === '' ? null : line.name, approved: invoice.customerName },
      { label: 'Day', sent: inWords(line.bookedOn), approved: null },
    ],
    dedupeKey: `bank-line:${line.id}`,
    subjectId: line.id,
    invoiceId: invoice.id,
  });
}
