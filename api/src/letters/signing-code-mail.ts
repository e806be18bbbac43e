import { codeMinutes } from '../domain/signing-code.ts';
import type { Envelope, Letter } from './mail-parts.ts';
import { mailTo } from './mail.ts';
import { wordsIn } from './words/words.ts';

export type CodeForSigning = Pick<Envelope, 'company' | 'customer' | 'language'> &
  Readonly<{ quoteNumber: string; title: string; code: string }>;

/** The code stands in the text and not in the subject, which locked telephones show to whoever holds them. */
export function signingCodeMail(asked: CodeForSigning): Letter {
  const { codeMail: say } = wordsIn(asked.language);
  return mailTo(asked, {
    subject: say.subject(asked.quoteNumber),
    opening: [say.opening(asked.title), asked.code],
    facts: [{ label: say.goodFor, value: say.minutes(codeMinutes) }],
    // the page that asks for it is open; any other address would lead away from it
    button: null,
    next: [say.next],
  });
}
