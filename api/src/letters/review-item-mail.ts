import type { Party } from '../domain/quote-snapshot.ts';
import type { Letter } from './mail-parts.ts';
import { writeMail } from './mail.ts';

export type ReviewItemNotice = Readonly<{
  company: Pick<Party, 'name' | 'colour'>;
  name: string;
  title: string;
  explanation: string;
  url: string;
}>;

/** To one of the house. What a stranger typed is not repeated in it: that stands in the office, beside what was approved. */
export function reviewItemMail({ company, name, title, explanation, url }: ReviewItemNotice): Letter {
  return writeMail({
    language: 'en',
    from: company,
    subject: title,
    greeting: `Hello ${name},`,
    opening: [`${title}.`, explanation],
    facts: [],
    button: { label: 'Look at it', url },
    next: [
      'You get one mail a day for each quote and each kind of failure; the list in the office has every try.',
    ],
    signature: [company.name],
  });
}
