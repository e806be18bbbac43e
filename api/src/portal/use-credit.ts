import type { Ctx } from '../context.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { applyCredit } from '../invoices/apply-credit.ts';
import type { IssuedInvoice } from '../invoices/issued.ts';
import { invoiceOfLink } from './invoice-of-link.ts';

/** The customer pays an invoice of the link with what the company keeps for them, as far as it goes. */
export async function useCredit(
  ctx: Ctx,
  { idempotencyKey, invoiceNumber }: { idempotencyKey: string; invoiceNumber: string | null },
): Promise<IssuedInvoice | Refusal> {
  const { id: invoiceId } = await invoiceOfLink(ctx, invoiceNumber);
  const outcome = await applyCredit(ctx, { idempotencyKey, invoiceId, amount: null });
  if (isRefusal(outcome)) return outcome;
  ctx.nudge();
  return invoiceOfLink(ctx, invoiceNumber);
}
