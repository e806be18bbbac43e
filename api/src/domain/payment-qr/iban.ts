/**
 * The number of an account, with the check that catches a slip of the hand. `ch44 3199 9123 0008 8901 2` is stored as
 * `CH4431999123000889012` and printed in groups of four; with one digit changed or two swapped it is no account number at all.
 */

/** How long an IBAN of each country is, by the IBAN registry. */
const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 ' +
    'FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 ' +
    'LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 ' +
    'RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** What is left of the number that the text stands for (A is 10, Z is 35) when it is divided by 97: ISO 7064. */
export function mod97(text: string): number {
  let left = 0;
  for (const sign of text) {
    const value = Number.parseInt(sign, 36);
    left = (left * (value < 10 ? 10 : 100) + value) % 97;
  }
  return left;
}

/** The account number as it is stored, in capitals and without spaces; null when it is none. */
export function readIban(text: string): string | null {
  const iban = text.replace(/[\s\u00a0]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return null;
  if (lengths[iban.slice(0, 2)] !== iban.length) return null;
  return mod97(iban.slice(4) + iban.slice(0, 4)) === 1 ? iban : null;
}

/** In groups of four, as it is printed. */
export const printedIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');

/** Whether it is a QR-IBAN: an account in Switzerland or Liechtenstein that takes payments with a QR reference, and no others. */
export const isQrIban = (iban: string): boolean => /^(?:CH|LI)\d{2}3[01]\d{3}/.test(iban);

/** The code of a bank as it is stored (ISO 9362: 8 or 11 signs); null when it is none. */
export function readBic(text: string): string | null {
  const bic = text.replace(/\s/g, '').toUpperCase();
  return /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(bic) ? bic : null;
}
