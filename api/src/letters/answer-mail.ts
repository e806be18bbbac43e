import type { Envelope, Letter } from './mail-parts.ts';
import { greeting, questions, signature, writeMail } from './mail.ts';

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
  return writeMail({
    subject: `About quote ${quoteNumber}: ${title}`,
    greeting: greeting(quote.customer),
    opening: [`${author} of ${company.name} has answered you:`, ...answer.split('\n')],
    facts: [{ label: 'Quote', value: quoteNumber }],
    button: { label: 'Open the quote', url: quote.url },
    next: [questions(company)],
    signature: signature(company),
  });
}
