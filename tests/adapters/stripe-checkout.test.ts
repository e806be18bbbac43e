import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stripeGateway } from '../../api/src/adapters/stripe.ts';
import { minor } from '../../api/src/domain/money.ts';
import { GatewayRefused, GatewayUnavailable } from '../../api/src/ports.ts';
import { aRequest, stripeWorld, webhookSecret } from './support/stripe-world.ts';
import type { StripeWorld } from './support/stripe-world.ts';

let world: StripeWorld;
beforeEach(async () => {
  world = await stripeWorld();
});
afterEach(() => world.close());

describe('opening a checkout', () => {
  it('gives Stripe the amount, whose it is, and where to return to', async () => {
    const request = aRequest();
    const checkout = await world.gateway.startCheckout(request);
    const { session, intentMetadata, itemName } = world.stripe.checkouts.find(checkout.sessionId) ?? {};
    const metadata = { paymentId: request.paymentId, invoiceId: request.invoiceId };
    expect(session).toMatchObject({
      amount_total: 112_470,
      currency: 'aud',
      client_reference_id: request.invoiceId,
      customer_email: 'ana@silvadental.example',
      metadata,
      mode: 'payment',
      success_url: 'http://127.0.0.1:4000/i/?from=checkout',
      cancel_url: 'http://127.0.0.1:4000/i/?from=checkout&canceled=1',
    });
    expect(intentMetadata).toEqual(metadata);
    expect(itemName).toBe('INV-2026-0001');
    expect(checkout.url).toBe(`http://127.0.0.1:4000/sandbox/stripe/pay/${checkout.sessionId}`);
  });

  it('closes the page 23 hours after the payment was begun', async () => {
    const begun = Date.now();
    const { expiresAt } = await world.gateway.startCheckout(aRequest());
    expect(Math.abs(expiresAt.getTime() - begun - 23 * 3_600_000)).toBeLessThan(5000);
  });

  it('opens one page however often the same payment is started', async () => {
    const request = aRequest();
    const all = await Promise.all(Array.from({ length: 20 }, () => world.gateway.startCheckout(request)));
    expect(new Set(all.map(({ sessionId }) => sessionId)).size).toBe(1);
    expect(world.stripe.checkouts.list()).toHaveLength(1);
  });

  it('opens no second page for the same payment with another amount', async () => {
    const request = aRequest();
    await world.gateway.startCheckout(request);
    const other = { ...request, amount: minor(1) };
    await expect(world.gateway.startCheckout(other)).rejects.toBeInstanceOf(GatewayUnavailable);
    expect(world.stripe.checkouts.list()).toHaveLength(1);
  });

  it('refuses a payment begun a day ago, when the key is forgotten at Stripe', async () => {
    const paymentId = '01890000-0000-7000-8000-000000000000';
    await expect(world.gateway.startCheckout(aRequest({ paymentId }))).rejects.toBeInstanceOf(GatewayRefused);
  });

  it.each([
    ['AUD', 374_900, 374_900],
    ['JPY', 5000, 5000],
    ['KWD', 12_340, 12_340],
    ['ISK', 5000, 500_000],
    ['UGX', 700, 70_000],
    ['HUF', 99_900, 99_900],
    ['MGA', 50_000, 500],
  ])('asks in %s for %i of ours as %i of Stripe, and reads the same back', async (currency, ours, theirs) => {
    const { sessionId } = await world.gateway.startCheckout(aRequest({ currency, amount: minor(ours) }));
    expect(world.stripe.checkouts.find(sessionId)?.session.amount_total).toBe(theirs);
    expect(await world.gateway.findCheckout(sessionId)).toMatchObject({ amount: ours, currency });
  });

  it.each([
    ['KWD', 12_345, 'three decimals that do not end in 0'],
    ['MGA', 50_001, 'a fraction that Stripe does not count'],
    ['CLF', 10_000, 'a currency that Stripe counts in an unknown way'],
    ['AUD', 100_000_000, 'more than Stripe takes'],
    ['AUD', 0, 'nothing'],
  ])('refuses %s %i: %s', async (currency, amount) => {
    const request = aRequest({ currency, amount: minor(amount) });
    await expect(world.gateway.startCheckout(request)).rejects.toBeInstanceOf(GatewayRefused);
    expect(world.stripe.checkouts.list()).toHaveLength(0);
  });

  it('refuses what Stripe cannot count without asking Stripe', async () => {
    const nobody = stripeGateway({ secretKey: 'sk_test_x', webhookSecret, apiBase: 'http://127.0.0.1:1' });
    const request = aRequest({ currency: 'KWD', amount: minor(12_345) });
    await expect(nobody.startCheckout(request)).rejects.toBeInstanceOf(GatewayRefused);
  });

  it('counts a wrong key as unavailable and does not repeat it in the error', async () => {
    const gateway = stripeGateway({
      secretKey: 'sk_test_revoked',
      webhookSecret,
      apiBase: world.stripe.apiBase,
    });
    const error: unknown = await gateway.startCheckout(aRequest()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GatewayUnavailable);
    expect(String(error)).toContain('401');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/revoked|silvadental/u);
  });
});

describe('asking how a checkout stands', () => {
  it.each([
    ['OPEN', () => undefined, false],
    ['OPEN', (id: string) => world.stripe.checkouts.decline(id), true],
    ['PAID', (id: string) => world.stripe.checkouts.pay(id), true],
    ['PENDING', (id: string) => world.stripe.checkouts.payLater(id), true],
    ['EXPIRED', (id: string) => world.stripe.checkouts.expire(id), false],
    [
      'PAID',
      (id: string) => (world.stripe.checkouts.payLater(id), world.stripe.checkouts.settle(id, true)),
      true,
    ],
    [
      'FAILED',
      (id: string) => (world.stripe.checkouts.payLater(id), world.stripe.checkouts.settle(id, false)),
      true,
    ],
  ])('finds it %s', async (outcome, happen, tried) => {
    const request = aRequest();
    const { sessionId } = await world.gateway.startCheckout(request);
    happen(sessionId);
    const fact = await world.gateway.findCheckout(sessionId);
    expect(fact).toMatchObject({
      outcome,
      sessionId,
      paymentId: request.paymentId,
      invoiceId: request.invoiceId,
      amount: 112_470,
    });
    expect(fact.reference === null).toBe(!tried);
    expect(fact.failure).toBe(outcome === 'FAILED' ? 'The bank did not release the money.' : null);
  });

  it('does not take an unknown checkout for one that is over', async () => {
    await expect(world.gateway.findCheckout('cs_test_unknown')).rejects.toBeInstanceOf(GatewayUnavailable);
  });
});

describe('closing a checkout', () => {
  it('closes an open one so that it cannot be paid, and closing it again is fine', async () => {
    const { sessionId } = await world.gateway.startCheckout(aRequest());
    await world.gateway.expireCheckout(sessionId);
    await world.gateway.expireCheckout(sessionId);
    world.stripe.checkouts.pay(sessionId);
    expect(await world.gateway.findCheckout(sessionId)).toMatchObject({ outcome: 'EXPIRED' });
  });

  it('leaves a paid one paid', async () => {
    const { sessionId } = await world.gateway.startCheckout(aRequest());
    world.stripe.checkouts.pay(sessionId);
    await world.gateway.expireCheckout(sessionId);
    expect(await world.gateway.findCheckout(sessionId)).toMatchObject({ outcome: 'PAID' });
  });
});
