import { type BankAccount, noBankAccount } from '../domain/bank-account.ts';
import { decimalText, formatAmount, type Money } from '../domain/money.ts';
import { printedIban } from '../domain/payment-qr/iban.ts';
import { paymentQr, transferReference } from '../domain/payment-qr/payment-qr.ts';
import { qrPicture } from '../letters/qr-picture.ts';

type Field = { label: string; value: string; copy: string };

/** What a transfer of this amount needs: fields to copy, and the code for a bank's app where there is a standard. */
export function transferView(
  account: BankAccount | null,
  { amount, number, locale }: { amount: Money; number: string; locale: string },
) {
  const known = account ?? noBankAccount;
  const reference = transferReference(known, amount.currency, number);
  const qr = paymentQr(known, amount, number);
  const sum = formatAmount(amount, locale);
  return {
    reference,
    fields: [
      ...accountFields(known, amount),
      { label: 'Amount', value: sum, copy: decimalText(amount) },
      { label: 'Reference', value: reference, copy: reference.replaceAll(' ', '') },
    ],
    paymentQr:
      qr === null
        ? null
        : {
            standard: qr.standard,
            label: `${sum} to ${known.holder}, reference ${reference}`,
            ...qrPicture(qr),
          },
  };
}

/** Whether somebody could transfer money to it. */
export const takesTransfers = (account: BankAccount | null): boolean =>
  account !== null && (account.iban !== '' || account.payNow !== '');

function accountFields({ holder, iban, bic, payNow }: BankAccount, { currency }: Money): Field[] {
  return [
    plain('Account holder', holder),
    { label: 'IBAN', value: printedIban(iban), copy: iban },
    plain('BIC', bic),
    plain(payNow.startsWith('+') ? 'PayNow mobile number' : 'PayNow UEN', currency === 'SGD' ? payNow : ''),
  ].filter(({ copy }) => copy !== '');
}

const plain = (label: string, text: string): Field => ({ label, value: text, copy: text });
