import { afterAll, beforeAll } from 'vitest';
import { stripeGateway } from '../../api/src/adapters/stripe.ts';
import { signatureOf } from '../../api/src/sandbox/stripe/deliveries.ts';
import type { StripeEvent } from '../../api/src/sandbox/stripe/objects.ts';
import { startStripeStandIn, type StripeStandIn } from '../../api/src/sandbox/stripe/stand-in.ts';
import {
  approveRefund,
  confirmManualRefund,
  refundPayment,
  rejectRefund,
  startPayment,
} from './operations.ts';
import { aKey, type Company, type Signed } from './steps.ts';

const webhookSecret = 'whsec_of_the_card_world';
const secretKey = 'sk_test_card_world';

export type Seen = {
  id: string;
  status: string;
  paid: { amount: number };
  credited: { amount: number };
  balance: { amount: number };
  customerCredit: { amount: number };
  payments: {
    id: string;
    status: string;
    failure: string | null;
    refunded: { amount: number };
    refundable: { amount: number };
    receipt: { number: string } | null;
  }[];
  refunds: RefundSeen[];
  creditNotes: { number: string; totals: { gross: { amount: number } } }[];
  disputes: DisputeSeen[];
  reminderPause: { reason: string; until: string | null } | null;
  log: { kind: string; actor: string; reference: string | null; note: string | null }[];
};
export type RefundSeen = {
  id: string;
  status: string;
  method: string;
  amount: { amount: number };
  failure: string | null;
  reference: string | null;
  creditNoteNumber: string | null;
  requestedBy: string;
  approvedBy: string | null;
  actions: string[];
};
export type DisputeSeen = {
  id: string;
  providerId: string;
  status: string;
  isWithdrawn: boolean;
  evidenceUrl: string;
};

const amount = '{ amount currency }';
const refundFields = `id status method amount ${amount} failure reference creditNoteNumber requestedBy approvedBy actions`;
const invoiceQuery = `query ($id: ID!) { invoice(id: $id) { id status paid ${amount} credited ${amount} balance ${amount} customerCredit ${amount}
  payments { id status failure refunded ${amount} refundable ${amount} receipt { number } } refunds { ${refundFields} }
  creditNotes { number totals { gross ${amount} } } disputes { id providerId status isWithdrawn evidenceUrl } reminderPause { reason until }
  log { kind actor reference note } } }`;
const documents = { refundPayment, approveRefund, rejectRefund, confirmManualRefund };

export type Paid = { quote: Signed; session: string; intent: string; paymentId: string };

/**
 * The company's provider is the stand-in, asked by the real library over a real socket. Its events wait until a test delivers
 * them, in the order and as often as it likes.
 */
export function cardWorldOn(office: () => Company) {
  let stripe: StripeStandIn | null = null;
  beforeAll(async () => {
    stripe = await startStripeStandIn({
      webhookUrl: 'http://127.0.0.1:9/never',
      webhookSecret,
      secretKey,
      payUrl: 'http://pay.example',
      file: null,
      now: () => office().clock.now(),
    });
    stripe.controls.hold = true;
    office().app.instance.gateway = stripeGateway({ secretKey, webhookSecret, apiBase: stripe.apiBase });
  });
  afterAll(() => stripe?.close());
  const provider = (): StripeStandIn => {
    if (stripe === null) throw new Error('The provider opens before the first test');
    return stripe;
  };

  /** Does something at the provider; the events that it made, none of them delivered. */
  function eventsOf(happen: () => unknown): StripeEvent[] {
    const known = new Set(
      provider()
        .deliveries.list()
        .map(({ event }) => event.id),
    );
    happen();
    return provider()
      .deliveries.list()
      .flatMap(({ event }) => (known.has(event.id) ? [] : [event]));
  }
  /** Posts an event as the provider would now; the status of the answer. */
  async function post(event: object): Promise<number> {
    const payload = JSON.stringify(event, null, 2);
    const seconds = Math.floor(office().clock.now().getTime() / 1000);
    const response = await office().app.server.inject({
      method: 'POST',
      url: '/webhooks/stripe',
      headers: {
        'content-type': 'application/json',
        'stripe-signature': signatureOf(payload, webhookSecret, seconds),
      },
      payload,
    });
    return response.statusCode;
  }
  async function deliver(...events: readonly object[]): Promise<void> {
    for (const event of events) {
      const status = await post(event);
      if (status !== 200) throw new Error(`The webhook answered ${status}`);
      await office().settle();
    }
  }
  const start = (quote: Signed) => office().run<{ url: string }>(startPayment, { input: {} }, quote.link);
  const sessionOf = ({ url }: { url: string }): string => url.split('/').at(-1) ?? '';
  const openPage = async (quote: Signed): Promise<string> => sessionOf(await start(quote));
  const read = async (quote: Signed): Promise<Seen> =>
    office().make<Seen>(invoiceQuery, { id: quote.invoice.id }, await office().as('BOOKKEEPER'));
  /** A deposit of 1,124.70 that was paid by card; its events are delivered. */
  async function paid(): Promise<Paid> {
    const quote = await office().signedQuote();
    const session = await openPage(quote);
    await deliver(...eventsOf(() => provider().checkouts.pay(session)));
    const intent = provider().checkouts.find(session)?.intent?.id ?? '';
    return { quote, session, intent, paymentId: (await read(quote)).payments[0]?.id ?? '' };
  }
  type Role = Parameters<Company['as']>[0];
  const ask = async (name: keyof typeof documents, input: object, role: Role) =>
    office().run<RefundSeen>(documents[name], { input }, await office().as(role));
  const refund = async (paymentId: string, changes: object = {}, role: Role = 'MANAGER') => {
    const input = {
      idempotencyKey: aKey(),
      paymentId,
      amount: 112_470,
      method: 'CARD',
      reference: null,
      reason: 'The work was canceled',
      ...changes,
    };
    const answer = await ask('refundPayment', input, role);
    await office().settle();
    return answer;
  };
  const itemsOf = async (quote: Signed): Promise<string[]> => {
    const rows = await office().rows<{ kind: string }>(
      `select kind from review_item where invoice_id = '${quote.invoice.id}' and resolved_at is null order by id`,
    );
    return rows.map(({ kind }) => kind);
  };
  /** What the book says of an invoice: the sum of each kind of posting. */
  const book = async (quote: Signed): Promise<Record<string, number>> => {
    const rows = await office().rows<{ kind: string; sum: number | string }>(
      `select kind, sum(amount) as sum from ledger_entry where invoice_id = '${quote.invoice.id}' group by kind order by kind`,
    );
    return Object.fromEntries(rows.map(({ kind, sum }) => [kind, Number(sum)]));
  };
  return { provider, eventsOf, post, deliver, start, openPage, read, paid, ask, refund, itemsOf, book };
}
