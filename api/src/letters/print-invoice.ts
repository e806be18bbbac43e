import { type BankAccount, noBankAccount } from '../domain/bank-account.ts';
import type { EarlierInvoice, InvoiceContent } from '../domain/invoice.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { printedIban } from '../domain/payment-qr/iban.ts';
import { type PaymentQr, paymentQr, transferReference } from '../domain/payment-qr/payment-qr.ts';
import { chargedTable } from './charged-table.ts';
import { paperOf } from './paper.ts';
import { printedClient } from './parties.ts';
import { isTaxed, taxName, taxTotalWords } from './price-words.ts';
import type {
  PrintedCode,
  PrintedDocument,
  PrintedFact,
  PrintedRow,
  PrintedSection,
} from './printed-document.ts';
import { qrPicture } from './qr-picture.ts';
import { taxNoteSections } from './text-sections.ts';
import { wording, type Wording } from './wording.ts';

export type InvoiceToPrint = Readonly<{
  number: string;
  issueDate: LocalDate;
  dueDate: LocalDate;
  locale: string;
  logo: Uint8Array | null;
}>;

/** The invoice as it was issued. It says nothing about payments: what is paid is the receipt's word. */
export function printInvoice(content: InvoiceContent, invoice: InvoiceToPrint): PrintedDocument {
  const words = wording(content.customer.language, invoice.locale, content.currency);
  const { invoice: say, labels } = words.say;
  const due = words.day(invoice.dueDate);
  return {
    ...paperOf(content.company, invoice.logo, words),
    kind: 'INVOICE',
    heading: invoiceHeading(content, words),
    title: content.subject,
    number: invoice.number,
    date: invoice.issueDate,
    client: printedClient(content.customer, labels.billedTo),
    facts: [
      { label: labels.issued, value: words.day(invoice.issueDate) },
      { label: labels.due, value: due },
      ...stageFacts(content, words),
      ...(content.termsNote === null ? [] : [{ label: labels.terms, value: content.termsNote }]),
    ],
    highlight: {
      label: labels.amountDue,
      value: words.amount(content.totals.gross),
      note: say.payBy(due),
    },
    sections: [
      chargedTable(content, say.whatFor, words),
      ...earlierTables(content, words),
      ...taxNoteSections(content.taxNotes, words),
      ...paymentSections(content, invoice, words),
    ],
  };
}

/** Where the tax is a GST, the law wants the words `Tax invoice` on the paper; elsewhere the trade may have its own. */
function invoiceHeading({ company, totals, stage }: InvoiceContent, words: Wording): string {
  const { invoice: say } = words.say;
  if (taxName(company.taxLabel, words) === 'GST' && isTaxed(totals)) return say.taxHeading;
  if (stage === null || stage.count === 1) return say.heading;
  return stage.position === stage.count ? say.finalHeading : say.partHeading;
}

function stageFacts({ stage }: InvoiceContent, { say }: Wording): PrintedFact[] {
  if (stage === null) return [];
  return [
    { label: say.labels.stage, value: say.stageOf(stage.position, stage.count, stage.label) },
    { label: say.labels.quote, value: stage.quoteNumber },
  ];
}

/** On the final invoice, what was invoiced before, with its tax rate by rate. */
function earlierTables({ earlier, company }: InvoiceContent, words: Wording): PrintedSection[] {
  if (earlier.length === 0) return [];
  const { invoice: say, labels } = words.say;
  const tax = taxName(company.taxLabel, words);
  return [
    {
      kind: 'TABLE',
      heading: say.earlier,
      columns: [
        { label: labels.invoice, align: 'START', grows: true },
        { label: labels.issued, align: 'START', grows: false },
        { label: labels.net, align: 'END', grows: false },
        { label: tax, align: 'END', grows: false },
        { label: labels.amount, align: 'END', grows: false },
      ],
      rows: earlier.flatMap((invoice) => earlierRows(invoice, tax, words)),
      totals: [],
      note: say.earlierNote,
    },
  ];
}

/** The invoice, and below it what was taken off it since. */
function earlierRows(
  { label, creditNotes, ...invoice }: EarlierInvoice,
  tax: string,
  words: Wording,
): PrintedRow[] {
  const { creditNote } = words.say.labels;
  return [
    earlierRow(`${invoice.number}, ${label}`, invoice, words.amount, { tax, words }),
    ...creditNotes.map((note) =>
      earlierRow(`${creditNote} ${note.number}`, note, words.less, { tax, words }),
    ),
  ];
}

function earlierRow(
  name: string,
  { issueDate, totals }: Pick<EarlierInvoice, 'issueDate' | 'totals'>,
  amount: Wording['amount'],
  { tax, words }: { tax: string; words: Wording },
): PrintedRow {
  const rates = isTaxed(totals)
    ? totals.taxes.map(
        (of) =>
          `${taxTotalWords(of, tax, true, words)}: ${of.tax === 0 ? words.amount(of.tax) : amount(of.tax)}`,
      )
    : [];
  return {
    cells: [name, words.day(issueDate), amount(totals.net), amount(totals.tax), amount(totals.gross)],
    note: rates.join('; '),
  };
}

function paymentSections(content: InvoiceContent, invoice: InvoiceToPrint, words: Wording): PrintedSection[] {
  const account = content.bankAccount ?? noBankAccount;
  const facts = [...content.bankDetails.map(bankFact), ...accountFacts(account, content, words)];
  if (facts.length === 0) return [];
  const { say } = words;
  const amount = { amount: content.totals.gross, currency: content.currency };
  const qr = paymentQr(account, amount, invoice.number);
  const reference = transferReference(account, content.currency, invoice.number);
  return [
    {
      kind: 'FACTS',
      heading: say.invoice.howToPay,
      intro: say.invoice.ways,
      facts: [...facts, { label: say.labels.reference, value: reference }],
      ...(qr !== null && { code: codeOf(qr, words) }),
    },
  ];
}

function accountFacts(
  { holder, iban, bic, payNow }: BankAccount,
  { currency }: InvoiceContent,
  { say }: Wording,
): PrintedFact[] {
  return [
    { label: say.invoice.holder, value: iban === '' && payNow === '' ? '' : holder },
    { label: 'IBAN', value: printedIban(iban) },
    { label: 'BIC', value: bic },
    { label: 'PayNow', value: currency === 'SGD' ? payNow : '' },
  ].filter(({ value }) => value !== '');
}

/** A Swiss code has its size by the standard, 46 mm without its margin; the others are as large as a phone likes them. */
function codeOf(qr: PaymentQr, { say }: Wording): PrintedCode {
  const { path, size } = qrPicture(qr);
  const millimetres = qr.standard === 'SWISS_QR' ? 56 : 34;
  return { path, size, millimetres, label: say.invoice.codeLabel, caption: say.invoice.scan };
}

/** `BSB: 062-000` is a name and a value; a line without a colon stands by itself. */
function bankFact(line: string): PrintedFact {
  const colon = line.indexOf(':');
  if (colon < 1) return { label: '', value: line };
  return { label: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() };
}
