import type { Intent, PaymentError, Session } from './objects.ts';

/** One thing that happens: when it can, what it changes, and the events that Stripe sends for it, in their order. */
export type Step = {
  from: 'open' | 'underway';
  session: Partial<Session>;
  intent: Partial<Intent> | null;
  events: readonly string[];
  /** Whether a charge comes of it. */
  charges?: true;
};

const declined: PaymentError = {
  code: 'card_declined',
  decline_code: 'generic_decline',
  message: 'Your card was declined.',
  type: 'card_error',
};
const debitFailed: PaymentError = {
  ...declined,
  code: 'payment_failed',
  message: 'The bank did not release the money.',
};

const authenticationFailed: PaymentError = {
  ...declined,
  code: 'payment_intent_authentication_failure',
  decline_code: 'authentication_required',
  message: 'The bank could not confirm that it is you.',
};

const complete = { status: 'complete', url: null } as const;
const succeeded = { status: 'succeeded', last_payment_error: null } as const;
const failed = { status: 'requires_payment_method' } as const;
const debit = { payment_method_types: ['au_becs_debit'] };

export const steps = {
  paid: {
    from: 'open',
    session: { ...complete, payment_status: 'paid' },
    intent: succeeded,
    events: ['charge.succeeded', 'payment_intent.succeeded', 'checkout.session.completed'],
    charges: true,
  },
  challenged: {
    from: 'open',
    session: {},
    intent: { status: 'requires_action', last_payment_error: null },
    events: ['payment_intent.requires_action'],
  },
  notAuthenticated: {
    from: 'open',
    session: {},
    intent: { ...failed, last_payment_error: authenticationFailed },
    events: ['payment_intent.payment_failed'],
  },
  declined: {
    from: 'open',
    session: {},
    intent: { ...failed, last_payment_error: declined },
    events: ['payment_intent.payment_failed'],
  },
  underway: {
    from: 'open',
    session: { ...complete, ...debit },
    intent: { status: 'processing', last_payment_error: null, ...debit },
    events: ['payment_intent.processing', 'checkout.session.completed'],
  },
  arrived: {
    from: 'underway',
    session: { payment_status: 'paid' },
    intent: succeeded,
    events: ['charge.succeeded', 'payment_intent.succeeded', 'checkout.session.async_payment_succeeded'],
    charges: true,
  },
  fellThrough: {
    from: 'underway',
    session: {},
    intent: { ...failed, last_payment_error: debitFailed },
    events: ['payment_intent.payment_failed', 'checkout.session.async_payment_failed'],
  },
  expired: {
    from: 'open',
    session: { status: 'expired', url: null },
    intent: null,
    events: ['checkout.session.expired'],
  },
} satisfies Record<string, Step>;
