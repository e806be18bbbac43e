import { contractOfQuote, issueStageInvoice, readInvoice } from './invoice-operations.ts';
import {
  applyCredit,
  approveInvoice,
  approveQuote,
  confirmManualPayment,
  createChangeOrder,
  createFreeInvoice,
  creditInvoice,
  quoteById,
  returnInvoice,
  signQuote,
  updateInvoiceDraft,
  updateQuote,
  voidInvoice,
  writeOffInvoice,
} from './operations.ts';
import { aKey, aLineInput, aQuoteInput, aSignature, type Company, type Draft, type Sent } from './steps.ts';

const documents = {
  applyCredit,
  approveInvoice,
  createChangeOrder,
  createFreeInvoice,
  creditInvoice,
  issueStageInvoice,
  returnInvoice,
  updateInvoiceDraft,
  voidInvoice,
  writeOffInvoice,
};

type Amount = { amount: number; currency: string };
export type SeenInvoice = {
  __typename?: string;
  code?: string;
  message?: string;
  fault?: string;
  id: string;
  number: string;
  status: string;
  contentHash: string;
  totals: { gross: Amount; net: Amount; tax: Amount };
  paid: Amount;
  credited: Amount;
  balance: Amount;
  customerCredit: Amount;
  lines: { description: string; gross: Amount; net: Amount; tax: Amount }[];
  log: { kind: string; actor: string; note: string | null }[];
  actions: string[];
  earlier: { number: string }[];
  payments: { id: string; status: string; failure: string | null }[];
  pdfUrl: string | null;
};
type Name = keyof typeof documents;
type Role = Parameters<Company['as']>[0];

export const aFreeLine = (changes: object = {}) => ({
  description: 'Repair of the form',
  quantity: 2_500,
  unit: 'h',
  unitPrice: 9_000,
  discount: null,
  taxTreatment: 'STANDARD',
  taxRate: 10_000,
  ...changes,
});

/** What the tests of invoices ask of a company. */
export function invoiceDesk(office: () => Company) {
  const run = async (name: Name, input: object, role: Role = 'OWNER') =>
    office().run<SeenInvoice>(documents[name], { input }, await office().as(role));
  const read = async (id: string) =>
    office().make<SeenInvoice>(readInvoice, { id }, await office().as('BOOKKEEPER'));
  const issue = (
    quote: Pick<Sent, 'id' | 'stages'>,
    position: number,
    changes: object = {},
    role: Role = 'OWNER',
  ) =>
    run(
      'issueStageInvoice',
      { quoteId: quote.id, stageId: quote.stages[position - 1]?.id ?? 'none', ...changes },
      role,
    );
  const free = (customerId: string, changes: object = {}, role: Role = 'OWNER', key = aKey()) =>
    run(
      'createFreeInvoice',
      {
        idempotencyKey: key,
        customerId,
        invoice: { subject: 'Repairs', pricesIncludeTax: false, lines: [aFreeLine()], ...changes },
      },
      role,
    );
  const because = (
    name: 'voidInvoice' | 'writeOffInvoice' | 'returnInvoice',
    id: string,
    reason = 'A slip',
    key = aKey(),
  ) => run(name, { idempotencyKey: key, id, reason });
  const approve = (seen: Pick<SeenInvoice, 'id' | 'contentHash'>, role: Role = 'OWNER', key = aKey()) =>
    run('approveInvoice', { idempotencyKey: key, id: seen.id, contentHash: seen.contentHash }, role);
  const credit = (invoiceId: string, changes: object = {}) =>
    run('creditInvoice', { idempotencyKey: aKey(), invoiceId, reason: 'Less work', ...changes });
  const use = (invoiceId: string, amount: number | null = null) =>
    run('applyCredit', { idempotencyKey: aKey(), invoiceId, amount });
  const pay = async (invoiceId: string, amount: number) =>
    office().make<{ id: string }>(
      confirmManualPayment,
      {
        input: {
          idempotencyKey: aKey(),
          ...{
            invoiceId,
            paymentId: null,
            method: 'CASH',
            amount,
            reference: 'slip',
            receivedOn: '2026-11-21',
          },
        },
      },
      await office().as('OWNER'),
    );
  const contractOf = async (id: string) =>
    office().make<{
      contractValue: Amount | null;
      changeOrders: { id: string; number: string; status: string; changeKind: string }[];
      stages: { label: string; canIssue: boolean }[];
      actions: string[];
    }>(contractOfQuote, { id }, await office().as('OWNER'));
  /** A change that is written, approved and mailed; the customer has its link. */
  async function sentChange(
    quoteId: string,
    kind: 'ADDITION' | 'REDUCTION',
    gross: number,
    changes: object = {},
  ): Promise<Sent> {
    const draft = await office().make<Draft>(
      createChangeOrder,
      { input: { idempotencyKey: aKey(), quoteId, kind } },
      await office().as('OWNER'),
    );
    const { stages } = await office().make<Sent>(quoteById, { id: draft.id }, await office().as('OWNER'));
    const content = {
      title: 'A change',
      lines: [aLineInput({ description: 'Blog', unitPrice: gross })],
      options: [],
      stages: stages.map(({ id }) => ({
        ...{ id, label: 'Change', percent: 100_000, amount: null, due: 'ON_SIGNING', dueOn: null },
        ...{ paymentTermsDays: null, autoIssue: false },
      })),
      ...changes,
    };
    const written = await office().make<Draft>(
      updateQuote,
      { input: { id: draft.id, version: draft.version, quote: aQuoteInput(content) } },
      await office().as('OWNER'),
    );
    const sent = await office().make<Sent>(
      approveQuote,
      { input: { id: draft.id, version: written.version } },
      await office().as('OWNER'),
    );
    await office().settle();
    return { ...sent, link: office().linkInMail('q', sent.number) };
  }
  const sign = (change: Sent, expectedTotal: number) =>
    office().run(signQuote, { input: aSignature(change, { expectedTotal, choices: [] }) }, change.link);
  return { run, read, issue, free, because, approve, credit, use, pay, contractOf, sentChange, sign };
}
