import {
  bankLineById,
  bankLineCounts,
  bankLines,
  bankStatementById,
  bankStatementPreview,
  bankStatements,
  confirmBankMatch,
  ignoreBankLine,
  importBankStatement,
  restoreBankLine,
} from './bank-operations.ts';
import { quoteById, signQuote } from './operations.ts';
import { upload } from './files.ts';
import { aKey, aSignature, type Company, type Made, type Result } from './steps.ts';

export type Statement = Made & {
  status: string;
  lineCount: number;
  doneCount: number;
  newCount: number;
  toMatchCount: number;
  problemCount: number;
  problem: string | null;
};
export type Suggestion = {
  confidence: string;
  reasons: string[];
  rest: { amount: number };
  payment: { id: string } | null;
  allocations: { amount: { amount: number }; invoice: { id: string; number: string } }[];
};
export type Line = {
  id: string;
  row: number;
  name: string;
  reference: string;
  status: string;
  amount: { amount: number };
  settledBy: string | null;
  note: string | null;
  refund: { id: string } | null;
  suggestions: Suggestion[];
  matches: { amount: { amount: number }; payment: { id: string; receipt: { number: string } | null } }[];
};
export type Preview = Record<string, never> & {
  mapping: object | null;
  lineCount: number;
  isRemembered: boolean;
};
type Page<T> = { items: T[]; endCursor: string | null };
type Allocation = { invoiceId: string; amount: number };

/** The bank of the tests: statements come in, and somebody says what their lines are. */
export function bankDesk(office: () => Company) {
  const send = async (file: string | Buffer, name = 'statement.csv', asker?: { cookie: string } | null) =>
    upload(
      office(),
      `/uploads/bank-statements?name=${encodeURIComponent(name)}`,
      Buffer.from(file),
      asker === undefined ? await office().as('STAFF') : asker,
    );
  const look = async (id: string, given: object | null = null) =>
    office().run<Preview>(bankStatementPreview, { id, mapping: given }, await office().as('STAFF'));
  const begin = async (id: string, given: object | null = null, skipProblems = false) =>
    office().run<Statement>(
      importBankStatement,
      { input: { id, mapping: given, skipProblems } },
      await office().as('STAFF'),
    );
  const read = async (id: string) =>
    office().make<Statement>(bankStatementById, { id }, await office().as('BOOKKEEPER'));
  /** All the way in. */
  const bring = async (file: string | Buffer, given: object | null = null, skipProblems = false) => {
    const { status, body } = await send(file);
    if (status !== 201) throw new Error(JSON.stringify(body));
    const begun = await begin(body.id, given, skipProblems);
    if (begun.code !== undefined) throw new Error(JSON.stringify(begun));
    await office().settle();
    return read(body.id);
  };
  const list = async (filter: object = {}) =>
    office().make<Page<Line>>(bankLines, { first: 100, ...filter }, await office().as('BOOKKEEPER'));
  const linesOf = async ({ id }: { id: string }) => (await list({ statementId: id })).items;
  const readLine = async (id: string) =>
    office().make<Line>(bankLineById, { id }, await office().as('BOOKKEEPER'));
  const confirm = async (
    lineIds: readonly string[],
    allocations: readonly Allocation[],
    changes: object = {},
    role: 'STAFF' | 'MANAGER' | 'BOOKKEEPER' = 'STAFF',
  ) =>
    office().run<Line & Result>(
      confirmBankMatch,
      { input: { idempotencyKey: aKey(), lineIds, allocations, paymentId: null, ...changes } },
      await office().as(role),
    );
  const ignore = async (id: string, reason = 'Not ours') =>
    office().run<Line & Result>(ignoreBankLine, { input: { id, reason } }, await office().as('STAFF'));
  const restore = async (id: string) =>
    office().run<Line & Result>(restoreBankLine, { input: { id } }, await office().as('STAFF'));
  const listStatements = async (filter: object = {}) =>
    office().make<Page<Statement>>(bankStatements, filter, await office().as('BOOKKEEPER'));
  const countsNow = async () =>
    office().make<{ status: string; count: number }[]>(bankLineCounts, {}, await office().as('BOOKKEEPER'));
  /** A signed quote of this customer, with the invoice of its deposit over 1,124.70. */
  const invoiceOf = async (customerId: string) => {
    const sent = await office().sentQuote({}, customerId);
    await office().make(signQuote, { input: aSignature(sent) }, sent.link);
    const { invoices } = await office().make<{ invoices: { id: string; number: string }[] }>(
      quoteById,
      { id: sent.id },
      await office().as('OWNER'),
    );
    const [invoice] = invoices;
    if (invoice === undefined) throw new Error('The signature made no invoice');
    return invoice;
  };
  return {
    send,
    look,
    begin,
    read,
    bring,
    list,
    linesOf,
    readLine,
    confirm,
    ignore,
    restore,
    listStatements,
    countsNow,
    invoiceOf,
  };
}
