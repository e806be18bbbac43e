import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import type { GatewayEvent, UnknownState } from '../ports.ts';
import { raise } from '../review/raise.ts';
import type { Payment } from './payment.entity.ts';

/** The provider says something about our money in a word that we do not know: nothing is booked, and a person looks. */
export async function parkUnknownState(
  ctx: Ctx,
  query: Sql,
  event: GatewayEvent,
  about: UnknownState,
): Promise<'needs a person' | 'not ours'> {
  const payment = await paymentOf(query, about);
  if (payment === undefined) return 'not ours';
  await raise(ctx, query, {
    kind: 'PROVIDER_MESSAGE',
    title: `The payment provider says “${about.state}”, which this version does not know`,
    explanation:
      'It is about a payment, a refund or a dispute of ours. Nothing was booked by it; the message is kept. Look at the provider what it means and whether money moved, and tell the operator, because a newer version may know it.',
    facts: [
      { label: 'State', sent: about.state, approved: payment.status },
      { label: 'Kind', sent: event.type, approved: null },
      { label: 'Message', sent: event.id, approved: null },
      { label: 'Reference', sent: about.reference ?? about.providerId, approved: payment.reference },
    ],
    // The provider says the same in several messages.
    dedupeKey: `provider-state:${about.providerId ?? event.id}:${about.state}`,
    invoiceId: payment.invoiceId,
    paymentId: payment.id,
  });
  return 'needs a person';
}

/** Ours by the ids that we gave the provider, or by the provider's own names for what we know. */
async function paymentOf(query: Sql, about: UnknownState): Promise<Row<Payment> | undefined> {
  const { paymentId, reference, refundId, providerId } = about;
  return query
    .selectFrom('payment')
    .selectAll()
    .where('method', '=', 'CARD')
    .where((is) =>
      is.or([
        is('id', '=', paymentId ?? ''),
        is('reference', '=', reference ?? ''),
        is(
          'id',
          'in',
          is
            .selectFrom('refund')
            .select('paymentId')
            .where((its) =>
              its.or([its('id', '=', refundId ?? ''), its('providerId', '=', providerId ?? '')]),
            ),
        ),
        is(
          'id',
          'in',
          is
            .selectFrom('dispute')
            .select('paymentId')
            .where('providerId', '=', providerId ?? ''),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
}
