import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode } from '../domain/money.ts';
import type { Envelope, Letter } from './mail-parts.ts';
import { mailTo } from './mail.ts';
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
  const { quoteNumber, title, endsSoon } = quote;
  const words = wording(quote.language, quote.locale, quote.currency);
  const { followUpMail: say, labels } = words.say;
  const until = deadline(quote.validUntil, quote.timeZone, words);
  return mailTo(quote, {
    subject: endsSoon ? say.subjectEnds(quoteNumber, title) : say.subject(quoteNumber, title),
    opening: [endsSoon ? say.openingEnds(title, until) : say.opening(title)],
    facts: [
      { label: labels.quote, value: quoteNumber },
      { label: labels.validUntil, value: until },
    ],
    button: { label: say.button, url: quote.url },
    next: [say.next],
  });
}
