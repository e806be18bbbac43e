import type { Ctx } from '../context.ts';
import { holdCustomer } from '../customers/linked-records.ts';
import type { Sql } from '../db/database.ts';
import { erasedProblem } from '../domain/erasure.ts';
import { resendTo } from '../domain/mail.ts';
import { isExpired } from '../domain/quote.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { addressesOf } from '../mails/mail-standing.ts';
import { findQuote } from '../quotes/find-quote.ts';

type About = { quoteId: string | null; invoiceId: string | null; customerId: string; recipient: string };

/**
 * Where a fresh link goes: to the mailbox that it went to before while that is the customer's, else to the one on file now. A
 * quote that waits for its signature is bound to the mailbox that it was approved for, so its link goes to no other.
 */
export async function freshLinkTo(ctx: Ctx, query: Sql, about: About): Promise<string | Refusal> {
  const { quoteId, invoiceId, customerId, recipient } = about;
  // Of a change of address and a fresh link at once one waits for the other: the link is dead with the mailbox, or goes elsewhere.
  const erased = erasedProblem(await holdCustomer(query, customerId));
  if (erased !== null) return erased;
  const quote = quoteId === null || invoiceId !== null ? undefined : await findQuote(query, quoteId);
  const isOpen = quote?.status === 'OPEN' && !isExpired(quote, ctx.today);
  const toSign = isOpen ? { isOpen, sentTo: quote.sentTo ?? '' } : null;
  const address = resendTo({ recipient, toSign }, await addressesOf(query, customerId), null);
  // There is no field in which another address could be given.
  return isRefusal(address) ? refuse(address.code, address.message) : address;
}
