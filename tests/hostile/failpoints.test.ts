import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Failpoint } from '../../api/src/failpoint.ts';
import { sha256 } from '../../api/src/sha256.ts';
import { instant } from '../../api/src/db/instant.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { databases } from '../support/databases.ts';
import { chosen, deathsOn, placesOf } from '../support/deaths.ts';
import { figure } from '../support/figures.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { approve, outcome, sign, startPayment } from '../support/world-asks.ts';
import { depositOf, heldEvents, openCheckout, sessionOf, signedQuote } from '../support/world-journeys.ts';
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
  const deaths = deathsOn(() => world);
  const { armed, died } = deaths;
  beforeAll(async () => {
    world = await startWorld(kind);
    healthy = await world.server();
  });
  afterAll(() => world.close());
  test.each(chosen('approve.after-number', 'approve.after-outbox', 'approve.after-commit'))(
    'KL-01: killed at %s, approving is all or nothing, no number is lost and none is given twice',
    async (place) => {
      const { office } = world;
      const [draft, other] = [await office.draft(), await office.draft()];
      const before = (await office.openQuote()).number;
      const doomed = await armed(place);
      expect(outcome(await approve(doomed.url, office.cookie, draft))).toBe('no answer');
      await died(doomed);
      const standing = async () => {
        const { status, number } = await office.db.read
          .selectFrom('quote')
          .select(['status', 'number'])
          .where('id', '=', draft.id)
          .executeTakeFirstOrThrow();
        return `${status} ${number}`;
      };
      const open = `OPEN ${after(before)}`;
      expect(await standing()).toBe(place === 'approve.after-commit' ? open : 'DRAFT null');
      // The client asks again, and the next quote gets the next number.
      expect(outcome(await approve(healthy.url, office.cookie, draft))).toBe('Quote');
      expect(await standing()).toBe(open);
      expect((await approve(healthy.url, office.cookie, other)).data?.['approveQuote']?.['number']).toBe(
        after(after(before)),
      );
      expect(await settled(world)).toEqual([]);
    },
  );
  /** The number of the next offer of the same customer. */
  const after = (number: string): string =>
    number.replace(/-(\d+)-1$/, (_, n: string) => `-${String(Number(n) + 1).padStart(4, '0')}-1`);

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

  test.each(chosen('sign.after-number', 'sign.after-invoice'))(
    'KL-05: killed at %s while the invoice of a day goes out by itself, it goes out once',
    async (place) => {
      const stage = { amount: null, paymentTermsDays: null, dueOn: null, autoIssue: false };
      const quote = await world.office.openQuote({
        stages: [
          { id: 'now', label: 'Deposit', percent: 50_000, due: 'ON_SIGNING', ...stage },
          {
            ...stage,
            id: 'later',
            label: 'Rest',
            percent: 50_000,
            due: 'ON_DATE',
            dueOn: inTwoMonths(),
            autoIssue: true,
          },
        ],
      });
      expect(outcome(await sign(healthy.url, quote, 'the-signature'))).toBe('PortalQuote');
      expect(await settled(world)).toEqual([]);
      const doomed = await inPlaceOfHealthy(place);
      // The day has come.
      await world.office.db.transaction(({ sql: query }) =>
        query
          .updateTable('job')
          .set({ runAt: instant(new Date()) })
          .where('dedupeKey', '=', `stage:${quote.id}:later`)
          .execute(),
      );
      await died(doomed);
      expect((await recordsOf(world, quote.id)).invoices).toBe(1);
      await comesBack();
      expect(await settled(world)).toEqual([]);
      expect(await recordsOf(world, quote.id)).toMatchObject({
        invoices: 2,
        mails: ['INVOICE', 'INVOICE', 'QUOTE_LINK', 'SIGNED_QUOTE'],
      });
    },
  );
  const inTwoMonths = () =>
    localDate(new Date(Date.now() + 60 * 24 * 60 * 60_000).toISOString().slice(0, 10));

  test.each(chosen('document.before-keep', 'document.after-keep'))(
    'KL-06: killed at %s, no half document is there, and the job makes it once',
    async (place) => {
      expect(await settled(world)).toEqual([]);
      const doomed = await inPlaceOfHealthy(place);
      const quote = await world.office.openQuote();
      await died(doomed);
      const kept = () =>
        world.office.db.read
          .selectFrom('document')
          .select(['sha256', 'bytes'])
          .where('subjectId', '=', quote.id)
          .execute();
      expect((await kept()).length).toBe(place === 'document.after-keep' ? 1 : 0);
      await comesBack();
      expect(await settled(world)).toEqual([]);
      const [document, ...more] = await kept();
      expect(more).toEqual([]);
      expect(sha256(document?.bytes ?? '')).toBe(document?.sha256);
      expect(
        Buffer.from(document?.bytes ?? '')
          .subarray(-7)
          .toString('latin1'),
      ).toContain('%%EOF');
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
      const copies = messageIds(world).filter((id) => id === mail.messageId).length;
      expect(copies).toBe(place === 'mail.after-delivery' ? 2 : 1);
    },
  );

  test('G4: every failpoint was died at', () => {
    const places = placesOf('sale');
    expect(deaths.places()).toEqual(places.toSorted());
    const what = `SIGKILL at each of ${places.length} named places between two steps`;
    figure({ goal: 'G4', what, on: kind, count: deaths.count(), found: 0 });
  });

  /** The jobs of the outbox are to be done by the process that will die. */
  async function inPlaceOfHealthy(place: Failpoint): Promise<ServerProcess> {
    expect(await healthy.stop()).toBe(0);
    return armed(place);
  }
  async function comesBack(): Promise<void> {
    healthy = await world.server();
  }
});
