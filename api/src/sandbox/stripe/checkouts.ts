import type { Collection } from '../journal.ts';
import { steps } from './checkout-steps.ts';
import type { Step } from './checkout-steps.ts';
import { eventOf, newId, seconds } from './objects.ts';
import type { Charge, Intent, Session, StripeEvent } from './objects.ts';

/** One checkout with the payment inside it, which Stripe makes at the first try to pay. */
export type KeptCheckout = {
  session: Session;
  intent: Intent | null;
  charge: Charge | null;
  itemName: string;
  intentMetadata: Record<string, string>;
};

export type Checkouts = {
  list(): KeptCheckout[];
  find(sessionId: string): KeptCheckout | undefined;
  findIntent(intentId: string): Intent | undefined;
  findByIntent(intentId: string): KeptCheckout | undefined;
  open(checkout: KeptCheckout): void;
  /** The charge as it is after a refund or a dispute. */
  changeCharge(intentId: string, change: Partial<Charge>): Charge | undefined;
  pay(sessionId: string): void;
  decline(sessionId: string): void;
  /** The bank asks the card holder first (3-D Secure). */
  challenge(sessionId: string): void;
  answerChallenge(sessionId: string, isConfirmed: boolean): void;
  payLater(sessionId: string): void;
  /** How a delayed payment ends. */
  settle(sessionId: string, succeeds: boolean): void;
  /** False when it was not open any more. */
  expire(sessionId: string): boolean;
  expireOverdue(): void;
};

type World = { kept: Collection<KeptCheckout>; emit(events: StripeEvent[]): void; now(): Date };

/** What can happen to a checkout, with the events that Stripe sends for it. What is over stays as it is. */
export function checkouts(world: World): Checkouts {
  const change = (sessionId: string, step: Step): boolean => {
    const checkout = world.kept.get(sessionId);
    if (!checkout || !canHappen(step, checkout)) return false;
    const [changed, events] = happen(step, checkout, world.now());
    world.kept.put(sessionId, changed);
    world.emit(events);
    return true;
  };
  const byIntent = (intentId: string): KeptCheckout | undefined =>
    world.kept.list().find(({ intent }) => intent?.id === intentId);
  const expire = (sessionId: string): boolean => change(sessionId, steps.expired);
  return {
    list: () => world.kept.list(),
    find: (sessionId) => world.kept.get(sessionId),
    findIntent: (intentId) => byIntent(intentId)?.intent ?? undefined,
    findByIntent: byIntent,
    changeCharge: (intentId, to) => {
      const checkout = byIntent(intentId);
      if (!checkout?.charge) return undefined;
      const charge = { ...checkout.charge, ...to };
      world.kept.put(checkout.session.id, { ...checkout, charge });
      return charge;
    },
    open: (checkout) => world.kept.put(checkout.session.id, checkout),
    pay: (sessionId) => void change(sessionId, steps.paid),
    decline: (sessionId) => void change(sessionId, steps.declined),
    challenge: (sessionId) => void change(sessionId, steps.challenged),
    answerChallenge: (sessionId, isConfirmed) =>
      void change(sessionId, isConfirmed ? steps.paid : steps.notAuthenticated),
    payLater: (sessionId) => void change(sessionId, steps.underway),
    settle: (sessionId, succeeds) => void change(sessionId, succeeds ? steps.arrived : steps.fellThrough),
    expire,
    expireOverdue: () => {
      const now = seconds(world.now());
      for (const { session } of world.kept.list())
        if (session.status === 'open' && session.expires_at <= now) expire(session.id);
    },
  };
}

function canHappen({ from }: Step, { session, intent }: KeptCheckout): boolean {
  return from === 'open' ? session.status === 'open' : intent?.status === 'processing';
}

function happen(step: Step, before: KeptCheckout, at: Date): [KeptCheckout, StripeEvent[]] {
  const tried = step.intent && { ...(before.intent ?? newIntent(before, at)), ...step.intent };
  if (tried?.status === 'succeeded') tried.amount_received = tried.amount;
  const session = {
    ...before.session,
    ...step.session,
    payment_intent: tried?.id ?? before.session.payment_intent,
  };
  const charge = tried && step.charges ? newCharge(tried, at) : before.charge;
  if (tried && charge) tried.latest_charge = charge.id;
  const events = step.events.map((type) => {
    if (tried && type.startsWith('payment_intent.')) return eventOf(type, tried, at);
    return eventOf(type, charge && type.startsWith('charge.') ? charge : session, at);
  });
  return [{ ...before, session, charge, intent: tried ?? before.intent }, events];
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
    latest_charge: null,
    livemode: false,
    metadata: intentMetadata,
    payment_method_types: session.payment_method_types,
    status: 'requires_payment_method',
  };
}

function newCharge(intent: Intent, at: Date): Charge {
  return {
    id: newId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: intent.amount,
    amount_refunded: 0,
    captured: true,
    created: seconds(at),
    currency: intent.currency,
    disputed: false,
    livemode: false,
    metadata: intent.metadata,
    paid: true,
    payment_intent: intent.id,
    refunded: false,
    status: 'succeeded',
  };
}
