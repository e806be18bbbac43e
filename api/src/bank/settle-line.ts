import type { Ctx } from '../context.ts';
import { record } from '../audit/audit.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { textProblem } from '../domain/text-limits.ts';
import { notFound } from '../fault.ts';
import { settleItemsOfSubject } from '../review/settle-by-action.ts';
import { requirePermission } from '../staff/require.ts';
import type { BankLine } from './bank-line.entity.ts';

/** Somebody else was first. */
export const lineSettled = (): Refusal =>
  refuse('LINE_SETTLED', 'Somebody settled this line before. Load the page again to see how.');

/** What nearly fitted needs nobody any more. */
export const settleMismatch = (ctx: Ctx, query: Sql, lineId: string, how: string): Promise<void> =>
  settleItemsOfSubject(ctx, query, { subjectId: lineId, kind: 'BANK_MISMATCH', how });

/** The line is none of our invoices. */
export async function ignoreBankLine(
  ctx: Ctx,
  { id, reason }: { id: string; reason: string },
): Promise<Row<BankLine> | Refusal> {
  const staff = requirePermission(ctx, 'CONFIRM_PAYMENTS');
  const note = reason.trim();
  const problem = textProblem('reason', note, 500, 1);
  if (problem !== null) return problem;
  const settled = { status: 'IGNORED' as const, settledBy: staff.name, settledAt: ctx.now, note };
  return changeLine(ctx, { id, from: 'TO_MATCH', to: settled }, async (query, line) => {
    await settleMismatch(ctx, query, id, `Ignored: ${note}`);
    await record(ctx, query, {
      action: 'bank.lineIgnored',
      text: `Put a line of the bank aside: ${note}`,
      facts: factsOf(line),
    });
  });
}

/** It is one of our invoices after all. */
export function restoreBankLine(ctx: Ctx, { id }: { id: string }): Promise<Row<BankLine> | Refusal> {
  requirePermission(ctx, 'CONFIRM_PAYMENTS');
  const open = { status: 'TO_MATCH' as const, settledBy: null, settledAt: null, note: null };
  return changeLine(ctx, { id, from: 'IGNORED', to: open }, (query, line) =>
    record(ctx, query, {
      action: 'bank.lineRestored',
      text: 'Put a line of the bank back on the list',
      facts: factsOf(line),
    }),
  );
}

const factsOf = ({ id, amount, currency, bookedOn }: Row<BankLine>) => ({
  lineId: id,
  amount,
  currency,
  bookedOn,
});

type Change = {
  id: string;
  from: BankLine['status'];
  to: Pick<Row<BankLine>, 'status' | 'settledBy' | 'settledAt' | 'note'>;
};

/** From one status to another, for one of two people. */
async function changeLine(
  ctx: Ctx,
  { id, from, to }: Change,
  also: (query: Sql, line: Row<BankLine>) => Promise<void>,
): Promise<Row<BankLine> | Refusal> {
  return ctx.db.transaction(async ({ sql: query }) => {
    const line = await query.selectFrom('bankLine').selectAll().where('id', '=', id).executeTakeFirst();
    if (line === undefined) throw notFound();
    const { numUpdatedRows } = await query
      .updateTable('bankLine')
      .set(to)
      .where('id', '=', id)
      .where('status', '=', from)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return lineSettled();
    await also(query, line);
    return { ...line, ...to };
  });
}
