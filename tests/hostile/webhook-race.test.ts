import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import type { StripeEvent } from '../../api/src/sandbox/stripe/objects.ts';
import { databases } from '../support/databases.ts';
import { tally } from '../support/world-asks.ts';
import { depositOf, heldEvents, openCheckout, signedQuote } from '../support/world-journeys.ts';
import {
  deliver,
  messageIds,
  recordsOf,
  settled,
  signed,
  startWorld,
  until,
  type World,
} from '../support/world.ts';

const orders = Number(process.env['ROUNDS'] ?? 12);
const paidOnce = {
  acceptances: 1,
  invoices: 1,
  confirmed: 1,
  receipts: 1,
  mails: ['INVOICE', 'QUOTE_LINK', 'RECEIPT', 'SIGNED_QUOTE'],
};

test.each(databases)(
  'WH-09: the events of a payment, 100 times each at once to two processes on %s, confirm it once',
  async (kind) => {
    const world = await startWorld(kind);
    const urls = [(await world.server()).url, (await world.server()).url];
    const quote = await signedQuote(world, urls[0] ?? '');
    const session = await openCheckout(urls[1] ?? '', quote);
    const events = heldEvents(world, () => world.stripe.checkouts.pay(session));
    expect(events.map(({ type }) => type)).toEqual([
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
    ]);

    const copies = shuffled(Array.from({ length: 100 }, () => events).flat());
    const answers = await Promise.all(copies.map((event, at) => deliver(urls[at % 2] ?? '', signed(event))));
    expect(tally(answers.map(String))).toEqual({ 200: 300 });
    await allWorkedOn(world, events);
    // Days later Stripe repeats itself once more.
    for (const event of events) expect(await deliver(urls[0] ?? '', signed(event))).toBe(200);

    expect(await settled(world)).toEqual([]);
    expect(await recordsOf(world, quote.id)).toEqual(paidOnce);
    const invoice = await depositOf(world, quote.id);
    expect([invoice.status, invoice.paid]).toEqual(['PAID', 112_470]);
    const ids = messageIds(world);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(4);
    await world.close();
  },
);

test.each(databases)(
  'WH-10: whatever the order in which siblings arrive on %s, the money is confirmed once',
  async (kind) => {
    const world = await startWorld(kind);
    const urls = [(await world.server()).url, (await world.server()).url];
    const quotes = await Promise.all(Array.from({ length: orders }, () => signedQuote(world, urls[0] ?? '')));
    for (const quote of quotes) {
      const session = await openCheckout(urls[0] ?? '', quote);
      const { checkouts } = world.stripe;
      // A declined card, then a bank debit that is under way, then arrives; and a message that the page expired.
      const events = heldEvents(world, () => {
        checkouts.decline(session);
        checkouts.payLater(session);
        checkouts.settle(session, true);
      });
      const expired = { ...lastOf(events), id: `evt_expired_${session}`, type: 'checkout.session.expired' };
      const all = shuffled([...events, expired]);
      expect(all.length).toBe(7);
      for (const [at, event] of all.entries())
        expect(await deliver(urls[at % 2] ?? '', signed(event))).toBe(200);
      await allWorkedOn(world, all);
      expect(await recordsOf(world, quote.id)).toEqual(paidOnce);
    }
    expect(await settled(world)).toEqual([]);
    await world.close();
  },
);

const lastOf = (events: readonly StripeEvent[]): StripeEvent => {
  const last = events.at(-1);
  if (last === undefined) throw new Error('There was no event');
  return last;
};

const allWorkedOn = ({ office: { db } }: World, events: readonly StripeEvent[]): Promise<unknown> =>
  until('every event is worked on', async () => {
    const ids = events.map(({ id }) => id);
    const done = await db.read
      .selectFrom('stripeEvent')
      .select('id')
      .where('id', 'in', ids)
      .where('outcome', 'is not', null)
      .execute();
    return done.length === events.length;
  });

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: randomInt(2 ** 40) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
