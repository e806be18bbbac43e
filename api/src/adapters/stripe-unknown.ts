import type { UnknownState } from '../ports.ts';
import { isKnownPaymentStatus } from './stripe-facts.ts';
import { isKnownDisputeState, isKnownRefundState } from './stripe-money-back.ts';
import { idOf, type Loose, loose, text } from './stripe-loose.ts';

const longestWord = 100;

/**
 * The state in an event that Stripe invented after we were written; null where there is none, and for kinds that we do not act
 * on. Guessing what it means could book money that is not there, so all that is read beside it is what it is about.
 */
export function unknownStateOfEvent(type: string, object: unknown): UnknownState | null {
  const it = loose(object);
  switch (type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
      return isKnownPaymentStatus(it['payment_status']) ? null : unknownState(it, it['payment_status']);
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated':
      return isKnownRefundState(it['status']) ? null : unknownState(it, it['status']);
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated':
    case 'charge.dispute.closed':
      return isKnownDisputeState(it['status']) ? null : unknownState(it, it['status']);
    default:
      return null;
  }
}

function unknownState(it: Loose, word: unknown): UnknownState | null {
  const state = text(word);
  const metadata = loose(it['metadata']);
  return state === null
    ? null
    : {
        state: state.slice(0, longestWord),
        providerId: text(it['id']),
        paymentId: text(metadata['paymentId']),
        refundId: text(metadata['refundId']),
        reference: idOf(it['payment_intent']),
      };
}
