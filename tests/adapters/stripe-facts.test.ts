import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factOfEvent, factOfStanding } from '../../api/src/adapters/stripe-facts.ts';

const metadata = { paymentId: 'p1', invoiceId: 'i1' };
const session = {
  id: 'cs_1',
  object: 'checkout.session',
  amount_total: 112_470,
  currency: 'aud',
  metadata,
  payment_intent: 'pi_1',
  payment_status: 'paid',
  status: 'complete',
};
const intent = {
  id: 'pi_1',
  object: 'payment_intent',
  amount: 112_470,
  currency: 'aud',
  metadata,
  last_payment_error: { message: 'Declined.' },
};
const charge = {
  id: 'ch_1',
  object: 'charge',
  amount_captured: 112_470,
  captured: true,
  currency: 'aud',
  metadata,
  paid: true,
  payment_intent: 'pi_1',
};
const paid = {
  outcome: 'PAID',
  sessionId: 'cs_1',
  paymentId: 'p1',
  invoiceId: 'i1',
  amount: 112_470,
  currency: 'AUD',
  reference: 'pi_1',
  failure: null,
};

describe('what an event says', () => {
  it.each([
    ['checkout.session.completed', session, paid],
    ['checkout.session.completed', { ...session, payment_status: 'unpaid' }, { ...paid, outcome: 'PENDING' }],
    ['checkout.session.async_payment_succeeded', session, paid],
    [
      'checkout.session.async_payment_failed',
      { ...session, payment_status: 'unpaid' },
      { ...paid, outcome: 'FAILED' },
    ],
    [
      'checkout.session.expired',
      { ...session, payment_intent: null },
      { ...paid, outcome: 'EXPIRED', reference: null },
    ],
    [
      'payment_intent.payment_failed',
      intent,
      { ...paid, outcome: 'FAILED', sessionId: null, failure: 'Declined.' },
    ],
    ['payment_intent.succeeded', { ...intent, amount_received: 112_470 }, { ...paid, sessionId: null }],
    ['charge.succeeded', charge, { ...paid, sessionId: null }],
    // Whatever went back since, it was paid.
    ['charge.refunded', { ...charge, amount_refunded: 500 }, { ...paid, sessionId: null }],
  ])('%s', (type, object, fact) => {
    expect(factOfEvent(type, object)).toEqual(fact);
  });

  it('does not believe in money when an event called successful says unpaid', () => {
    const odd = { ...session, payment_status: 'unpaid' };
    expect(factOfEvent('checkout.session.async_payment_succeeded', odd)?.outcome).toBe('PENDING');
  });

  it.each(['payment_intent.created', 'charge.refunded', 'toString', 'invented.tomorrow', ''])(
    'nothing to act on: %s',
    (type) => {
      expect(factOfEvent(type, session)).toBeNull();
    },
  );

  it('leaves the money of other tills of the same account alone', () => {
    const foreign = { ...intent, amount_received: 112_470, metadata: {} };
    expect(factOfEvent('payment_intent.succeeded', foreign)).toBeNull();
  });

  it('nothing to act on when the state is one that Stripe invented later', () => {
    expect(
      factOfEvent('checkout.session.completed', { ...session, payment_status: 'partially_paid' }),
    ).toBeNull();
    expect(factOfStanding({ ...session, status: 'paused' })).toBeNull();
  });

  it('of an object that is not ours: no payment and no invoice', () => {
    expect(factOfEvent('checkout.session.completed', { ...session, metadata: {} })).toMatchObject({
      paymentId: null,
      invoiceId: null,
    });
  });

  it.each([
    [{ ...session, amount_total: 1.5 }, null, 'AUD'],
    [{ ...session, amount_total: '112470' }, null, 'AUD'],
    [{ ...session, currency: 'doge' }, null, null],
    [{ ...session, currency: 'jpy' }, 112_470, 'JPY'],
    [{ ...session, currency: 'isk' }, null, 'ISK'],
    [{ ...session, currency: 'isk', amount_total: 112_400 }, 1124, 'ISK'],
  ])('reads an amount as ours only when it can be one (%#)', (object, amount, currency) => {
    expect(factOfEvent('checkout.session.completed', object)).toMatchObject({ amount, currency });
  });

  it('never throws, whatever it is given', () => {
    const types = fc.constantFrom(
      'checkout.session.completed',
      'checkout.session.async_payment_succeeded',
      'checkout.session.async_payment_failed',
      'checkout.session.expired',
      'payment_intent.payment_failed',
      'payment_intent.succeeded',
      'charge.succeeded',
    );
    const near = fc.record(
      {
        id: fc.anything(),
        metadata: fc.anything(),
        amount_total: fc.anything(),
        currency: fc.anything(),
        payment_intent: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(types, fc.oneof(near, fc.anything()), (type, object) => {
        expect(() => [factOfEvent(type, object), factOfStanding(object)]).not.toThrow();
      }),
    );
  });
});

describe('how a checkout stands', () => {
  it.each([
    [
      'a delayed payment under way',
      { ...session, payment_status: 'unpaid', payment_intent: { ...intent, status: 'processing' } },
      'PENDING',
    ],
    [
      'one that failed',
      {
        ...session,
        payment_status: 'unpaid',
        payment_intent: { ...intent, status: 'requires_payment_method' },
      },
      'FAILED',
    ],
    [
      'one that was canceled',
      { ...session, payment_status: 'unpaid', payment_intent: { ...intent, status: 'canceled' } },
      'FAILED',
    ],
    [
      'a declined card on an open page',
      { ...session, status: 'open', payment_intent: { ...intent, status: 'requires_payment_method' } },
      'OPEN',
    ],
  ])('%s', (_name, object, outcome) => {
    const fact = factOfStanding(object);
    expect(fact).toMatchObject({ outcome, reference: 'pi_1' });
    expect(fact?.failure).toBe(outcome === 'FAILED' ? 'Declined.' : null);
  });
});
