import type { Ctx } from '../context.ts';
import type { Customer } from '../customers/customer.entity.ts';
import { readCustomer } from '../customers/read-customer.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import type { Row } from '../db/entities.ts';
import { planErasure } from '../domain/erasure.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { firstProblem, textProblem } from '../domain/text-limits.ts';
import { sha256 } from '../sha256.ts';
import { requirePermission } from '../staff/require.ts';
import { bondsOf } from './bonds.ts';
import { carryOut } from './carry-out.ts';
import type { EraseCustomerInput } from './erasure.type.ts';
import { noteErasures } from './noted.ts';
import { sharesOf } from './shares.ts';

/** What a request would come to now, before anybody asks for it. Throws NOT_FOUND. */
export async function previewErasure(ctx: Ctx, customerId: string) {
  requirePermission(ctx, 'ERASE_CUSTOMER_DATA');
  const customer = await readCustomer(ctx, customerId);
  const bonds = await bondsOf(ctx, ctx.db.read, customerId);
  const plan = planErasure(bonds, ctx.today, ctx.company.retentionYears);
  const shares = await sharesOf(ctx.db.read, customerId, plan.outcome);
  return { ...plan, shares: customer.erasedAt === null ? shares : [] };
}

/** Erases a customer's data, or restricts them to what has to be kept, and until when. Throws NOT_FOUND. */
export async function eraseCustomer(ctx: Ctx, input: EraseCustomerInput): Promise<Row<Customer> | Refusal> {
  const staff = requirePermission(ctx, 'ERASE_CUSTOMER_DATA');
  const reason = input.reason.trim();
  const problem = reasonProblem(reason);
  if (problem !== null) return problem;
  const request = {
    scope: `staff:${staff.id}:erase`,
    key: input.idempotencyKey,
    requestHash: sha256(JSON.stringify([input.id, reason])),
  };
  const answer = await ctx.db.transaction(async ({ sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const erasureId = ctx.ids.id();
    const plan = await carryOut(ctx, query, { erasureId, customerId: input.id, reason });
    if (isRefusal(plan)) return plan;
    await keepAnswer(query, request, { id: input.id }, ctx.now);
    return { id: input.id };
  });
  if (isRefusal(answer)) return answer;
  await noteErasures(ctx);
  return readCustomer(ctx, answer.id);
}

/** It stays for ever beside the erasure, so it must not name the person whose data go. */
const reasonProblem = (reason: string): Refusal | null =>
  firstProblem([
    textProblem('reason', reason, 300, 1),
    reason.includes('@')
      ? refuse(
          'INPUT_INVALID',
          'The reason is kept for good. Please write it without names and addresses.',
          'reason',
        )
      : null,
  ]);
