import type { Envelope, Letter } from './mail-parts.ts';
import { mailTo } from './mail.ts';
import { wordsIn } from './words/words.ts';

export type AnswerAboutQuote = Envelope &
  Readonly<{
    quoteNumber: string;
    title: string;
    /** Who answers. */
    author: string;
    /** Plain text; its lines are kept. */
    answer: string;
  }>;

export function answerMail(quote: AnswerAboutQuote): Letter {
  const { company, quoteNumber, title, author, answer } = quote;
  const { answerMail: say, labels } = wordsIn(quote.language);
  return mailTo(quote, {
    subject: say.subject(quoteNumber, title),
    opening: [say.opening(author, company.name), ...answer.split('\n')],
    facts: [{ label: labels.quote, value: quoteNumber }],
    button: { label: say.button, url: quote.url },
    next: [],
  });
}
