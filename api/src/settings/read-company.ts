import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { statement } from '../db/statement.ts';
import type { Company } from './company.entity.ts';

/** The one company of this installation. */
export async function readCompany(query: Sql): Promise<Row<Company>> {
  const [company] = (await allCompanies(query, {})).rows;
  if (company === undefined) throw new Error('There is no company: the database was not prepared');
  return company;
}

const allCompanies = statement((query) => query.selectFrom('company').selectAll());
