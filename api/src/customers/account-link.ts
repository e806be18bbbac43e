import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import { later } from '../db/instant.ts';
import { restrictedProblem } from '../domain/erasure.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { notFound } from '../fault.ts';
import { queueMails } from '../mails/queue-mails.ts';
import { networkOf } from '../network.ts';
import { shortened } from '../portal/shortened.ts';
import { sha256 } from '../sha256.ts';
import { requireLink, requirePermission } from '../staff/require.ts';
import type { Customer } from './customer.entity.ts';
import { holdCustomer } from './linked-records.ts';

const hour = 60 * 60;
const mailsPerHour = 3;
const perNetwork = new RateLimiterMemory({ points: 30, duration: hour });

/** Staff send the customer the link to everything; it goes to the address on file, like every link. */
export async function sendAccountLink(
  ctx: Ctx,
  { idempotencyKey, customerId }: { idempotencyKey: string; customerId: string },
): Promise<Row<Customer> | Refusal> {
  const staff = requirePermission(ctx, 'WRITE_QUOTES');
  const request = {
    scope: `staff:${staff.id}:account-link`,
    key: idempotencyKey,
    requestHash: sha256(customerId),
  };
  const answer = await ctx.db.transaction(async ({ sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const customer = await customerOf(query, customerId);
    if (customer === undefined) throw notFound();
    const made = (await mailAccountLink(ctx, query, customer)) ?? { id: customerId };
    await keepAnswer(query, request, made, ctx.now);
    return made;
  });
  if (isRefusal(answer)) return answer;
  ctx.nudge();
  return ctx.load.customer.load(customerId);
}

/**
 * A customer asks for everything. Whoever holds a link of one quote gains nothing by it: the mail goes to the address on file
 * of the customer, and only who reads that can open it.
 */
export async function requestAccountLink(
  ctx: Ctx,
  { idempotencyKey }: { idempotencyKey: string },
): Promise<{ sentTo: string } | Refusal> {
  const { customerId, linkId } = requireLink(ctx);
  if (await isTooMany(ctx.client.ip)) return tooMany();
  const request = {
    scope: `link:${linkId}:account-link`,
    key: idempotencyKey,
    requestHash: sha256(customerId),
  };
  const customer = await ctx.load.customer.load(customerId);
  const answer = await ctx.db.transaction(async ({ sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const made = (await mailAccountLink(ctx, query, customer)) ?? { id: customerId };
    await keepAnswer(query, request, made, ctx.now);
    return made;
  });
  if (isRefusal(answer)) return answer;
  ctx.nudge();
  return { sentTo: shortened(customer.email) };
}

/** Promises the mail, or says why not; also for a link to everything that is over. */
export async function mailAccountLink(
  ctx: Ctx,
  query: Sql,
  { id }: Pick<Row<Customer>, 'id'>,
): Promise<Refusal | null> {
  // Held, so that a change of address in the same moment ends this link, or has it sent to the new one.
  const customer = await holdCustomer(query, id);
  const restricted = restrictedProblem(customer);
  if (restricted !== null) return restricted;
  const { email } = customer;
  const { count } = await query
    .selectFrom('mail')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('customerId', '=', id)
    .where('kind', '=', 'ACCOUNT_LINK')
    .where('queuedAt', '>', later(ctx.now, -hour * 1000))
    .executeTakeFirstOrThrow();
  // Nobody's mailbox is filled by somebody who clicks.
  if (Number(count) >= mailsPerHour) return tooMany();
  await queueMails(ctx, query, {
    kind: 'ACCOUNT_LINK',
    quoteId: null,
    customerId: id,
    recipient: email,
    dedupeKey: `account-link:${ctx.ids.id()}`,
  });
  await record(ctx, query, {
    action: 'link.sent',
    text: `Sent the link to everything to ${email}`,
    customerId: id,
  });
  return null;
}

/** Ends one link to everything; it is dead at once on every server. */
export async function revokeAccountLink(ctx: Ctx, { id }: { id: string }): Promise<Row<Customer>> {
  requirePermission(ctx, 'WRITE_QUOTES');
  const customerId = await ctx.db.transaction(async ({ sql: query }) => {
    const link = await query
      .selectFrom('link')
      .select(['customerId', 'email'])
      .where('id', '=', id)
      .where('purpose', '=', 'ACCOUNT')
      .executeTakeFirst();
    if (link === undefined) throw notFound();
    const { numUpdatedRows } = await query
      .updateTable('link')
      .set({ revokedAt: ctx.now })
      .where('id', '=', id)
      .where('revokedAt', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 1n)
      await record(ctx, query, {
        action: 'link.revoked',
        text: `Revoked the link to everything that was sent to ${link.email}`,
        customerId: link.customerId,
        facts: { linkId: id },
      });
    return link.customerId;
  });
  return ctx.load.customer.load(customerId);
}

const tooMany = (): Refusal =>
  refuse(
    'TOO_MANY_ATTEMPTS',
    'This mail was sent several times in the last hour. Please look in the spam folder, or try again later.',
  );

const customerOf = (query: Sql, id: string) =>
  query.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirst();

async function isTooMany(ip: string): Promise<boolean> {
  try {
    await perNetwork.consume(networkOf(ip));
    return false;
  } catch (error) {
    if (error instanceof RateLimiterRes) return true;
    throw error;
  }
}
