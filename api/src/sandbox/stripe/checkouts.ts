import type { Collection } from '../journal.ts';
import { steps } from './checkout-steps.ts';
import type { Step } from './checkout-steps.ts';
import { eventOf, newId, seconds } from './objects.ts';
import type { Intent, Session, StripeEvent } from './objects.ts';

/** One checkout with the payment inside it, which Stripe makes at the first try to pay. */
export type KeptCheckout = {
  session: Session;
  intent: Intent | null;
  itemName: string;
  intentMetadata: Record<string, string>;
};

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
  const expire = (sessionId: string): boolean => change(sessionId, steps.expired);
  return {
    list: () => world.kept.list(),
    find: (sessionId) => world.kept.get(sessionId),
    findIntent: (intentId) =>
      world.kept.list().find(({ intent }) => intent?.id === intentId)?.intent ?? undefined,
    open: (checkout) => world.kept.put(checkout.session.id, checkout),
    pay: (sessionId) => void change(sessionId, steps.paid),
    decline: (sessionId) => void change(sessionId, steps.declined),
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
  const events = step.events.map((type) =>
    eventOf(type, tried && type.startsWith('payment_intent.') ? tried : session, at),
  );
  return [{ ...before, session, intent: tried ?? before.intent }, events];
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
