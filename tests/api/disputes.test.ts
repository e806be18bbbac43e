import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { StripeEvent } from '../../api/src/sandbox/stripe/objects.ts';
import { cardWorldOn, type Paid } from '../support/card-world.ts';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';

const deposit = 112_470;

describe.each(databases)('disputes on %s', (kind) => {
  const office = companyOn(kind);
  const world = cardWorldOn(office);
  const cash = cashDesk(office);
  const bank = () => world.provider().moneyBack;
  /** All that the provider says of a dispute from its beginning to its end. */
  function disputed({ intent }: Paid, isWon: boolean): StripeEvent[] {
    return world.eventsOf(() => {
      const dispute = bank().dispute(intent);
      bank().answer(dispute?.id ?? '');
      bank().close(dispute?.id ?? '', isWon);
    });
  }

  test('PM-11: a dispute takes the money away, silences reminders and is put before a person with the day to answer', async () => {
    const paid = await world.paid();
    const events = world.eventsOf(() => bank().dispute(paid.intent));
    expect(events.map(({ type }) => type)).toEqual([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
    ]);
    await world.deliver(...events, ...events);
    const seen = await world.read(paid.quote);
    expect(seen).toMatchObject({
      status: 'PAID',
      disputes: [{ status: 'NEEDS_RESPONSE', isWithdrawn: true, providerId: bank().disputes().at(-1)?.id }],
      reminderPause: { reason: 'DISPUTE', until: null },
    });
    expect(seen.log.map(({ kind: step }) => step).filter((step) => step === 'DISPUTED')).toHaveLength(1);
    expect((await world.book(paid.quote))['DISPUTED']).toBe(deposit);
    const [item] = await office().rows<{ kind: string; title: string }>(
      `select kind, title from review_item where invoice_id = '${paid.quote.invoice.id}'`,
    );
    expect(item).toEqual({
      kind: 'DISPUTE',
      title: expect.stringMatching(/is disputed; answer until \d+ November 2026$/),
    });
  });

  test('PM-11: won, the money is back, the task is settled and reminders may go out', async () => {
    const paid = await world.paid();
    await world.deliver(...disputed(paid, true));
    expect(await world.read(paid.quote)).toMatchObject({
      status: 'PAID',
      paid: { amount: deposit },
      disputes: [{ status: 'WON', isWithdrawn: false }],
      reminderPause: null,
    });
    expect(await world.itemsOf(paid.quote)).toEqual([]);
    const { DISPUTED, DISPUTE_WON } = await world.book(paid.quote);
    expect([DISPUTED, DISPUTE_WON]).toEqual([deposit, deposit]);
  });

  test('PM-11: lost, the invoice is owed again, keeps its history, and a person decides', async () => {
    const paid = await world.paid();
    await world.deliver(...disputed(paid, false));
    const seen = await world.read(paid.quote);
    expect(seen).toMatchObject({
      status: 'OPEN',
      paid: { amount: 0 },
      balance: { amount: deposit },
      disputes: [{ status: 'LOST' }],
      payments: [{ status: 'CONFIRMED', refundable: { amount: 0 }, receipt: { number: expect.any(String) } }],
    });
    expect(seen.log.map(({ kind: step }) => step)).toEqual(
      expect.arrayContaining(['CONFIRMED', 'DISPUTED', 'DISPUTE_LOST']),
    );
    expect(await world.itemsOf(paid.quote)).toEqual(['DISPUTE']);
    const { DISPUTED, DISPUTE_LOST } = await world.book(paid.quote);
    expect([DISPUTED, DISPUTE_LOST]).toEqual([deposit, deposit]);
    // It can be paid another way, and nothing of the card's money is left to refund.
    await cash.confirm(paid.quote);
    expect(await world.read(paid.quote)).toMatchObject({ status: 'PAID', balance: { amount: 0 } });
    expect(await world.refund(paid.paymentId)).toMatchObject({ code: 'REFUND_NOT_POSSIBLE' });
  });

  test.each(['straight', 'backwards'])(
    'PM-11: after the quote and its customer were archived, a dispute is booked and told all the same (%s)',
    async (order) => {
      const paid = await world.paid();
      const { id, customer } = paid.quote;
      const at = office().clock.now().toISOString();
      await office().tamper(`update quote set archived_at = '${at}' where id = '${id}'`);
      await office().tamper(`update customer set archived_at = '${at}' where id = '${customer.id}'`);
      const events = disputed(paid, false);
      await world.deliver(...(order === 'straight' ? events : events.toReversed()));
      expect(await world.read(paid.quote)).toMatchObject({
        status: 'OPEN',
        balance: { amount: deposit },
        disputes: [{ status: 'LOST' }],
        payments: [{ status: 'CONFIRMED', receipt: { number: expect.any(String) } }],
      });
      expect(await world.itemsOf(paid.quote)).toEqual(['DISPUTE']);
      expect((await world.book(paid.quote))['DISPUTE_LOST']).toBe(deposit);
      const away = await office().rows<{ at: string }>(
        `select archived_at as at from quote where id = '${id}' union all select archived_at from customer where id = '${customer.id}'`,
      );
      expect(away).toEqual([{ at }, { at }]);
    },
  );

  test('PM-06: paid again in another way after it was lost, the card page that was opened meanwhile is closed', async () => {
    const paid = await world.paid();
    await world.deliver(...disputed(paid, false));
    const session = await world.openPage(paid.quote);
    await cash.confirm(paid.quote);
    await office().settle();
    expect(world.provider().checkouts.find(session)?.session.status).toBe('expired');
  });

  test.each([true, false])('PM-11: backwards and twice it comes to the same (won: %s)', async (isWon) => {
    const straight = await world.paid();
    await world.deliver(...disputed(straight, isWon));
    const crooked = await world.paid();
    const events = disputed(crooked, isWon);
    await world.deliver(...events.toReversed(), ...events);
    const facts = async ({ quote }: Paid) => {
      const { status, paid, balance, disputes, customerCredit } = await world.read(quote);
      return [status, paid, balance, disputes[0]?.status, disputes[0]?.isWithdrawn, customerCredit];
    };
    expect(await facts(crooked)).toEqual(await facts(straight));
  });

  test.each(['as it happened', 'backwards'])(
    'PM-11: an inquiry that was answered and became a dispute is answered anew, until its own day (%s)',
    async (order) => {
      const paid = await world.paid();
      const [created] = world.eventsOf(() => bank().dispute(paid.intent));
      if (created?.data.object.object !== 'dispute') throw new Error('The first word is about the dispute');
      const said = created.data.object;
      const day = 86_400;
      /** The provider's word of the same dispute, so many days later. */
      const word = (status: string, days: number, changes: object = {}) => ({
        ...created,
        id: `${created.id}_${status}`,
        type: 'charge.dispute.updated',
        data: {
          object: {
            ...said,
            status,
            evidence_details: { ...said.evidence_details, due_by: said.evidence_details.due_by + days * day },
            ...changes,
          },
        },
      });
      const events = [
        word('warning_needs_response', 0, { balance_transactions: [] }),
        word('warning_under_review', 0, { balance_transactions: [] }),
        word('needs_response', 10),
      ];
      await world.deliver(...(order === 'backwards' ? events.toReversed() : events));
      expect(await world.read(paid.quote)).toMatchObject({
        disputes: [{ status: 'NEEDS_RESPONSE', isWithdrawn: true }],
      });
      expect((await world.book(paid.quote))['DISPUTED']).toBe(deposit);
      const items = await office().rows<{ title: string }>(
        `select title from review_item where invoice_id = '${paid.quote.invoice.id}' and resolved_at is null`,
      );
      // The provider takes an answer for nine days, and ten more.
      expect(items).toEqual([
        { title: expect.stringMatching(/is disputed; answer until 1\d December 2026$/) },
      ]);
      // Nobody is asked twice for the same answer.
      await world.deliver({ ...word('needs_response', 10), id: `${created.id}_again` });
      expect(await world.itemsOf(paid.quote)).toEqual(['DISPUTE']);
      expect(await office().broken()).toEqual([]);
    },
  );

  test('PM-11: after a part was refunded, the rest is disputed and lost', async () => {
    const paid = await world.paid();
    await world.refund(paid.paymentId, { amount: 12_470 });
    await world.deliver(...disputed(paid, false));
    expect(await world.read(paid.quote)).toMatchObject({
      status: 'OPEN',
      paid: { amount: 0 },
      credited: { amount: 12_470 },
      balance: { amount: 100_000 },
    });
  });

  test('PM-11: what had become credit goes first, and what is nowhere any more is the company’s loss', async () => {
    const paid = await world.paid();
    // All of it refunded by hand, then lost to the bank as well: the customer has it twice.
    await world.refund(paid.paymentId, { method: 'BANK_TRANSFER', reference: 'T 1' });
    const before = await world.read(paid.quote);
    expect(before.status).toBe('VOID');
    await world.deliver(...disputed(paid, false));
    expect(await world.read(paid.quote)).toMatchObject({
      status: 'VOID',
      paid: { amount: 0 },
      customerCredit: { amount: 0 },
      disputes: [{ status: 'LOST' }],
    });
    const lost = await office().rows<{ kind: string; amount: number | string }>(
      `select kind, amount from ledger_entry where dispute_id is not null and payment_id = '${paid.paymentId}' order by kind`,
    );
    expect(lost.map(({ kind: posted, amount }) => [posted, Number(amount)])).toEqual([
      ['DISPUTED', deposit],
      ['DISPUTE_LOST', deposit],
      ['WRITTEN_OFF', deposit],
    ]);
  });

  test('a second end that contradicts the first is for a person, and changes nothing', async () => {
    const paid = await world.paid();
    const events = disputed(paid, false);
    await world.deliver(...events);
    const last = events.at(-1);
    if (last?.data.object.object !== 'dispute') throw new Error('The last word is about the dispute');
    const object = { ...last.data.object, status: 'won' };
    await world.deliver({ ...last, id: `${last.id}_again`, data: { object } });
    expect((await world.read(paid.quote)).disputes).toMatchObject([{ status: 'LOST' }]);
    expect(await world.itemsOf(paid.quote)).toEqual(['DISPUTE', 'DISPUTE']);
  });

  test('a dispute that is heard of before the payment brings the payment with it', async () => {
    const quote = await office().signedQuote();
    const session = await world.openPage(quote);
    world.eventsOf(() => world.provider().checkouts.pay(session));
    const intent = world.provider().checkouts.find(session)?.intent?.id ?? '';
    await world.deliver(...world.eventsOf(() => bank().dispute(intent)));
    expect(await world.read(quote)).toMatchObject({
      status: 'PAID',
      payments: [{ status: 'CONFIRMED', receipt: { number: expect.any(String) } }],
      disputes: [{ status: 'NEEDS_RESPONSE' }],
    });
  });

  test('the evidence is a ZIP of PDFs at an address that staff get and nobody guesses', async () => {
    const paid = await world.paid();
    await world.deliver(...world.eventsOf(() => bank().dispute(paid.intent)));
    const [dispute] = (await world.read(paid.quote)).disputes;
    const { server } = office().app;
    const response = await server.inject({ url: dispute?.evidenceUrl ?? '' });
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="evidence-${dispute?.providerId}.zip"`,
      'cache-control': 'private, no-store',
    });
    const files = unzipSync(new Uint8Array(response.rawPayload));
    const { number } = paid.quote.invoice;
    const receipt = (await world.read(paid.quote)).payments[0]?.receipt?.number;
    expect(Object.keys(files)).toEqual([
      `signed-quote-${paid.quote.number}.pdf`,
      `invoice-${number}.pdf`,
      `receipt-${receipt}.pdf`,
      `payment-log-${number}.pdf`,
    ]);
    for (const bytes of Object.values(files)) {
      expect(Buffer.from(bytes).subarray(0, 4).toString()).toBe('%PDF');
      expect(bytes.length).toBeLessThan(4_500_000);
    }
    const url = dispute?.evidenceUrl ?? '';
    for (const wrong of [url.replace(/proof=./, 'proof=_'), url.split('?')[0] ?? ''])
      expect((await server.inject({ url: wrong })).statusCode).toBe(404);
    office().clock.advance(6 * 60_000);
    expect((await server.inject({ url })).statusCode).toBe(404);
  });

  test('lists disputes for whoever may read', async () => {
    const list = async (open: boolean) =>
      office().make<{ items: { status: string }[] }>(
        'query ($open: Boolean) { disputes(open: $open, first: 100) { items { status reason payment { id } invoice { number } amount { amount } } endCursor } }',
        { open },
        await office().as('BOOKKEEPER'),
      );
    const { items } = await list(true);
    expect(new Set(items.map(({ status }) => status))).toEqual(new Set(['NEEDS_RESPONSE']));
    expect((await list(false)).items.length).toBeGreaterThan(items.length);
  });
});
