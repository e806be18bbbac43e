import type { Party } from '../domain/quote-snapshot.ts';
import type { Row } from '../db/entities.ts';
import type { Company } from './company.entity.ts';

/** The company as documents print it. */
export const partyOf = (company: Row<Company>): Party => ({
  name: company.name,
  address: JSON.parse(company.address) as string[],
  email: company.email,
  phone: company.phone,
  taxNumber: company.taxNumber,
  taxLabel: company.taxLabel,
  colour: company.colour,
  logo: company.logoHash,
});
