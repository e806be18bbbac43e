import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import type { PaymentLogKind } from '../domain/payment.ts';
import type { Payment } from './payment.entity.ts';

export type LoggedStep = {
  /** The payment that the step belongs to; for a step of the invoice itself only which invoice. */
  payment: Pick<Row<Payment>, 'id' | 'invoiceId' | 'method'> | { id: null; invoiceId: string; method: null };
  kind: PaymentLogKind;
  /** A name, `Customer`, `Stripe` or `System`. */
  actor: string;
  reference?: string | null;
  note?: string | null;
};

/** Adds a step to the payment log of the invoice, in the transaction that takes the step. */
export async function logStep(ctx: Ctx, query: Sql, step: LoggedStep): Promise<void> {
  await query
    .insertInto('paymentLog')
    .values({
      id: ctx.ids.id(),
      invoiceId: step.payment.invoiceId,
      paymentId: step.payment.id,
      at: ctx.now,
      kind: step.kind,
      actor: step.actor,
      method: step.payment.method,
      reference: step.reference ?? null,
      note: step.note ?? null,
      erasureId: null,
    })
    .execute();
}
