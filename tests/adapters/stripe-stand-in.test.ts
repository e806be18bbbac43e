import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import Stripe from 'stripe';
import { scratchDirectory } from './support/scratch.ts';
import { aRequest, read, stripeWorld } from './support/stripe-world.ts';
import type { StripeWorld } from './support/stripe-world.ts';

async function begun(options: Parameters<typeof stripeWorld>[0] = {}): Promise<StripeWorld> {
  const world = await stripeWorld(options);
  onTestFinished(() => world.close());
  return world;
}

const open = async (world: StripeWorld): Promise<string> =>
  (await world.gateway.startCheckout(aRequest())).sessionId;

describe('the stand-in sends signed events that the gateway takes', () => {
  it('after paying: charge and payment, then the checkout, each as PAID', async () => {
    const world = await begun();
    const sessionId = await open(world);
    world.stripe.checkouts.pay(sessionId);
    const all = await world.events(3);
    expect(all.map((event) => event?.type)).toEqual([
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
    ]);
    const paid = { outcome: 'PAID', amount: 112_470, currency: 'AUD' };
    for (const event of all) {
      expect(event).toMatchObject({ live: false, foreign: null, fact: paid, moneyBack: null });
      expect(event?.fact?.paymentId).toMatch(/^[\w-]{36}$/u);
      expect(event?.fact?.reference).toMatch(/^pi_/u);
    }
    expect(all.map((event) => event?.fact?.sessionId)).toEqual([null, null, sessionId]);
  });

  it('after a decline: FAILED with the words of the card, and the page can still be paid', async () => {
    const world = await begun();
    const sessionId = await open(world);
    world.stripe.checkouts.decline(sessionId);
    expect((await world.events(1))[0]?.fact).toMatchObject({
      outcome: 'FAILED',
      failure: 'Your card was declined.',
    });
    world.stripe.checkouts.pay(sessionId);
    expect((await world.events(4))[3]?.fact).toMatchObject({ outcome: 'PAID', sessionId });
  });

  it.each([
    [
      true,
      ['charge.succeeded', 'payment_intent.succeeded', 'checkout.session.async_payment_succeeded'],
      'PAID',
    ],
    [false, ['payment_intent.payment_failed', 'checkout.session.async_payment_failed'], 'FAILED'],
  ])('for a delayed payment: PENDING, and later how it ended (%s)', async (succeeds, types, outcome) => {
    const world = await begun();
    const sessionId = await open(world);
    world.stripe.checkouts.payLater(sessionId);
    expect((await world.events(2))[1]).toMatchObject({
      type: 'checkout.session.completed',
      fact: { outcome: 'PENDING' },
    });
    world.stripe.checkouts.settle(sessionId, succeeds);
    const later = (await world.events(2 + types.length)).slice(2);
    expect(later.map((event) => event?.type)).toEqual(types);
    expect(later.at(-1)?.fact?.outcome).toBe(outcome);
  });

  it('once its time is over: EXPIRED', async () => {
    let now = Date.now();
    const world = await begun({ now: () => new Date(now) });
    const sessionId = await open(world);
    now += 23 * 3_600_000 + 1000;
    world.stripe.checkouts.expireOverdue();
    const [sent] = await world.webhook.count(1);
    const event = sent && read(world.gateway, sent, new Date(now));
    expect(event).toMatchObject({
      type: 'checkout.session.expired',
      fact: { outcome: 'EXPIRED', sessionId },
    });
  });

  it('one payment for two clicks on Pay', async () => {
    const world = await begun();
    const sessionId = await open(world);
    world.stripe.checkouts.pay(sessionId);
    world.stripe.checkouts.pay(sessionId);
    world.stripe.checkouts.decline(sessionId);
    await world.webhook.count(3);
    expect(world.stripe.deliveries.list()).toHaveLength(3);
  });
});

