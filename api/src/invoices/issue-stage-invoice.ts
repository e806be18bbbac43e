import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { textProblem } from '../domain/text-limits.ts';
import { requirePermission } from '../staff/require.ts';
import { agreedTerms } from './agreed-terms.ts';
import type { IssueStageInvoiceInput } from './invoice-input.type.ts';
import type { Invoice } from './invoice.entity.ts';
import { issueNextStage } from './issue-next-stage.ts';

/**
 * Invoices a stage when staff say that it is reached. Calling it again gives the same invoice: a stage has one. Stages are
 * issued in their order, unless somebody says why not.
 */
export async function issueStageInvoice(
  ctx: Ctx,
  input: IssueStageInvoiceInput,
): Promise<Row<Invoice> | Refusal> {
  const staff = requirePermission(ctx, 'ISSUE_INVOICES');
  const terms = agreedTerms(input, staff);
  if (isRefusal(terms)) return terms;
  const reason = input.outOfOrderReason ?? null;
  const problem = reason === null ? null : textProblem('outOfOrderReason', reason, 500, 1);
  if (problem !== null) return problem;
  const outcome = await ctx.db.transaction(({ sql: query }) =>
    issueNextStage(
      ctx,
      query,
      { id: input.quoteId },
      { stageId: input.stageId, terms, outOfOrderReason: reason?.trim() ?? null },
    ),
  );
  if (!isRefusal(outcome)) ctx.nudge();
  return outcome;
}
