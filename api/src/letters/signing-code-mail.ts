import { codeMinutes } from '../domain/signing-code.ts';
import type { Envelope, Letter } from './mail-parts.ts';
import { greeting, questions, signature, writeMail } from './mail.ts';

export type CodeForSigning = Pick<Envelope, 'company' | 'customer'> &
  Readonly<{ quoteNumber: string; title: string; code: string }>;

/** The code stands in the text and not in the subject, which locked telephones show to whoever holds them. */
export function signingCodeMail({ company, customer, quoteNumber, title, code }: CodeForSigning): Letter {
  return writeMail({
    subject: `Your code for signing quote ${quoteNumber}`,
    greeting: greeting(customer),
    opening: [`Please enter this code on the page of the quote for ${title}:`, code],
    facts: [{ label: 'Good for', value: `${codeMinutes} minutes` }],
    // the page that asks for it is open; any other address would lead away from it
    button: null,
    next: [
      'If you did not ask for a code, somebody else has the link to your quote. Please tell us; nothing is signed without this code.',
      questions(company),
    ],
    signature: signature(company),
  });
}
