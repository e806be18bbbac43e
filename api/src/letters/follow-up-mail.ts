import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode } from '../domain/money.ts';
import type { Envelope, Letter } from './mail-parts.ts';
import { greeting, questions, signature, writeMail } from './mail.ts';
import { deadline, wording } from './wording.ts';

export type FollowUpOfQuote = Envelope &
  Readonly<{
    quoteNumber: string;
    title: string;
    currency: CurrencyCode;
    validUntil: LocalDate;
    timeZone: string;
    /** Whether it announces the last valid day, rather than asking after the quote. */
    endsSoon: boolean;
  }>;

export function followUpMail(quote: FollowUpOfQuote): Letter {
  const { company, quoteNumber, title, endsSoon } = quote;
  const until = deadline(quote.validUntil, quote.timeZone, wording(quote.locale, quote.currency));
  return writeMail({
    subject: endsSoon ? `Quote ${quoteNumber} ends soon: ${title}` : `Your quote ${quoteNumber}: ${title}`,
    greeting: greeting(quote.customer),
    opening: [
      endsSoon
        ? `Our quote for ${title} can be signed until ${until}. After that day we would have to check the prices again.`
        : `A few days ago we sent you our quote for ${title}. Is there anything that we can explain, or that you would like to change?`,
    ],
    facts: [
      { label: 'Quote', value: quoteNumber },
      { label: 'Valid until', value: until },
    ],
    button: { label: 'Open the quote', url: quote.url },
    next: [
      'On that page you can sign, ask a question, ask for a change or tell us that you do not want it. As soon as we hear from you, these mails stop.',
      questions(company),
    ],
    signature: signature(company),
  });
}
