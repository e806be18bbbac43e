import { sha256 } from '../sha256.ts';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import { LostRace } from '../db/retried.ts';
import { currencyProblem } from '../domain/customer.ts';
import { restrictedProblem } from '../domain/erasure.ts';
import { prefixFrom } from '../domain/numbering.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { conflict } from '../fault.ts';
import { addressesOf } from '../mails/mail-standing.ts';
import { requirePermission } from '../staff/require.ts';
import { columnsOf, customerProblem, defaultsOf } from './customer-input.ts';
import type { CreateCustomerInput, UpdateCustomerInput } from './customer-input.type.ts';
import { keepKeys } from './customer-keys.ts';
import { Customer } from './customer.entity.ts';
import { endLinksTo } from './end-links.ts';
import { holdCustomer, linkedRecords } from './linked-records.ts';
import { readCustomer } from './read-customer.ts';

/** Adds a client. A prefix that is not given is made from the name, with a number behind it when it is taken. */
export async function createCustomer(ctx: Ctx, input: CreateCustomerInput): Promise<Row<Customer> | Refusal> {
  const staff = requirePermission(ctx, 'WRITE_QUOTES');
  const problem = customerProblem(input.customer);
  if (problem !== null) return problem;
  const request = {
    scope: `staff:${staff.id}:customer`,
    key: input.idempotencyKey,
    requestHash: sha256(JSON.stringify(input.customer)),
  };
  const made = await ctx.db.transaction(async ({ em, sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const given = input.customer.prefix ?? null;
    if (given !== null && (await isTaken(query, given))) return prefixTaken();
    const stranger = await managerProblem(query, input.customer.accountManagerId, null);
    if (stranger !== null) return stranger;
    const customer = em.create(Customer, {
      id: ctx.ids.id(),
      version: 1,
      ...defaultsOf(ctx),
      invoiceHold: '',
      ...columnsOf(input.customer, ctx.ids),
      prefix: given ?? (await freePrefix(query, input.customer.name)),
      quoteCount: 0,
      createdAt: ctx.now,
    });
    await em.flush();
    await keepKeys(query, customer);
    await record(ctx, query, {
      action: 'customer.created',
      text: `${customer.name} added`,
      customerId: customer.id,
    });
    await keepAnswer(query, request, customer, ctx.now);
    return { id: customer.id };
  });
  return isRefusal(made) ? made : readCustomer(ctx, made.id);
}

/** Changes what is known of a client; documents that exist keep what they say, and links to mailboxes that are gone end. */
export async function updateCustomer(ctx: Ctx, input: UpdateCustomerInput): Promise<Row<Customer> | Refusal> {
  requirePermission(ctx, 'WRITE_QUOTES');
  const problem = customerProblem(input.customer);
  if (problem !== null) return problem;
  const outcome = await ctx.db.transaction(async ({ em, sql: query }) => {
    const customer = await em.findOneOrFail(Customer, input.id);
    const restricted = restrictedProblem({
      restrictedAt: customer.restrictedAt ?? null,
      erasedAt: customer.erasedAt ?? null,
    });
    if (restricted !== null) return restricted;
    if (customer.version !== input.version) throw conflict();
    const prefix = input.customer.prefix ?? customer.prefix;
    if (prefix !== customer.prefix) {
      if (customer.quoteCount > 0) {
        return refuse(
          'INPUT_INVALID',
          'The prefix stands in the numbers of quotes that were sent, so it stays.',
          'customer.prefix',
        );
      }
      if (await isTaken(query, prefix)) return prefixTaken();
      await changePrefix(query, customer.id, prefix);
    }
    const stranger = await managerProblem(
      query,
      input.customer.accountManagerId,
      customer.accountManagerId ?? null,
    );
    if (stranger !== null) return stranger;
    if ((input.customer.currency ?? customer.currency) !== customer.currency) {
      await holdCustomer(query, customer.id);
      const fixed = currencyProblem(await linkedRecords(query, customer.id));
      if (fixed !== null) return fixed;
    }
    const before = await addressesOf(query, customer.id);
    em.assign(customer, columnsOf(input.customer, ctx.ids));
    await em.flush();
    await keepKeys(query, customer);
    const after = await addressesOf(query, customer.id);
    await endLinksTo(
      ctx,
      query,
      customer.id,
      before.filter((address) => !after.includes(address)),
    );
    await record(ctx, query, {
      action: 'customer.changed',
      text: `${customer.name} changed`,
      customerId: customer.id,
    });
    return null;
  });
  return outcome ?? readCustomer(ctx, input.id);
}

/** The first quote may get its number in this very moment; then the prefix stays. */
async function changePrefix(query: Sql, id: string, prefix: string): Promise<void> {
  const { numUpdatedRows } = await query
    .updateTable('customer')
    .set({ prefix })
    .where('id', '=', id)
    .where('quoteCount', '=', 0)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LostRace();
}

const prefixTaken = (): Refusal =>
  refuse('PREFIX_TAKEN', 'Another customer has this prefix already.', 'customer.prefix');

/** Somebody new has to work here; who is entered already may have left since. */
async function managerProblem(
  query: Sql,
  id: string | null | undefined,
  known: string | null,
): Promise<Refusal | null> {
  if (id == null || id === known) return null;
  const staff = await query
    .selectFrom('staff')
    .select('id')
    .where('id', '=', id)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
  return staff === undefined
    ? refuse('INPUT_INVALID', 'Nobody on the staff is meant by this.', 'customer.accountManagerId')
    : null;
}

const isTaken = async (query: Sql, prefix: string): Promise<boolean> =>
  (await query.selectFrom('customer').select('id').where('prefix', '=', prefix).executeTakeFirst()) !==
  undefined;

async function freePrefix(query: Sql, name: string): Promise<string> {
  const base = prefixFrom(name);
  for (let suffix = 1; ; suffix += 1) {
    const prefix = suffix === 1 ? base : `${base.slice(0, 12 - String(suffix).length)}${suffix}`;
    if (!(await isTaken(query, prefix))) return prefix;
  }
}
