import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import type { Instant } from '../db/instant.ts';
import { linkedProblem } from '../domain/customer.ts';
import type { Refusal } from '../domain/refusal.ts';
import { conflict } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import type {
  ArchiveCustomerInput,
  DeleteCustomerInput,
  RestoreCustomerInput,
} from './customer-input.type.ts';
import { dropKeys } from './customer-keys.ts';
import { Customer } from './customer.entity.ts';
import { holdCustomer, linkedRecords } from './linked-records.ts';
import { readCustomer } from './read-customer.ts';

/** Takes a customer out of lists and new quotes; what is under way goes on. Done before, it is done. */
export const archiveCustomer = (ctx: Ctx, input: ArchiveCustomerInput): Promise<Row<Customer>> =>
  setArchived(ctx, input, ctx.now);

/** Brings an archived customer back. Done before, it is done. */
export const restoreCustomer = (ctx: Ctx, input: RestoreCustomerInput): Promise<Row<Customer>> =>
  setArchived(ctx, input, null);

async function setArchived(
  ctx: Ctx,
  { id, version }: ArchiveCustomerInput,
  archivedAt: Instant | null,
): Promise<Row<Customer>> {
  requirePermission(ctx, 'WRITE_QUOTES');
  await ctx.db.transaction(async ({ em, sql: query }) => {
    const customer = await em.findOneOrFail(Customer, id);
    if ((customer.archivedAt === null) === (archivedAt === null)) return;
    if (customer.version !== version || customer.erasedAt != null) throw conflict();
    em.assign(customer, { archivedAt });
    await em.flush();
    await record(ctx, query, {
      action: archivedAt === null ? 'customer.restored' : 'customer.archived',
      text: `${customer.name} ${archivedAt === null ? 'restored' : 'archived'}`,
      customerId: id,
    });
  });
  return readCustomer(ctx, id);
}

/** Deletes a customer that nothing names, such as one that was entered twice; any other is archived. */
export async function deleteCustomer(
  ctx: Ctx,
  { id, version }: DeleteCustomerInput,
): Promise<{ id: string; name: string } | Refusal> {
  requirePermission(ctx, 'WRITE_QUOTES');
  return ctx.db.transaction(async ({ sql: query }) => {
    const customer = await holdCustomer(query, id);
    const refusal = linkedProblem(customer.name, await linkedRecords(query, id));
    if (refusal !== null) return refusal;
    if (customer.version !== version) throw conflict();
    await dropKeys(query, id);
    await query.deleteFrom('customer').where('id', '=', id).execute();
    await record(ctx, query, {
      action: 'customer.deleted',
      text: `${customer.name} deleted; nothing was linked`,
      customerId: id,
    });
    return { id, name: customer.name };
  });
}
