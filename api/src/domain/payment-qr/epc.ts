/**
 * The code that banks of the euro area scan (EPC069-12, "GiroCode"): a transfer in euros, filled in but for the payer. For
 * €1,124.70 to DE33 1002 0500 0001 1947 00 it is eleven lines, of which one says `EUR1124.70`.
 */
import { decimalText, type Money } from '../money.ts';
import { isQrIban, readBic, readIban } from './iban.ts';
import { isRfReference } from './references.ts';

/** Where euros travel as SEPA credit transfers. Outside the European Economic Area the bank has to be named as well. */
const insideEea = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK';
const outsideEea = 'AD AL CH GB GI MC MD ME MK RS SM VA';

/** As much as a code of version 13 holds. */
const mostBytes = 331;

export type EpcTransfer = Readonly<{
  holder: string;
  iban: string;
  /** Empty where the account number is enough. */
  bic: string;
  amount: Money;
  /** A creditor reference of ISO 11649, or what the transfer shall say. */
  reference: string;
}>;

/** The text of the code; null when the transfer is none that the standard knows. */
export function epcPayload({
  holder,
  iban: account,
  bic: bank,
  amount,
  reference,
}: EpcTransfer): string | null {
  const iban = readIban(account);
  const bic = bank === '' ? '' : readBic(bank);
  if (iban === null || bic === null || isQrIban(iban)) return null;
  const country = iban.slice(0, 2);
  if (!insideEea.includes(country) && (bic === '' || !outsideEea.includes(country))) return null;
  if (amount.currency !== 'EUR' || amount.amount < 1 || amount.amount > 99_999_999_999) return null;
  if (!isOneLine(holder, 70) || !isOneLine(reference, 140)) return null;
  const remittance = isRfReference(reference) ? [reference] : ['', reference];
  const lines = ['BCD', '002', '1', 'SCT', bic, holder, iban, `EUR${decimalText(amount)}`, '', ...remittance];
  const payload = lines.join('\n');
  return bytesOf(payload) <= mostBytes ? payload : null;
}

const isOneLine = (text: string, most: number): boolean =>
  text !== '' &&
  text === text.trim() &&
  [...text].length <= most &&
  !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text);

/** How long the text is in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
