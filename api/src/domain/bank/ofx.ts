/**
 * OFX: version 1 is SGML, where `<TRNAMT>-12.00` needs no end, version 2 is XML. Both are read in the same way, as a row of tags
 * with a text behind them, because a statement nests in one way only: accounts (`STMTRS`), in them transactions (`STMTTRN`).
 */
import type { CurrencyCode } from '../money.ts';
import { type DecimalSign, readAmount } from './amount-text.ts';
import { readDay } from './day-text.ts';
import {
  currencyOf,
  idOf,
  type RowProblem,
  type StatementContent,
  type StatementLine,
  type StatementProblem,
  tidy,
} from './statement.ts';

type Fields = Map<string, string>;
type Around = { account: string; currency: CurrencyCode | null };

/** The movements of the file, or why it cannot be read. */
export function linesOfOfx(text: string): StatementContent | { problem: StatementProblem } {
  // Whatever a bank forgets, it closes the file; a download that was cut off does not.
  if (!/<\/OFX>\s*$/i.test(text)) return { problem: 'UNREADABLE' };
  const lines: StatementLine[] = [];
  const problems: RowProblem[] = [];
  const around: Around = { account: '', currency: null };
  let transaction: { row: number; fields: Fields } | null = null;
  let inside = '';
  for (const { name, value, isEnd, row } of tagsOf(text)) {
    // A transaction ends where it says so, where the next one begins, and at the latest with their list or the file.
    if (['STMTTRN', 'BANKTRANLIST', 'OFX'].includes(name)) {
      if (transaction !== null) {
        const line = lineOf(transaction.fields, transaction.row, around);
        if (typeof line === 'string') problems.push({ row: transaction.row, message: line });
        else lines.push(line);
      }
      transaction = name === 'STMTTRN' && !isEnd ? { row, fields: new Map() } : null;
    } else if (isEnd) inside = inside === name ? '' : inside;
    else if (value === '') inside = name;
    else if (transaction !== null)
      keepFirst(transaction.fields, inside === 'CURRENCY' ? `CURRENCY.${name}` : name, value);
    else if (name === 'CURDEF') around.currency = currencyOf(value);
    else if (name === 'ACCTID') around.account = tidy('account', value);
  }
  return { lines, problems };
}

const keepFirst = (fields: Fields, name: string, value: string): void => {
  if (!fields.has(name)) fields.set(name, value);
};

function lineOf(fields: Fields, row: number, { account, currency: usual }: Around): StatementLine | string {
  const field = (name: string): string => fields.get(name) ?? '';
  const bookedOn = readDay(field('DTPOSTED').slice(0, 8), 'YMD');
  if (bookedOn === null) return `“${tidy('reference', field('DTPOSTED')).slice(0, 40)}” is no day.`;
  const own = fields.get('CURRENCY.CURSYM');
  const currency = own === undefined ? usual : currencyOf(own);
  if (currency === null) return 'The currency is missing.';
  const written = field('TRNAMT');
  const amount = readAmount(written, currency, decimalOf(written));
  if (amount === null) return `“${tidy('reference', written).slice(0, 40)}” is no amount in ${currency}.`;
  return {
    row,
    bookedOn,
    amount,
    currency,
    name: tidy('name', field('NAME')),
    reference: tidy('reference', [field('MEMO'), field('CHECKNUM'), field('REFNUM')].join(' ')),
    text: tidy('text', field('TRNTYPE')),
    bankId: idOf(field('FITID')),
    account,
  };
}

/** OFX has no grouping, so the one sign there is, is the decimal one. */
const decimalOf = (amount: string): DecimalSign => (amount.includes(',') ? 'COMMA' : 'POINT');

type Tag = { name: string; value: string; isEnd: boolean; row: number };

/** Tag by tag, with the text up to the next one. Runs once over the text, however it is made. */
function* tagsOf(text: string): Generator<Tag> {
  let row = 1;
  let at = text.indexOf('<');
  let counted = 0;
  while (at >= 0) {
    const end = text.indexOf('>', at);
    if (end < 0) return;
    const comment = text.startsWith('<!--', at) ? text.indexOf('-->', at) : -1;
    if (comment >= 0) {
      at = text.indexOf('<', comment);
      continue;
    }
    // In "a < b" no tag begins; the one behind it is one all the same.
    at = text.lastIndexOf('<', end);
    const next = text.indexOf('<', end);
    for (let k = counted; k < at; k += 1) if (text.charCodeAt(k) === 10) row += 1;
    counted = at;
    const tag = text.slice(at + 1, end).trim();
    const isEnd = tag.startsWith('/');
    const name = (isEnd ? tag.slice(1) : tag).toUpperCase();
    const value = unescaped(text.slice(end + 1, next < 0 ? text.length : next)).trim();
    if (/^[A-Z0-9._]{1,32}$/.test(name)) yield { name, value, isEnd, row };
    at = next;
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal, hex, name) => {
        if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
        const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
        return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
          ? String.fromCodePoint(code)
          : ' ';
      })
    : text;
