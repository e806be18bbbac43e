/**
 * What becomes of a mail. A mail server that takes a mail says no more than that; days later it can come back. The invoice that
 * went to ana@silvadental.example on Monday is ACCEPTED, BOUNCED on Tuesday when her mailbox turns out to be gone, and stays so:
 * sent again it is another mail, with a link of its own, to the address on file then.
 */
import type { InvoiceStatus } from './invoice.ts';
import { sameMailbox } from './mailbox.ts';
import { type Refusal, refuse } from './refusal.ts';

/** What a mail can be about; each kind has its letter in letters/. */
export const mailKinds = [
  'QUOTE_LINK',
  'QUOTE_FOLLOW_UP',
  'QUOTE_EXPIRES_SOON',
  'QUOTE_ANSWER',
  'FRESH_LINK',
  'SIGNING_CODE',
  'SIGNED_QUOTE',
  'INVOICE',
  'RECEIPT',
  'CREDIT_NOTE',
  'REFUND',
  'ACCOUNT_LINK',
] as const;

/** What a mail is about. */
export type MailKind = (typeof mailKinds)[number];

/** Where a mail can stand. */
export const mailStatuses = ['QUEUED', 'ACCEPTED', 'BOUNCED', 'FAILED'] as const;

/** Where a mail stands. */
export type MailStatus = (typeof mailStatuses)[number];

/** What a mail server or a provider reports about a mail that it took. */
export type MailReport = Readonly<{
  /** Of the mail that it is about, with its angle brackets; null when the report does not say. */
  messageId: string | null;
  /** The address that it was for; null when the report does not say. */
  recipient: string | null;
  /** A delay changes nothing: they are still trying. */
  type: 'BOUNCE' | 'COMPLAINT' | 'DELAY';
  reason: string;
}>;

/** Bytes; beyond that a mail is no report: a report says a few lines and gives the beginning of the mail back. */
export const longestReport = 2_000_000;

/** A mail and what it is about, as far as sending it again asks. */
export type SentMail = Readonly<{
  kind: MailKind;
  status: MailStatus;
  recipient: string;
  isArchived: boolean;
  /** The quote that it asks to sign; null for a mail that asks nothing of the kind. */
  toSign: Readonly<{ isOpen: boolean; sentTo: string }> | null;
  invoiceStatus: InvoiceStatus | null;
}>;

const notSendable = (message: string, field?: string): Refusal => refuse('MAIL_NOT_SENDABLE', message, field);

/** Why nobody can send this mail again; null when somebody can. */
export function resendProblem(mail: SentMail): Refusal | null {
  if (mail.kind === 'SIGNING_CODE')
    return notSendable(
      'A code is good for ten minutes. The customer can ask for a new one on the page of the quote.',
    );
  if (mail.status === 'QUEUED')
    return notSendable('This mail is still on its way. It is tried again by itself.');
  if (mail.isArchived) return notSendable('This is archived. Restore it first, then send the mail again.');
  if (mail.toSign !== null && !mail.toSign.isOpen)
    return notSendable('This quote cannot be signed any more, so the mail would not be true.');
  if (mail.kind === 'INVOICE' && mail.invoiceStatus === 'VOID')
    return notSendable('This invoice is void. Send its credit note or the invoice that takes its place.');
  return null;
}

/**
 * Where it goes when it is sent again: to an address on file, by itself to the same one while it is still there. Who may sign is
 * part of what was approved, so a quote that waits for its signature goes to nobody else.
 */
export function resendTo(
  { recipient, toSign }: Pick<SentMail, 'recipient' | 'toSign'>,
  onFile: readonly string[],
  wanted: string | null,
): string | Refusal {
  const known = (address: string): string | undefined => onFile.find((one) => sameMailbox(one, address));
  const asked = wanted === null ? undefined : known(wanted);
  if (wanted !== null && asked === undefined)
    return notSendable(
      'A mail goes to an address of the customer. Add this one to the customer first.',
      'recipient',
    );
  const address = asked ?? known(recipient) ?? onFile[0];
  if (address === undefined) return notSendable('The customer has no e-mail address.');
  if (toSign === null || sameMailbox(address, toSign.sentTo)) return address;
  return notSendable(
    `This quote was approved for ${toSign.sentTo}, and only there it can be signed. Revise it: the new version goes to the new address.`,
    'recipient',
  );
}
