import fc from 'fast-check';
import Stripe from 'stripe';
import { describe, expect, it, onTestFinished } from 'vitest';
import { factOfEvent } from '../../api/src/adapters/stripe-facts.ts';
import { moneyBackOfEvent } from '../../api/src/adapters/stripe-money-back.ts';
import { unknownStateOfEvent } from '../../api/src/adapters/stripe-unknown.ts';
import { minor } from '../../api/src/domain/money.ts';
import { type GatewayEvent, GatewayRefused, GatewayUnavailable } from '../../api/src/ports.ts';
import { aRequest, stripeWorld, webhookSecret } from './support/stripe-world.ts';

async function paidWorld(options: Parameters<typeof stripeWorld>[0] = {}) {
  const world = await stripeWorld(options);
  onTestFinished(() => world.close());
  const request = aRequest();
  const { sessionId } = await world.gateway.startCheckout(request);
  world.stripe.checkouts.pay(sessionId);
  await world.events(3);
  const reference = world.stripe.checkouts.find(sessionId)?.intent?.id ?? '';
  const refund = (changes: object = {}) =>
    world.gateway.refund({
      refundId: 'refund-1',
      paymentId: request.paymentId,
      invoiceId: request.invoiceId,
      reference,
      amount: minor(50_000),
      currency: 'AUD',
      ...changes,
    });
  const since = async (known: number, number: number) => (await world.events(known + number)).slice(known);
  return { ...world, request, sessionId, reference, refund, since };
}

describe('giving money back through the real library', () => {
  it('asks for the amount of the payment, tells whose it is, and reads the answer', async () => {
    const { stripe, request, reference, refund, since } = await paidWorld();
    const fact = await refund();
    expect(fact).toEqual({
      status: 'SUCCEEDED',
      providerId: expect.stringMatching(/^re_/u),
      refundId: 'refund-1',
      reference,
      amount: 50_000,
      currency: 'AUD',
      failure: null,
    });
    const { paymentId, invoiceId } = request;
    expect(stripe.moneyBack.refunds()).toMatchObject([
      { amount: 50_000, metadata: { refundId: 'refund-1', paymentId, invoiceId } },
    ]);
    expect(await since(3, 2)).toMatchObject([
      { type: 'refund.created', fact: null, moneyBack: { kind: 'REFUND', refund: fact } },
      {
        type: 'charge.refunded',
        fact: { outcome: 'PAID', paymentId, amount: 112_470 },
        moneyBack: { kind: 'REFUNDED', reference },
      },
    ]);
  });

  it('gives back once, however often the same refund is asked for', async () => {
    const { stripe, refund, gateway, reference } = await paidWorld();
    const facts = await Promise.all(Array.from({ length: 10 }, () => refund()));
    expect(new Set(facts.map(({ providerId }) => providerId)).size).toBe(1);
    expect(stripe.moneyBack.refunds()).toHaveLength(1);
    expect(await gateway.refundsOf(reference)).toEqual([facts[0]]);
  });

  it.each([
    ['more than was paid', { amount: minor(112_471) }],
    ['nothing', { amount: minor(0) }],
  ])('is refused for good: %s', async (_what, changes) => {
    const { stripe, refund } = await paidWorld();
    await expect(refund(changes)).rejects.toBeInstanceOf(GatewayRefused);
    expect(stripe.moneyBack.refunds()).toEqual([]);
  });

  it('is not known for a payment that the provider does not have', async () => {
    const { refund } = await paidWorld();
    await expect(refund({ reference: 'pi_other' })).rejects.toBeInstanceOf(GatewayUnavailable);
  });

  it('reads a refund on its way that comes back', async () => {
    const { stripe, refund, since } = await paidWorld();
    stripe.controls.slowRefunds = true;
    const { status, providerId } = await refund();
    expect(status).toBe('PENDING');
    await since(3, 2);
    stripe.moneyBack.settle(providerId, false);
    const [failed] = await since(5, 2);
    expect(failed?.moneyBack).toMatchObject({
      kind: 'REFUND',
      refund: { status: 'FAILED', failure: 'expired or canceled card' },
    });
  });
});

