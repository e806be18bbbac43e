import type { CheckoutFact } from '../ports.ts';
import { idOf, type Loose, loose, money, text } from './stripe-loose.ts';

type Outcome = CheckoutFact['outcome'];

/**
 * What an event says about a checkout, or null for kinds that we do not act on. Never throws, whatever is missing or new:
 * an event that cannot be read would otherwise come back for three days.
 */
export function factOfEvent(type: string, object: unknown): CheckoutFact | null {
  const it = loose(object);
  switch (type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded': {
      // A completed session is paid only if it says so; otherwise the money comes later, or an answer that it does not.
      const outcome = outcomeOfCompleted(it['payment_status']);
      return outcome && factOfSession(it, outcome);
    }
    case 'checkout.session.async_payment_failed':
      return factOfSession(it, 'FAILED');
    case 'checkout.session.expired':
      return factOfSession(it, 'EXPIRED');
    case 'payment_intent.payment_failed':
      return factOfIntent(it, 'FAILED');
    case 'payment_intent.succeeded':
      return oursAlone(factOfIntent(it, 'PAID'));
    case 'charge.succeeded':
    case 'charge.refunded':
      // Whatever became of it since: what was charged was paid. It may be the first that we hear of it.
      return it['paid'] === true && it['captured'] === true ? oursAlone(factOfCharge(it)) : null;
    default:
      return null;
  }
}

/** How a checkout stands that Stripe was asked about, with `payment_intent` expanded. Null when its state is none that we know. */
export function factOfStanding(session: unknown): CheckoutFact | null {
  const it = loose(session);
  if (it['status'] === 'open') return factOfSession(it, 'OPEN');
  if (it['status'] === 'expired') return factOfSession(it, 'EXPIRED');
  if (it['status'] !== 'complete') return null;
  const outcome = outcomeOfCompleted(it['payment_status']);
  // A session whose delayed payment failed stays "complete" and "unpaid"; only the payment inside tells it from one under way.
  const over = ['requires_payment_method', 'canceled'].includes(
    String(loose(it['payment_intent'])['status']),
  );
  return outcome && factOfSession(it, outcome === 'PENDING' && over ? 'FAILED' : outcome);
}

/** How a payment stands that Stripe was asked about. */
export function factOfPayment(intent: unknown): CheckoutFact {
  const it = loose(intent);
  switch (it['status']) {
    case 'succeeded':
      return factOfIntent(it, 'PAID');
    case 'processing':
      return factOfIntent(it, 'PENDING');
    case 'canceled':
      return factOfIntent(it, 'FAILED');
    default:
      return factOfIntent(it, 'OPEN');
  }
}

/** Other tills of the same account take money as well: what does not name a payment of ours is theirs. */
function oursAlone(fact: CheckoutFact): CheckoutFact | null {
  return fact.paymentId === null ? null : fact;
}

/** Whether it is one of the words that a completed session can say about its money. */
export const isKnownPaymentStatus = (word: unknown): boolean => outcomeOfCompleted(word) !== null;

function outcomeOfCompleted(paymentStatus: unknown): Outcome | null {
  if (paymentStatus === 'paid' || paymentStatus === 'no_payment_required') return 'PAID';
  return paymentStatus === 'unpaid' ? 'PENDING' : null;
}

function factOfSession(session: Loose, outcome: Outcome): CheckoutFact {
  const intent = session['payment_intent'];
  return {
    outcome,
    sessionId: text(session['id']),
    ...ours(session),
    ...money(session['amount_total'], session['currency']),
    // The payment comes as its id, or whole when it was asked for.
    reference: idOf(intent),
    failure: outcome === 'FAILED' ? failureOf(loose(intent)) : null,
  };
}

/** One try in an open checkout, the end of a delayed payment, or money that is there. The payment does not name its session. */
function factOfIntent(intent: Loose, outcome: Outcome): CheckoutFact {
  return {
    outcome,
    sessionId: null,
    ...ours(intent),
    ...money(outcome === 'PAID' ? intent['amount_received'] : intent['amount'], intent['currency']),
    reference: text(intent['id']),
    failure: outcome === 'FAILED' ? failureOf(intent) : null,
  };
}

/** The charge inside a payment carries the payment's metadata. */
function factOfCharge(charge: Loose): CheckoutFact {
  return {
    outcome: 'PAID',
    sessionId: null,
    ...ours(charge),
    ...money(charge['amount_captured'], charge['currency']),
    reference: idOf(charge['payment_intent']),
    failure: null,
  };
}

function ours(object: Loose): Pick<CheckoutFact, 'paymentId' | 'invoiceId'> {
  const metadata = loose(object['metadata']);
  return { paymentId: text(metadata['paymentId']), invoiceId: text(metadata['invoiceId']) };
}

function failureOf(intent: Loose): string | null {
  return text(loose(intent['last_payment_error'])['message']);
}
