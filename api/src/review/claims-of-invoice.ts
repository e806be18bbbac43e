import type { Sql } from '../db/database.ts';
import { reviewKinds } from '../domain/review.ts';

const owesNothing =
  'The invoice owes nothing any more: meanwhile it was paid, credited or given up. If this money came as well, confirm it all the same: it is kept as the customer’s credit. If it did not come, reject it.';

/**
 * An invoice has begun or ceased to owe anything while somebody says to have paid it. The claim stays open, because that money
 * may have come; whoever looks is told what confirming does now.
 */
export async function sayOfClaims(query: Sql, invoiceId: string, owes: boolean): Promise<void> {
  await query
    .updateTable('reviewItem')
    .set({ explanation: owes ? reviewKinds.PAYMENT_CLAIM.why : owesNothing })
    .where((item) =>
      item(
        'paymentId',
        'in',
        query
          .selectFrom('payment')
          .select('id')
          .where('invoiceId', '=', invoiceId)
          .where('status', '=', 'CLAIMED'),
      ),
    )
    .where('kind', '=', 'PAYMENT_CLAIM')
    .where('resolvedAt', 'is', null)
    .execute();
}