describe('disputes', () => {
  it('are read from their events, with the day to answer, the money away and the money back', async () => {
    const { stripe, reference, gateway, since } = await paidWorld();
    const { id = '' } = stripe.moneyBack.dispute(reference) ?? {};
    await since(3, 2);
    stripe.moneyBack.answer(id);
    await since(5, 1);
    stripe.moneyBack.close(id, true);
    const told = (await since(3, 5)).map((event) => disputeIn(event));
    expect(told.map((dispute) => [dispute?.status, dispute?.isWithdrawn])).toEqual([
      ['NEEDS_RESPONSE', true],
      // Whatever the sum of the movements says, this event says that the money is away.
      ['NEEDS_RESPONSE', true],
      ['UNDER_REVIEW', true],
      ['WON', false],
      ['WON', false],
    ]);
    expect(told[0]).toMatchObject({
      providerId: id,
      reference,
      amount: 112_470,
      currency: 'AUD',
      reason: 'product_not_received',
    });
    const due = Date.parse(told[0]?.evidenceDueBy ?? '') - Date.parse(told[0]?.openedAt ?? '');
    expect(due / 86_400_000).toBe(9);
    expect(await gateway.findDispute(id)).toMatchObject({ status: 'WON', isWithdrawn: false });
    expect(await gateway.findDispute('du_other')).toBeNull();
  });

  it.each([
    ['warning_needs_response', 'NEEDS_RESPONSE'],
    ['warning_closed', 'WON'],
    ['appeal_under_review', 'UNDER_REVIEW'],
    ['lost', 'LOST'],
  ])('of Stripe’s %s are our %s', (theirs, ours) => {
    const dispute = { id: 'du_1', created: 1, status: theirs };
    expect(moneyBackOfEvent('charge.dispute.updated', dispute)).toMatchObject({ dispute: { status: ours } });
  });

  it.each([
    ['charge.dispute.updated', 'status', 'reconsidered'],
    ['charge.dispute.closed', 'status', 'constructor'],
    ['refund.updated', 'status', 'held_for_review'],
    ['checkout.session.completed', 'payment_status', 'paid_in_part'],
  ])(
    'ST-04: of a state of %s that Stripe invented later nothing is made, and it is passed on',
    (type, where, state) => {
      const object = {
        id: 'xx_1',
        created: 1,
        [where]: state,
        payment_intent: 'pi_1',
        metadata: { paymentId: 'ours', refundId: 'our refund' },
      };
      expect([factOfEvent(type, object), moneyBackOfEvent(type, object)]).toEqual([null, null]);
      expect(unknownStateOfEvent(type, object)).toEqual({
        state,
        providerId: 'xx_1',
        reference: 'pi_1',
        paymentId: 'ours',
        refundId: 'our refund',
      });
    },
  );

  it('ST-04: a state that we know is passed on by none, and nothing ever throws', () => {
    expect(unknownStateOfEvent('refund.updated', { status: 'canceled' })).toBeNull();
    expect(unknownStateOfEvent('charge.dispute.closed', { status: 'prevented' })).toBeNull();
    expect(unknownStateOfEvent('checkout.session.completed', { payment_status: 'unpaid' })).toBeNull();
    const types = fc.constantFrom('refund.updated', 'charge.refunded', 'charge.dispute.closed', 'x');
    fc.assert(
      fc.property(types, fc.anything(), (type, object) => {
        moneyBackOfEvent(type, object);
        unknownStateOfEvent(type, object);
      }),
    );
  });
});

describe('asking after a silence', () => {
  it('finds the page of a payment by its metadata, among others of the day', async () => {
    const { gateway, request, sessionId, stripe } = await paidWorld();
    for (let other = 0; other < 120; other += 1) await gateway.startCheckout(aRequest());
    const found = await gateway.findCheckoutOf(request.paymentId, new Date());
    expect(found).toMatchObject({ checkout: { sessionId }, fact: { outcome: 'PAID', sessionId } });
    expect(await gateway.findCheckoutOf('nobody', new Date())).toBeNull();
    expect(stripe.checkouts.list()).toHaveLength(121);
  });

  it('reads the events oldest first, as the webhook would have told them', async () => {
    const { gateway, events } = await paidWorld();
    const told = await events(3);
    const listed: GatewayEvent[] = [];
    for await (const event of gateway.eventsSince(new Date(Date.now() - 60_000))) listed.push(event);
    expect(listed).toEqual(told);
  });

  it('knows a payment by its own name', async () => {
    const { gateway, reference, request } = await paidWorld();
    expect(await gateway.findPayment(reference)).toMatchObject({
      outcome: 'PAID',
      paymentId: request.paymentId,
      reference,
    });
    expect(await gateway.findPayment('pi_other')).toBeNull();
  });
});

describe('the stand-in', () => {
  it('refuses what Stripe does not have, however deep', async () => {
    const { stripe, reference } = await paidWorld();
    const { port } = new URL(stripe.apiBase);
    const sdk = new Stripe('sk_test_sandbox', { host: '127.0.0.1', port, protocol: 'http' });
    const invented = { payment_intent: reference, because: 'x' };
    await expect(sdk.refunds.create(invented)).rejects.toMatchObject({
      code: 'parameter_unknown',
      param: 'because',
    });
    const deep = {
      mode: 'payment' as const,
      success_url: 'https://x.example/',
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'aud', unit_amount: 1, product_data: { name: 'x', shade: 'blue' } },
        },
      ],
    };
    await expect(sdk.checkout.sessions.create(deep)).rejects.toMatchObject({
      param: 'line_items[0][price_data][product_data][shade]',
    });
  });

  it('signs as the library’s own test header does', async () => {
    const { webhook } = await paidWorld();
    const [sent] = await webhook.count(1);
    const payload = sent?.body.toString() ?? '';
    const timestamp = Number(/t=(\d+)/u.exec(sent?.signature ?? '')?.[1]);
    const { webhooks } = new Stripe('sk_test_x');
    const theirs = webhooks.generateTestHeaderString({ payload, secret: webhookSecret, timestamp });
    expect(sent?.signature).toBe(theirs);
  });

  it('asks the card holder’s bank first when told to (3-D Secure), and goes on as it answers', async () => {
    const { gateway, stripe, since } = await paidWorld();
    const { sessionId } = await gateway.startCheckout(aRequest());
    stripe.checkouts.challenge(sessionId);
    expect((await since(3, 1))[0]).toMatchObject({ type: 'payment_intent.requires_action', fact: null });
    expect(await gateway.findCheckout(sessionId)).toMatchObject({ outcome: 'OPEN' });
    stripe.checkouts.answerChallenge(sessionId, false);
    expect((await since(4, 1))[0]?.fact).toMatchObject({
      outcome: 'FAILED',
      failure: 'The bank could not confirm that it is you.',
    });
    stripe.checkouts.challenge(sessionId);
    stripe.checkouts.answerChallenge(sessionId, true);
    expect(await gateway.findCheckout(sessionId)).toMatchObject({ outcome: 'PAID' });
  });
});

const disputeIn = (event: GatewayEvent | null) =>
  event?.moneyBack?.kind === 'DISPUTE' ? event.moneyBack.dispute : null;
