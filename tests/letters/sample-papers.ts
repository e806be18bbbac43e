import { invoiceOfStage } from '../../api/src/domain/invoice.ts';
import type { Language } from '../../api/src/domain/language.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { quotePrice } from '../../api/src/domain/pricing.ts';
import { printCreditNote } from '../../api/src/letters/print-credit-note.ts';
import { printInvoice } from '../../api/src/letters/print-invoice.ts';
import { printQuote } from '../../api/src/letters/print-quote.ts';
import { printReceipt, type ReceiptToPrint } from '../../api/src/letters/print-receipt.ts';
import { printSignedQuote } from '../../api/src/letters/print-signed-quote.ts';
import { printStatement } from '../../api/src/letters/print-statement.ts';
import type { PrintedDocument } from '../../api/src/letters/printed-document.ts';
import { aLine, anAcceptance, anOption, aSnapshot, aStage, company, customer, openQuote } from './samples.ts';

/** A quote with something of everything, for a customer of this language. */
const fullSnapshot = (language: Language) =>
  aSnapshot({
    company: { ...company, taxLabel: 'VAT' },
    customer: { ...customer, language },
    discount: { percent: 5000, amount: null },
    lines: [
      aLine({ discount: { percent: 10000, amount: null } }),
      aLine({
        id: 'line-2',
        description: 'Zwq',
        quantity: 2500,
        unit: 'h',
        taxTreatment: 'EXEMPT',
        taxRate: 0,
      }),
      aLine({ id: 'line-3', description: 'Qwz', taxTreatment: 'REVERSE_CHARGE', taxRate: 0 }),
      aLine({ id: 'line-4', description: 'Wzq', unitPrice: minor(4900), billing: 'MONTHLY' }),
    ],
    groups: [{ id: 'g', title: 'Zzq', description: '', min: 0, max: 2 }],
    options: [
      anOption({ title: 'Qqz', description: '' }),
      anOption({
        id: 'o2',
        groupId: 'g',
        title: 'Zqq',
        description: '',
        maxQuantity: 9,
        requires: ['option-1'],
      }),
      anOption({
        id: 'o3',
        groupId: 'g',
        title: 'Wqq',
        description: '',
        excludes: ['o2'],
        preselected: true,
        billing: 'YEARLY',
      }),
    ],
    stages: [
      aStage({ label: 'Deposit', percent: 30000, due: 'ON_SIGNING', paymentTermsDays: 0 }),
      aStage({ id: 'stage-2', label: 'Progress', amount: minor(50000) }),
      aStage({ id: 'stage-3', label: 'Final', dueOn: localDate('2027-03-01'), paymentTermsDays: 1 }),
    ],
    attachments: [
      { id: 'a', name: 'Plan.pdf', contentType: 'application/pdf', size: 1_260_000, hash: 'ab12' },
    ],
    taxNotes: ['Zwq qwz.'],
    scope: [],
    terms: [],
    consent: 'Zwq qwz.',
  });

/** Every printed document that there is, in this language, by what it is. */
export function papersIn(language: Language): [name: string, paper: PrintedDocument][] {
  const snapshot = fullSnapshot(language);
  const choices = [{ optionId: 'option-1', quantity: 1 }];
  const agreedTotals = quotePrice(snapshot, choices).totals;
  const days = { issueDate: localDate('2026-11-21'), dueDate: localDate('2026-12-05') };
  const sheet = { locale: 'en-AU', logo: null };
  const invoiceAt = (position: number, earlier: Parameters<typeof invoiceOfStage>[0]['earlier'] = []) =>
    invoiceOfStage({
      snapshot,
      agreedTotals,
      position,
      bankDetails: ['IBAN: DE75'],
      bankAccount: null,
      earlier,
      reductions: [],
      terms: { days: 7, note: 'Zwq qwz' },
    });
  const first = invoiceAt(1);
  const earlier = [
    {
      number: 'INV-2026-0001',
      issueDate: days.issueDate,
      label: 'Deposit',
      totals: first.totals,
      creditNotes: [{ number: 'CN-2026-0001', issueDate: days.issueDate, totals: first.totals }],
    },
  ];
  const invoice = { number: 'INV-2026-0002', ...days, ...sheet };
  const receipt: ReceiptToPrint = {
    company: snapshot.company,
    customer: snapshot.customer,
    number: 'RC-2026-0001',
    issueDate: days.issueDate,
    invoiceNumber: 'INV-2026-0001',
    quoteNumber: snapshot.number,
    whatFor: 'Website migration, Deposit',
    currency: 'AUD',
    amount: minor(112470),
    toCredit: minor(500),
    method: 'BANK_TRANSFER',
    reference: 'NAB 4711',
    receivedOn: days.issueDate,
    balanceAfter: minor(0),
    ...sheet,
  };
  const entry = { day: days.issueDate, number: 'INV-2026-0001', charged: minor(0), paid: minor(0) };
  const onBehalf = { by: 'Olivia Hart', reason: 'Zwq', signedOn: days.issueDate };
  return [
    ['quote', printQuote(snapshot, openQuote)],
    ['draft', printQuote(snapshot, { ...openQuote, isDraft: true })],
    ['signed quote', printSignedQuote(snapshot, anAcceptance(snapshot, { choices }))],
    [
      'typed signature',
      printSignedQuote(
        snapshot,
        anAcceptance(snapshot, { choices, method: 'TYPED', openedAt: [], userAgent: '' }),
      ),
    ],
    [
      'quote accepted on behalf',
      printSignedQuote(snapshot, anAcceptance(snapshot, { choices, onBehalf, proof: 'ON_BEHALF' })),
    ],
    ['first invoice', printInvoice(first, invoice)],
    ['final invoice', printInvoice(invoiceAt(3, earlier), invoice)],
    [
      'free invoice',
      printInvoice(
        {
          ...first,
          stage: null,
          lines: first.lines.map((line) => ({ ...line, quantity: 2500, unit: 'h', unitPrice: minor(9000) })),
        },
        invoice,
      ),
    ],
    ['receipt', printReceipt(receipt)],
    [
      'receipt of a part',
      printReceipt({ ...receipt, balanceAfter: minor(100), method: 'CASH', toCredit: minor(0) }),
    ],
    [
      'credit note',
      printCreditNote(
        {
          ...first,
          invoiceNumber: 'INV-2026-0001',
          invoiceDate: days.issueDate,
          reason: 'Zwq',
          toCredit: minor(500),
          balanceAfter: minor(0),
        },
        { number: 'CN-2026-0001', issueDate: days.dueDate, ...sheet },
      ),
    ],
    [
      'statement',
      printStatement({
        company,
        customer: snapshot.customer,
        currency: 'AUD',
        from: localDate('2026-01-01'),
        to: days.dueDate,
        broughtForward: minor(0),
        entries: [
          { ...entry, kind: 'INVOICE', charged: minor(112470), balance: minor(112470) },
          { ...entry, kind: 'PAYMENT', paid: minor(120000), balance: minor(-7530), number: '' },
          { ...entry, kind: 'REFUND', charged: minor(7530), balance: minor(0), number: '' },
        ],
        balance: minor(0),
        ...sheet,
      }),
    ],
  ];
}
