import { sha256 } from '../sha256.ts';
import type { Row } from '../db/entities.ts';
import type { Mail } from './mail.entity.ts';

/** A file that went with a mail: what it was called, and by what its bytes are known again. */
export type KeptFile = Readonly<{ name: string; sha256: string; size: number }>;

/** How a link is shown once its token must not be read any more. */
export function withoutToken(text: string, token: string | null): string {
  if (token === null) return text;
  // The hash of six digits would be as good as the digits.
  return text.replaceAll(token, /^\d+$/.test(token) ? '••••••' : `link-${sha256(token).slice(0, 16)}`);
}

/** The mail as staff see it: to the letter, but for the way in. */
export const shownMail = (mail: Row<Mail>) => ({
  ...mail,
  to: mail.recipient,
  subject: mail.subject ?? waitingSubjects[mail.kind],
  text: withoutToken(mail.text ?? '', mail.token),
  html: withoutToken(mail.html ?? '', mail.token),
  attachments: JSON.parse(mail.attachments ?? '[]') as KeptFile[],
});

const waitingSubjects: Readonly<Record<Mail['kind'], string>> = {
  QUOTE_LINK: 'Quote',
  QUOTE_FOLLOW_UP: 'Asking after the quote',
  QUOTE_EXPIRES_SOON: 'The quote ends soon',
  QUOTE_ANSWER: 'Answer about the quote',
  FRESH_LINK: 'Fresh link',
  SIGNING_CODE: 'Code for signing',
  SIGNED_QUOTE: 'Signed quote',
  INVOICE: 'Invoice',
  RECEIPT: 'Receipt',
  CREDIT_NOTE: 'Credit note',
  REFUND: 'Refund',
  ACCOUNT_LINK: 'Link to the account',
};
