import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode, MinorUnits } from '../domain/money.ts';
import type { QuotePrice } from '../domain/pricing.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { Envelope, Letter } from './mail-parts.ts';
import { mailTo } from './mail.ts';
import { priceWords } from './price-words.ts';
import { type Wording, wording } from './wording.ts';

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
    /** None where everything recurs. */
    stages: QuoteSnapshot['stages'];
    /** The invoice that the signature caused; it comes in a mail of its own. */
    firstInvoice: Readonly<{ stageLabel: string; amount: MinorUnits }> | null;
  }>;

export function signedQuoteMail(quote: SignedQuote): Letter {
  const { company, quoteNumber, title } = quote;
  const words = wording(quote.language, quote.locale, quote.currency);
  if (quote.onBehalf !== null) return acceptedMail(quote, quote.onBehalf.signedOn, words);
  const { signedMail: say, labels } = words.say;
  return mailTo(quote, {
    subject: say.subject(quoteNumber, company.name),
    opening: [say.opening(title, company.name)],
    facts: [
      { label: labels.quote, value: quoteNumber },
      { label: labels.totalAgreed, value: priceWords(quote.price, company.taxLabel, words) },
      { label: labels.signedBy, value: quote.signerName },
      { label: labels.signed, value: words.moment(quote.signedAt, quote.timeZone) },
      { label: say.fingerprint, value: quote.evidenceHash },
    ],
    button: { label: say.button, url: quote.url },
    next: [nextStep(quote, words)],
  });
}

/** Truthful about what there is: a yes that was given elsewhere and noted here, and how to object to it. */
function acceptedMail(quote: SignedQuote, agreedOn: LocalDate, words: Wording): Letter {
  const { company, quoteNumber, title, signerName } = quote;
  const { signedMail: say, labels } = words.say;
  return mailTo(quote, {
    subject: say.subjectAccepted(quoteNumber, company.name),
    opening: [say.openingAccepted(signerName, title, words.day(agreedOn))],
    facts: [
      { label: labels.quote, value: quoteNumber },
      { label: labels.totalAgreed, value: priceWords(quote.price, company.taxLabel, words) },
      { label: labels.acceptedBy, value: signerName },
      { label: labels.noted, value: words.moment(quote.signedAt, quote.timeZone) },
      { label: say.fingerprintAccepted, value: quote.evidenceHash },
    ],
    button: { label: say.buttonAccepted, url: quote.url },
    next: [nextStep(quote, words)],
  });
}

function nextStep({ firstInvoice, stages }: SignedQuote, words: Wording): string {
  const { signedMail: say } = words.say;
  const isOne = stages.length === 1;
  if (stages.length === 0) return say.nextWork;
  if (firstInvoice === null) return isOne ? say.nextInvoice : say.nextInvoices;
  const { stageLabel } = firstInvoice;
  const amount = words.amount(firstInvoice.amount);
  return isOne ? say.nextOnly(stageLabel, amount) : say.nextFirst(stageLabel, amount);
}
