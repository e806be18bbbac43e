import type { Ctx } from '../context.ts';
import { sum } from '../domain/money.ts';
import { money } from '../graphql/views.ts';
import { requirePermission } from '../staff/require.ts';
import { readCustomer } from './read-customer.ts';
import { customerStatements, linesOfStatement, type Period, statementAddress } from './statements.ts';

/** The statements of account of a customer for staff. Throws NOT_FOUND. */
export async function staffStatements(ctx: Ctx, customerId: string, period: Period) {
  requirePermission(ctx, 'READ');
  const { id } = await readCustomer(ctx, customerId);
  const statements = await customerStatements(ctx, id, period);
  return statements.map((statement) => {
    const { currency, opening, closing } = statement;
    const lines = linesOfStatement(statement);
    return {
      currency,
      opening: money(opening, currency),
      charged: money(sum(lines.map(({ charged }) => charged)), currency),
      paid: money(sum(lines.map(({ paid }) => paid)), currency),
      closing: money(closing, currency),
      pdfUrl: statementAddress(ctx, id, { currency, ...period }),
    };
  });
}
