import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Failpoint } from '../../api/src/failpoint.ts';
import { databases } from '../support/databases.ts';
import { allOrNothing, chosen, deathsOn, placesOf } from '../support/deaths.ts';
import { figure } from '../support/figures.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { type Answered, confirm, outcome } from '../support/world-asks.ts';
import { depositOf, openCheckout, signedQuote } from '../support/world-journeys.ts';
import { creditInvoice, refundPayment, voidInvoice } from '../support/world-money.ts';
import type { OpenQuote } from '../support/world-quotes.ts';
import { recordsOf, settled, startWorld, until, type World } from '../support/world.ts';

type Ask = (url: string) => Promise<Answered>;

describe.each(databases)('a process that dies while money is corrected or given back, on %s', (kind) => {
  let world: World;
  let healthy: ServerProcess;
  const deaths = deathsOn(() => world);
  const { armed, died } = deaths;
  beforeAll(async () => {
    world = await startWorld(kind);
    healthy = await world.server();
  });
  afterAll(() => world.close());
  /** What there is of an invoice: everything that must be there once or not at all. */
  const bookOf = async (invoiceId: string) => {
    const { db } = world.office;
    const { status, credited, paid } = await db.read
      .selectFrom('invoice')
      .select(['status', 'credited', 'paid'])
      .where('id', '=', invoiceId)
      .executeTakeFirstOrThrow();
    const notes = await db.read
      .selectFrom('creditNote')
      .select('id')
      .where('invoiceId', '=', invoiceId)
      .execute();
    const refunds = await db.read
      .selectFrom('refund')
      .select('status')
      .where('invoiceId', '=', invoiceId)
      .execute();
    return { status, credited, paid, notes: notes.length, refunds: refunds.map((refund) => refund.status) };
  };
  const diesAt = (place: Failpoint, invoiceId: string, ask: Ask, wanted: string) =>
    allOrNothing(world, deaths, healthy, { place, standing: () => bookOf(invoiceId), ask, wanted });
  const openInvoice = async () => depositOf(world, (await signedQuote(world, healthy.url)).id);
  async function paidInCash() {
    const invoice = await openInvoice();
    const cash = { invoiceId: invoice.id, paymentId: null, amount: invoice.gross };
    const answer = await confirm(healthy.url, world.office.cookie, cash, `cash-of-${invoice.id}`);
    return { invoice, paymentId: String(answer.data?.['confirmManualPayment']?.['id']) };
  }
  async function paidByCard(): Promise<{ quote: OpenQuote; invoiceId: string; paymentId: string }> {
    const quote = await signedQuote(world, healthy.url);
    world.stripe.checkouts.pay(await openCheckout(healthy.url, quote));
    await until('the card is confirmed', async () => (await recordsOf(world, quote.id)).confirmed === 1);
    const { id: invoiceId } = await depositOf(world, quote.id);
    const { id: paymentId } = await world.office.db.read
      .selectFrom('payment')
      .select('id')
      .where('invoiceId', '=', invoiceId)
      .executeTakeFirstOrThrow();
    return { quote, invoiceId, paymentId };
  }
  const refund = (paymentId: string, how: object) => (url: string) =>
    refundPayment(url, world.office.cookie, {
      idempotencyKey: `refund-${paymentId}`,
      paymentId,
      amount: 10_000,
      reason: 'Less work',
      ...how,
    });

  test.each(chosen('step.before-answer', 'step.after-commit', 'ledger.after-entry'))(
    'KL-01: killed at %s, taking an invoice back is all or nothing, and the same key again does it once',
    async (place) => {
      const { id } = await openInvoice();
      const ask: Ask = (url) =>
        voidInvoice(url, world.office.cookie, { idempotencyKey: `void-${id}`, id, reason: 'A slip' });
      await diesAt(place, id, ask, 'Invoice');
      expect(await bookOf(id)).toMatchObject({ status: 'VOID', notes: 0 });
    },
  );

  test.each(chosen('credit-note.after-number', 'ledger.after-entry', 'step.after-commit'))(
    'KL-01: killed at %s, a credit note is written once and no number of its series is lost',
    async (place) => {
      const { id } = await openInvoice();
      const ask: Ask = (url) =>
        creditInvoice(url, world.office.cookie, {
          idempotencyKey: `credit-${id}`,
          invoiceId: id,
          amount: 5_000,
          reason: 'A slip',
        });
      await diesAt(place, id, ask, 'CreditNote');
      expect(await bookOf(id)).toMatchObject({ credited: 5_000, notes: 1 });
    },
  );

  test.each(chosen('refund.after-reserve', 'credit-note.after-number', 'refund.after-commit'))(
    'PM-09: killed at %s, money is given back in cash once',
    async (place) => {
      const { invoice, paymentId } = await paidInCash();
      await diesAt(place, invoice.id, refund(paymentId, { method: 'CASH', reference: 'slip 8' }), 'Refund');
      expect(await bookOf(invoice.id)).toMatchObject({ credited: 10_000, notes: 1, refunds: ['SUCCEEDED'] });
    },
  );

  test.each(chosen('refund.before-call', 'refund.after-call'))(
    'KL-02: killed at %s, the provider gives the money back once',
    async (place) => {
      const { invoiceId, paymentId } = await paidByCard();
      expect(await settled(world)).toEqual([]);
      const sentBefore = world.stripe.moneyBack.refunds().length;
      expect(await healthy.stop()).toBe(0);
      const doomed = await armed(place);
      // It may die before or after it has answered: the worker goes on beside it.
      expect(['Refund', 'no answer']).toContain(
        outcome(await refund(paymentId, { method: 'CARD', reference: null })(doomed.url)),
      );
      await died(doomed);
      healthy = await world.server();
      await until(
        'the refund has succeeded',
        async () => (await bookOf(invoiceId)).refunds[0] === 'SUCCEEDED',
      );
      expect(outcome(await refund(paymentId, { method: 'CARD', reference: null })(healthy.url))).toBe(
        'Refund',
      );
      expect(await settled(world)).toEqual([]);
      expect(world.stripe.moneyBack.refunds().length).toBe(sentBefore + 1);
      expect(await bookOf(invoiceId)).toMatchObject({ credited: 10_000, notes: 1, refunds: ['SUCCEEDED'] });
    },
  );

  test.each(chosen('reconcile.after-events'))(
    'KL-03: killed at %s, what the webhooks lost is found by the next start',
    async (place) => {
      const quote = await signedQuote(world, healthy.url);
      const session = await openCheckout(healthy.url, quote);
      expect(await settled(world)).toEqual([]);
      expect(await healthy.stop()).toBe(0);
      world.stripe.controls.hold = true;
      world.stripe.checkouts.pay(session);
      await died(await armed(place));
      healthy = await world.server();
      await until('the money is found', async () => (await recordsOf(world, quote.id)).confirmed === 1);
      world.stripe.controls.hold = false;
      expect(await settled(world)).toEqual([]);
      expect(await recordsOf(world, quote.id)).toMatchObject({ confirmed: 1, receipts: 1 });
    },
  );

  test('G4: every failpoint of money was died at', () => {
    const places = placesOf('money');
    expect(deaths.places()).toEqual(places.toSorted());
    const what = `SIGKILL at each of ${places.length} named places while money is corrected or given back`;
    figure({ goal: 'G4', what, on: kind, count: deaths.count(), found: 0 });
  });
});
