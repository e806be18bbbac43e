import { sha256 } from '../sha256.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import { isOwed } from '../domain/invoice.ts';
import { formatAmount } from '../domain/money.ts';
import { claimProblem, type PaymentMethod } from '../domain/payment.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { inWords, type LocalDate } from '../domain/local-date.ts';
import { failpoint } from '../failpoint.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { invoiceOfLink } from '../portal/invoice-of-link.ts';
import { raise } from '../review/raise.ts';
import { requireLink } from '../staff/require.ts';
import { logStep } from './log.ts';
import { newPayment } from './new-payment.ts';

export type Claim = {
  idempotencyKey: string;
  invoiceNumber: string | null;
  method: PaymentMethod;
  paidOn: LocalDate;
  reference: string;
};

/**
 * «I have paid.» Opens one claim and one task for staff; the invoice stays as it is until a person of the business has
 * seen the money. However often the button is pressed, there is one open claim.
 */
export async function claimManualPayment(ctx: Ctx, input: Claim): Promise<Row<Invoice> | Refusal> {
  const link = requireLink(ctx);
  const invoice = await invoiceOfLink(ctx, input.invoiceNumber);
  const { idempotencyKey, ...claim } = input;
  const request = {
    scope: `link:${link.linkId}:claim`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify(claim)),
  };
  const answer = await ctx.db.transaction(async ({ sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const made = await openClaim(ctx, query, invoice.id, input);
    await keepAnswer(query, request, made, ctx.now);
    return made;
  });
  return isRefusal(answer) ? answer : invoice;
}

async function openClaim(
  ctx: Ctx,
  query: Sql,
  invoiceId: string,
  claim: Claim,
): Promise<{ id: string } | Refusal> {
  const invoice = await query
    .selectFrom('invoice')
    .selectAll()
    .where('id', '=', invoiceId)
    .executeTakeFirstOrThrow();
  if (!isOwed(invoice.status))
    return refuse('INVOICE_NOT_PAYABLE', 'Nothing is owed on this invoice. There is nothing left to pay.');
  const problem = claimProblem(claim, ctx.today);
  if (problem !== null) return problem;
  const open = await query
    .selectFrom('payment')
    .select(['id', 'status'])
    .where('invoiceId', '=', invoiceId)
    .where('status', 'in', ['CLAIMED', 'PENDING'])
    .orderBy('status')
    .executeTakeFirst();
  if (open?.status === 'PENDING') {
    return refuse(
      'PAYMENT_IN_PROGRESS',
      'A payment by card is on its way. We write as soon as it has arrived; you do not have to pay again.',
    );
  }
  if (open !== undefined) return { id: open.id };
  const payment = newPayment(ctx, invoice, {
    method: claim.method,
    status: 'CLAIMED',
    amount: invoice.balance,
    reference: claim.reference.trim(),
    receivedOn: claim.paidOn,
  });
  await query.insertInto('payment').values(payment).execute();
  failpoint('claim.after-payment');
  await logStep(ctx, query, { payment, kind: 'CLAIMED', actor: 'Customer', reference: payment.reference });
  const { locale } = ctx.company;
  await raise(ctx, query, {
    kind: 'PAYMENT_CLAIM',
    title: `${claim.method === 'CASH' ? 'Paid in cash' : 'Paid by transfer'}? Invoice ${invoice.number}`,
    facts: [
      { label: 'Amount', sent: formatAmount(payment, locale), approved: formatAmount(payment, locale) },
      { label: 'Day', sent: inWords(claim.paidOn), approved: null },
      claim.method === 'CASH'
        ? { label: 'Given to', sent: claim.reference, approved: null }
        : { label: 'Reference', sent: claim.reference, approved: invoice.number },
    ],
    dedupeKey: `claim:${payment.id}`,
    quoteId: invoice.quoteId,
    invoiceId: invoice.id,
    paymentId: payment.id,
  });
  return { id: payment.id };
}
