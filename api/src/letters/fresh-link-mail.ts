import type { Envelope, Letter } from './mail-parts.ts';
import { greeting, questions, signature, writeMail } from './mail.ts';

export type FreshLink = Envelope &
  Readonly<{
    /** `quote QT-ACME-0001-1`, `invoice INV-2026-0001`. */
    document: string;
    title: string;
  }>;

export function freshLinkMail({ company, customer, document, title, url }: FreshLink): Letter {
  return writeMail({
    subject: `Your link to ${document}`,
    greeting: greeting(customer),
    opening: [`Here is a fresh link to ${document}: ${title}.`],
    facts: [],
    button: { label: 'Open it', url },
    next: [
      'If you did not ask for it, you can ignore this mail: the link came to you and to nobody else.',
      questions(company),
    ],
    signature: signature(company),
  });
}
