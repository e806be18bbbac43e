import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { resendProblem, type SentMail } from '../domain/mail.ts';
import { sameMailbox } from '../domain/mailbox.ts';
import { isExpired } from '../domain/quote.ts';
import type { Mail } from './mail.entity.ts';

/** Mails that ask for a signature, and mails that do so while somebody can still give it. */
const asking: readonly Mail['kind'][] = ['QUOTE_LINK', 'QUOTE_FOLLOW_UP', 'QUOTE_EXPIRES_SOON'];
const onTheWay: readonly Mail['kind'][] = ['QUOTE_ANSWER', 'FRESH_LINK'];

/** The mail with what sending it again depends on, as it stands now. */
export async function sentMail({ load, today }: Ctx, mail: Row<Mail>): Promise<SentMail> {
  const { kind, status, recipient } = mail;
  const quote = mail.quoteId === null ? null : await load.quote.load(mail.quoteId);
  const invoice = mail.invoiceId === null ? null : await load.invoice.load(mail.invoiceId);
  const customer = await load.customer.load(mail.customerId);
  const isOpen = quote !== null && quote.status === 'OPEN' && !isExpired(quote, today);
  const asks = asking.includes(kind) || (onTheWay.includes(kind) && invoice === null && isOpen);
  return {
    kind,
    status,
    recipient,
    isArchived: (quote?.archivedAt ?? customer.archivedAt) !== null,
    toSign: asks ? { isOpen, sentTo: quote?.sentTo ?? '' } : null,
    invoiceStatus: invoice?.status ?? null,
  };
}

/** Why nobody can send the mail again, in words; null when somebody can. */
export async function problemOf(ctx: Ctx, mail: Row<Mail>): Promise<string | null> {
  return resendProblem(await sentMail(ctx, mail))?.message ?? null;
}

/** The addresses of a customer, the main one first. */
export async function addressesOf(query: Sql, customerId: string): Promise<string[]> {
  const customer = await query
    .selectFrom('customer')
    .select(['email', 'contacts'])
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow();
  const others = (JSON.parse(customer.contacts) as { email: string }[]).map(({ email }) => email);
  return [customer.email, ...others].filter((address) => address !== '');
}

/** Where mails to this mailbox go now: there while it is the customer's, else to the main one. */
export async function mailboxNow(query: Sql, customerId: string, mailbox: string): Promise<string> {
  const onFile = await addressesOf(query, customerId);
  return onFile.find((address) => sameMailbox(address, mailbox)) ?? onFile[0] ?? mailbox;
}
