/**
 * References with check digits, so that a typing mistake is found before the money is sent. The invoice `INV-2026-0001` is
 * `RF44INV20260001` as a creditor reference (ISO 11649), and in Switzerland, for an account that asks for it,
 * `00 00000 00000 00000 02026 00016`: its digits, filled up to 26, and a check digit.
 */
import { mod97 } from './iban.ts';

/** The text as a creditor reference of ISO 11649; null when it has more than 21 letters and digits, or none. */
export function rfReference(text: string): string | null {
  const body = text.replace(/[\s./-]/g, '').toUpperCase();
  if (!/^[A-Z0-9]{1,21}$/.test(body)) return null;
  return `RF${String(98 - mod97(`${body}RF00`)).padStart(2, '0')}${body}`;
}

/** Whether it is a creditor reference with the right check digits. */
export const isRfReference = (text: string): boolean =>
  /^RF\d{2}[A-Z0-9]{1,21}$/.test(text) && mod97(text.slice(4) + text.slice(0, 4)) === 1;

const carries = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

/** The check digit of Swiss references: modulo 10, recursive. */
function checkDigit(digits: string): number {
  let carry = 0;
  for (const digit of digits) carry = carries[(carry + Number(digit)) % 10] ?? 0;
  return (10 - carry) % 10;
}

/** The digits of the text as a QR reference; null when there are more than 26, or none but zeros. */
export function qrReference(text: string): string | null {
  const digits = text.replace(/\D/g, '');
  if (digits.length > 26 || !/[1-9]/.test(digits)) return null;
  const filled = digits.padStart(26, '0');
  return `${filled}${checkDigit(filled)}`;
}

/** Whether it is a QR reference with the right check digit. */
export const isQrReference = (text: string): boolean =>
  /^\d{27}$/.test(text) && /[1-9]/.test(text) && checkDigit(text.slice(0, 26)) === Number(text[26]);

/** A QR reference as it is printed: two digits, and five groups of five. */
export const printedQrReference = (text: string): string =>
  `${text.slice(0, 2)} ${text.slice(2).replace(/(.{5})(?=.)/g, '$1 ')}`;
