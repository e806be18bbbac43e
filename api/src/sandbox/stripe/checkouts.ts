import type { Collection } from '../journal.ts';
import { eventOf, newId, seconds } from './objects.ts';
import type { Intent, PaymentError, Session, StripeEvent } from './objects.ts';

/** One checkout with the payment inside it, which Stripe makes at the first try to pay. */
export type KeptCheckout = { session: Session; intent: Intent | null; itemName: string; intentMetadata: Record<string, string> };

export type Checkouts = {
  list(): KeptCheckout[];
  find(sessionId: string): KeptCheckout | undefined;
  findIntent(intentId: string): Intent | undefined;
  open(checkout: KeptCheckout): void;
  pay(sessionId: string): void;
  decline(sessionId: string): void;
  payLater(sessionId: string): void;
  /** How a delayed payment ends. */
  settle(sessionId: string, succeeds: boolean): void;
  /** False when it was not open any more. */
  expire(sessionId: string): boolean;
  expireOverdue(): void;
};

type World = { kept: Collection<KeptCheckout>; emit(events: StripeEvent[]): void; now(): Date };

const declined: PaymentError = {
  code: 'card_declined',
  decline_code: 'generic_decline',
  message: 'Your card was declined.',
  type: 'card_error',
};
const debitFailed: PaymentError = { ...declined, code: 'payment_failed', message: 'The bank did not release the money.' };

/** What can happen to a checkout, with the events that Stripe sends for it. What is over stays as it is. */
export function checkouts(world: World): Checkouts {
  const change = (sessionId: string, from: 'open' | 'underway', to: (checkout: KeptCheckout) => [KeptCheckout, StripeEvent[]]): boolean => {
    const checkout = world.kept.get(sessionId);
    if (!checkout || !(from === 'open' ? checkout.session.status === 'open' : checkout.intent?.status === 'processing')) return false;
    const [changed, events] = to(checkout);
    world.kept.put(sessionId, changed);
    world.emit(events);
    return true;
  };
  const steps = stepsAt(world.now);
  const expire = (sessionId: string): boolean => change(sessionId, 'open', steps.expired);
  return {
    list: () => world.kept.list(),
    find: (sessionId) => world.kept.get(sessionId),
    findIntent: (intentId) => world.kept.list().find(({ intent }) => intent?.id === intentId)?.intent ?? undefined,
    open: (checkout) => world.kept.put(checkout.session.id, checkout),
    pay: (sessionId) => void change(sessionId, 'open', steps.paid),
    decline: (sessionId) => void change(sessionId, 'open', steps.declined),
    payLater: (sessionId) => void change(sessionId, 'open', steps.underway),
    settle: (sessionId, succeeds) => void change(sessionId, 'underway', succeeds ? steps.arrived : steps.fellThrough),
    expire,
    expireOverdue: () => {
      const now = seconds(world.now());
      for (const { session } of world.kept.list()) if (session.status === 'open' && session.expires_at <= now) expire(session.id);
    },
  };
}

function stepsAt(now: () => Date) {
  const step =
    (types: [string, 'intent' | 'session'][], session: Partial<Session>, intent: Partial<Intent> | null) =>
    (before: KeptCheckout): [KeptCheckout, StripeEvent[]] => {
      const at = now();
      const tried = intent && { ...(before.intent ?? newIntent(before, at)), ...intent };
      if (tried?.status === 'succeeded') tried.amount_received = tried.amount;
      const after = { ...before.session, ...session, payment_intent: tried?.id ?? before.session.payment_intent };
      const events = types.map(([type, about]) => eventOf(type, about === 'intent' && tried ? tried : after, at));
      return [{ ...before, session: after, intent: tried ?? before.intent }, events];
    };
  const done = { status: 'complete', url: null } as const;
  const succeeded = { status: 'succeeded', last_payment_error: null } as const;
  const failed = { status: 'requires_payment_method' } as const;
  return {
    paid: step(
      [['payment_intent.succeeded', 'intent'], ['checkout.session.completed', 'session']],
      { ...done, payment_status: 'paid' },
      succeeded,
    ),
    declined: step([['payment_intent.payment_failed', 'intent']], {}, { ...failed, last_payment_error: declined }),
    underway: step(
      [['payment_intent.processing', 'intent'], ['checkout.session.completed', 'session']],
      { ...done, payment_method_types: ['au_becs_debit'] },
      { status: 'processing', payment_method_types: ['au_becs_debit'], last_payment_error: null },
    ),
    arrived: step(
      [['payment_intent.succeeded', 'intent'], ['checkout.session.async_payment_succeeded', 'session']],
      { payment_status: 'paid' },
      succeeded,
    ),
    fellThrough: step(
      [['payment_intent.payment_failed', 'intent'], ['checkout.session.async_payment_failed', 'session']],
      {},
      { ...failed, last_payment_error: debitFailed },
    ),
    expired: step([['checkout.session.expired', 'session']], { status: 'expired', url: null }, null),
  };
}

function newIntent({ session, itemName, intentMetadata }: KeptCheckout, at: Date): Intent {
  return {
    id: newId('pi'),
    object: 'payment_intent',
    amount: session.amount_total,
    amount_received: 0,
    created: seconds(at),
    currency: session.currency,
    description: itemName,
    last_payment_error: null,
    livemode: false,
    metadata: intentMetadata,
    payment_method_types: session.payment_method_types,
    status: 'requires_payment_method',
  };
}
