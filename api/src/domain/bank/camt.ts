/**
 * CAMT.053, the ISO 20022 statement at the end of a day. An entry (`Ntry`) is one movement, or a batch whose transfers
 * (`TxDtls`) are movements of their own when their amounts add up to it. Entries that are not booked yet are left out: they
 * come again once they are.
 */
import { type CurrencyCode, minor, type MinorUnits, sum } from '../money.ts';
import { readAmount } from './amount-text.ts';
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
import { at, list, textAt, type XmlNode } from './xml-node.ts';

/** The movements of a parsed file, or why it is no statement. `row` counts the entries, because XML need not have lines. */
export function linesOfCamt(root: XmlNode): StatementContent | { problem: StatementProblem } {
  const statements = list(at(root, 'Document', 'BkToCstmrStmt'), 'Stmt');
  if (statements.length === 0) return { problem: 'UNREADABLE' };
  const lines: StatementLine[] = [];
  const problems: RowProblem[] = [];
  let row = 0;
  for (const statement of statements) {
    const account = tidy(
      'account',
      textAt(statement, 'Acct', 'Id', 'IBAN') || textAt(statement, 'Acct', 'Id', 'Othr', 'Id'),
    );
    for (const entry of list(statement, 'Ntry')) {
      row += 1;
      if (!isBooked(entry)) continue;
      const read = linesOfEntry(entry, { row, account });
      if (typeof read === 'string') problems.push({ row, message: read });
      else lines.push(...read);
    }
  }
  return { lines, problems };
}

/** Old versions write the state as a text, newer ones as a code below it. */
const isBooked = (entry: XmlNode): boolean =>
  ['BOOK', ''].includes(textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts'));

type Place = Readonly<{ row: number; account: string }>;

function linesOfEntry(entry: XmlNode, place: Place): StatementLine[] | string {
  const bookedOn = dayOf(entry, 'BookgDt') ?? dayOf(entry, 'ValDt');
  if (bookedOn === null) return 'The date is missing or no day.';
  const total = amountAt(entry, 'Amt');
  if (total === null) return 'The amount is missing or none.';
  const sign = textAt(entry, 'CdtDbtInd');
  if (sign !== 'CRDT' && sign !== 'DBIT') return 'It does not say whether money came or went.';
  const details = list(entry, 'NtryDtls').flatMap((group) => list(group, 'TxDtls'));
  const parts = partsOf(details, total);
  const entryId = idOf(textAt(entry, 'AcctSvcrRef')) ?? idOf(textAt(entry, 'NtryRef'));
  const common = { ...place, bookedOn, currency: total.currency, sign };
  if (parts === null) {
    const [only] = details;
    return [
      { ...common, ...wordsOf(entry, only ?? {}, sign), amount: signed(total.amount, sign), bankId: entryId },
    ].map(withoutSign);
  }
  return parts.map(({ details: part, amount }, index) =>
    withoutSign({
      ...common,
      ...wordsOf(entry, part, sign),
      amount: signed(amount, sign),
      bankId:
        idOf(textAt(part, 'Refs', 'AcctSvcrRef')) ??
        (entryId === null || parts.length === 1 ? entryId : `${entryId}/${index + 1}`),
    }),
  );
}

const withoutSign = ({ sign: _sign, ...line }: StatementLine & { sign: string }): StatementLine => line;

const signed = (amount: MinorUnits, sign: string): MinorUnits => minor(sign === 'DBIT' ? -amount : amount);

type Amount = { amount: MinorUnits; currency: CurrencyCode };

function amountAt(tag: XmlNode, ...path: string[]): Amount | null {
  const currency = currencyOf(textAt(tag, ...path, '@Ccy'));
  const amount = currency === null ? null : readAmount(textAt(tag, ...path), currency, 'POINT');
  return currency === null || amount === null || amount < 0 ? null : { amount, currency };
}

/** The transfers of a batch with an amount each; null when they do not tell, or do not make up the whole. */
function partsOf(
  details: readonly XmlNode[],
  total: Amount,
): { details: XmlNode; amount: MinorUnits }[] | null {
  if (details.length === 1) return [{ details: details[0] ?? {}, amount: total.amount }];
  const parts = details.flatMap((part) => {
    const found = amountAt(part, 'Amt') ?? amountAt(part, 'AmtDtls', 'TxAmt', 'Amt');
    return found?.currency === total.currency ? [{ details: part, amount: found.amount }] : [];
  });
  if (parts.length === 0 || parts.length !== details.length) return null;
  return sum(parts.map(({ amount }) => amount)) === total.amount ? parts : null;
}

const dayOf = (entry: XmlNode, name: string) =>
  readDay((textAt(entry, name, 'Dt') || textAt(entry, name, 'DtTm')).slice(0, 10), 'YMD');

/** Who is on the other side, and what was written. */
function wordsOf(entry: XmlNode, details: XmlNode, sign: string) {
  const other = sign === 'CRDT' ? 'Dbtr' : 'Cdtr';
  const partyName = (role: string): string =>
    textAt(details, 'RltdPties', role, 'Nm') || textAt(details, 'RltdPties', role, 'Pty', 'Nm');
  const remittance = at(details, 'RmtInf');
  const structured = list(remittance, 'Strd').map((part) => textAt(part, 'CdtrRefInf', 'Ref'));
  const written = list(remittance, 'Ustrd').map((part) => textAt(part));
  const endToEnd = textAt(details, 'Refs', 'EndToEndId');
  return {
    name: tidy('name', partyName(other) || partyName(`Ultmt${other}`)),
    reference: tidy(
      'reference',
      [...structured, ...written, endToEnd === 'NOTPROVIDED' ? '' : endToEnd].join(' '),
    ),
    text: tidy('text', [textAt(details, 'AddtlTxInf'), textAt(entry, 'AddtlNtryInf')].join(' ')),
  };
}
