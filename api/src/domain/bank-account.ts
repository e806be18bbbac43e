/**
 * Where transfers go, as fields: what a customer copies into the bank's form, and what a payment code is made of. All of them may
 * be empty; a company in Sydney has an account number that no code knows, and prints it as lines of text instead.
 */
import { readBic, readIban } from './payment-qr/iban.ts';
import { readPayNowProxy } from './payment-qr/paynow.ts';
import { type Refusal, refuse } from './refusal.ts';
import { firstProblem, textProblem } from './text-limits.ts';

export type BankAccount = Readonly<{
  holder: string;
  iban: string;
  bic: string;
  street: string;
  houseNumber: string;
  postalCode: string;
  town: string;
  /** ISO 3166-1, two letters. */
  country: string;
  /** A company's registration or a mobile number in Singapore. */
  payNow: string;
}>;

/** No account at all. */
export const noBankAccount: BankAccount = {
  holder: '',
  iban: '',
  bic: '',
  street: '',
  houseNumber: '',
  postalCode: '',
  town: '',
  country: '',
  payNow: '',
};

/** As it is stored: numbers in capitals and without spaces. What cannot be read stays as it was typed, for the problem to name. */
export const tidyBankAccount = (typed: BankAccount): BankAccount => ({
  holder: typed.holder.trim(),
  iban: readIban(typed.iban) ?? typed.iban.trim(),
  bic: readBic(typed.bic) ?? typed.bic.trim(),
  street: typed.street.trim(),
  houseNumber: typed.houseNumber.trim(),
  postalCode: typed.postalCode.trim(),
  town: typed.town.trim(),
  country: typed.country.trim().toUpperCase(),
  payNow: readPayNowProxy(typed.payNow) ?? typed.payNow.trim(),
});

/** Why an account cannot be kept as it is; null when it can. Fields are those of the account. */
export function bankAccountProblem(account: BankAccount): Refusal | null {
  const isUsed = account.iban !== '' || account.payNow !== '';
  return firstProblem([
    textProblem('holder', account.holder, 70, isUsed ? 1 : 0),
    account.iban === '' || readIban(account.iban) !== null
      ? null
      : refuse('INPUT_INVALID', 'This is not an IBAN: a digit is wrong or missing.', 'iban'),
    account.bic === '' || readBic(account.bic) !== null
      ? null
      : refuse('INPUT_INVALID', 'A BIC has 8 or 11 letters and digits.', 'bic'),
    textProblem('street', account.street, 70),
    textProblem('houseNumber', account.houseNumber, 16),
    textProblem('postalCode', account.postalCode, 16),
    textProblem('town', account.town, 35),
    account.country === '' || /^[A-Z]{2}$/.test(account.country)
      ? null
      : refuse('INPUT_INVALID', 'A country is written with two letters, such as CH.', 'country'),
    account.payNow === '' || readPayNowProxy(account.payNow) !== null
      ? null
      : refuse(
          'INPUT_INVALID',
          'This is neither a UEN nor a mobile number of Singapore, such as +65 9123 4567.',
          'payNow',
        ),
  ]);
}
