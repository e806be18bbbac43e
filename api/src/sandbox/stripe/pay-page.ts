import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { moment, paths } from '../layout.ts';
import type { KeptCheckout } from './checkouts.ts';
import { shownAmount } from './stripe-money.ts';

/** The stand-in's checkout page: what Stripe's looks like to the product, without a card. */
export function payPage(checkout: KeptCheckout): Html {
  const { session, intent, itemName } = checkout;
  return html`<div class="card narrow">
    <p class="soft small">Sandbox checkout, instead of Stripe's page</p>
    <h1>${itemName}</h1>
    <p class="amount">${shownAmount(session.amount_total, session.currency)}</p>
    ${session.customer_email && html`<p class="soft">for ${session.customer_email}</p>`}
    ${
      session.status === 'open' && intent?.last_payment_error
        ? html`<p class="notice" role="alert">
            ${intent.last_payment_error.message} Nothing was paid. You can try again.
          </p>`
        : null
    }
    ${session.status === 'open' ? standing(checkout) : over(checkout)}
  </div>`;
}

const standing = (checkout: KeptCheckout): Html =>
  checkout.intent?.status === 'requires_action' ? challenge(checkout) : choices(checkout);

/** What the bank of the card asks before it pays (3-D Secure). */
function challenge({ session }: KeptCheckout): Html {
  const answer = (name: string, label: string, main = false): Html =>
    html`<form method="post" action="${paths.pay}/${session.id}/${name}">
      <button${main && html` class="main"`}>${label}</button>
    </form>`;
  return html`<h2>Your bank asks whether it is you</h2>
    <p class="soft">In life a code on the telephone; here you say how it goes.</p>
    <div class="choices">${answer('confirm', 'Confirm', true)}${answer('fail', 'Fail')}</div>`;
}

function choices({ session }: KeptCheckout): Html {
  const choice = (name: string, label: string, words: string | Html, main = false): Html =>
    html`<form method="post" action="${paths.pay}/${session.id}/${name}">
<button${main && html` class="main"`} aria-describedby="about-${name}">${label}</button>
<p class="soft small" id="about-${name}">${words}</p></form>`;
  return html`<div class="choices">
    ${choice('pay', 'Pay', 'The card is charged at once (in play).', true)}
    ${choice('challenge', 'Pay with 3-D Secure', 'The bank of the card asks first.')}
    ${choice('decline', 'Decline', 'The card is refused; the page stays open for another try.')}
    ${choice('later', 'Pay later', html`A bank debit that takes days. How it ends, you choose under <a href="${paths.stripe}">Payments</a>.`)}
    <div>
      <a class="button" href="${session.cancel_url ?? session.success_url}" aria-describedby="about-abandon"
        >Abandon</a
      >
      <p class="soft small" id="about-abandon">
        Go back without paying. The page stays open until ${moment(new Date(session.expires_at * 1000))}.
      </p>
    </div>
  </div>`;
}

function over({ session, intent }: KeptCheckout): Html {
  if (session.status === 'expired') {
    return html`<p class="notice" role="status">This checkout has expired. Nothing was paid.</p>
      <p><a class="button" href="${session.cancel_url ?? session.success_url}">Go back</a></p>`;
  }
  const words =
    session.payment_status === 'paid'
      ? 'This checkout is paid.'
      : intent?.status === 'processing'
        ? 'The payment is on its way.'
        : 'The payment did not go through.';
  return html`<p role="status">${words}</p>
    <p><a class="button" href="${session.success_url}">Go back</a></p>`;
}
