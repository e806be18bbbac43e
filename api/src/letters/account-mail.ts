import type { Envelope, Letter } from './mail-parts.ts';
import { mailTo } from './mail.ts';
import { wordsIn } from './words/words.ts';

/** The way to everything that was sent to this mailbox; asked for there, and sent nowhere else. */
export function accountMail(account: Envelope): Letter {
  const { accountMail: say } = wordsIn(account.language);
  return mailTo(account, {
    subject: say.subject(account.company.name),
    opening: [say.opening(account.company.name)],
    facts: [],
    button: { label: say.button, url: account.url },
    next: [say.private, say.next],
  });
}
