import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode, MinorUnits } from '../domain/money.ts';
import type { PaymentMethod } from '../domain/payment.ts';
import type { Envelope, Letter } from './mail-parts.ts';
import { mailTo } from './mail.ts';
import { wording } from './wording.ts';

export type RefundNotice = Envelope &
  Readonly<{
    invoiceNumber: string;
    /** The credit note that goes with it; null when the money had paid no invoice. */
    creditNoteNumber: string | null;
    currency: CurrencyCode;
    amount: MinorUnits;
    method: PaymentMethod;
    reference: string | null;
    /** Why; the customer reads it. */
    reason: string;
    /** Of the payment that is given back. */
    paidOn: LocalDate;
  }>;

/** Only after the money went back: until then there is nothing to tell. */
export function refundMail(refund: RefundNotice): Letter {
  const { company, creditNoteNumber, method } = refund;
  const words = wording(refund.language, refund.locale, refund.currency);
  const { refundMail: say, receipt: paper, credit, labels } = words.say;
  const amount = words.amount(refund.amount);
  const reference = refund.reference ?? '';
  return mailTo(refund, {
    subject: say.subject(company.name, amount),
    opening: [say.opening(amount)],
    facts: [
      { label: say.amount, value: amount },
      { label: say.way, value: paper.methods[method] },
      ...(reference === '' ? [] : [{ label: labels.reference, value: reference }]),
      { label: say.payment, value: words.day(refund.paidOn) },
      { label: labels.invoice, value: refund.invoiceNumber },
      ...(creditNoteNumber === null ? [] : [{ label: labels.creditNote, value: creditNoteNumber }]),
      { label: credit.reason, value: refund.reason },
    ],
    button: { label: say.button, url: refund.url },
    next: [method === 'CARD' ? say.nextCard : say.nextOther],
  });
}
