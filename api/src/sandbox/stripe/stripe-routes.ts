import type { FastifyInstance, FastifyReply } from 'fastify';
import { textOf } from '../form-body.ts';
import type { FormTree } from '../form-body.ts';
import { html } from '../html.ts';
import { paths, sendPage } from '../layout.ts';
import type { KeptCheckout } from './checkouts.ts';
import { dashboardPage } from './dashboard-page.ts';
import { payPage } from './pay-page.ts';
import type { StripeStandIn } from './stand-in.ts';

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
  payRoutes(app, stripe);
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
    const act = { pay: checkouts.pay, decline: checkouts.decline, later: checkouts.payLater }[how];
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
  const moods = ['normal', 'error', 'hang', 'reset'] as const;
  controls.hold = delay === 'hold';
  controls.delayMs = Math.min(Number(delay) || 0, 600_000);
  controls.copies = Math.min(Math.max(Number(textOf(form, 'copies')) || 1, 1), 100);
  controls.reversed = textOf(form, 'order') === 'reversed';
  controls.api = moods.find((mood) => mood === textOf(form, 'api')) ?? 'normal';
}
