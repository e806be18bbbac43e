import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import {
  type DuplicateKey,
  type DuplicateMatch,
  duplicateKeys,
  type DuplicateReason,
  suggestDuplicates,
} from '../domain/customer-duplicates.ts';
import { requirePermission } from '../staff/require.ts';
import type { CustomerDuplicatesArgs } from './customer-input.type.ts';
import type { Customer } from './customer.entity.ts';

/** How many are looked at for one key, and how many are shown. */
const mostOfAKey = 20;
const mostShown = 5;

/** Who could be meant by what was typed so far; at most five, the likeliest first, archived ones included. */
export async function findDuplicates(
  ctx: Ctx,
  { name, email, taxNumber, phone, excludeId }: CustomerDuplicatesArgs,
): Promise<{ customer: Row<Customer>; reasons: readonly DuplicateReason[] }[]> {
  requirePermission(ctx, 'READ');
  const keys = duplicateKeys({
    name: short(name),
    taxNumber: short(taxNumber),
    emails: [short(email)],
    phones: [short(phone)],
  });
  const matches = await Promise.all(keys.map((key) => matchesOf(ctx, key, excludeId ?? '')));
  const suggestions = suggestDuplicates(matches.flat(), mostShown);
  if (suggestions.length === 0) return [];
  const ids = suggestions.map(({ customerId }) => customerId);
  const customers = await ctx.db.read.selectFrom('customer').selectAll().where('id', 'in', ids).execute();
  return suggestions.flatMap(({ customerId, reasons }) => {
    const customer = customers.find(({ id }) => id === customerId);
    return customer === undefined ? [] : [{ customer, reasons }];
  });
}

/** One range of the index each, cut off by itself: a domain with a thousand customers must not hide a tax number. */
const matchesOf = (ctx: Ctx, { reason, key }: DuplicateKey, excludeId: string): Promise<DuplicateMatch[]> =>
  ctx.db.read
    .selectFrom('customerKey')
    .select(['customerId', 'reason'])
    .where('reason', '=', reason)
    .where('key', '=', key)
    .where('customerId', '<>', excludeId)
    .orderBy('customerId', 'desc')
    .limit(mostOfAKey)
    .execute();

/** Nothing that is typed by hand is longer. */
const short = (text: string | null): string => (text ?? '').slice(0, 300);
