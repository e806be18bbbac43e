import type { InvoiceContent } from '../domain/invoice.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { coloursOf } from './colours.ts';
import { footerOf, pageLabel, printedClient, printedCompany } from './parties.ts';
import { isTaxed, taxName, taxWords } from './price-words.ts';
import type { PrintedDocument, PrintedSection, PrintedTable } from './printed-document.ts';
import { taxNoteSections } from './text-sections.ts';
import { totalRows } from './total-rows.ts';
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
  const words = wording(invoice.locale, content.currency);
  return {
    kind: 'INVOICE',
    language: 'en',
    heading: invoiceHeading(content),
    title: content.quoteTitle,
    number: invoice.number,
    date: invoice.issueDate,
    status: null,
    watermark: '',
    colours: coloursOf(content.company.colour),
    logo: invoice.logo,
    company: printedCompany(content.company),
    client: printedClient(content.customer, 'Billed to'),
    facts: [
      { label: 'Issued', value: words.day(invoice.issueDate) },
      { label: 'Due', value: words.day(invoice.dueDate) },
      { label: 'Stage', value: `${content.stagePosition} of ${content.stageCount}, ${content.stageLabel}` },
      { label: 'Quote', value: content.quoteNumber },
    ],
    highlight: {
      label: 'Amount due',
      value: words.amount(content.totals.gross),
      note: `Please pay by ${words.day(invoice.dueDate)}.`,
    },
    sections: [
      invoiceTable(content, words),
      ...taxNoteSections(content.taxNotes),
      ...paymentSections(content, invoice),
    ],
    footer: footerOf(content.company),
    pageLabel,
  };
}

/** Where the tax is a GST, the law wants the words `Tax invoice` on the paper; elsewhere `Invoice` is enough. */
function invoiceHeading(content: Pick<InvoiceContent, 'company' | 'totals'>): string {
  return taxName(content.company.taxLabel) === 'GST' && isTaxed(content.totals) ? 'Tax invoice' : 'Invoice';
}

function invoiceTable(content: InvoiceContent, words: Wording): PrintedTable {
  const tax = taxName(content.company.taxLabel);
  return {
    kind: 'TABLE',
    heading: 'What this invoice is for',
    columns: [
      { label: 'Description', align: 'START', grows: true },
      { label: 'Net', align: 'END', grows: false },
      { label: 'Rate', align: 'END', grows: false },
      { label: tax, align: 'END', grows: false },
      { label: 'Amount', align: 'END', grows: false },
    ],
    rows: content.lines.map((line) => ({
      cells: [
        line.description,
        words.amount(line.net),
        taxWords(line.taxTreatment, line.taxRate, words),
        words.amount(line.tax),
        words.amount(line.gross),
      ],
      note: '',
    })),
    totals: totalRows(content.totals, content.company.taxLabel, 'Total', words),
    note: '',
  };
}

function paymentSections(content: InvoiceContent, invoice: InvoiceToPrint): PrintedSection[] {
  if (content.bankDetails.length === 0) return [];
  return [
    {
      kind: 'FACTS',
      heading: 'How to pay',
      intro: 'Pay online with the link in our mail, or by bank transfer:',
      facts: [...content.bankDetails.map(bankFact), { label: 'Reference', value: invoice.number }],
    },
  ];
}

/** `BSB: 062-000` is a name and a value; a line without a colon stands by itself. */
function bankFact(line: string): { label: string; value: string } {
  const colon = line.indexOf(':');
  if (colon < 1) return { label: '', value: line };
  return { label: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() };
}
