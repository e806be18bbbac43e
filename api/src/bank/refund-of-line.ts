import DataLoader from 'dataloader';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { daysBetween, localDate } from '../domain/local-date.ts';
import { minor } from '../domain/money.ts';
import type { Refund } from '../payments/refund.entity.ts';
import type { BankLine } from './bank-line.entity.ts';

/** A refund that was asked for longer ago than this is another one. */
const longest = 45;

/** The refund by hand that money which went could be: the same amount, asked for in the weeks before. A hint, and no more. */
export const refundOfLine = (query: Sql) =>
  new DataLoader<Row<BankLine>, Row<Refund> | null>(async (lines) => {
    const amounts = lines.filter(({ amount }) => amount < 0).map(({ amount }) => minor(-amount));
    if (amounts.length === 0) return lines.map(() => null);
    const refunds = await query
      .selectFrom('refund')
      .selectAll()
      .where('amount', 'in', [...new Set(amounts)])
      .where('method', '=', 'BANK_TRANSFER')
      .where('status', 'in', ['PENDING', 'SUCCEEDED'])
      .orderBy('id', 'desc')
      .limit(500)
      .execute();
    return lines.map((line) => refunds.find((refund) => fits(line, refund)) ?? null);
  });

function fits(line: Row<BankLine>, { amount, currency, createdAt }: Row<Refund>): boolean {
  const age = daysBetween(localDate(createdAt.slice(0, 10)), line.bookedOn);
  // A day before: the clock of the database is not that of the company.
  return amount === -line.amount && currency === line.currency && age >= -1 && age <= longest;
}
