import type { Agreement } from '../acceptances/agreed.ts';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { LostRace } from '../db/retried.ts';
import { contentOf } from './invoice-views.ts';
import { columnsOf } from './issue.ts';
import { reductionsOf, reductionsOfStage } from './reductions.ts';
import { stageContent } from './stage-invoice.ts';

/** Invoices of stages that wait for approval say what is agreed now; whoever read them before reads them again. */
export async function remakeWaiting(
  ctx: Ctx,
  query: Sql,
  agreed: Agreement,
  customerId: string,
): Promise<void> {
  const waiting = await query
    .selectFrom('invoice')
    .selectAll()
    .where('acceptanceId', '=', agreed.acceptance.id)
    .where('status', '=', 'AWAITING_APPROVAL')
    .execute();
  const reductions = await reductionsOf(query, agreed.acceptance.id);
  for (const invoice of waiting) {
    const position = invoice.stagePosition ?? 0;
    const { earlier, termsNote, paymentTermsDays } = contentOf(invoice);
    const content = stageContent(ctx, {
      ...agreed,
      position,
      earlier,
      reductions: reductionsOfStage(reductions, position),
      terms: termsNote === null ? null : { days: paymentTermsDays, note: termsNote },
    });
    const { numUpdatedRows } = await query
      .updateTable('invoice')
      .set(columnsOf(content))
      .where('id', '=', invoice.id)
      .where('status', '=', 'AWAITING_APPROVAL')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new LostRace();
    await record(ctx, query, {
      action: 'invoice.changed',
      text: 'Invoice changed before its approval: the customer signed a change',
      quoteId: agreed.acceptance.quoteId,
      invoiceId: invoice.id,
      customerId,
      facts: { gross: content.totals.gross },
      actor: 'System',
    });
  }
}
