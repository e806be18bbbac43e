import type { CurrencyCode, MinorUnits } from '../domain/money.ts';
import { isCurrency } from '../domain/money.ts';
import type { CheckoutFact } from '../ports.ts';
import { fromStripeAmount } from './stripe-amount.ts';

type Outcome = CheckoutFact['outcome'];
/** Something of Stripe's, of which nothing is taken for granted. */
type Loose = Readonly<Record<string, unknown>>;

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
      return factOfFailedIntent(it);
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
    reference: text(intent) ?? text(loose(intent)['id']),
    failure: outcome === 'FAILED' ? failureOf(loose(intent)) : null,
  };
}

/** One try in an open checkout, or the end of a delayed payment. The payment does not name its session. */
function factOfFailedIntent(intent: Loose): CheckoutFact {
  return {
    outcome: 'FAILED',
    sessionId: null,
    ...ours(intent),
    ...money(intent['amount'], intent['currency']),
    reference: text(intent['id']),
    failure: failureOf(intent),
  };
}

function ours(object: Loose): Pick<CheckoutFact, 'paymentId' | 'invoiceId'> {
  const metadata = loose(object['metadata']);
  return { paymentId: text(metadata['paymentId']), invoiceId: text(metadata['invoiceId']) };
}

function money(amount: unknown, code: unknown): { amount: MinorUnits | null; currency: CurrencyCode | null } {
  const currency = typeof code === 'string' ? code.toUpperCase() : '';
  return isCurrency(currency)
    ? { amount: fromStripeAmount(amount, currency), currency }
    : { amount: null, currency: null };
}

function failureOf(intent: Loose): string | null {
  return text(loose(intent['last_payment_error'])['message']);
}

function loose(value: unknown): Loose {
  return typeof value === 'object' && value !== null ? (value as Loose) : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
