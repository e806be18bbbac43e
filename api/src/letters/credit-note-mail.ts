import type { CreditNoteContent } from '../domain/credit-note.ts';
import type { Envelope, Letter } from './mail-parts.ts';
import { mailTo } from './mail.ts';
import { wording } from './wording.ts';

export type CreditNoteNotice = Envelope &
  Pick<CreditNoteContent, 'invoiceNumber' | 'currency' | 'totals' | 'reason' | 'toCredit' | 'balanceAfter'> &
  Readonly<{ creditNoteNumber: string }>;

export function creditNoteMail(note: CreditNoteNotice): Letter {
  const { company, creditNoteNumber, invoiceNumber, toCredit, balanceAfter } = note;
  const words = wording(note.language, note.locale, note.currency);
  const { creditMail: say, credit: paper, labels } = words.say;
  const amount = words.amount(note.totals.gross);
  return mailTo(note, {
    subject: say.subject(creditNoteNumber, company.name, amount),
    opening: [say.opening(invoiceNumber)],
    facts: [
      { label: labels.creditNote, value: creditNoteNumber },
      { label: labels.invoice, value: invoiceNumber },
      { label: paper.credited, value: amount },
      { label: paper.reason, value: note.reason },
    ],
    button: { label: say.button, url: note.url },
    next: [
      ...(toCredit === 0 ? [] : [say.freed(words.amount(toCredit))]),
      balanceAfter === 0
        ? say.nextNothing(invoiceNumber)
        : say.nextRest(words.amount(balanceAfter), invoiceNumber),
    ],
  });
}
