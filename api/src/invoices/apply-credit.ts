import { record } from '../audit/audit.ts';
import { actorName, type Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { isOwed } from '../domain/invoice.ts';
import { type MinorUnits, minor } from '../domain/money.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { failpoint } from '../failpoint.ts';
import { notFound } from '../fault.ts';
import { creditOf, takeCredit } from '../ledger/customer-credit.ts';
import { post } from '../ledger/post.ts';
import { moveSums } from '../payments/allocate.ts';
import { logStep } from '../payments/log.ts';
import { requireLink, requirePermission } from '../staff/require.ts';
import type { Invoice } from './invoice.entity.ts';
import { isIssued } from './issued.ts';
import { invoiceOrRefusal, invoiceToChange, once } from './keyed.ts';

export type CreditToApply = {
  idempotencyKey: string;
  invoiceId: string;
  /** Null for as much as possible. */
  amount: MinorUnits | null;
};

/**
 * Pays of an invoice what the customer has to their credit. Staff may for everybody; a customer may for an invoice that the
 * link opens, which the caller has found by the link.
 */
export async function applyCredit(ctx: Ctx, input: CreditToApply): Promise<Row<Invoice> | Refusal> {
  const who =
    ctx.actor.kind === 'link'
      ? `link:${requireLink(ctx).linkId}`
      : `staff:${requirePermission(ctx, 'CONFIRM_PAYMENTS').id}`;
  const { idempotencyKey, invoiceId, amount } = input;
  const about = { invoiceId, amount: amount ?? null };
  const answer = await once(ctx, { scope: `${who}:apply-credit`, idempotencyKey, about }, (query) =>
    apply(ctx, query, about),
  );
  return invoiceOrRefusal(ctx, answer);
}

async function apply(
  ctx: Ctx,
  query: Sql,
  input: { invoiceId: string; amount: MinorUnits | null },
): Promise<{ id: string } | Refusal> {
  const invoice = await invoiceToChange(query, input.invoiceId);
  if (ctx.actor.kind === 'link' && ctx.actor.customerId !== invoice.customerId) throw notFound();
  if (!isIssued(invoice) || !isOwed(invoice.status))
    return refuse('INVOICE_NOT_PAYABLE', 'Nothing is owed on this invoice. There is nothing left to pay.');
  const { customerId, currency } = invoice;
  const there = await creditOf(query, customerId, currency);
  if (there <= 0) return refuse('NO_CREDIT', 'There is no credit that could be used.');
  const most = Math.min(there, invoice.balance);
  const amount = input.amount ?? minor(most);
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > invoice.balance)
    return refuse(
      'AMOUNT_INVALID',
      'The amount has to be more than zero and at most what is owed.',
      'amount',
    );
  if (amount > there) return refuse('NO_CREDIT', 'There is less credit than that.', 'amount');
  if (!(await takeCredit(query, { customerId, currency, amount }))) throw new LostRace();
  failpoint('credit.after-take');
  const by = actorName(ctx.actor);
  await moveSums(ctx, query, invoice, { paid: minor(invoice.paid + amount) });
  await post(ctx, query, { kind: 'CREDIT_APPLIED', amount, currency, customerId, invoiceId: invoice.id });
  await logStep(ctx, query, {
    payment: { id: null, invoiceId: invoice.id, method: null },
    kind: 'CREDIT_APPLIED',
    actor: by,
    reference: invoice.number,
  });
  await record(ctx, query, {
    action: 'credit.applied',
    text: `Credit used for invoice ${invoice.number}`,
    ...(invoice.quoteId !== null && { quoteId: invoice.quoteId }),
    invoiceId: invoice.id,
    customerId,
    facts: { amount },
  });
  return { id: invoice.id };
}
