import { expect, test } from 'vitest';
import { instant } from '../../api/src/db/instant.ts';
import { databases } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import { type Answered, confirm, outcome, post, tally } from '../support/world-asks.ts';
import { depositOf, heldEvents, openCheckout, signedQuote } from '../support/world-journeys.ts';
import type { OpenQuote } from '../support/world-quotes.ts';
import {
  deliver,
  messageIds,
  recordsOf,
  settled,
  signed,
  inCompanies,
  type World,
} from '../support/world.ts';

const rounds = Number(process.env['ROUNDS'] ?? 25);

const returnPage = (url: string, { token }: OpenQuote): Promise<Answered> =>
  post(
    url,
    '{ portalInvoice { __typename status payments { status receiptNumber } } }',
    {},
    { authorization: `Link ${token}` },
  );

/** The job that asks the provider about a checkout is due now and not in ten minutes. */
async function wakeJanitor({ office: { db } }: World, paymentId: string): Promise<void> {
  await db.transaction(({ sql: query }) =>
    query
      .updateTable('job')
      .set({ runAt: instant(new Date()) })
      .where('dedupeKey', '=', `check-checkout:${paymentId}:soon`)
      .where('doneAt', 'is', null)
      .execute(),
  );
}

test.each(databases)(
  'G2: events, their siblings and repeats, the return page, the janitor and staff, 32 at once through two processes on %s, confirm a payment once',
  async (kind) => {
    await inCompanies(kind, rounds, race);
    const what =
      '32 at once through two processes that could confirm one payment: events, repeats, return page, janitor, staff';
    figure({ goal: 'G2', what, on: kind, count: rounds * 32, found: 0, counted: { rounds } });
  },
);

async function race(world: World, count: number): Promise<void> {
  const urls = [(await world.server()).url, (await world.server()).url];
  const urlOf = (at: number): string => urls[at % 2] ?? '';
  for (let round = 0; round < count; round += 1) {
    const quote = await signedQuote(world, urlOf(round));
    const session = await openCheckout(urlOf(round), quote);
    const invoice = await depositOf(world, quote.id);
    const { id: paymentId } = await world.office.db.read
      .selectFrom('payment')
      .select('id')
      .where('invoiceId', '=', invoice.id)
      .executeTakeFirstOrThrow();
    const events = heldEvents(world, () => world.stripe.checkouts.pay(session));
    const cash = { invoiceId: invoice.id, paymentId, amount: invoice.gross };
    const [statuses, pages, staff] = await Promise.all([
      Promise.all(
        Array.from({ length: 8 }, () => events)
          .flat()
          .map((event, at) => deliver(urlOf(at), signed(event))),
      ),
      Promise.all(Array.from({ length: 4 }, (_, at) => returnPage(urlOf(at), quote))),
      Promise.all(
        Array.from({ length: 2 }, (_, at) =>
          confirm(urlOf(at), world.office.cookie, cash, `staff-${round}-${at}`),
        ),
      ),
      wakeJanitor(world, paymentId),
      wakeJanitor(world, paymentId),
    ]);
    expect(tally(statuses.map(String))).toEqual({ 200: 24 });
    expect(tally(pages.map(outcome))).toEqual({ PortalInvoice: 4 });
    // What staff do to a card's money is no confirmation: that is the provider's to say.
    for (const answer of staff) expect(['CLAIM_SETTLED', 'INVOICE_NOT_PAYABLE']).toContain(outcome(answer));
    expect(await settled(world)).toEqual([]);
    expect(await recordsOf(world, quote.id)).toMatchObject({ invoices: 1, confirmed: 1, receipts: 1 });
    const payments = await world.office.db.read
      .selectFrom('payment')
      .select(['status', 'allocated'])
      .where('invoiceId', '=', invoice.id)
      .execute();
    expect(payments).toEqual([{ status: 'CONFIRMED', allocated: 112_470 }]);
    expect(await depositOf(world, quote.id)).toMatchObject({ status: 'PAID', paid: 112_470 });
  }
  const ids = messageIds(world);
  expect(new Set(ids).size).toBe(ids.length);
}
