import { bankDesk, type Line } from './bank-desk.ts';
import { invoiceById } from './operations.ts';
import { aTable } from './statements.ts';
import type { Company } from './steps.ts';

type Seen = {
  status: string;
  paid: { amount: number };
  balance: { amount: number };
  payments: { id: string; status: string }[];
  log: { kind: string; actor: string }[];
};
type Row = { amount: string; reference: string; name?: string };
type Invoice = { id: string; number: string };

const names =
  'Alder Birch Cedar Dogwood Elm Fir Ginkgo Hazel Ivy Juniper Kauri Larch Maple Nutmeg Oak Pine Quince Rowan Spruce Teak';
let used = 0;
/** No two customers have the same name, so that nobody is found by somebody else's. */
const aName = (): string => `${names.split(' ')[used % 20]} Studio ${(used += 1)}`;

/** What each of the invoices owes. */
export const deposit = 112_470;

/** Customers who owe something, and lines of the bank that pay it, or nearly. */
export function bankScenes(office: () => Company) {
  const bank = bankDesk(office);
  const seen = async (id: string) =>
    office().make<Seen>(invoiceById, { id }, await office().as('BOOKKEEPER'));
  /** A customer with so many invoices over 1,124.70, and lines by their amounts and words. */
  const scene = async (count: number, rows: (numbers: string[]) => Row[]) => {
    const name = aName();
    const customer = await office().customer({ name });
    const invoices: Invoice[] = [];
    for (let n = 0; n < count; n += 1) invoices.push(await bank.invoiceOf(customer.id));
    const given = rows(invoices.map(({ number }) => number));
    const statement = await bank.bring(aTable(given.map((row) => ({ day: '21/11/2026', name, ...row }))));
    const lines = (await bank.linesOf(statement)).toSorted((a, b) => a.row - b.row);
    return { name, customer, invoices, lines, first: lines[0] as Line, invoice: invoices[0] as Invoice };
  };
  return { seen, scene };
}
