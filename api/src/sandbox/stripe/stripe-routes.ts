import type { FastifyInstance, FastifyReply } from 'fastify';
import { textOf } from '../form-body.ts';
import type { FormTree } from '../form-body.ts';
import { html } from '../html.ts';
import { paths, sendPage } from '../layout.ts';
import type { KeptCheckout } from './checkouts.ts';
import { dashboardPage } from './dashboard-page.ts';
import { payPage } from './pay-page.ts';
import { apiMoods, type StripeStandIn } from './stand-in.ts';

type OneCheckout = { Params: { id: string } };

export function stripeRoutes(app: FastifyInstance, stripe: StripeStandIn): void {
  app.get(paths.stripe, async (_request, reply) => {
    stripe.checkouts.expireOverdue();
    return sendPage(reply, { title: 'Payments', body: dashboardPage(stripe), here: 'stripe' });
  });
  app.post<{ Body: FormTree }>(`${paths.stripe}/controls`, async (request, reply) => {
    control(stripe.controls, request.body);
    return reply.redirect(paths.stripe, 303);
  });
  app.post(`${paths.stripe}/release`, async (_request, reply) => {
    await stripe.deliveries.releaseHeld();
    return reply.redirect(paths.stripe, 303);
  });
  app.post<OneCheckout>(`${paths.stripe}/events/:id/send`, async (request, reply) => {
    await stripe.deliveries.sendAgain(request.params.id);
    return reply.redirect(paths.stripe, 303);
  });
  app.post<{ Params: { id: string; act: string } }>(
    `${paths.stripe}/checkouts/:id/:act`,
    async (request, reply) => {
      const { id, act } = request.params;
      if (act === 'expire') stripe.checkouts.expire(id);
      if (act === 'arrive' || act === 'fail') stripe.checkouts.settle(id, act === 'arrive');
      return reply.redirect(paths.stripe, 303);
    },
  );
  moneyBackRoutes(app, stripe);
  payRoutes(app, stripe);
}

/** What the business does in the provider's dashboard, and what banks do. */
function moneyBackRoutes(app: FastifyInstance, { checkouts, moneyBack }: StripeStandIn): void {
  app.post<{ Params: { id: string; act: string } }>(
    `${paths.stripe}/payments/:id/:act`,
    async (request, reply) => {
      const { id, act } = request.params;
      const charge = checkouts.findByIntent(id)?.charge;
      if (act === 'refund' && charge) moneyBack.refundHere(id, charge.amount - charge.amount_refunded);
      if (act === 'dispute') moneyBack.dispute(id);
      return reply.redirect(paths.stripe, 303);
    },
  );
  app.post<{ Params: { id: string; act: string } }>(
    `${paths.stripe}/refunds/:id/:act`,
    async (request, reply) => {
      moneyBack.settle(request.params.id, request.params.act === 'arrive');
      return reply.redirect(paths.stripe, 303);
    },
  );
  app.post<{ Params: { id: string; act: string } }>(
    `${paths.stripe}/disputes/:id/:act`,
    async (request, reply) => {
      const { id, act } = request.params;
      if (act === 'answer') moneyBack.answer(id);
      if (act === 'win' || act === 'lose') moneyBack.close(id, act === 'win');
      return reply.redirect(paths.stripe, 303);
    },
  );
}

function payRoutes(app: FastifyInstance, { checkouts }: StripeStandIn): void {
  app.get<OneCheckout>(`${paths.pay}/:id`, async (request, reply) => {
    checkouts.expireOverdue();
    const checkout = checkouts.find(request.params.id);
    return checkout ? showPay(reply, checkout) : noCheckout(reply);
  });
  app.post<{ Params: { id: string; how: string } }>(`${paths.pay}/:id/:how`, async (request, reply) => {
    const { id, how } = request.params;
    checkouts.expireOverdue();
    const acts: Record<string, ((id: string) => void) | undefined> = {
      pay: checkouts.pay,
      decline: checkouts.decline,
      later: checkouts.payLater,
      challenge: checkouts.challenge,
      confirm: (sessionId) => checkouts.answerChallenge(sessionId, true),
      fail: (sessionId) => checkouts.answerChallenge(sessionId, false),
    };
    const act = acts[how];
    act?.(id);
    const session = checkouts.find(id)?.session;
    if (!act || !session) return noCheckout(reply);
    // Also for the second of two clicks, which finds the checkout complete.
    if (session.status === 'complete')
      return reply.redirect(session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', id), 303);
    return reply.redirect(`${paths.pay}/${id}`, 303);
  });
}

function showPay(reply: FastifyReply, checkout: KeptCheckout): FastifyReply {
  const { success_url: success, cancel_url: cancel } = checkout.session;
  return sendPage(reply, { title: 'Checkout', body: payPage(checkout), here: null }, 200, [
    success,
    cancel ?? success,
  ]);
}

function noCheckout(reply: FastifyReply): FastifyReply {
  return sendPage(
    reply,
    { title: 'No such checkout', body: html`<h1>There is no such checkout (any more).</h1>`, here: null },
    404,
  );
}

function control(controls: StripeStandIn['controls'], form: FormTree): void {
  const delay = textOf(form, 'delay');
  controls.hold = delay === 'hold';
  controls.delayMs = Math.min(Number(delay) || 0, 600_000);
  controls.copies = Math.min(Math.max(Number(textOf(form, 'copies')) || 1, 1), 100);
  controls.slowRefunds = textOf(form, 'refunds') === 'slow';
  controls.reversed = textOf(form, 'order') === 'reversed';
  controls.api = apiMoods.find((mood) => mood === textOf(form, 'api')) ?? 'normal';
}
