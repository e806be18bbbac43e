import { sha256 } from '../sha256.ts';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import { LostRace } from '../db/retried.ts';
import { readMailbox } from '../domain/mailbox.ts';
import { prefixFrom } from '../domain/numbering.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { firstProblem, linesProblem, rangeProblem, textProblem } from '../domain/text-limits.ts';
import { conflict } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import { Customer } from './customer.entity.ts';
import { readCustomer } from './read-customer.ts';
import type { CreateCustomerInput, CustomerInput, UpdateCustomerInput } from './customer.type.ts';

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
    const customer = em.create(Customer, {
      id: ctx.ids.id(),
      version: 1,
      ...columnsOf(input.customer),
      prefix: given ?? (await freePrefix(query, input.customer.name)),
      currency: ctx.company.currency,
      quoteCount: 0,
      createdAt: ctx.now,
    });
    await em.flush();
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

/** Changes what is known of a client; documents that exist keep what they say. */
export async function updateCustomer(ctx: Ctx, input: UpdateCustomerInput): Promise<Row<Customer> | Refusal> {
  requirePermission(ctx, 'WRITE_QUOTES');
  const problem = customerProblem(input.customer);
  if (problem !== null) return problem;
  const outcome = await ctx.db.transaction(async ({ em, sql: query }) => {
    const customer = await em.findOneOrFail(Customer, input.id);
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
    em.assign(customer, columnsOf(input.customer));
    await em.flush();
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

const columnsOf = (input: CustomerInput) => ({
  name: input.name.trim(),
  contactName: input.contactName.trim(),
  email: readMailbox(input.email) ?? '',
  phone: input.phone.trim(),
  address: JSON.stringify(input.address.map((line) => line.trim()).filter((line) => line !== '')),
  paymentTermsDays: input.paymentTermsDays ?? null,
});

const customerProblem = (input: CustomerInput): Refusal | null =>
  firstProblem([
    textProblem('customer.name', input.name, 200, 1),
    textProblem('customer.contactName', input.contactName, 200),
    readMailbox(input.email) === null
      ? refuse('INPUT_INVALID', 'This is not an e-mail address.', 'customer.email')
      : null,
    textProblem('customer.phone', input.phone, 50),
    linesProblem('customer.address', input.address, 6),
    input.prefix == null || /^[A-Z0-9]{2,12}$/.test(input.prefix)
      ? null
      : refuse(
          'INPUT_INVALID',
          'The prefix is made of 2 to 12 capital letters or digits.',
          'customer.prefix',
        ),
    input.paymentTermsDays == null
      ? null
      : rangeProblem('customer.paymentTermsDays', input.paymentTermsDays, 0, 365),
  ]);

const prefixTaken = (): Refusal =>
  refuse('PREFIX_TAKEN', 'Another customer has this prefix already.', 'customer.prefix');

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
