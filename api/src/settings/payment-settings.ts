import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import {
  type BankAccount,
  bankAccountProblem,
  noBankAccount,
  tidyBankAccount,
} from '../domain/bank-account.ts';
import { minor } from '../domain/money.ts';
import { paymentQr } from '../domain/payment-qr/payment-qr.ts';
import type { Refusal } from '../domain/refusal.ts';
import { firstProblem, rangeProblem } from '../domain/text-limits.ts';
import { conflict } from '../fault.ts';
import { moneyOrNull } from '../graphql/views.ts';
import { requirePermission } from '../staff/require.ts';
import { Company } from './company.entity.ts';
import type { UpdatePaymentSettingsInput } from './payment-settings.type.ts';
import { readCompany } from './read-company.ts';

const highestLimit = 1_000_000_000_000_000;
const longestPause = 30;

/** The company's account as it is kept; null when none is set. */
export const bankAccountOf = ({ bankAccount }: Pick<Row<Company>, 'bankAccount'>): BankAccount | null =>
  bankAccount === null ? null : (JSON.parse(bankAccount) as BankAccount);

/** The settings of payments as the contract shows them. */
export function paymentSettingsView(company: Row<Company>) {
  const account = bankAccountOf(company) ?? noBankAccount;
  const sample = paymentQr(account, { amount: minor(10_000), currency: company.currency }, 'INV-2026-0001');
  return {
    bankAccount: account,
    refundLimit: moneyOrNull(company.refundLimit, company.currency),
    claimPauseDays: company.claimPauseDays,
    paymentQr: sample?.standard ?? null,
  };
}

/** Changes where transfers go and how money goes back; what was issued before keeps the account that it names. */
export async function updatePaymentSettings(
  ctx: Ctx,
  input: UpdatePaymentSettingsInput,
): Promise<Row<Company> | Refusal> {
  requirePermission(ctx, 'MANAGE_COMPANY');
  const typed = tidyBankAccount({ ...noBankAccount, ...input.bankAccount });
  const problem = settingsProblem(typed, input);
  if (problem !== null) return problem;
  const bankAccount = Object.values(typed).every((text) => text === '') ? null : JSON.stringify(typed);
  await ctx.db.transaction(async ({ em, sql: query }) => {
    const company = await em.findOneOrFail(Company, 1);
    if (company.version !== input.version) throw conflict();
    const before = company.bankAccount;
    em.assign(company, {
      bankAccount,
      refundLimit: input.refundLimit ?? null,
      claimPauseDays: input.claimPauseDays,
    });
    const limits = { refundLimit: input.refundLimit ?? null, claimPauseDays: input.claimPauseDays };
    // Who changed where the money goes has to be findable, and what stood there before.
    await record(ctx, query, {
      action: before === bankAccount ? 'company.changed' : 'company.bankAccountChanged',
      text: before === bankAccount ? 'Settings of payments changed' : 'Changed where transfers go',
      facts: before === bankAccount ? limits : { ...limits, before: before ?? '', now: bankAccount ?? '' },
    });
  });
  return readCompany(ctx.db.read);
}

function settingsProblem(account: BankAccount, input: UpdatePaymentSettingsInput): Refusal | null {
  const wrong = bankAccountProblem(account);
  return firstProblem([
    wrong === null ? null : { ...wrong, field: `bankAccount.${wrong.field}` },
    input.refundLimit == null ? null : rangeProblem('refundLimit', input.refundLimit, 1, highestLimit),
    rangeProblem('claimPauseDays', input.claimPauseDays, 0, longestPause),
  ]);
}
