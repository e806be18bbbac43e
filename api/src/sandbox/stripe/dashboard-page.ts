import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { moment, paths } from '../layout.ts';
import type { KeptCheckout } from './checkouts.ts';
import type { KeptEvent } from './deliveries.ts';
import { moneyBackRows, paymentActions } from './money-back-rows.ts';
import type { StripeStandIn } from './stand-in.ts';
import { shownAmount } from './stripe-money.ts';

const shownAtMost = 50;

export function dashboardPage({ checkouts, moneyBack, deliveries, controls }: StripeStandIn): Html {
  const newest = checkouts.list().toReversed().slice(0, shownAtMost);
  const events = deliveries.list().toReversed().slice(0, shownAtMost);
  return html`<div class="row between">
      <h1>Payments</h1>
      <a class="button" href="${paths.stripe}">Refresh</a>
    </div>
    <p class="soft">A stand-in for Stripe. The product talks to it through Stripe's own library.</p>
    ${controlForm(controls)}
    <h2>Checkouts</h2>
    ${
      newest.length === 0
        ? html`<p class="card">No checkout yet. Open an invoice as a customer and choose to pay by card.</p>`
        : html`<ul class="plain">
            ${newest.map(checkoutRow)}
          </ul>`
    }
    ${moneyBackRows(moneyBack)}
    <div class="row between">
      <h2>Events to the webhook</h2>
      ${
        events.some(({ state }) => state === 'HELD') &&
        html`<form method="post" action="${paths.stripe}/release">
          <button>Send all that are held</button>
        </form>`
      }
    </div>
    ${
      events.length === 0
        ? html`<p class="card">No event yet.</p>`
        : html`<ul class="plain">
            ${events.map(eventRow)}
          </ul>`
    }`;
}

function controlForm(controls: StripeStandIn['controls']): Html {
  const choice = (name: string, label: string, current: string, options: [string, string][]): Html =>
    html`<label
      >${label}<select name="${name}">
        ${options.map(
          ([value, words]) =>
            html`<option value="${value}" ${value === current && html` selected`}>${words}</option>`,
        )}
      </select></label
    >`;
  return html`<form class="card" method="post" action="${paths.stripe}/controls">
    <div class="fields">
      ${choice('delay', 'Send events', controls.hold ? 'hold' : String(controls.delayMs), [
        ['0', 'at once'],
        ['5000', 'after 5 seconds'],
        ['60000', 'after a minute'],
        ['hold', 'when I say so'],
      ])}
      ${choice('copies', 'How often', String(controls.copies), [
        ['1', 'once'],
        ['2', 'twice'],
        ['10', 'ten times'],
      ])}
      ${choice('order', 'In which order', controls.reversed ? 'reversed' : 'normal', [
        ['normal', 'as it happened'],
        ['reversed', 'backwards'],
      ])}
      ${choice('api', 'The API', controls.api, [
        ['normal', 'works'],
        ['error', 'answers with errors'],
        ['hang', 'does not answer'],
        ['reset', 'works, but hangs up'],
        ['garbage', 'answers nonsense'],
        ['revoked', 'does not take the key'],
        ['forbidden', 'takes the key, but it may not do that'],
      ])}
      ${choice('refunds', 'Refunds', controls.slowRefunds ? 'slow' : 'fast', [
        ['fast', 'arrive at once'],
        ['slow', 'are on their way'],
      ])}
      <button>Apply</button>
    </div>
  </form>`;
}

function checkoutRow({ session, intent, charge, itemName }: KeptCheckout): Html {
  const act = (name: string, label: string): Html =>
    html`<form method="post" action="${paths.stripe}/checkouts/${session.id}/${name}">
      <button>${label}</button>
    </form>`;
  const [tone, words] = standing(session, intent);
  return html`<li>
    <div class="row between">
      <strong>${itemName}</strong><span>${shownAmount(session.amount_total, session.currency)}</span>
    </div>
    <div class="row between">
      <span class="${tone}">${words}</span
      ><span class="soft small">${moment(new Date(session.created * 1000))}</span>
    </div>
    <div class="mono soft who">${session.id}${intent && html`<br />${intent.id}`}</div>
    <div class="row">
      ${
        session.status === 'open' &&
        html`<a class="button" href="${paths.pay}/${session.id}">Checkout page</a
          >${act('expire', 'Let it expire')}`
      }${intent?.status === 'processing' && html`${act('arrive', 'Money arrives')}${act('fail', 'Money does not come')}`}${charge && paymentActions(charge)}
    </div>
  </li>`;
}

function standing(
  { status, payment_status: paid }: KeptCheckout['session'],
  intent: KeptCheckout['intent'],
): [string, string] {
  if (paid === 'paid') return ['good', 'Paid'];
  if (intent?.status === 'processing') return ['wait', 'Payment on its way'];
  if (status === 'expired') return ['soft', 'Expired'];
  const failure = intent?.last_payment_error?.message;
  return failure === undefined
    ? ['wait', 'Open']
    : ['bad', `${status === 'open' ? 'Open' : 'Failed'}: ${failure}`];
}

const stateWords: Record<KeptEvent['state'], [string, string]> = {
  WAITING: ['wait', 'Not delivered yet'],
  HELD: ['wait', 'Held back'],
  DELIVERED: ['good', 'Delivered'],
  GIVEN_UP: ['bad', 'Given up'],
};

function eventRow({ event, state, tries }: KeptEvent): Html {
  const [tone, words] = stateWords[state];
  const last = tries.at(-1);
  const outcome = last?.status == null ? `no answer (${last?.error ?? ''})` : `answered ${last.status}`;
  return html`<li>
    <div class="row between">
      <strong class="who">${event.type}</strong
      ><span class="soft small">${moment(new Date(event.created * 1000))}</span>
    </div>
    <div class="row between keep">
      <span
        ><span class="${tone}">${words}</span>${
          last !== undefined && html` <span class="soft small">· ${tries.length} sent, last ${outcome}</span>`
        }</span
      >
      <form method="post" action="${paths.stripe}/events/${event.id}/send">
        <button>${tries.length === 0 ? 'Send' : 'Send again'}</button>
      </form>
    </div>
    <div class="mono soft who">${event.id}<br />${event.data.object.id}</div>
  </li>`;
}
