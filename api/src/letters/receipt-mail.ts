import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode, MinorUnits } from '../domain/money.ts';
import type { Envelope, Letter } from './mail-parts.ts';
import { greeting, questions, signature, writeMail } from './mail.ts';
import { paymentMethodName, type PaymentMethodWord } from './payment-method-name.ts';
import { wording } from './wording.ts';

export type ReceiptNotice = Envelope &
  Readonly<{
    receiptNumber: string;
    invoiceNumber: string;
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
  }>;

export function receiptMail(receipt: ReceiptNotice): Letter {
  const { company, receiptNumber, invoiceNumber } = receipt;
  const words = wording(receipt.locale, receipt.currency);
  const reference = receipt.reference ?? '';
  return writeMail({
    subject: `Receipt ${receiptNumber} from ${company.name}: ${words.amount(receipt.amount)} received`,
    greeting: greeting(receipt.customer),
    opening: [
      `Thank you, your payment for ${receipt.quoteTitle}, ${receipt.stageLabel}, has arrived. The receipt is attached as a PDF.`,
    ],
    facts: [
      { label: 'Receipt', value: receiptNumber },
      { label: 'Amount received', value: words.amount(receipt.amount) },
      { label: 'Paid by', value: `${paymentMethodName(receipt.method)}, ${words.day(receipt.receivedOn)}` },
      ...(reference === '' ? [] : [{ label: 'Reference', value: reference }]),
      { label: 'Invoice', value: invoiceNumber },
      { label: 'Still open on this invoice', value: words.amount(receipt.balanceAfter) },
    ],
    button: { label: 'See the receipt', url: receipt.url },
    next: [
      receipt.balanceAfter === 0
        ? `What happens next: nothing is left to pay on ${invoiceNumber}; there is nothing for you to do.`
        : `What happens next: ${words.amount(receipt.balanceAfter)} of ${invoiceNumber} is still to be paid.`,
      questions(company),
    ],
    signature: signature(company),
  });
}
