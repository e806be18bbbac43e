import type { CurrencyCode, MinorUnits } from '../domain/money.ts';
import type { Totals } from '../domain/pricing.ts';
import type { Envelope, Letter } from './mail-parts.ts';
import { greeting, questions, signature, writeMail } from './mail.ts';
import { grossWords } from './price-table.ts';
import { moment, wording } from './wording.ts';

export type SignedQuote = Envelope &
  Readonly<{
    quoteNumber: string;
    title: string;
    currency: CurrencyCode;
    /** What was agreed on. */
    totals: Totals;
    signerName: string;
    signedAt: Date;
    timeZone: string;
    evidenceHash: string;
    /** The invoice that the signature caused; it comes in a mail of its own. */
    firstInvoice: Readonly<{ stageLabel: string; amount: MinorUnits }> | null;
  }>;

export function signedQuoteMail(quote: SignedQuote): Letter {
  const { company, quoteNumber, title } = quote;
  const words = wording(quote.locale, quote.currency);
  return writeMail({
    subject: `Signed: quote ${quoteNumber} from ${company.name}`,
    greeting: greeting(quote.customer),
    opening: [
      `Thank you. The quote for ${title} is signed by you and countersigned by ${company.name}. The signed quote is attached as a PDF; please keep it.`,
    ],
    facts: [
      { label: 'Quote', value: quoteNumber },
      { label: 'Total agreed', value: grossWords(quote.totals, company.taxLabel, words) },
      { label: 'Signed by', value: quote.signerName },
      { label: 'Signed', value: moment(quote.signedAt, quote.timeZone, quote.locale) },
      { label: 'Fingerprint of the signature record', value: quote.evidenceHash },
    ],
    button: { label: 'See the signed quote', url: quote.url },
    next: [nextStep(quote), questions(company)],
    signature: signature(company),
  });
}

function nextStep({ firstInvoice, locale, currency }: SignedQuote): string {
  if (firstInvoice === null)
    return 'What happens next: we start work, and each stage is invoiced when it is reached.';
  const amount = wording(locale, currency).amount(firstInvoice.amount);
  return `What happens next: the first invoice, ${firstInvoice.stageLabel}, ${amount}, comes in a mail of its own. Later stages are invoiced when they are reached.`;
}
