import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { statement } from '../db/statement.ts';
import type { InvoiceContent } from '../domain/invoice.ts';
import { invoiceApprovalReasons } from '../domain/invoice-approval.ts';
import { actorMay } from '../staff/require.ts';

type Asked = {
  customerId: string;
  content: Pick<InvoiceContent, 'totals' | 'currency'>;
  /** Whether the approval of the quote covers it: the invoice of the signature. */
  isCovered: boolean;
  /** The deepest discount of a line, in thousandths of a percent. */
  discount?: number;
};

/** Why somebody has to approve this invoice before it goes out, a sentence each. */
export async function approvalReasonsFor(ctx: Ctx, query: Sql, asked: Asked): Promise<string[]> {
  const { company } = ctx;
  const [client] = (await standing(query, { customerId: asked.customerId })).rows;
  const { totals, currency } = asked.content;
  return invoiceApprovalReasons(
    {
      gross: totals.gross,
      currency,
      locale: company.locale,
      mayApprove: actorMay(ctx)('APPROVE_INVOICES'),
      isCovered: asked.isCovered,
      isFirstOfClient: !asked.isCovered && (await isFirst(query, asked.customerId)),
      hold: client?.invoiceHold ?? '',
      openDisputes: Number(client?.openDisputes ?? 0),
      discount: asked.discount ?? 0,
    },
    {
      currency: company.currency,
      limit: company.approvalLimit,
      discountLimit: company.approvalDiscountPercent,
      newClients: company.approveNewClients === 1,
    },
  );
}

const standing = statement((query, { customerId }: { customerId: string }) =>
  query
    .selectFrom('customer')
    .select([
      'invoiceHold',
      (of) =>
        of
          .selectFrom('dispute')
          .select(({ fn }) => fn.countAll<number | string>().as('n'))
          .whereRef('dispute.customerId', '=', 'customer.id')
          .where('dispute.status', 'in', ['NEEDS_RESPONSE', 'UNDER_REVIEW'])
          .as('openDisputes'),
    ])
    .where('id', '=', customerId),
);

async function isFirst(query: Sql, customerId: string): Promise<boolean> {
  const before = await query
    .selectFrom('invoice')
    .select('id')
    .where('customerId', '=', customerId)
    .where('number', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return before === undefined;
}
