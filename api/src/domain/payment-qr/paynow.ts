/**
 * The code of PayNow, which banks in Singapore scan: fields of EMVCo, each as its number, its length and its value, and a checksum
 * at the end. S$25.50 is `540525.50`. The amount cannot be changed by the payer.
 */
import { decimalText, type Money } from '../money.ts';

export type PayNowTransfer = Readonly<{
  /** A company's registration (`201403121W`) or a mobile number of Singapore (`+6591234567`). */
  proxy: string;
  holder: string;
  amount: Money;
  reference: string;
  /** The last day for which the code is good, as `20310917`; empty for one without an end. */
  expiry: string;
}>;

/** A business of before, a company, or another body; with three signs more for one account of several. */
const uen = /^(?:\d{8}[A-Z]|(?:18|19|20)\d{7}[A-Z]|[RST]\d{2}[A-Z]{2}\d{4}[A-Z])(?:[A-Z0-9]{3})?$/;
const mobile = /^\+65[89]\d{7}$/;

/** The proxy as it is stored; null when it is neither a registration nor a mobile number. */
export function readPayNowProxy(text: string): string | null {
  const proxy = text.replace(/[\s-]/g, '').toUpperCase();
  if (uen.test(proxy) || mobile.test(proxy)) return proxy;
  return mobile.test(`+65${proxy}`) ? `+65${proxy}` : null;
}

/** The text of the code; null when the transfer is none that PayNow knows. */
export function payNowPayload({
  proxy: typed,
  holder,
  amount,
  reference,
  expiry,
}: PayNowTransfer): string | null {
  const proxy = readPayNowProxy(typed);
  if (proxy === null || amount.currency !== 'SGD' || amount.amount < 1) return null;
  const value = decimalText(amount);
  // The bank shows the name that it knows itself; here it may end where there is no more room.
  const name = holder.slice(0, 25).trim();
  if (value.length > 13 || !isPlain(name) || !isPlain(reference) || reference.length > 25) return null;
  if (expiry !== '' && !/^\d{8}$/.test(expiry)) return null;
  const account = [
    field('00', 'SG.PAYNOW'),
    field('01', mobile.test(proxy) ? '0' : '2'),
    field('02', proxy),
    // Not to be changed by the payer.
    field('03', '0'),
    ...(expiry === '' ? [] : [field('04', expiry)]),
  ];
  const payload = [
    field('00', '01'),
    // 12: a code of its own for each payment.
    field('01', '12'),
    field('26', account.join('')),
    field('52', '0000'),
    field('53', '702'),
    field('54', value),
    field('58', 'SG'),
    field('59', name),
    field('60', 'Singapore'),
    field('62', field('01', reference)),
    '6304',
  ].join('');
  return payload + checksum(payload);
}

const field = (id: string, value: string): string => `${id}${String(value.length).padStart(2, '0')}${value}`;

const isPlain = (text: string): boolean => /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text);

/** CRC-16/CCITT-FALSE in four hexadecimal digits; the text is ASCII. */
export function checksum(text: string): string {
  let sum = 0xffff;
  for (const sign of text) {
    sum ^= (sign.codePointAt(0) ?? 0) << 8;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 0x8000 ? (sum << 1) ^ 0x1021 : sum << 1) & 0xffff;
  }
  return sum.toString(16).toUpperCase().padStart(4, '0');
}
