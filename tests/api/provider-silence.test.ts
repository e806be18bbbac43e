import { describe, expect, test } from 'vitest';
import { systemContext } from '../../api/src/context.ts';
import { lookAfterCards } from '../../api/src/payments/look-after-cards.ts';
import { promiseReconciliation } from '../../api/src/payments/reconcile.ts';
import { cardWorldOn } from '../support/card-world.ts';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { portalInvoice } from '../support/operations.ts';
import type { Signed } from '../support/steps.ts';

const hour = 60 * 60_000;
const deposit = 112_470;
let reconciliations = 0;

describe.each(databases)('a provider that is silent on %s', (kind) => {
  const office = companyOn(kind);
  const world = cardWorldOn(office);
  const cash = cashDesk(office);
  const sessionsOf = ({ invoice }: Signed) =>
    world
      .provider()
      .checkouts.list()
      .filter(({ session }) => session.metadata['invoiceId'] === invoice.id);
  const context = () => systemContext(office().app.instance, 'test');
  /** What every minute brings. */
  async function minutes(number: number): Promise<void> {
    office().clock.advance(number * 60_000);
    await lookAfterCards(await context());
    await office().settle();
  }
  async function reconcile(): Promise<void> {
    await promiseReconciliation(await context(), `test:${(reconciliations += 1)}`);
    await office().settle();
  }
  const mood = (api: ReturnType<typeof world.provider>['controls']['api']) => {
    world.provider().controls.api = api;
  };

  test.each(['error', 'garbage'] as const)(
    'ST-01: no usable answer (%s) is an outcome that is not known: kept, logged, and one payment for ever so many clicks',
    async (trouble) => {
      const quote = await office().signedQuote();
      mood(trouble);
      const answers = [await world.start(quote), await world.start(quote)];
      expect(answers).toMatchObject([{ code: 'PROVIDER_UNAVAILABLE' }, { code: 'PROVIDER_UNAVAILABLE' }]);
      const seen = await world.read(quote);
      expect(seen.payments.map(({ status }) => status)).toEqual(['UNKNOWN']);
      expect(seen.log.map(({ kind: step }) => step)).toEqual(['INVOICE_ISSUED', 'CHECKOUT_UNKNOWN']);
      mood('normal');
      await minutes(3);
      expect((await world.read(quote)).payments.map(({ status }) => status)).toEqual(['STARTED']);
      expect(sessionsOf(quote)).toHaveLength(1);
      expect(await world.openPage(quote)).toBe(sessionsOf(quote)[0]?.session.id);
    },
  );

  test('ST-01: a page that was opened before the line broke is found again and no second one is opened', async () => {
    const quote = await office().signedQuote();
    mood('reset');
    await world.start(quote);
    expect(sessionsOf(quote)).toHaveLength(1);
    mood('normal');
    await minutes(3);
    const session = await world.openPage(quote);
    expect(sessionsOf(quote).map((kept) => kept.session.id)).toEqual([session]);
    await world.deliver(...world.eventsOf(() => world.provider().checkouts.pay(session)));
    expect(await world.read(quote)).toMatchObject({ status: 'PAID' });
  });

  test.each(['error', 'garbage', 'reset', 'hang'] as const)(
    'ST-01: a page that has to be closed while the provider is in trouble (%s) is closed when it is back',
    { timeout: 200_000 },
    async (trouble) => {
      const quote = await office().signedQuote();
      const session = await world.openPage(quote);
      mood(trouble);
      await cash.confirm(quote);
      await office().settle();
      expect(await world.read(quote)).toMatchObject({ status: 'PAID' });
      mood('normal');
      await minutes(60);
      expect(sessionsOf(quote).map((kept) => [kept.session.id, kept.session.status])).toEqual([
        [session, 'expired'],
      ]);
    },
  );

  test.each([24, 30])(
    'ST-02: after %i hours of silence the provider is asked what it knows before a key is used again',
    async (hours) => {
      const lost = await office().signedQuote();
      const never = await office().signedQuote();
      mood('reset');
      await world.start(lost);
      mood('error');
      await world.start(never);
      office().clock.advance(hours * hour);
      await lookAfterCards(await context());
      expect((await world.read(lost)).payments.map(({ status }) => status)).toEqual(['UNKNOWN']);
      mood('normal');
      await minutes(1);
      // The page of the first was never seen and is over; there was none of the second.
      expect((await world.read(lost)).payments.map(({ status }) => status)).toEqual(['EXPIRED']);
      expect((await world.read(never)).payments).toMatchObject([
        { status: 'FAILED', failure: 'The payment page was never opened.' },
      ]);
      expect([sessionsOf(lost).length, sessionsOf(never).length]).toEqual([1, 0]);
      for (const quote of [lost, never]) {
        const session = await world.openPage(quote);
        await world.deliver(...world.eventsOf(() => world.provider().checkouts.pay(session)));
        expect(await world.read(quote)).toMatchObject({ status: 'PAID', paid: { amount: deposit } });
      }
    },
  );

  test('ST-02: a click after the long silence asks first as well', async () => {
    const quote = await office().signedQuote();
    mood('reset');
    await world.start(quote);
    mood('normal');
    office().clock.advance(30 * hour);
    const session = await world.openPage(quote);
    expect(sessionsOf(quote)).toHaveLength(2);
    expect((await world.read(quote)).payments.map(({ status }) => status)).toEqual(['STARTED', 'EXPIRED']);
    expect(
      sessionsOf(quote)
        .filter((kept) => kept.session.status === 'open')
        .map((kept) => kept.session.id),
    ).toEqual([session]);
  });

  test('ST-02: a page that was paid behind the long silence is found by the click, and no second one is opened', async () => {
    const quote = await office().signedQuote();
    mood('reset');
    await world.start(quote);
    mood('normal');
    world.eventsOf(() => world.provider().checkouts.pay(sessionsOf(quote)[0]?.session.id ?? ''));
    office().clock.advance(30 * hour);
    expect(await world.start(quote)).toMatchObject({ code: 'INVOICE_NOT_PAYABLE' });
    expect(await world.read(quote)).toMatchObject({ status: 'PAID', paid: { amount: deposit } });
    expect(sessionsOf(quote)).toHaveLength(1);
  });

  test('ST-02: money goes back once, however long the silence', async () => {
    const { quote, intent, paymentId } = await world.paid();
    mood('reset');
    await world.refund(paymentId);
    office().clock.advance(30 * hour);
    await lookAfterCards(await context());
    mood('normal');
    await minutes(3);
    expect((await world.read(quote)).refunds).toMatchObject([{ status: 'SUCCEEDED' }]);
    const made = world.provider().moneyBack.refunds();
    expect(made.filter(({ payment_intent: of }) => of === intent)).toHaveLength(1);
  });

  test.each(['revoked', 'forbidden'] as const)(
    'ST-03: a key that is %s hides the card, shows in the health and is told to staff; when it is mended the card is back',
    async (trouble) => {
      const quote = await office().signedQuote();
      const methods = async () =>
        (await office().make<{ methods: string[] }>(portalInvoice, {}, quote.link)).methods;
      const health = async () => (await office().app.server.inject({ url: '/readyz' })).json<object>();
      expect(await methods()).toContain('CARD');
      mood(trouble);
      expect(await world.start(quote)).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
      expect(await methods()).toEqual(['BANK_TRANSFER', 'CASH']);
      expect(await health()).toEqual({ ok: true, cards: 'KEY_REFUSED' });
      expect(await world.start(quote)).toMatchObject({ code: 'METHOD_UNAVAILABLE' });
      await minutes(1);
      const items = await office().rows(
        `select id from review_item where kind = 'PROVIDER_MESSAGE' and title like '%our key%' and resolved_at is null`,
      );
      expect(items).toHaveLength(1);
      mood('normal');
      await minutes(2);
      expect(await methods()).toContain('CARD');
      expect(await health()).toEqual({ ok: true, cards: 'WORKS' });
      await office().tamper(`delete from review_item where kind = 'PROVIDER_MESSAGE'`);
    },
  );

  test('WH-14: four days without webhooks lose nothing, and the late ones change nothing', async () => {
    const { checkouts, moneyBack } = world.provider();
    const quotes: Signed[] = [];
    const sessions: string[] = [];
    for (let at = 0; at < 4; at += 1) {
      const quote = await office().signedQuote();
      quotes.push(quote);
      sessions.push(await world.openPage(quote));
    }
    const [toPay = '', toRefund = '', toLose = '', toDecline = ''] = sessions;
    const missed = world.eventsOf(() => {
      for (const session of [toPay, toRefund, toLose]) checkouts.pay(session);
      checkouts.decline(toDecline);
      moneyBack.refundHere(checkouts.find(toRefund)?.intent?.id ?? '', 12_470);
      const dispute = moneyBack.dispute(checkouts.find(toLose)?.intent?.id ?? '');
      moneyBack.close(dispute?.id ?? '', false);
    });
    office().clock.advance(4 * 24 * hour);
    await reconcile();
    const [paid, refunded, lost, declined] = quotes.map((quote) => world.read(quote));
    expect(await paid).toMatchObject({ status: 'PAID', paid: { amount: deposit } });
    expect(await refunded).toMatchObject({
      credited: { amount: 12_470 },
      refunds: [{ status: 'SUCCEEDED' }],
    });
    expect(await lost).toMatchObject({ status: 'OPEN', disputes: [{ status: 'LOST' }] });
    expect(await declined).toMatchObject({ status: 'OPEN' });
    const before = await Promise.all(quotes.map((quote) => world.read(quote)));
    await world.deliver(...missed);
    await reconcile();
    expect(await Promise.all(quotes.map((quote) => world.read(quote)))).toEqual(before);
    const receipts = await office().rows<{ n: number | string }>(
      `select count(*) as n from receipt where invoice_id in (${quotes.map(({ invoice }) => `'${invoice.id}'`).join(', ')})`,
    );
    expect(Number(receipts[0]?.n)).toBe(3);
  });

  test('WH-14: events of an account that speaks another version are a hint to ask, and what they tell is not believed', async () => {
    const { quote, intent } = await world.paid();
    const events = world.eventsOf(() => world.provider().moneyBack.refundHere(intent, 1000));
    for (const event of events) event.api_version = '2020-08-27';
    // The stand-in lists them as they were written.
    for (const { event } of world.provider().deliveries.list())
      if (events.some(({ id }) => id === event.id)) event.api_version = '2020-08-27';
    await reconcile();
    expect(await world.read(quote)).toMatchObject({
      credited: { amount: 1000 },
      refunds: [{ status: 'SUCCEEDED', requestedBy: 'Stripe' }],
    });
    const outcomes = await office().rows<{ outcome: string }>(
      `select distinct outcome from stripe_event where id in (${events.map(({ id }) => `'${id}'`).join(', ')})`,
    );
    expect(outcomes).toEqual([{ outcome: 'ignored: another version' }]);
  });

  test('WH-14: a page that the provider does not know, of its test mode for instance, keeps nobody from asking about the others', async () => {
    const [gone, paid] = [await office().signedQuote(), await office().signedQuote()];
    const session = await world.openPage(gone);
    await office().tamper(
      `update payment set session_id = 'cs_of_test_mode' where session_id = '${session}'`,
    );
    const toPay = await world.openPage(paid);
    const events = world.eventsOf(() => world.provider().checkouts.pay(toPay));
    // What the list says is not believed, so that only asking is left.
    for (const { event } of world.provider().deliveries.list())
      if (events.some(({ id }) => id === event.id)) event.api_version = '2020-08-27';
    await reconcile();
    expect(await world.read(paid)).toMatchObject({ status: 'PAID', paid: { amount: deposit } });
    expect(await world.read(gone)).toMatchObject({ status: 'OPEN', payments: [{ status: 'STARTED' }] });
  });

  test('PM-05: a page that the provider does not know keeps no other page of the invoice open, and is tried again', async () => {
    const quote = await office().signedQuote();
    const first = await world.openPage(quote);
    // Its amount is not the open one any more, so the next click opens another page.
    await cash.confirm(quote, { amount: 470 });
    const second = await world.openPage(quote);
    await office().settle();
    // What the provider did not hear of when the first page was given up.
    await office().tamper(
      `update payment set session_id = 'cs_of_another_account' where session_id = '${first}'`,
    );
    await cash.confirm(quote, { amount: 112_000 });
    await office().settle();
    expect(await world.read(quote)).toMatchObject({ status: 'PAID' });
    const [open] = sessionsOf(quote).filter(({ session }) => session.id === second);
    expect(open?.session.status).toBe('expired');
    const jobs = await office().rows<{ last_error: string }>(
      `select last_error from job where name = 'expire-checkouts' and done_at is null and payload like '%${quote.invoice.id}%'`,
    );
    expect(jobs).toMatchObject([{ last_error: expect.stringContaining('404') }]);
  });

  test('ST-02: a payment that the provider cannot tell about holds up none of the others, and is for a person after a day', async () => {
    const [stuck, lost] = [await office().signedQuote(), await office().signedQuote()];
    mood('reset');
    await world.start(stuck);
    await world.start(lost);
    mood('normal');
    const [kept] = sessionsOf(stuck);
    if (kept === undefined) throw new Error('The page was opened before the line broke');
    kept.session.status = 'a word of tomorrow' as never;
    office().clock.advance(24 * hour);
    await minutes(1);
    await minutes(1);
    expect((await world.read(lost)).payments.map(({ status }) => status)).toEqual(['EXPIRED']);
    expect((await world.read(stuck)).payments.map(({ status }) => status)).toEqual(['UNKNOWN']);
    expect(await world.itemsOf(stuck)).toEqual(['PAYMENT_FAILED']);
  });
});
