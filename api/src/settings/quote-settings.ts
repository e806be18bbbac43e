import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { hundredPercent } from '../domain/discount.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { firstProblem, rangeProblem, textProblem } from '../domain/text-limits.ts';
import { conflict } from '../fault.ts';
import { moneyOrNull } from '../graphql/views.ts';
import { requirePermission } from '../staff/require.ts';
import { Company } from './company.entity.ts';
import type { UpdateQuoteSettingsInput } from './quote-settings.type.ts';
import { readCompany } from './read-company.ts';

const highestLimit = 1_000_000_000_000_000;
const mostFollowUps = 5;

/** The settings of quotes as the contract shows them. */
export const quoteSettingsView = (company: Row<Company>) => ({
  taxRounding: company.taxRounding,
  reverseChargeNote: company.reverseChargeNote,
  exemptNote: company.exemptNote,
  approvalLimit: moneyOrNull(company.approvalLimit, company.currency),
  approvalDiscountPercent: company.approvalDiscountPercent,
  approvalTermsDays: company.approvalTermsDays,
  approveNewClients: company.approveNewClients === 1,
  fourEyes: company.fourEyes === 1,
  staffMaySend: company.staffMaySend === 1,
  quoteFollowUpDays: JSON.parse(company.quoteFollowUpDays) as number[],
  expiryNoticeDays: company.expiryNoticeDays,
  mailboxProof: company.mailboxProof,
  codeFrom: moneyOrNull(company.codeFrom, company.currency),
});

/** Changes how quotes are taxed, checked and followed up; what was approved before keeps what it says. */
export async function updateQuoteSettings(
  ctx: Ctx,
  input: UpdateQuoteSettingsInput,
): Promise<Row<Company> | Refusal> {
  requirePermission(ctx, 'MANAGE_COMPANY');
  const problem = settingsProblem(input);
  if (problem !== null) return problem;
  await ctx.db.transaction(async ({ em, sql: query }) => {
    const company = await em.findOneOrFail(Company, 1);
    if (company.version !== input.version) throw conflict();
    const approval = {
      approvalLimit: input.approvalLimit ?? null,
      approvalDiscountPercent: input.approvalDiscountPercent ?? null,
      approvalTermsDays: input.approvalTermsDays ?? null,
      approveNewClients: input.approveNewClients ? 1 : 0,
      fourEyes: input.fourEyes ? 1 : 0,
      staffMaySend: input.staffMaySend ? 1 : 0,
      mailboxProof: input.mailboxProof,
      codeFrom: input.codeFrom ?? null,
    };
    em.assign(company, {
      ...approval,
      taxRounding: input.taxRounding,
      reverseChargeNote: input.reverseChargeNote.trim(),
      exemptNote: input.exemptNote.trim(),
      quoteFollowUpDays: JSON.stringify(input.quoteFollowUpDays),
      expiryNoticeDays: input.expiryNoticeDays ?? null,
    });
    // Who made it easier to send a quote has to be findable.
    await record(ctx, query, {
      action: 'company.changed',
      text: 'Settings of quotes changed',
      facts: approval,
    });
  });
  return readCompany(ctx.db.read);
}

const settingsProblem = (input: UpdateQuoteSettingsInput): Refusal | null =>
  firstProblem([
    textProblem('reverseChargeNote', input.reverseChargeNote, 500, 1),
    textProblem('exemptNote', input.exemptNote, 500, 1),
    optionalRange('approvalLimit', input.approvalLimit, 1, highestLimit),
    optionalRange('approvalDiscountPercent', input.approvalDiscountPercent, 0, hundredPercent),
    optionalRange('approvalTermsDays', input.approvalTermsDays, 0, 365),
    input.quoteFollowUpDays.length > mostFollowUps
      ? refuse('INPUT_INVALID', `At most ${mostFollowUps} days.`, 'quoteFollowUpDays')
      : null,
    ...input.quoteFollowUpDays.map((day, index) =>
      rangeProblem(`quoteFollowUpDays.${index}`, day, (input.quoteFollowUpDays[index - 1] ?? 0) + 1, 90),
    ),
    optionalRange('codeFrom', input.codeFrom, 1, highestLimit),
    optionalRange('expiryNoticeDays', input.expiryNoticeDays, 1, 30),
  ]);

const optionalRange = (field: string, value: number | null | undefined, least: number, most: number) =>
  value == null ? null : rangeProblem(field, value, least, most);
