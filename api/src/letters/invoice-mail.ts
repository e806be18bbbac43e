import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode } from '../domain/money.ts';
import type { Totals } from '../domain/pricing.ts';
import type { Envelope, Letter } from './mail-parts.ts';
import { greeting, questions, signature, writeMail } from './mail.ts';
import { grossWords } from './price-words.ts';
import { wording } from './wording.ts';

export type InvoiceNotice = Envelope &
  Readonly<{
    invoiceNumber: string;
    quoteTitle: string;
    stageLabel: string;
    stagePosition: number;
    stageCount: number;
    currency: CurrencyCode;
    totals: Totals;
    dueDate: LocalDate;
    /** Where transfers go, a line each; none when transfers are not offered. */
    bankDetails: readonly string[];
  }>;

export function invoiceMail(invoice: InvoiceNotice): Letter {
  const { company, invoiceNumber, stageLabel } = invoice;
  const words = wording(invoice.locale, invoice.currency);
  const amount = words.amount(invoice.totals.gross);
  return writeMail({
    subject: `Invoice ${invoiceNumber} from ${company.name}: ${amount}, due ${words.day(invoice.dueDate)}`,
    greeting: greeting(invoice.customer),
    opening: [
      `Here is the invoice for ${invoice.quoteTitle}, ${stageLabel}. It is attached as a PDF as well.`,
    ],
    facts: [
      { label: 'Invoice', value: invoiceNumber },
      { label: 'Stage', value: `${invoice.stagePosition} of ${invoice.stageCount}, ${stageLabel}` },
      { label: 'Amount due', value: grossWords(invoice.totals, company.taxLabel, words) },
      { label: 'Please pay by', value: words.day(invoice.dueDate) },
    ],
    button: { label: 'See and pay the invoice', url: invoice.url },
    next: [
      ...transfer(invoice),
      'What happens next: once the money has arrived, you get a receipt by mail.',
      questions(company),
    ],
    signature: signature(company),
  });
}

function transfer({ bankDetails, invoiceNumber }: InvoiceNotice): string[] {
  if (bankDetails.length === 0) return [];
  return [`By bank transfer: ${bankDetails.join('; ')}; reference ${invoiceNumber}.`];
}
