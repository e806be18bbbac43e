import { describe, expect, test } from 'vitest';
import { cardWorldOn, type Seen } from '../support/card-world.ts';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { creditInvoice, portalInvoice, voidInvoice, writeOffInvoice } from '../support/operations.ts';
import { aKey, type Signed } from '../support/steps.ts';

const deposit = 112_470;

describe.each(databases)('the webhook on %s', (kind) => {
  const office = companyOn(kind);
  const world = cardWorldOn(office);
  const cash = cashDesk(office);
  const pay = (session: string) => world.eventsOf(() => world.provider().checkouts.pay(session));
  async function onPage(): Promise<{ quote: Signed; session: string }> {
    const quote = await office().signedQuote();
    return { quote, session: await world.openPage(quote) };
  }
  const outcomesOf = async (...ids: string[]) =>
    office().rows<{ type: string; outcome: string | null }>(
      `select type, outcome from stripe_event where id in (${ids.map((id) => `'${id}'`).join(', ')}) order by id`,
    );
  const receiptsOf = async ({ invoice }: Signed) => {
    const [row] = await office().rows<{ n: number | string }>(
      `select count(*) as n from receipt where invoice_id = '${invoice.id}'`,
    );
    return Number(row?.n);
  };
  const correct = async (document: string, quote: Signed) =>
    office().make(
      document,
      { input: { idempotencyKey: aKey(), id: quote.invoice.id, reason: 'A mistake' } },
      await office().as('OWNER'),
    );

  test('WH-03: a genuine event that was worked on, posted a hundred times again, is answered yes and changes nothing', async () => {
    const { quote, session } = await onPage();
    const events = pay(session);
    await world.deliver(...events);
    const before = await world.read(quote);
    office().clock.advance(299_000);
    const again = events.at(-1) ?? {};
    const statuses = await Promise.all(Array.from({ length: 100 }, () => world.post(again)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    await office().settle();
    expect(await world.read(quote)).toEqual(before);
    expect(await receiptsOf(quote)).toBe(1);
  });

  test.each<[string, string, object]>([
    ['of the other mode', 'another mode', { livemode: true }],
    ['of another account', 'another account', { account: 'acct_other' }],
    ['of another version', 'another version', { api_version: '2020-08-27' }],
    ['without a version', 'another version', { api_version: null }],
  ])(
    'WH-06: an event %s is kept as ignored, told to staff, and has no effect',
    async (_what, reason, changes) => {
      const { quote, session } = await onPage();
      const events = pay(session).map((event) => ({ ...event, ...changes }));
      await world.deliver(...events);
      expect(
        new Set((await outcomesOf(...events.map(({ id }) => id))).map(({ outcome }) => outcome)),
      ).toEqual(new Set([`ignored: ${reason}`]));
      expect(await world.read(quote)).toMatchObject({ status: 'OPEN', payments: [{ status: 'STARTED' }] });
      const items = await office().rows<{ kind: string }>(
        `select kind from review_item where dedupe_key like 'provider-message:${reason}:%'`,
      );
      expect(items).toEqual([{ kind: 'PROVIDER_MESSAGE' }]);
    },
  );

  test('WH-07: unknown kinds, unknown fields and missing ones are kept and break nothing', async () => {
    const { quote, session } = await onPage();
    const [event] = pay(session);
    if (event === undefined) throw new Error('The provider said nothing');
    const objects: [string, unknown][] = [
      ['invented.tomorrow', { deep: { er: [1, null] } }],
      ['checkout.session.completed', {}],
      ['checkout.session.completed', { id: 7, amount_total: 'much', payment_status: 'paid', metadata: [] }],
      ['charge.refunded', { payment_intent: null }],
      ['charge.dispute.created', { status: 'needs_response' }],
      ['charge.dispute.closed', { id: 'du_x', created: 1, status: 'unheard_of' }],
      ['refund.updated', { id: 're_x', status: 'succeeded', payment_intent: 'pi_unknown' }],
      ['payment_intent.succeeded', null],
    ];
    const events = objects.map(([type, object], at) => ({
      ...event,
      id: `evt_odd_${kind}_${at}`,
      type,
      data: { object },
      brand_new: true,
    }));
    for (const odd of events) expect(await world.post(odd)).toBe(200);
    const noData = {
      ...event,
      id: `evt_bare_${kind}`,
      type: 'x',
      data: undefined,
      pending_webhooks: undefined,
    };
    expect(await world.post(noData)).toBe(200);
    await office().settle();
    const kept = await outcomesOf(...events.map(({ id }) => id), noData.id);
    expect(kept).toHaveLength(objects.length + 1);
    expect(kept.every(({ outcome }) => outcome !== null)).toBe(true);
    expect(await world.read(quote)).toMatchObject({ status: 'OPEN' });
    await office().tamper(`update review_item set resolved_at = created_at where kind = 'UNALLOCATED_MONEY'`);
  });

  test('WH-08: while the database is away the answer is an error and nothing counts as worked on; sent again it counts', async () => {
    const { quote, session } = await onPage();
    const events = pay(session);
    const { instance } = office().app;
    const { db } = instance;
    instance.db = { ...db, transaction: () => Promise.reject(new Error('The database is away')) };
    for (const event of events) expect(await world.post(event)).toBeGreaterThanOrEqual(500);
    instance.db = db;
    expect(await outcomesOf(...events.map(({ id }) => id))).toEqual([]);
    expect(await world.read(quote)).toMatchObject({ status: 'OPEN' });
    await world.deliver(...events);
    expect(await world.read(quote)).toMatchObject({ status: 'PAID' });
  });

  describe('WH-12: paid exactly once', () => {
    const comeBack = (quote: Signed) => office().make<{ status: string }>(portalInvoice, {}, quote.link);
    const once = async (quote: Signed) => {
      const { status, paid, payments }: Seen = await world.read(quote);
      expect([status, paid.amount, payments.length, await receiptsOf(quote)]).toEqual([
        'PAID',
        deposit,
        1,
        1,
      ]);
    };
    test('webhook before the customer is back', async () => {
      const { quote, session } = await onPage();
      await world.deliver(...pay(session));
      expect(await comeBack(quote)).toMatchObject({ status: 'PAID' });
      await once(quote);
    });
    test('the customer is back before the webhook', async () => {
      const { quote, session } = await onPage();
      const events = pay(session);
      expect(await comeBack(quote)).toMatchObject({ status: 'OPEN' });
      await world.deliver(...events);
      await once(quote);
    });
    test('the customer is back and no webhook ever comes: the provider is asked, not the address', async () => {
      const { quote, session } = await onPage();
      const lost = pay(session);
      expect(await comeBack(quote)).toMatchObject({ status: 'OPEN' });
      office().clock.advance(11 * 60_000);
      await office().settle();
      await once(quote);
      await world.deliver(...lost);
      await once(quote);
    });
    test('the webhook alone', async () => {
      const { quote, session } = await onPage();
      await world.deliver(...pay(session));
      await once(quote);
    });
    test('both at once', async () => {
      const { quote, session } = await onPage();
      const events = pay(session);
      await Promise.all([...events, ...events].flatMap((event) => [world.post(event), comeBack(quote)]));
      await office().settle();
      await once(quote);
    });
  });

  test('WH-13: a return address that somebody made up pays nothing', async () => {
    const { quote } = await onPage();
    const other = await onPage();
    await world.deliver(...pay(other.session));
    for (const forged of [`session_id=${other.session}`, 'from=checkout&status=paid', 'from=checkout']) {
      await office().app.server.inject({ url: `/i/?${forged}` });
      expect(await office().make<object>(portalInvoice, {}, quote.link)).toMatchObject({ status: 'OPEN' });
    }
    expect(await world.read(quote)).toMatchObject({ status: 'OPEN', paid: { amount: 0 } });
  });

  describe('WH-17: money for an invoice that wants none is the customer’s credit and a task, and brings nothing back', () => {
    const cases: [string, string, (quote: Signed) => Promise<unknown>, number][] = [
      ['VOID', 'VOID', (quote) => correct(voidInvoice, quote), 0],
      ['given up', 'UNCOLLECTIBLE', (quote) => correct(writeOffInvoice, quote), 0],
      ['paid in cash meanwhile', 'PAID', (quote) => cash.confirm(quote), 1],
    ];
    test.each(cases)('%s', async (_what, status, end, receipts) => {
      const { quote, session } = await onPage();
      const events = pay(session);
      await end(quote);
      await office().settle();
      await world.deliver(...events, ...events);
      expect(await world.read(quote)).toMatchObject({
        status,
        balance: { amount: 0 },
        customerCredit: { amount: deposit },
      });
      expect(await receiptsOf(quote)).toBe(receipts);
      expect(await world.itemsOf(quote)).toEqual(['OVERPAYMENT']);
      expect((await world.book(quote))['OVERPAID']).toBe(deposit);
    });
  });

  describe('PM-06: a credit note while a page is open', () => {
    const creditAll = async (quote: Signed) =>
      office().make(
        creditInvoice,
        {
          input: {
            idempotencyKey: aKey(),
            invoiceId: quote.invoice.id,
            amount: 12_470,
            lines: null,
            reason: 'Less work',
          },
        },
        await office().as('OWNER'),
      );
    test('closes the page, and the next one asks for what is left', async () => {
      const { quote, session } = await onPage();
      await creditAll(quote);
      await office().settle();
      expect(world.provider().checkouts.find(session)?.session.status).toBe('expired');
      const next = await world.openPage(quote);
      expect(world.provider().checkouts.find(next)?.session.amount_total).toBe(100_000);
      await world.deliver(...pay(next));
      expect(await world.read(quote)).toMatchObject({ status: 'PAID', customerCredit: { amount: 0 } });
    });
    test('that was paid in the same moment is paid too much: the rest is credit', async () => {
      const { quote, session } = await onPage();
      const events = pay(session);
      await creditAll(quote);
      await office().settle();
      await world.deliver(...events);
      expect(await world.read(quote)).toMatchObject({
        status: 'PAID',
        paid: { amount: 100_000 },
        customerCredit: { amount: 12_470 },
      });
      expect(await world.itemsOf(quote)).toEqual(['OVERPAYMENT']);
    });
  });

  test('PM-01: two tabs are one page, and a page that was given up and is paid all the same is credit', async () => {
    const { quote, session } = await onPage();
    expect(await world.openPage(quote)).toBe(session);
    // The page ran out here, not at the provider.
    office().clock.advance(22.99 * 3_600_000);
    const second = await world.openPage(quote);
    expect(second).not.toBe(session);
    const events = [...pay(second), ...pay(session)];
    await world.deliver(...events);
    expect(await world.read(quote)).toMatchObject({
      status: 'PAID',
      paid: { amount: deposit },
      customerCredit: { amount: deposit },
    });
    expect((await world.read(quote)).payments.map(({ status }) => status)).toEqual([
      'CONFIRMED',
      'CONFIRMED',
    ]);
    expect(await receiptsOf(quote)).toBe(1);
    expect(await world.itemsOf(quote)).toEqual(['OVERPAYMENT']);
  });

  test('PM-07: five declines and a challenge that nobody answers leave the invoice open, each try in the log, and no mail', async () => {
    const { quote, session } = await onPage();
    const { checkouts } = world.provider();
    const mails = async () =>
      (await office().rows(`select id from mail where invoice_id = '${quote.invoice.id}'`)).length;
    const before = await mails();
    const tries = world.eventsOf(() => {
      for (let at = 0; at < 4; at += 1) checkouts.decline(session);
      checkouts.challenge(session);
      checkouts.answerChallenge(session, false);
      checkouts.challenge(session);
    });
    await world.deliver(...tries);
    const seen = await world.read(quote);
    expect(seen).toMatchObject({
      status: 'OPEN',
      payments: [{ status: 'STARTED', failure: 'The bank could not confirm that it is you.', receipt: null }],
    });
    expect(seen.log.filter(({ kind: step }) => step === 'PAYMENT_FAILED').map(({ note }) => note)).toEqual([
      ...Array.from({ length: 4 }, () => 'Your card was declined.'),
      'The bank could not confirm that it is you.',
    ]);
    expect(await world.itemsOf(quote)).toEqual(['PAYMENT_FAILED']);
    expect(await mails()).toBe(before);
    expect(await world.openPage(quote)).toBe(session);
  });
});
