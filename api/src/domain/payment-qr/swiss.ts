/**
 * The code of a Swiss QR-bill (Swiss Implementation Guidelines 2.3): francs or euros to an account in Switzerland or
 * Liechtenstein. Addresses are structured, since others are no longer taken. A QR-IBAN goes with a QR reference and with nothing
 * else; any other account goes with a creditor reference of ISO 11649 or with none.
 */
import { decimalText, type Money } from '../money.ts';
import { isQrIban, readIban } from './iban.ts';
import { isQrReference, isRfReference } from './references.ts';

export type SwissAddress = Readonly<{
  name: string;
  street: string;
  houseNumber: string;
  postalCode: string;
  town: string;
  /** ISO 3166-1, two letters. */
  country: string;
}>;

export type SwissBill = Readonly<{
  iban: string;
  creditor: SwissAddress;
  amount: Money;
  /** Who pays; null leaves it to the payer. */
  debtor: SwissAddress | null;
  /** A QR reference, a creditor reference, or empty. */
  reference: string;
  message: string;
}>;

/** The signs that banks take: Latin with its accents, and the euro. */
const signs = /^[\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u20ac]*$/;

/** The text of the code; null when the bill is none that the standard knows. */
export function swissPayload({
  iban: account,
  creditor,
  amount,
  debtor,
  reference,
  message,
}: SwissBill): string | null {
  const iban = readIban(account);
  if (iban === null || !/^(?:CH|LI)/.test(iban)) return null;
  if (amount.currency !== 'CHF' && amount.currency !== 'EUR') return null;
  if (amount.amount < 1 || amount.amount > 99_999_999_999) return null;
  const kind = referenceKind(iban, reference);
  if (kind === null || !isAddress(creditor) || (debtor !== null && !isAddress(debtor))) return null;
  if (!isText(message, 0, 140)) return null;
  return [
    ...['SPC', '0200', '1', iban],
    ...linesOf(creditor),
    // Reserved for a creditor behind the creditor.
    ...Array.from({ length: 7 }, () => ''),
    ...[decimalText(amount), amount.currency],
    ...(debtor === null ? Array.from({ length: 7 }, () => '') : linesOf(debtor)),
    ...[kind, reference, message, 'EPD'],
  ].join('\n');
}

function referenceKind(iban: string, reference: string): 'QRR' | 'SCOR' | 'NON' | null {
  if (isQrIban(iban)) return isQrReference(reference) ? 'QRR' : null;
  if (reference === '') return 'NON';
  return isRfReference(reference) ? 'SCOR' : null;
}

const linesOf = ({ name, street, houseNumber, postalCode, town, country }: SwissAddress): string[] => [
  'S',
  name,
  street,
  houseNumber,
  postalCode,
  town,
  country,
];

const isAddress = ({ name, street, houseNumber, postalCode, town, country }: SwissAddress): boolean =>
  isText(name, 1, 70) &&
  isText(street, 0, 70) &&
  isText(houseNumber, 0, 16) &&
  isText(postalCode, 1, 16) &&
  isText(town, 1, 35) &&
  /^[A-Z]{2}$/.test(country);

const isText = (text: string, least: number, most: number): boolean =>
  text.length >= least && text.length <= most && text === text.trim() && signs.test(text);
