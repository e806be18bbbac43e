import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { minor } from '../domain/money.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { notFound } from '../fault.ts';
import { logStep } from '../payments/log.ts';
import type { StaffActor } from '../staff/require.ts';
import type { BankLine } from './bank-line.entity.ts';

type Match = { line: Row<BankLine>; paymentId: string; invoiceId: string; amount: number; staff: StaffActor };

/** Notes which payment a line is: beside the line, in the log of the invoice and in the history. */
export async function keepMatch(ctx: Ctx, query: Sql, match: Match): Promise<void> {
  const { line, paymentId, invoiceId, staff } = match;
  const amount = minor(match.amount);
  await query
    .insertInto('bankMatch')
    .values({ id: ctx.ids.id(), lineId: line.id, paymentId, amount, confirmedBy: staff.name, at: ctx.now })
    .execute();
  await logStep(ctx, query, {
    payment: { id: paymentId, invoiceId, method: 'BANK_TRANSFER' },
    kind: 'BANK_MATCHED',
    actor: staff.name,
    reference: line.reference,
  });
  await record(ctx, query, {
    action: 'bank.lineMatched',
    text: 'Matched a line of the bank',
    invoiceId,
    facts: { lineId: line.id, paymentId, amount, currency: line.currency, bookedOn: line.bookedOn },
  });
}

/** The line is money that somebody confirmed before the statement came: nothing is paid a second time. */
export async function linkRecorded(
  ctx: Ctx,
  query: Sql,
  { line, paymentId, staff }: { line: Row<BankLine>; paymentId: string; staff: StaffActor },
): Promise<Refusal | null> {
  const payment = await query
    .selectFrom('payment')
    .leftJoin('bankMatch', 'bankMatch.paymentId', 'payment.id')
    .select(['payment.id', 'payment.invoiceId', 'payment.amount', 'payment.currency', 'payment.status'])
    .select('bankMatch.id as matchId')
    .where('payment.id', '=', paymentId)
    .executeTakeFirst();
  if (payment === undefined) throw notFound();
  if (payment.status !== 'CONFIRMED')
    return refuse(
      'INPUT_INVALID',
      'This payment is not confirmed. Match the line with the invoice.',
      'paymentId',
    );
  if (payment.matchId !== null)
    return refuse('LINE_SETTLED', 'This payment is another line of the bank already.', 'paymentId');
  if (payment.amount !== line.amount || payment.currency !== line.currency)
    return refuse('AMOUNT_INVALID', 'The recorded payment has another amount than the line.', 'paymentId');
  const { invoiceId, amount } = payment;
  await keepMatch(ctx, query, { line, paymentId, invoiceId, amount, staff });
  return null;
}
