import type { Language } from '../domain/language.ts';
import type { Client, Party } from '../domain/quote-snapshot.ts';

/** A mail as it is queued. Its link stands once in the text and once in the HTML, so that it can be taken out after sending. */
export type Letter = Readonly<{ subject: string; text: string; html: string }>;

/** What every mail to a customer needs. */
export type Envelope = Readonly<{
  company: Party;
  customer: Client;
  /** Where its one button leads; holds the token, so it stands nowhere else. */
  url: string;
  /** What the reader is written to in; the documents that come with the mail keep their own. */
  language: Language;
  /** The company's: amounts and days are written as in its region. */
  locale: string;
}>;

/** A mail in its parts, each a line; text and HTML are made of the same ones, so they cannot say different things. */
export type MailParts = Readonly<{
  language: Language;
  /** Who writes, and in which colour; above everything else, like a letterhead. */
  from: Pick<Party, 'name' | 'colour'>;
  subject: string;
  greeting: string;
  opening: readonly string[];
  facts: readonly Readonly<{ label: string; value: string }>[];
  /** None where the reader has the page open already. */
  button: Readonly<{ label: string; url: string }> | null;
  next: readonly string[];
  signature: readonly string[];
}>;
