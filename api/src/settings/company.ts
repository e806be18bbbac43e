import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { isColour } from '../domain/attachment.ts';
import { hundredPercent } from '../domain/discount.ts';
import { longestRetention } from '../domain/erasure.ts';
import { readMailbox } from '../domain/mailbox.ts';
import { firstProblem, linesProblem, rangeProblem, textProblem } from '../domain/text-limits.ts';
import { conflict } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import { Company } from './company.entity.ts';
import type { UpdateCompanyInput } from './company.type.ts';
import { readCompany } from './read-company.ts';

/** The settings for staff. */
export function companyForStaff(ctx: Ctx): Row<Company> {
  requirePermission(ctx, 'READ');
  return ctx.company;
}

/** Changes the settings; what was approved or issued before keeps what it says. */
export async function updateCompany(ctx: Ctx, input: UpdateCompanyInput): Promise<Row<Company> | Refusal> {
  requirePermission(ctx, 'MANAGE_COMPANY');
  const problem = companyProblem(input);
  if (problem !== null) return problem;
  await ctx.db.transaction(async ({ em, sql: query }) => {
    const company = await em.findOneOrFail(Company, 1);
    if (company.version !== input.version) throw conflict();
    const { version: _, pricesIncludeTax, retentionYears, ...columns } = { ...input };
    em.assign(company, {
      ...columns,
      name: input.name.trim(),
      email: readMailbox(input.email) ?? '',
      taxLabel: input.taxLabel.trim(),
      address: storedLines(input.address),
      bankDetails: storedLines(input.bankDetails),
      colour: input.colour.toLowerCase(),
      pricesIncludeTax: pricesIncludeTax ? 1 : 0,
      retentionYears: retentionYears ?? company.retentionYears,
    });
    // Who changed where the money goes has to be findable.
    await record(ctx, query, {
      action: 'company.changed',
      text: 'Settings changed',
      facts: { bankDetails: input.bankDetails.join('; ') },
    });
  });
  return readCompany(ctx.db.read);
}

/** Without empty lines: an empty list of bank details is what switches transfers off. */
const storedLines = (lines: readonly string[]): string =>
  JSON.stringify(lines.map((line) => line.trim()).filter((line) => line !== ''));

const companyProblem = (input: UpdateCompanyInput): Refusal | null =>
  firstProblem([
    textProblem('name', input.name, 200, 1),
    linesProblem('address', input.address, 6),
    readMailbox(input.email) === null
      ? refuse('INPUT_INVALID', 'This is not an e-mail address.', 'email')
      : null,
    textProblem('phone', input.phone, 50),
    textProblem('taxNumber', input.taxNumber, 100),
    textProblem('taxLabel', input.taxLabel, 20, 1),
    rangeProblem('defaultTaxRate', input.defaultTaxRate, 0, hundredPercent),
    rangeProblem('paymentTermsDays', input.paymentTermsDays, 0, 365),
    rangeProblem('quoteValidityDays', input.quoteValidityDays, 1, 365),
    textProblem('quoteTerms', input.quoteTerms, 20_000),
    linesProblem('bankDetails', input.bankDetails, 8),
    input.retentionYears == null
      ? null
      : rangeProblem('retentionYears', input.retentionYears, 0, longestRetention),
    isColour(input.colour)
      ? null
      : refuse('INPUT_INVALID', 'A colour is written as #1d5a49: six digits or letters a to f.', 'colour'),
  ]);
