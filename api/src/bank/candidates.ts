import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import type { AlsoKnown, OpenInvoice } from '../domain/bank/match.ts';
import { serialsIn } from '../domain/bank/reference.ts';
import { nameKey } from '../domain/customer-duplicates.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import { invoiceSeries } from '../domain/numbering.ts';
import type { BankLine } from './bank-line.entity.ts';
import {
  customersNamed,
  invoicesByBalance,
  invoicesByCustomer,
  invoicesBySerial,
  recordedPayments,
} from './lookup.ts';

/** What a line is compared with: few enough to be looked at one by one. */
export type Candidates = AlsoKnown & { invoices: OpenInvoice[] };

const nothing: Candidates = { invoices: [], payments: [], settledNumbers: [] };

type Line = Pick<Row<BankLine>, 'amount' | 'bookedOn' | 'name' | 'reference' | 'text'>;

/** Beyond that, an amount that many invoices have tells nothing. */
const mostOfOneAmount = 50;
const wordsInName = 6;
const longestPart = 4;
const yearsBack = 4;

/**
 * What the lines could pay, by number, by amount and by name, in a handful of queries however many lines there are. The
 * result gives each line its own candidates.
 */
export async function candidatesFor(query: Sql, lines: readonly Line[]): Promise<(line: Line) => Candidates> {
  const incoming = lines.filter(({ amount }) => amount > 0);
  if (incoming.length === 0) return () => nothing;
  const amounts = unique(incoming.map(({ amount }) => amount));
  const days = incoming.map(({ bookedOn }) => bookedOn).toSorted();
  const [firstDay, lastDay] = [days[0], days.at(-1)];
  if (firstDay === undefined || lastDay === undefined) return () => nothing;
  const customers = await customersNamed(query, unique(incoming.flatMap(({ name }) => nameKeys(name))));
  const [bySerial, byBalance, byCustomer, payments] = await Promise.all([
    invoicesBySerial(
      query,
      seriesAround(firstDay, lastDay),
      unique(incoming.flatMap((line) => serialsIn(wordsOf(line)))),
    ),
    invoicesByBalance(query, amounts),
    invoicesByCustomer(query, unique([...customers.values()].flat())),
    recordedPayments(query, { amounts, from: addDays(firstDay, -10), to: addDays(lastDay, 10) }),
  ]);
  return (line) => {
    const numbered = serialsIn(wordsOf(line)).flatMap((serial) => bySerial.get(serial) ?? []);
    const found = [
      ...numbered.filter(({ isOpen }) => isOpen === 1),
      ...fewOf(byBalance.get(line.amount) ?? []),
      ...nameKeys(line.name).flatMap((key) =>
        (customers.get(key) ?? []).flatMap((id) => byCustomer.get(id) ?? []),
      ),
    ];
    return {
      invoices: [...new Map(found.map((invoice) => [invoice.id, invoice])).values()],
      payments: payments.filter(({ amount }) => amount === line.amount),
      settledNumbers: numbered.filter(({ isOpen }) => isOpen !== 1).map(({ number }) => number),
    };
  };
}

const fewOf = (invoices: readonly OpenInvoice[]): readonly OpenInvoice[] =>
  invoices.length > mostOfOneAmount ? [] : invoices;

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

const wordsOf = ({ reference, text, name }: Line): string => `${reference} ${text} ${name}`;

/** The keys of a name and of the parts of it: in "Dr. Silva Dental Sydney" Silva Dental is found. */
function nameKeys(name: string): string[] {
  const words = name.split(/[\s,;]+/).slice(0, wordsInName);
  const parts = words.flatMap((_, from) =>
    Array.from({ length: longestPart }, (__, count) => words.slice(from, from + count + 1).join(' ')),
  );
  return unique([nameKey(name), ...parts.map(nameKey)]).filter((key) => key.length > 2);
}

const seriesAround = (first: LocalDate, last: LocalDate): string[] => {
  const [from, to] = [Number(first.slice(0, 4)) - yearsBack, Number(last.slice(0, 4)) + 1];
  return Array.from({ length: Math.min(to - from + 1, 20) }, (_, at) =>
    invoiceSeries(`${String(from + at).padStart(4, '0')}-01-01` as LocalDate),
  );
};
