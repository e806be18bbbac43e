import type { Party } from '../domain/quote-snapshot.ts';
import type { Letter } from './mail-parts.ts';
import { writeMail } from './mail.ts';

export type AuditHead = Readonly<{
  company: Pick<Party, 'name' | 'colour'>;
  day: string;
  seq: number;
  hash: string;
  url: string;
}>;

/** To the owner, not to a customer: a fingerprint that is worth something because it lies in another house. */
export function auditHeadMail({ company, day, seq, hash, url }: AuditHead): Letter {
  return writeMail({
    language: 'en',
    from: company,
    subject: `Fingerprint of the history of ${company.name}, ${day}`,
    greeting: 'Hello,',
    opening: [
      'please keep this mail. With it anybody can check later that nothing in the history or in the book of money up to today was changed, left out or put in.',
    ],
    facts: [
      { label: 'Day', value: day },
      { label: 'Entries so far', value: String(seq) },
      { label: 'Fingerprint (SHA-256)', value: hash },
    ],
    button: { label: 'Open the office', url },
    next: ['The command `countersign check` compares both with the fingerprints that were sent.'],
    signature: [company.name],
  });
}
