/**
 * What customer and staff say to each other about a quote. A customer asks on Monday whether hosting is included; staff answer
 * on Tuesday; from Monday on no follow-up mail goes out, because somebody who talks needs no reminder.
 */

import { inWords, type LocalDate } from './local-date.ts';
import { isExpired, type QuoteCancelReason, type QuoteStatus } from './quote.ts';
import { type Refusal, refuse } from './refusal.ts';

/** What a message can be. */
export const quoteMessageKinds = [
  'QUESTION',
  'CHANGE_REQUEST',
  'DECLINE',
  'FRESH_QUOTE_REQUEST',
  'ANSWER',
] as const;

/** One of the kinds. */
export type QuoteMessageKind = (typeof quoteMessageKinds)[number];

/** What the customer sees of the conversation on the page of the quote. */
export const portalMessageKinds = ['QUESTION', 'CHANGE_REQUEST', 'ANSWER'] as const;

/** One of the kinds that the customer sees. */
export type PortalMessageKind = (typeof portalMessageKinds)[number];

/** As many messages as a customer can write about one offer within a day. */
export const messagesPerDay = 20;

type Standing = Readonly<{
  status: QuoteStatus;
  cancelReason: QuoteCancelReason | null;
  validUntil: LocalDate;
}>;

/** Why the customer cannot ask about this quote now, as a calm sentence; null when they can. */
export function askProblem(quote: Standing): Refusal | null {
  if (quote.status === 'OPEN' || quote.status === 'ACCEPTED') return null;
  return refuse(
    'QUOTE_NOT_OPEN',
    'This quote is closed. Please write us a mail or call us; the address is at the end of this page.',
  );
}

/** Why the customer cannot decline this quote now, as a calm sentence; null when they can. A second no is no problem. */
export function declineProblem(
  quote: Standing & Readonly<{ snapshotHash: string | null }>,
  revisionHash: string,
  today: LocalDate,
): Refusal | null {
  if (quote.status === 'ACCEPTED') {
    return refuse(
      'QUOTE_ALREADY_ACCEPTED',
      'This quote is signed already. If something has changed for you, please contact us and we will find a way.',
    );
  }
  if (
    quote.cancelReason === 'SUPERSEDED' ||
    (quote.status === 'OPEN' && revisionHash !== quote.snapshotHash)
  ) {
    return refuse(
      'REVISION_SUPERSEDED',
      'There is a newer version of this quote. Please load the page again and read it before you decide.',
    );
  }
  if (isExpired(quote, today)) {
    const message = `This quote was valid until ${inWords(quote.validUntil)}, so there is nothing left to decline.`;
    return refuse('QUOTE_EXPIRED', message);
  }
  return quote.status === 'OPEN'
    ? null
    : refuse('QUOTE_NOT_OPEN', 'This quote is closed already. There is nothing left to do.');
}

/** Whether the customer can ask for a fresh quote: after its last day, and after either side ended it. */
export const mayAskForFresh = (quote: Standing, today: LocalDate): boolean =>
  isExpired(quote, today) || (quote.status === 'CANCELED' && quote.cancelReason !== 'SUPERSEDED');
