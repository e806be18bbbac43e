import type { LocalDate } from '../domain/local-date.ts';
import { type CurrencyCode, type MinorUnits, minor } from '../domain/money.ts';
import type { Client, Party } from '../domain/quote-snapshot.ts';
import type { StatementKind } from '../domain/statement.ts';
import { paperOf } from './paper.ts';
import { printedClient } from './parties.ts';
import type { PrintedDocument, PrintedRow, PrintedTable } from './printed-document.ts';
import { wording, type Wording } from './wording.ts';

/** One thing that changed what the customer owes. */
export type StatementEntry = Readonly<{
  day: LocalDate;
  kind: StatementKind;
  /** Of the invoice, credit note or receipt; empty where there is none. */
  number: string;
  charged: MinorUnits;
  paid: MinorUnits;
  /** What is owed after it; less than 0 is the customer's credit. */
  balance: MinorUnits;
}>;

export type StatementToPrint = Readonly<{
  company: Party;
  customer: Client;
  currency: CurrencyCode;
  from: LocalDate;
  to: LocalDate;
  broughtForward: MinorUnits;
  entries: readonly StatementEntry[];
  /** At the end of the last day. */
  balance: MinorUnits;
  locale: string;
  logo: Uint8Array | null;
}>;

/** What was charged and paid between two days in one currency, and what is owed at the end of the second. */
export function printStatement(statement: StatementToPrint): PrintedDocument {
  const words = wording(statement.customer.language, statement.locale, statement.currency);
  const { statement: say, labels } = words.say;
  const { balance } = statement;
  const last = words.day(statement.to);
  return {
    ...paperOf(statement.company, statement.logo, words),
    kind: 'STATEMENT',
    heading: say.heading,
    title: say.period(words.day(statement.from), last),
    number: say.as(last),
    date: statement.to,
    client: printedClient(statement.customer, labels.for),
    facts: [{ label: labels.issuedOn, value: last }],
    highlight: {
      label: balance < 0 ? say.inCredit : say.owed,
      value: words.amount(minor(Math.abs(balance))),
      note: balance === 0 ? say.settled : '',
    },
    sections: [tableOf(statement, words)],
  };
}

function tableOf(statement: StatementToPrint, words: Wording): PrintedTable {
  const { statement: say, labels } = words.say;
  const forward = [
    say.broughtForward,
    words.day(statement.from),
    '',
    '',
    owed(statement.broughtForward, words),
  ];
  return {
    kind: 'TABLE',
    heading: say.entries,
    columns: [
      { label: say.document, align: 'START', grows: true },
      { label: labels.date, align: 'START', grows: false },
      { label: say.charged, align: 'END', grows: false },
      { label: say.paid, align: 'END', grows: false },
      { label: say.balance, align: 'END', grows: false },
    ],
    rows: [{ cells: forward, note: '' }, ...statement.entries.map((entry) => rowOf(entry, words))],
    totals: [{ label: say.balance, value: owed(statement.balance, words), weight: 'STRONG' }],
    note: '',
  };
}

function rowOf({ day, kind, number, charged, paid, balance }: StatementEntry, words: Wording): PrintedRow {
  const what = `${words.say.statement.kinds[kind]} ${number}`.trim();
  const amount = (of: MinorUnits) => (of === 0 ? '' : words.amount(of));
  return { cells: [what, words.day(day), amount(charged), amount(paid), owed(balance, words)], note: '' };
}

/** Less than nothing is owed: the customer has credit. */
const owed = (amount: MinorUnits, words: Wording): string =>
  amount < 0 ? words.less(minor(-amount)) : words.amount(amount);
