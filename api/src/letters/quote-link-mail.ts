import type { ChangeOfContract } from '../domain/change-order.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode } from '../domain/money.ts';
import type { Offer } from '../domain/options.ts';
import type { Choice, QuotePrice } from '../domain/pricing.ts';
import { changeFacts } from './change-facts.ts';
import type { Envelope, Letter } from './mail-parts.ts';
import { mailTo } from './mail.ts';
import { priceWords } from './price-words.ts';
import { startingTotalLabel } from './starting-total.ts';
import { deadline, wording } from './wording.ts';

export type QuoteLink = Envelope &
  Offer &
  Readonly<{
    quoteNumber: string;
    title: string;
    currency: CurrencyCode;
    change: ChangeOfContract | null;
    /** With these choices. */
    price: QuotePrice;
    /** What the page starts with. */
    choices: readonly Choice[];
    validUntil: LocalDate;
    timeZone: string;
  }>;

export function quoteLinkMail(quote: QuoteLink): Letter {
  const { company, quoteNumber, title, change } = quote;
  const words = wording(quote.language, quote.locale, quote.currency);
  const { quoteMail: say, changeMail, labels } = words.say;
  return mailTo(quote, {
    subject: (change === null ? say : changeMail).subject(quoteNumber, company.name, title),
    opening: [
      change === null ? say.opening(company.name, title) : changeMail.opening(company.name, title, change.of),
    ],
    facts: [
      { label: labels.quote, value: quoteNumber },
      {
        label: startingTotalLabel(quote, quote.choices, words),
        value: priceWords(quote.price, company.taxLabel, words),
      },
      ...changeFacts(quote, quote.price.totals.gross, words),
      { label: labels.validUntil, value: deadline(quote.validUntil, quote.timeZone, words) },
    ],
    button: { label: say.button, url: quote.url },
    next: [say.next(quote.options.length > 0), say.private],
  });
}
