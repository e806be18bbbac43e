import type { Envelope, Letter } from './mail-parts.ts';
import { mailTo } from './mail.ts';
import { wordsIn } from './words/words.ts';

export type FreshLink = Envelope &
  Readonly<{
    document: Readonly<{ kind: 'QUOTE' | 'INVOICE'; number: string }>;
    title: string;
  }>;

export function freshLinkMail(link: FreshLink): Letter {
  const { freshLinkMail: say } = wordsIn(link.language);
  const { kind, number } = link.document;
  const to = kind === 'QUOTE' ? say.toQuote(number) : say.toInvoice(number);
  return mailTo(link, {
    subject: say.subject(to),
    opening: [say.opening(to, link.title)],
    facts: [],
    button: { label: say.button, url: link.url },
    next: [say.next],
  });
}
