/**
 * The code on an invoice that a bank's app turns into a transfer. Which one it is follows from the account and the currency: francs
 * to Zürich are a Swiss QR-bill, euros to Berlin an EPC code, Singapore dollars PayNow. Where no standard fits there is none,
 * because a code that a bank reads wrong is worse than digits to copy.
 */
import type { BankAccount } from '../bank-account.ts';
import type { CurrencyCode, Money } from '../money.ts';
import { epcPayload } from './epc.ts';
import { isQrIban } from './iban.ts';
import { payNowPayload } from './paynow.ts';
import { printedQrReference, qrReference, rfReference } from './references.ts';
import { swissPayload } from './swiss.ts';

/** The standards, by the money that they move. */
export const paymentQrStandards = ['EPC', 'SWISS_QR', 'PAYNOW'] as const;

/** One of the standards. */
export type PaymentQrStandard = (typeof paymentQrStandards)[number];

export type PaymentQr = Readonly<{ standard: PaymentQrStandard; payload: string }>;

/** The code for this amount to this account; null when no standard fits. The reference is the number of the invoice. */
export function paymentQr(account: BankAccount, amount: Money, reference: string): PaymentQr | null {
  return (
    swissQr(account, amount, reference) ??
    epcQr(account, amount, reference) ??
    payNowQr(account, amount, reference)
  );
}

/**
 * What a transfer has to say so that it is found again: the number of the invoice, and for a Swiss account that takes nothing else
 * the number with its check digit.
 */
export function transferReference(account: BankAccount, currency: CurrencyCode, number: string): string {
  const swiss =
    isQrIban(account.iban) && (currency === 'CHF' || currency === 'EUR') ? qrReference(number) : null;
  return swiss === null ? number : printedQrReference(swiss);
}

function swissQr(account: BankAccount, amount: Money, number: string): PaymentQr | null {
  const reference = isQrIban(account.iban) ? qrReference(number) : rfReference(number);
  const payload = swissPayload({
    iban: account.iban,
    creditor: { ...account, name: account.holder },
    amount,
    debtor: null,
    reference: reference ?? '',
    message: number,
  });
  return payload === null ? null : { standard: 'SWISS_QR', payload };
}

function epcQr({ holder, iban, bic }: BankAccount, amount: Money, reference: string): PaymentQr | null {
  const payload = epcPayload({ holder, iban, bic, amount, reference });
  return payload === null ? null : { standard: 'EPC', payload };
}

function payNowQr({ holder, payNow }: BankAccount, amount: Money, reference: string): PaymentQr | null {
  const payload = payNowPayload({ proxy: payNow, holder, amount, reference, expiry: '' });
  return payload === null ? null : { standard: 'PAYNOW', payload };
}
