/**
 * A bank statement as we read it: one line for each movement on the account, whatever the bank's format. The transfer of
 * Silva Dental on 24 November is `{ bookedOn: '2026-11-24', amount: 112470, currency: 'AUD', name: 'SILVA DENTAL PTY LTD',
 * reference: 'INV-2026-0001', … }`; what we paid out has a negative amount. A line that cannot be read is named by its number
 * in the file and never guessed.
 */
import type { LocalDate } from '../local-date.ts';
import { type CurrencyCode, isCurrency, type MinorUnits } from '../money.ts';

/** The formats that are understood. */
export const statementFormats = ['CSV', 'OFX', 'CAMT_053'] as const;

/** One of them. */
export type StatementFormat = (typeof statementFormats)[number];

/** One movement. `row` is its line in the file, from 1; `account` is what the file calls the account, or nothing. */
export type StatementLine = Readonly<{
  row: number;
  bookedOn: LocalDate;
  /** Positive is money that came, negative money that went. */
  amount: MinorUnits;
  currency: CurrencyCode;
  /** Who paid, or who was paid. */
  name: string;
  /** What the payer wrote. */
  reference: string;
  /** Everything else that the bank says. */
  text: string;
  /** The bank's own id of the movement, where it gives one. */
  bankId: string | null;
  account: string;
}>;

/** Why one line of the file cannot be taken. */
export type RowProblem = Readonly<{ row: number; message: string }>;

/** What was read: lines that are sound, and the rest by number. */
export type StatementContent = Readonly<{
  lines: readonly StatementLine[];
  problems: readonly RowProblem[];
}>;

/** How much one file may hold. */
export const statementLimits = { bytes: 20 * 1024 * 1024, lines: 50_000, columns: 100 } as const;

/** Why a file as a whole is refused, in words for the person who sent it. */
export const statementProblems = {
  EMPTY: 'This file is empty.',
  TOO_LARGE: 'A statement can have at most 20 MB. Ask your bank for a shorter period.',
  TOO_MANY_LINES: 'A statement can have at most 50,000 lines. Ask your bank for a shorter period.',
  WRONG_KIND:
    'This is no bank statement that we can read. Download it from your bank as CSV, OFX or CAMT.053.',
  OTHER_CAMT: 'This is a CAMT file, but no end-of-day statement. Download CAMT.053 from your bank.',
  UNREADABLE: 'This file is damaged or not complete. Download it from your bank once more.',
  UNSAFE: 'This file declares entities of its own, which no bank does. It was not opened.',
  NO_LINES: 'There is no movement in this file.',
  TOO_MUCH_WORK:
    'This file takes too long to read. Download it from your bank once more, for a shorter period.',
} as const;

/** One of the reasons. */
export type StatementProblem = keyof typeof statementProblems;

const longest = { name: 140, reference: 300, text: 500, bankId: 100, account: 50 } as const;

/** A text of the bank: on one line, with single spaces, without anything that cannot be seen, and cut where it has no end. */
export const tidy = (field: keyof typeof longest, text: string): string =>
  text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, longest[field])
    // A pair that was cut in the middle is no character any more.
    .replace(/[\uD800-\uDBFF]$/, '');

/** What the bank writes where it has no id to give. */
const noId = /^(|0+|-+|n\/?a|none|nonref|notprovided|not provided|null)$/i;

/** The bank's id, or null where it stands for nothing. */
export const idOf = (text: string): string | null => {
  const id = tidy('bankId', text);
  return noId.test(id) ? null : id;
};

/** `eur` and ` EUR ` are euros; null for what is no currency. */
export const currencyOf = (text: string): CurrencyCode | null => {
  const code = text.trim().toUpperCase();
  return isCurrency(code) ? code : null;
};
