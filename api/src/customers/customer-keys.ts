import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { duplicateKeys } from '../domain/customer-duplicates.ts';
import { contactsOf } from './customer-input.ts';
import type { Customer } from './customer.entity.ts';

type Known = Pick<Row<Customer>, 'id' | 'name' | 'email' | 'phone' | 'taxNumber' | 'contacts'>;

/** Keeps by what the customer is recognised, in the transaction that changes it. */
export async function keepKeys(query: Sql, customer: Known): Promise<void> {
  const contacts = contactsOf(customer.contacts);
  const keys = duplicateKeys({
    name: customer.name,
    taxNumber: customer.taxNumber,
    emails: [customer.email, ...contacts.map(({ email }) => email)],
    phones: [customer.phone, ...contacts.map(({ phone }) => phone)],
  });
  await dropKeys(query, customer.id);
  if (keys.length === 0) return;
  await query
    .insertInto('customerKey')
    .values(keys.map((key) => ({ customerId: customer.id, ...key })))
    .execute();
}

export const dropKeys = (query: Sql, customerId: string) =>
  query.deleteFrom('customerKey').where('customerId', '=', customerId).execute();
