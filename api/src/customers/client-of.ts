import type { Row } from '../db/entities.ts';
import type { Client } from '../domain/quote-snapshot.ts';
import type { Customer } from './customer.entity.ts';

/** The customer as documents print it now; a document keeps what this said when it was frozen. */
export const clientOf = (customer: Row<Customer>): Client => ({
  name: customer.name,
  contactName: customer.contactName,
  email: customer.email,
  address: JSON.parse(customer.address) as string[],
  taxNumber: customer.taxNumber,
  language: customer.language,
});
