import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode, MinorUnits } from '../domain/money.ts';
import type { Client, Party } from '../domain/quote-snapshot.ts';
import { coloursOf } from './colours.ts';
import { footerOf, pageLabel, printedClient, printedCompany } from './parties.ts';
import { paymentMethodName, type PaymentMethodWord } from './payment-method-name.ts';
import type { PrintedDocument, PrintedFact } from './printed-document.ts';
import { wording, type Wording } from './wording.ts';

export type ReceiptToPrint = Readonly<{
  company: Party;
  customer: Client;
  number: string;
  issueDate: LocalDate;
  invoiceNumber: string;
  quoteNumber: string;
  quoteTitle: string;
  stageLabel: string;
  currency: CurrencyCode;
  amount: MinorUnits;
  method: PaymentMethodWord;
  /** The provider's or the bank's reference; null when there is none. */
  reference: string | null;
  receivedOn: LocalDate;
  /** What is still open on the invoice after this payment. */
  balanceAfter: MinorUnits;
  locale: string;
  logo: Uint8Array | null;
}>;

/** The confirmation of one payment; made only once the money is there. */
export function printReceipt(receipt: ReceiptToPrint): PrintedDocument {
  const words = wording(receipt.locale, receipt.currency);
  const settled = receipt.balanceAfter === 0;
  return {
    kind: 'RECEIPT',
    language: 'en',
    heading: 'Receipt',
    title: settled ? 'Paid in full' : 'Payment received',
    number: receipt.number,
    date: receipt.issueDate,
    status: null,
    watermark: '',
    colours: coloursOf(receipt.company.colour),
    logo: receipt.logo,
    company: printedCompany(receipt.company),
    client: printedClient(receipt.customer, 'Received from'),
    facts: [
      { label: 'Issued', value: words.day(receipt.issueDate) },
      { label: 'Invoice', value: receipt.invoiceNumber },
      { label: 'Quote', value: receipt.quoteNumber },
    ],
    highlight: {
      label: 'Amount received',
      value: words.amount(receipt.amount),
      note: `${paymentMethodName(receipt.method)}, ${words.day(receipt.receivedOn)}`,
    },
    sections: [{ kind: 'FACTS', heading: 'Payment', intro: '', facts: paymentFacts(receipt, words) }],
    footer: footerOf(receipt.company),
    pageLabel,
  };
}

function paymentFacts(receipt: ReceiptToPrint, words: Wording): PrintedFact[] {
  const reference = receipt.reference ?? '';
  return [
    { label: 'For', value: `${receipt.quoteTitle}, ${receipt.stageLabel}` },
    { label: 'Paid by', value: paymentMethodName(receipt.method) },
    { label: 'Received on', value: words.day(receipt.receivedOn) },
    ...(reference === '' ? [] : [{ label: 'Reference', value: reference }]),
    { label: `Still open on ${receipt.invoiceNumber}`, value: words.amount(receipt.balanceAfter) },
  ];
}
