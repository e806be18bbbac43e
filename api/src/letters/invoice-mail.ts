import type { InvoiceContent } from '../domain/invoice.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Envelope, Letter } from './mail-parts.ts';
import { mailTo } from './mail.ts';
import { grossWords } from './price-words.ts';
import { wording } from './wording.ts';

export type InvoiceNotice = Envelope &
  Pick<InvoiceContent, 'subject' | 'stage' | 'currency' | 'totals' | 'bankDetails'> &
  Readonly<{ invoiceNumber: string; dueDate: LocalDate }>;

export function invoiceMail(invoice: InvoiceNotice): Letter {
  const { company, invoiceNumber, stage, bankDetails } = invoice;
  const words = wording(invoice.language, invoice.locale, invoice.currency);
  const { invoiceMail: say, labels, stageOf } = words.say;
  const amount = words.amount(invoice.totals.gross);
  const due = words.day(invoice.dueDate);
  return mailTo(invoice, {
    subject: say.subject(invoiceNumber, company.name, amount, due),
    opening: [say.opening(whatFor(invoice))],
    facts: [
      { label: labels.invoice, value: invoiceNumber },
      ...(stage === null
        ? []
        : [{ label: labels.stage, value: stageOf(stage.position, stage.count, stage.label) }]),
      { label: labels.amountDue, value: grossWords(invoice.totals, company.taxLabel, words) },
      { label: labels.payBy, value: due },
    ],
    button: { label: say.button, url: invoice.url },
    next: [
      ...(bankDetails.length === 0 ? [] : [say.transfer(bankDetails.join('; '), invoiceNumber)]),
      say.next,
    ],
  });
}

/** `Website migration, Deposit`: what an invoice is about, in one line. */
export const whatFor = ({ subject, stage }: Pick<InvoiceContent, 'subject' | 'stage'>): string =>
  stage === null ? subject : `${subject}, ${stage.label}`;
