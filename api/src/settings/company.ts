import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { readMailbox } from '../domain/mailbox.ts';
import { firstProblem, linesProblem, rangeProblem, textProblem } from '../domain/text-limits.ts';
import { conflict } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import { Company } from './company.entity.ts';
import type { UpdateCompanyInput } from './company.type.ts';

/** The one company of this installation. */
export const readCompany = (query: Sql): Promise<Row<Company>> =>
  query.selectFrom('company').selectAll().executeTakeFirstOrThrow();

/** Changes the settings; what was approved or issued before keeps what it says. */
export async function updateCompany(ctx: Ctx, input: UpdateCompanyInput): Promise<Row<Company> | Refusal> {
  requirePermission(ctx, 'MANAGE_COMPANY');
  const problem = companyProblem(input);
  if (problem !== null) return problem;
  await ctx.db.transaction(async ({ em }) => {
    const company = await em.findOneOrFail(Company, 1);
    if (company.version !== input.version) throw conflict();
    const { version: _, address, bankDetails, pricesIncludeTax, ...columns } = { ...input };
    em.assign(company, {
      ...columns,
      address: JSON.stringify(address),
      bankDetails: JSON.stringify(bankDetails),
      pricesIncludeTax: pricesIncludeTax ? 1 : 0,
    });
  });
  return readCompany(ctx.db.read);
}

const companyProblem = (input: UpdateCompanyInput): Refusal | null =>
  firstProblem([
    textProblem('name', input.name, 200, 1),
    linesProblem('address', input.address, 6),
    readMailbox(input.email) === null ? refuse('INPUT_INVALID', 'This is not an e-mail address.', 'email') : null,
    textProblem('phone', input.phone, 50),
    textProblem('taxNumber', input.taxNumber, 100),
    textProblem('taxLabel', input.taxLabel, 20, 1),
    rangeProblem('defaultTaxRate', input.defaultTaxRate, 0, 100_000),
    rangeProblem('paymentTermsDays', input.paymentTermsDays, 0, 365),
    rangeProblem('quoteValidityDays', input.quoteValidityDays, 1, 365),
    textProblem('quoteTerms', input.quoteTerms, 20_000),
    linesProblem('bankDetails', input.bankDetails, 8),
  ]);
