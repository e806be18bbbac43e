import type { BankAccountInput } from '../../gql/graphql.ts';
import { amountOf } from '../../ui/entry.ts';

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** The fields of a bank account, in the order of the form. */
const accountFields = [
  'holder',
  'iban',
  'bic',
  'street',
  'houseNumber',
  'postalCode',
  'town',
  'country',
  'payNow',
] as const satisfies readonly (keyof BankAccountInput)[];

/** An amount that cannot be read is NaN, and so are days; no rule allows them. */
export function readPaymentSettings(form: FormData, currency: string) {
  const limit = text(form, 'refundLimit');
  const account = Object.fromEntries(accountFields.map((name) => [name, text(form, name)]));
  return {
    bankAccount: account as BankAccountInput,
    refundLimit: limit === '' ? null : (amountOf(limit, currency) ?? Number.NaN),
    claimPauseDays: Number(text(form, 'claimPauseDays') || Number.NaN),
  };
}

type Entry = ReturnType<typeof readPaymentSettings>;

/** What was typed and cannot be meant; whether an IBAN is one, the server says. */
export function paymentSettingsProblems({ bankAccount, refundLimit, claimPauseDays }: Entry) {
  const { holder, iban, payNow, country } = bankAccount;
  const isDays = Number.isInteger(claimPauseDays) && claimPauseDays >= 0 && claimPauseDays <= 30;
  return {
    ...(holder === '' && `${iban}${payNow}` !== '' && { holder: 'Whose account is it?' }),
    ...(country !== '' && !/^[a-z]{2}$/i.test(country) && { country: 'Two letters, such as CH.' }),
    ...(refundLimit !== null && !(refundLimit > 0) && { refundLimit: 'An amount such as 500.' }),
    ...(!isDays && { claimPauseDays: '0 to 30 days.' }),
  } as Record<string, string>;
}
