import type { Client, Party } from '../domain/quote-snapshot.ts';
import { mailHtml } from './mail-html.ts';
import { mailText } from './mail-text.ts';
import type { Letter, MailParts } from './mail-parts.ts';
import { oneLine } from './one-line.ts';
import { type Words, wordsIn } from './words/words.ts';

const longestSubject = 200;

/** What is said in one mail; who writes to whom stands around it, the same in all of them. */
type Said = Omit<MailParts, 'language' | 'from' | 'greeting' | 'signature'>;

type Between = Readonly<{ company: Party; customer: Client; language: MailParts['language'] }>;

/** A mail to a customer: greeting, what is said, how to ask, and who writes. */
export function mailTo({ company, customer, language }: Between, said: Said): Letter {
  const words = wordsIn(language);
  return writeMail({
    ...said,
    language,
    from: company,
    greeting: greeting(words, customer),
    next: [...said.next, words.questions(oneLine(company.phone))],
    signature: [company.name, ...company.address, company.phone, company.email, company.taxNumber],
  });
}

export function writeMail(parts: MailParts): Letter {
  const clean = cleaned(parts);
  return { subject: shortened(clean.subject), text: mailText(clean), html: mailHtml(clean) };
}

function greeting(words: Words, customer: Client): string {
  return words.hello(customer.contactName.trim() === '' ? customer.name : customer.contactName);
}

function cleaned(parts: MailParts): MailParts {
  const lines = (texts: readonly string[]) => texts.map(oneLine).filter((line) => line !== '');
  return {
    language: parts.language,
    from: { name: oneLine(parts.from.name), colour: parts.from.colour },
    subject: oneLine(parts.subject),
    greeting: oneLine(parts.greeting),
    opening: lines(parts.opening),
    facts: parts.facts.map(({ label, value }) => ({ label: oneLine(label), value: oneLine(value) })),
    button: parts.button && { label: oneLine(parts.button.label), url: parts.button.url },
    next: lines(parts.next),
    signature: lines(parts.signature),
  };
}

function shortened(subject: string): string {
  const characters = [...subject];
  return characters.length <= longestSubject
    ? subject
    : `${characters.slice(0, longestSubject - 1).join('')}…`;
}
