import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import { LostRace } from '../db/retried.ts';
import { sharesOf } from '../domain/bank/confirmable.ts';
import type { Allocation } from '../domain/bank/match.ts';
import type { Share } from '../domain/bank/split.ts';
import { minor } from '../domain/money.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { failpoint } from '../failpoint.ts';
import { notFound } from '../fault.ts';
import { isIssued, type IssuedInvoice } from '../invoices/issued.ts';
import { confirmMoney } from '../payments/manual.ts';
import { sha256 } from '../sha256.ts';
import { requirePermission, type StaffActor } from '../staff/require.ts';
import type { BankLine } from './bank-line.entity.ts';
import { keepMatch, linkRecorded } from './keep-match.ts';
import { readLine } from './lists.ts';
import { lineSettled, settleMismatch } from './settle-line.ts';

export type BankMatchInput = {
  idempotencyKey: string;
  lineIds: readonly string[];
  allocations: readonly Allocation[];
  paymentId: string | null;
};

type Line = Row<BankLine>;

/**
 * A person says what money is for. In one transaction the lines are settled, each becomes a payment of each invoice that it
 * pays by the same code as any transfer that staff confirm, receipts follow, and what is left is the customer's credit.
 */
export async function confirmBankMatch(ctx: Ctx, input: BankMatchInput): Promise<Line | Refusal> {
  const staff = requirePermission(ctx, 'CONFIRM_PAYMENTS');
  const { idempotencyKey, ...match } = input;
  const request = {
    scope: `staff:${staff.id}:bank-match`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify(match)),
  };
  const answer = await ctx.db.transaction(async ({ sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const made = await settle(ctx, query, input, staff);
    await keepAnswer(query, request, made, ctx.now);
    return made;
  });
  if (isRefusal(answer)) return answer;
  ctx.nudge();
  return readLine(ctx, answer.id);
}

async function settle(
  ctx: Ctx,
  query: Sql,
  input: BankMatchInput,
  staff: StaffActor,
): Promise<{ id: string } | Refusal> {
  const lines = await linesInOrder(query, input.lineIds);
  const [first] = lines;
  if (first === undefined) return refuse('INPUT_INVALID', 'Please choose a line.', 'lineIds');
  if (lines.some(({ status }) => status !== 'TO_MATCH')) return lineSettled();
  if (input.paymentId !== null) {
    if (lines.length > 1 || input.allocations.length > 0)
      return refuse('INPUT_INVALID', 'A recorded payment is one line, and pays nothing more.', 'paymentId');
    const problem = await linkRecorded(ctx, query, { line: first, paymentId: input.paymentId, staff });
    if (problem !== null) return problem;
    await takeLines(ctx, query, lines, staff);
    return { id: first.id };
  }
  const invoices = await invoicesInOrder(query, input.allocations);
  const shares = sharesOf(lines, invoices, input.allocations);
  if (isRefusal(shares)) return shares;
  await takeLines(ctx, query, lines, staff);
  for (const [at, line] of lines.entries()) {
    const share = shares[at];
    if (share !== undefined) await payWith(ctx, query, { line, share, staff });
  }
  return { id: first.id };
}

/** Each once, in the order given. Throws NOT_FOUND. */
async function linesInOrder(query: Sql, ids: readonly string[]): Promise<Line[]> {
  const unique = [...new Set(ids)].slice(0, 100);
  if (unique.length === 0) return [];
  const rows = await query.selectFrom('bankLine').selectAll().where('id', 'in', unique).execute();
  return unique.map((id) => rows.find((row) => row.id === id) ?? missing());
}

/** The invoice of each allocation. One that is named twice, or that is no official record, is none. Throws NOT_FOUND. */
async function invoicesInOrder(query: Sql, allocations: readonly Allocation[]): Promise<IssuedInvoice[]> {
  const ids = allocations.map(({ invoiceId }) => invoiceId).slice(0, 100);
  if (ids.length === 0) return [];
  if (new Set(ids).size !== ids.length) missing();
  const rows = await query.selectFrom('invoice').selectAll().where('id', 'in', ids).execute();
  return ids.map((id) => rows.filter(isIssued).find((row) => row.id === id) ?? missing());
}

const missing = (): never => {
  throw notFound();
};

/** Of two people who settle a line at once one wins; the other one's transaction starts again and finds it settled. */
async function takeLines(ctx: Ctx, query: Sql, lines: readonly Line[], staff: StaffActor): Promise<void> {
  const { numUpdatedRows } = await query
    .updateTable('bankLine')
    .set({ status: 'MATCHED', settledBy: staff.name, settledAt: ctx.now, note: null })
    .where(
      'id',
      'in',
      lines.map(({ id }) => id),
    )
    .where('status', '=', 'TO_MATCH')
    .executeTakeFirst();
  if (numUpdatedRows !== BigInt(lines.length)) throw new LostRace();
  failpoint('match.after-lines');
  for (const { id } of lines) await settleMismatch(ctx, query, id, 'The line was matched.');
}

type Payment = { line: Line; share: Share; staff: StaffActor };

/** One payment for each invoice; what is left goes with the last one, whose customer it belongs to. */
async function payWith(ctx: Ctx, query: Sql, { line, share, staff }: Payment): Promise<void> {
  for (const [at, { invoiceId, amount }] of share.allocations.entries()) {
    const isLast = at === share.allocations.length - 1;
    const money = {
      invoiceId,
      paymentId: null,
      method: 'BANK_TRANSFER' as const,
      amount: isLast ? minor(amount + share.rest) : amount,
      reference: [...(line.reference || line.name || 'Bank transfer')].slice(0, 200).join(''),
      receivedOn: line.bookedOn < ctx.today ? line.bookedOn : ctx.today,
      // A line is settled once, so this cannot be money that somebody confirmed before.
      asCredit: amount === 0,
    };
    const paid = await confirmMoney(ctx, query, money, staff);
    // It was looked at above, in this transaction: only somebody who pays at the same moment comes in between.
    if (isRefusal(paid)) throw new LostRace();
    failpoint('match.after-payment');
    await keepMatch(ctx, query, { line, paymentId: paid.id, invoiceId, amount: money.amount, staff });
  }
}
