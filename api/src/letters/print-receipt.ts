import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode, MinorUnits } from '../domain/money.ts';
import type { PaymentMethod } from '../domain/payment.ts';
import type { Client, Party } from '../domain/quote-snapshot.ts';
import { paperOf } from './paper.ts';
import { printedClient } from './parties.ts';
import type { PrintedDocument, PrintedFact } from './printed-document.ts';
import { wording, type Wording } from './wording.ts';

export type ReceiptToPrint = Readonly<{
  company: Party;
  customer: Client;
  number: string;
  issueDate: LocalDate;
  invoiceNumber: string;
  /** Null where the invoice came of no quote. */
  quoteNumber: string | null;
  /** What the invoice is about, in one line. */
  whatFor: string;
  currency: CurrencyCode;
  amount: MinorUnits;
  /** What of it was more than the invoice owed and became the customer's credit. */
  toCredit: MinorUnits;
  method: PaymentMethod;
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
  const words = wording(receipt.customer.language, receipt.locale, receipt.currency);
  const { receipt: say, labels } = words.say;
  const { quoteNumber } = receipt;
  return {
    ...paperOf(receipt.company, receipt.logo, words),
    kind: 'RECEIPT',
    heading: say.heading,
    title: receipt.balanceAfter === 0 ? say.inFull : say.inPart,
    number: receipt.number,
    date: receipt.issueDate,
    client: printedClient(receipt.customer, labels.receivedFrom),
    facts: [
      { label: labels.issuedOn, value: words.day(receipt.issueDate) },
      { label: labels.invoice, value: receipt.invoiceNumber },
      ...(quoteNumber === null ? [] : [{ label: labels.quote, value: quoteNumber }]),
    ],
    highlight: {
      label: labels.amountReceived,
      value: words.amount(receipt.amount),
      note: `${say.methods[receipt.method]}, ${words.day(receipt.receivedOn)}`,
    },
    sections: [{ kind: 'FACTS', heading: labels.payment, intro: '', facts: paymentFacts(receipt, words) }],
  };
}

function paymentFacts(receipt: ReceiptToPrint, words: Wording): PrintedFact[] {
  const { receipt: say, labels } = words.say;
  const reference = receipt.reference ?? '';
  return [
    { label: labels.for, value: receipt.whatFor },
    { label: labels.paidBy, value: say.methods[receipt.method] },
    { label: labels.receivedOn, value: words.day(receipt.receivedOn) },
    ...(reference === '' ? [] : [{ label: labels.reference, value: reference }]),
    { label: say.openOn(receipt.invoiceNumber), value: words.amount(receipt.balanceAfter) },
    ...(receipt.toCredit === 0 ? [] : [{ label: say.credit, value: words.amount(receipt.toCredit) }]),
  ];
}
