import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Failpoint } from '../../api/src/failpoint.ts';
import { databases } from '../support/databases.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { outcome, sign, startPayment } from '../support/world-asks.ts';
import { depositOf, heldEvents, openCheckout, sessionOf, signedQuote } from '../support/world-journeys.ts';
import {
  deliver,
  isGone,
  leasesRunOut,
  messageIds,
  recordsOf,
  settled,
  signed,
  startWorld,
  until,
  type World,
} from '../support/world.ts';

const onBoth: readonly Failpoint[] = [
  'sign.after-number',
  'sign.after-commit',
  'checkout.after-call',
  'settle.after-receipt',
  'mail.after-delivery',
];
const nothing = { acceptances: 0, invoices: 0, confirmed: 0, receipts: 0, mails: ['QUOTE_LINK'] };
const allSigned = {
  acceptances: 1,
  invoices: 1,
  confirmed: 0,
  receipts: 0,
  mails: ['INVOICE', 'QUOTE_LINK', 'SIGNED_QUOTE'],
};
const allPaid = {
  ...allSigned,
  confirmed: 1,
  receipts: 1,
  mails: ['INVOICE', 'QUOTE_LINK', 'RECEIPT', 'SIGNED_QUOTE'],
};

describe.each(databases)('a process that dies between two steps, on %s', (kind) => {
  let world: World;
  /** The process that stays, or comes back. */
  let healthy: ServerProcess;
  beforeAll(async () => {
    world = await startWorld(kind);
    healthy = await world.server();
  });
  afterAll(() => world.close());
  const armed = (place: Failpoint) => world.server({ COUNTERSIGN_FAILPOINT: place });
  const chosen = (...places: Failpoint[]) =>
    places.filter((place) => kind === 'sqlite' || onBoth.includes(place));

  test.each(
    chosen(
      'sign.before-transaction',
      'sign.after-acceptance',
      'sign.after-number',
      'sign.after-invoice',
      'sign.after-outbox',
      'sign.after-commit',
    ),
  )('KL-01: killed at %s, signing is all or nothing, and the same key again signs once', async (place) => {
    const doomed = await armed(place);
    const quote = await world.office.openQuote();
    expect(outcome(await sign(doomed.url, quote, 'the-signature'))).toBe('no answer');
    await died(doomed);
    expect(await recordsOf(world, quote.id)).toEqual(place === 'sign.after-commit' ? allSigned : nothing);
    expect(outcome(await sign(healthy.url, quote, 'the-signature'))).toBe('PortalQuote');
    expect(await recordsOf(world, quote.id)).toEqual(allSigned);
    expect(await settled(world)).toEqual([]);
  });

  test.each(chosen('checkout.before-call', 'checkout.after-call', 'checkout.after-store'))(
    'KL-02: killed at %s, the customer gets one payment page, and its money is found',
    async (place) => {
      const quote = await signedQuote(world, healthy.url);
      expect(await settled(world)).toEqual([]);
      const doomed = await armed(place);
      expect(outcome(await startPayment(doomed.url, quote))).toBe('no answer');
      await died(doomed);
      const session = sessionOf(await startPayment(healthy.url, quote));
      const { id } = await depositOf(world, quote.id);
      const pages = world.stripe.checkouts
        .list()
        .filter((checkout) => checkout.session.client_reference_id === id);
      expect(pages.map((checkout) => checkout.session.id)).toEqual([session]);
      world.stripe.checkouts.pay(session);
      await until('the money is confirmed', async () => (await recordsOf(world, quote.id)).confirmed === 1);
      expect(await settled(world)).toEqual([]);
      expect(await recordsOf(world, quote.id)).toEqual(allPaid);
    },
  );

  test.each(chosen('event.before-store', 'event.after-store'))(
    'KL-03: killed at %s, the repeated event confirms the money once',
    async (place) => {
      const quote = await signedQuote(world, healthy.url);
      const session = await openCheckout(healthy.url, quote);
      expect(await settled(world)).toEqual([]);
      const events = heldEvents(world, () => world.stripe.checkouts.pay(session));
      const doomed = await armed(place);
      for (const event of events.slice(-1)) expect(await deliver(doomed.url, signed(event))).toBe(0);
      await died(doomed);
      for (const event of events) expect(await deliver(healthy.url, signed(event))).toBe(200);
      await until('the money is confirmed', async () => (await recordsOf(world, quote.id)).confirmed === 1);
      expect(await settled(world)).toEqual([]);
      expect(await recordsOf(world, quote.id)).toEqual(allPaid);
    },
  );

  test.each(chosen('settle.after-payment', 'settle.after-receipt', 'settle.after-commit'))(
    'KL-03: killed at %s while it works on an event, the next process finishes it once',
    async (place) => {
      const quote = await signedQuote(world, healthy.url);
      const session = await openCheckout(healthy.url, quote);
      expect(await settled(world)).toEqual([]);
      const doomed = await inPlaceOfHealthy(place);
      world.stripe.checkouts.pay(session);
      await died(doomed);
      await comesBack();
      await until('the money is confirmed', async () => (await recordsOf(world, quote.id)).confirmed === 1);
      expect(await settled(world)).toEqual([]);
      expect(await recordsOf(world, quote.id)).toEqual(allPaid);
    },
  );

  test.each(chosen('mail.before-connect', 'mail.after-delivery', 'mail.after-mark'))(
    'KL-04: killed at %s, the mail is not lost, and doubled only where nobody could know',
    async (place) => {
      expect(await settled(world)).toEqual([]);
      const doomed = await inPlaceOfHealthy(place);
      const quote = await world.office.openQuote();
      await died(doomed);
      await comesBack();
      expect(await settled(world)).toEqual([]);
      const { db } = world.office;
      const mail = await db.read
        .selectFrom('mail')
        .selectAll()
        .where('quoteId', '=', quote.id)
        .executeTakeFirstOrThrow();
      expect([mail.status, mail.token]).toEqual(['ACCEPTED', null]);
      const copies = (await messageIds(world)).filter((id) => id === mail.messageId).length;
      expect(copies).toBe(place === 'mail.after-delivery' ? 2 : 1);
    },
  );

  /** The jobs of the outbox are to be done by the process that will die. */
  async function inPlaceOfHealthy(place: Failpoint): Promise<ServerProcess> {
    expect(await healthy.stop()).toBe(0);
    return armed(place);
  }
  /** Waits for the end, and looks that it was the failpoint and no other. */
  async function died(server: ServerProcess): Promise<void> {
    if (!isGone(server.process)) await once(server.process, 'exit', { signal: AbortSignal.timeout(20_000) });
    expect(server.process.signalCode).toBe('SIGKILL');
    await leasesRunOut(world);
  }
  async function comesBack(): Promise<void> {
    healthy = await world.server();
  }
});
