import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { formatAmount } from '../domain/money.ts';
import { raise } from '../review/raise.ts';
import { ending } from '../review/settle-by-action.ts';
import { contentOf } from './invoice-views.ts';
import type { Invoice } from './invoice.entity.ts';

/** Puts an invoice before somebody who may approve it. The customer hears nothing of it yet. */
export async function awaitApproval(
  ctx: Ctx,
  query: Sql,
  invoice: Row<Invoice>,
  reasons: readonly string[],
): Promise<void> {
  const { stage, subject, customer } = contentOf(invoice);
  const what = stage === null ? subject : `${stage.label} of ${stage.quoteNumber}`;
  await record(ctx, query, {
    action: 'invoice.drafted',
    text: `Invoice waits for approval: ${what}. ${reasons.join(' ')}`,
    ...(invoice.quoteId !== null && { quoteId: invoice.quoteId }),
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    facts: { gross: invoice.gross },
  });
  await raise(ctx, query, {
    kind: 'INVOICE_APPROVAL',
    title: `An invoice to ${customer.name} waits for approval: ${what}`,
    facts: [
      {
        label: 'Amount',
        sent: formatAmount({ amount: invoice.gross, currency: invoice.currency }, ctx.company.locale),
        approved: null,
      },
      ...reasons.map((reason) => ({ label: 'Why', sent: reason, approved: null })),
    ],
    dedupeKey: `invoice-approval:${invoice.id}`,
    quoteId: invoice.quoteId,
    invoiceId: invoice.id,
  });
}

/** Somebody approved it or gave it back: nothing waits any more. */
export async function settleApproval(ctx: Ctx, query: Sql, invoiceId: string, how: string): Promise<void> {
  await query
    .updateTable('reviewItem')
    .set(ending(ctx, how))
    .where('resolvedAt', 'is', null)
    .where('invoiceId', '=', invoiceId)
    .where('kind', '=', 'INVOICE_APPROVAL')
    .execute();
}
