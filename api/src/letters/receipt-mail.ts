import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode, MinorUnits } from '../domain/money.ts';
import type { PaymentMethod } from '../domain/payment.ts';
import type { Envelope, Letter } from './mail-parts.ts';
import { mailTo } from './mail.ts';
import { wording } from './wording.ts';

export type ReceiptNotice = Envelope &
  Readonly<{
    receiptNumber: string;
    invoiceNumber: string;
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
  }>;

export function receiptMail(receipt: ReceiptNotice): Letter {
  const { company, receiptNumber, invoiceNumber, balanceAfter, toCredit } = receipt;
  const words = wording(receipt.language, receipt.locale, receipt.currency);
  const { receiptMail: say, receipt: paper, labels } = words.say;
  const amount = words.amount(receipt.amount);
  const reference = receipt.reference ?? '';
  return mailTo(receipt, {
    subject: say.subject(receiptNumber, company.name, amount),
    opening: [say.opening(receipt.whatFor)],
    facts: [
      { label: labels.receipt, value: receiptNumber },
      { label: labels.amountReceived, value: amount },
      { label: labels.paidBy, value: `${paper.methods[receipt.method]}, ${words.day(receipt.receivedOn)}` },
      ...(reference === '' ? [] : [{ label: labels.reference, value: reference }]),
      { label: labels.invoice, value: invoiceNumber },
      { label: say.stillOpen, value: words.amount(balanceAfter) },
      ...(toCredit === 0 ? [] : [{ label: paper.credit, value: words.amount(toCredit) }]),
    ],
    button: { label: say.button, url: receipt.url },
    next: [
      ...(toCredit === 0 ? [] : [say.credit(words.amount(toCredit))]),
      balanceAfter === 0
        ? say.nextNothing(invoiceNumber)
        : say.nextRest(words.amount(balanceAfter), invoiceNumber),
    ],
  });
}