describe('the stand-in can be unkind', () => {
  it('and repeats each event under the same id', async () => {
    const world = await begun();
    world.stripe.controls.copies = 5;
    world.stripe.checkouts.pay(await open(world));
    const ids = (await world.events(15)).map((event) => event?.id);
    expect(new Set(ids).size).toBe(3);
  });

  it('and sends them backwards', async () => {
    const world = await begun();
    world.stripe.controls.reversed = true;
    world.stripe.checkouts.pay(await open(world));
    expect((await world.events(3)).map((event) => event?.type)).toEqual([
      'checkout.session.completed',
      'payment_intent.succeeded',
      'charge.succeeded',
    ]);
  });

  it('and holds them back until it is told to send', async () => {
    const world = await begun();
    world.stripe.controls.hold = true;
    world.stripe.checkouts.pay(await open(world));
    expect(world.stripe.deliveries.list().map(({ state }) => state)).toEqual(['HELD', 'HELD', 'HELD']);
    expect(world.webhook.all).toHaveLength(0);
    await world.stripe.deliveries.releaseHeld();
    expect(world.webhook.all).toHaveLength(3);
    const states = world.stripe.deliveries.list().map(({ state }) => state);
    expect(states).toEqual(['DELIVERED', 'DELIVERED', 'DELIVERED']);
  });
});

describe('deliveries', () => {
  it('are tried again while the webhook fails, then given up, and can be sent again by hand', async () => {
    const world = await begun();
    world.webhook.answer(500);
    world.stripe.checkouts.decline(await open(world));
    const sent = await world.webhook.count(4);
    expect(new Set(sent.map(({ body }) => body.toString())).size).toBe(1);
    await expect.poll(() => world.stripe.deliveries.list()[0]?.state).toBe('GIVEN_UP');
    expect(world.webhook.all).toHaveLength(4);
    world.webhook.answer(200);
    await world.stripe.deliveries.sendAgain(world.stripe.deliveries.list()[0]?.event.id ?? '');
    expect(world.stripe.deliveries.list()[0]).toMatchObject({ state: 'DELIVERED', rounds: 5 });
  });

  it('go on after a restart, and the checkouts are still there', async () => {
    const file = join(scratchDirectory(), 'stripe.jsonl');
    const before = await begun({ file, retryDelaysMs: [3_600_000] });
    const request = aRequest();
    const { sessionId } = await before.gateway.startCheckout(request);
    before.webhook.answer(503);
    before.stripe.checkouts.pay(sessionId);
    await before.webhook.count(3);
    await expect.poll(() => before.stripe.deliveries.list().map(({ rounds }) => rounds)).toEqual([1, 1, 1]);
    await before.stripe.close();
    appendFileSync(file, '["event","evt_half","{"id');
    const after = await begun({ file });
    expect((await after.events(3)).map((event) => event?.fact?.outcome)).toContain('PAID');
    expect(await after.gateway.startCheckout(request)).toMatchObject({ sessionId });
    expect(await after.gateway.findCheckout(sessionId)).toMatchObject({
      outcome: 'PAID',
      paymentId: request.paymentId,
    });
  });
});

it('lists its events to the SDK, newest first and in pages, for whoever was away', async () => {
  const world = await begun();
  for (let at = 0; at < 3; at += 1) world.stripe.checkouts.pay(await open(world));
  const { port } = new URL(world.stripe.apiBase);
  const sdk = new Stripe('sk_test_sandbox', { host: '127.0.0.1', port, protocol: 'http' });
  const seen: string[] = [];
  for await (const event of sdk.events.list({ type: 'checkout.session.completed', limit: 2 }))
    seen.push(event.id);
  const made = world.stripe.deliveries.list().map(({ event }) => event);
  const expected = made.filter(({ type }) => type === 'checkout.session.completed').map(({ id }) => id);
  expect(seen).toEqual(expected.toReversed());
  const paid = made.find(({ type }) => type === 'payment_intent.succeeded')?.data.object.id ?? '';
  expect(await sdk.paymentIntents.retrieve(paid)).toMatchObject({
    status: 'succeeded',
    amount_received: 112_470,
  });
});
