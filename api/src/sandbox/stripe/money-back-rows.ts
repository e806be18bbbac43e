import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { moment, paths } from '../layout.ts';
import type { MoneyBack } from './money-back.ts';
import type { Charge, Dispute, Refund } from './objects.ts';
import { shownAmount } from './stripe-money.ts';

const button = (path: string, label: string): Html =>
  html`<form method="post" action="${paths.stripe}/${path}">
    <button>${label}</button>
  </form>`;

/** What can be done with money that is there. */
export function paymentActions({ payment_intent: id, refunded, disputed }: Charge): Html {
  if (disputed) return html``;
  return html`${!refunded && button(`payments/${id}/refund`, 'Refund here')}${button(`payments/${id}/dispute`, 'Dispute')}`;
}

/** Refunds and disputes, newest first, with what can become of them. */
export function moneyBackRows(moneyBack: MoneyBack): Html {
  const refunds = moneyBack.refunds().toReversed().slice(0, 20);
  const disputes = moneyBack.disputes().toReversed().slice(0, 20);
  return html`${
    refunds.length > 0 &&
    html`<h2>Refunds</h2>
      <ul class="plain">
        ${refunds.map(refundRow)}
      </ul>`
  }
  ${
    disputes.length > 0 &&
    html`<h2>Disputes</h2>
      <ul class="plain">
        ${disputes.map(disputeRow)}
      </ul>`
  }`;
}

const row = (what: { amount: number; currency: string; id: string }, words: Html, actions: Html): Html =>
  html`<li>
    <div class="row between">
      <strong class="who">${shownAmount(what.amount, what.currency)}</strong>${words}
    </div>
    <div class="mono soft who">${what.id}</div>
    <div class="row">${actions}</div>
  </li>`;

function refundRow(refund: Refund): Html {
  const { id, status } = refund;
  const tone = { pending: 'wait', succeeded: 'good', failed: 'bad' }[status];
  return row(
    refund,
    html`<span class="${tone}">${status}</span>`,
    html`${status === 'pending' && button(`refunds/${id}/arrive`, 'It arrives')}${
      status !== 'failed' && button(`refunds/${id}/fail`, 'It comes back')
    }`,
  );
}

function disputeRow(dispute: Dispute): Html {
  const { id, status, evidence_details: evidence } = dispute;
  const isOpen = status === 'needs_response' || status === 'under_review';
  const until = moment(new Date(evidence.due_by * 1000));
  return row(
    dispute,
    html`<span class="${isOpen ? 'wait' : status === 'won' ? 'good' : 'bad'}"
      >${status.replaceAll('_', ' ')}${status === 'needs_response' && html`, answer until ${until}`}</span
    >`,
    html`${status === 'needs_response' && button(`disputes/${id}/answer`, 'Answer it')}${
      isOpen && html`${button(`disputes/${id}/win`, 'Win it')}${button(`disputes/${id}/lose`, 'Lose it')}`
    }`,
  );
}
