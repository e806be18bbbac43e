import { dropKeys } from '../customers/customer-keys.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import type { Customer } from '../customers/customer.entity.ts';
import { erasedWord } from '../domain/erased-words.ts';
import type { ErasurePlan } from '../domain/erasure.ts';
import { searchKey } from '../domain/search-key.ts';

/** What goes at once, whatever has to be kept: what is no part of any record. */
const details = { phone: '', contacts: '[]', notes: '', invoiceHold: '', accountManagerId: null };

const identity = {
  name: erasedWord,
  contactName: '',
  email: '',
  address: '[]',
  taxNumber: '',
  searchKey: searchKey(erasedWord),
};

/** The customer itself. A prefix that stands in numbers stays with them; one that does not is made of the id. */
export async function takeCustomer(
  ctx: Ctx,
  query: Sql,
  { id, quoteCount, prefix, email, restrictedAt }: Row<Customer>,
  { outcome, until }: ErasurePlan,
): Promise<void> {
  await dropKeys(query, id);
  const isAll = outcome === 'ERASED';
  await query
    .updateTable('customer')
    .set((row) => ({
      ...details,
      ...(isAll && { ...identity, erasedAt: ctx.now }),
      prefix: isAll && quoteCount === 0 ? `X${id.replaceAll('-', '').slice(-11).toUpperCase()}` : prefix,
      restrictedAt: isAll ? restrictedAt : (restrictedAt ?? ctx.now),
      keptUntil: until,
      version: row('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
  if (!isAll) await endOpenDoors(ctx, query, { id, email });
}

/** Of a restricted customer links stay to what was signed and what is owed, in the main mailbox, and no other. */
async function endOpenDoors(
  ctx: Ctx,
  query: Sql,
  { id: customerId, email }: Pick<Row<Customer>, 'id' | 'email'>,
): Promise<void> {
  await query
    .updateTable('link')
    .set({ revokedAt: ctx.now })
    .where('customerId', '=', customerId)
    .where('revokedAt', 'is', null)
    .where((row) =>
      row.or([
        row('purpose', '=', 'ACCOUNT'),
        // The mailbox of another contact, who is no contact any more.
        row(row.fn<string>('lower', ['email']), '<>', email.toLowerCase()),
        row.and([
          row('purpose', '=', 'QUOTE'),
          row(
            'quoteId',
            'not in',
            row
              .selectFrom('quote')
              .select('id')
              .where('customerId', '=', customerId)
              .where('status', '=', 'ACCEPTED'),
          ),
        ]),
      ]),
    )
    .execute();
}
