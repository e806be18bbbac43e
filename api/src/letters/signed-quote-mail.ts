import { inWords, type LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode, MinorUnits } from '../domain/money.ts';
import type { QuotePrice } from '../domain/pricing.ts';
import type { Envelope, Letter } from './mail-parts.ts';
import { greeting, questions, signature, writeMail } from './mail.ts';
import { priceWords } from './price-words.ts';
import { moment, wording } from './wording.ts';

export type SignedQuote = Envelope &
  Readonly<{
    quoteNumber: string;
    title: string;
    currency: CurrencyCode;
    /** What was agreed on. */
    price: QuotePrice;
    signerName: string;
    /** When staff recorded the yes that the customer gave on paper or by telephone; null for a signature. */
    onBehalf: Readonly<{ signedOn: LocalDate }> | null;
    signedAt: Date;
    timeZone: string;
    evidenceHash: string;
    /** The invoice that the signature caused; it comes in a mail of its own. */
    firstInvoice: Readonly<{ stageLabel: string; amount: MinorUnits }> | null;
  }>;

export function signedQuoteMail(quote: SignedQuote): Letter {
  const { company, quoteNumber, title } = quote;
  const words = wording(quote.locale, quote.currency);
  if (quote.onBehalf !== null) return acceptedMail(quote, quote.onBehalf.signedOn);
  return writeMail({
    subject: `Signed: quote ${quoteNumber} from ${company.name}`,
    greeting: greeting(quote.customer),
    opening: [
      `Thank you. The quote for ${title} is signed by you and countersigned by ${company.name}. The signed quote is attached as a PDF; please keep it.`,
    ],
    facts: [
      { label: 'Quote', value: quoteNumber },
      { label: 'Total agreed', value: priceWords(quote.price, company.taxLabel, words) },
      { label: 'Signed by', value: quote.signerName },
      { label: 'Signed', value: moment(quote.signedAt, quote.timeZone, quote.locale) },
      { label: 'Fingerprint of the signature record', value: quote.evidenceHash },
    ],
    button: { label: 'See the signed quote', url: quote.url },
    next: [nextStep(quote), questions(company)],
    signature: signature(company),
  });
}

/** Truthful about what there is: a yes that was given elsewhere and noted here, and how to object to it. */
function acceptedMail(quote: SignedQuote, agreedOn: LocalDate): Letter {
  const { company, quoteNumber, title } = quote;
  const words = wording(quote.locale, quote.currency);
  return writeMail({
    subject: `Accepted: quote ${quoteNumber} from ${company.name}`,
    greeting: greeting(quote.customer),
    opening: [
      `Thank you. We have noted that ${quote.signerName} accepted the quote for ${title} on ${inWords(agreedOn)}. The accepted quote is attached as a PDF; please keep it. If this is not what you agreed to, please tell us at once.`,
    ],
    facts: [
      { label: 'Quote', value: quoteNumber },
      { label: 'Total agreed', value: priceWords(quote.price, company.taxLabel, words) },
      { label: 'Accepted by', value: quote.signerName },
      { label: 'Noted', value: moment(quote.signedAt, quote.timeZone, quote.locale) },
      { label: 'Fingerprint of the acceptance record', value: quote.evidenceHash },
    ],
    button: { label: 'See the accepted quote', url: quote.url },
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
