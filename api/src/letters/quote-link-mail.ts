import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode } from '../domain/money.ts';
import type { QuotePrice } from '../domain/pricing.ts';
import type { Envelope, Letter } from './mail-parts.ts';
import { greeting, questions, signature, writeMail } from './mail.ts';
import { priceWords } from './price-words.ts';
import { deadline, wording } from './wording.ts';

export type QuoteLink = Envelope &
  Readonly<{
    quoteNumber: string;
    title: string;
    currency: CurrencyCode;
    /** With what the page starts with. */
    price: QuotePrice;
    hasOptions: boolean;
    /** Whether the page starts with an option chosen. */
    startsChosen: boolean;
    validUntil: LocalDate;
    timeZone: string;
  }>;

export function quoteLinkMail(quote: QuoteLink): Letter {
  const { company, quoteNumber, title } = quote;
  const words = wording(quote.locale, quote.currency);
  const choose = quote.hasOptions ? 'choose the options that you want, see the total change, ' : '';
  return writeMail({
    subject: `Quote ${quoteNumber} from ${company.name}: ${title}`,
    greeting: greeting(quote.customer),
    opening: [`${company.name} has prepared a quote for you: ${title}.`],
    facts: [
      { label: 'Quote', value: quoteNumber },
      {
        label: !quote.hasOptions
          ? 'Total'
          : quote.startsChosen
            ? 'Total as it stands'
            : 'Total without options',
        value: priceWords(quote.price, company.taxLabel, words),
      },
      { label: 'Valid until', value: deadline(quote.validUntil, quote.timeZone, words) },
    ],
    button: { label: 'Read and sign the quote', url: quote.url },
    next: [
      `What happens next: on that page you can read everything, ${choose}and sign with your name. Nothing is agreed before you sign. Afterwards you get the signed quote by mail.`,
      'The link is yours alone: whoever has it can read the quote, so please do not pass it on.',
      questions(company),
    ],
    signature: signature(company),
  });
}
