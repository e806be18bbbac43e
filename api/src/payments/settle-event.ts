import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import type { GatewayEvent } from '../ports.ts';
import type { Told } from './ask-provider.ts';
import { logStep } from './log.ts';
import type { Payment } from './payment.entity.ts';
import { settleDispute } from './settle-dispute.ts';
import { settleRefund } from './settle-refund-fact.ts';
import { type Outcome, settle, weightiest } from './settle.ts';
import { parkUnknownState } from './unknown-state.ts';

/** Applies an event with what the provider told beyond it: first the payment, then what goes back of it. */
export async function settleEvent(
  ctx: Ctx,
  query: Sql,
  event: GatewayEvent,
  { payment, refunds, dispute }: Told,
): Promise<Outcome> {
  const before = await paymentOf(query, event, { payment, refunds, dispute });
  if (before !== undefined) await logEvent(ctx, query, event, before);
  const source = `event:${event.id}`;
  const outcomes: Outcome[] = [];
  for (const fact of [event.fact, payment])
    if (fact !== null) outcomes.push(await settle(ctx, query, fact, source));
  for (const refund of refunds) outcomes.push(await settleRefund(ctx, query, refund));
  if (dispute !== null) outcomes.push(await settleDispute(ctx, query, dispute));
  if (event.unknownState != null)
    outcomes.push(await parkUnknownState(ctx, query, event, event.unknownState));
  return weightiest(outcomes);
}

/** The payment that the event is about, by the id that we gave the provider or by the provider's own name for it. */
async function paymentOf(query: Sql, event: GatewayEvent, told: Told): Promise<Row<Payment> | undefined> {
  const id = event.fact?.paymentId ?? told.payment?.paymentId;
  const reference = told.dispute?.reference ?? told.refunds[0]?.reference;
  if (id == null && reference == null) return undefined;
  return query
    .selectFrom('payment')
    .selectAll()
    .where('method', '=', 'CARD')
    .where(id == null ? 'reference' : 'id', '=', id ?? reference ?? '')
    .executeTakeFirst();
}

const logEvent = (ctx: Ctx, query: Sql, event: GatewayEvent, payment: Row<Payment>): Promise<void> =>
  logStep(ctx, query, {
    payment,
    kind: 'WEBHOOK_RECEIVED',
    actor: 'Stripe',
    reference: event.id,
    note: event.type,
  });
