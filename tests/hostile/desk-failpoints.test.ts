import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Failpoint } from '../../api/src/failpoint.ts';
import { databases } from '../support/databases.ts';
import { allOrNothing, chosen, deathsOn, placesOf } from '../support/deaths.ts';
import { figure } from '../support/figures.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { anOfxFile } from '../support/statements.ts';
import { type Answered, claim, confirm, outcome, sendFresh } from '../support/world-asks.ts';
import { depositOf, openCheckout, signedQuote } from '../support/world-journeys.ts';
import {
  applyCredit,
  confirmMatch,
  importStatement,
  rejectClaim,
  uploadStatement,
} from '../support/world-money.ts';
import { recordsOf, settled, startWorld, until, type World } from '../support/world.ts';

const mailSecret = 'the-secret-of-the-mail-provider-0123456789';

describe.each(databases)('a process that dies while the office takes in what came, on %s', (kind) => {
  let world: World;
  let healthy: ServerProcess;
  const deaths = deathsOn(() => world);
  const { armed, died } = deaths;
  beforeAll(async () => {
    world = await startWorld(kind);
    healthy = await world.server({ MAIL_WEBHOOK_SECRET: mailSecret });
  });
  afterAll(() => world.close());
  const rows = () => world.office.db.read;
  /** What there is of an invoice and of its customer's credit: everything that must be there once or not at all. */
  const bookOf = async (invoiceId: string) => {
    const { customerId, ...sums } = await rows()
      .selectFrom('invoice')
      .select(['customerId', 'status', 'paid', 'balance'])
      .where('id', '=', invoiceId)
      .executeTakeFirstOrThrow();
    const payments = await rows()
      .selectFrom('payment')
      .select('status')
      .where('invoiceId', '=', invoiceId)
      .execute();
    const credit = await rows()
      .selectFrom('customerCredit')
      .select('amount')
      .where('customerId', '=', customerId)
      .executeTakeFirst();
    const steps = await rows()
      .selectFrom('paymentLog')
      .select('kind')
      .where('invoiceId', '=', invoiceId)
      .execute();
    return {
      ...sums,
      payments: payments.map(({ status }) => status),
      credit: credit?.amount ?? 0,
      steps: steps.length,
    };
  };
  const diesAt = (
    place: Failpoint,
    standing: () => Promise<unknown>,
    ask: (url: string) => Promise<Answered>,
    wanted: string,
  ) => allOrNothing(world, deaths, healthy, { place, standing, ask, wanted });
  const openInvoice = async () => {
    const quote = await signedQuote(world, healthy.url);
    return { quote, invoice: await depositOf(world, quote.id) };
  };
  const pay = async (url: string, invoiceId: string, amount: number, key = `cash-of-${invoiceId}`) =>
    confirm(url, world.office.cookie, { invoiceId, paymentId: null, amount }, key);
  /** The jobs of the outbox are to be done by the process that will die. */
  async function inPlaceOfHealthy(place: Failpoint): Promise<ServerProcess> {
    expect(await settled(world)).toEqual([]);
    expect(await healthy.stop()).toBe(0);
    return armed(place);
  }
  const comesBack = async () => {
    healthy = await world.server({ MAIL_WEBHOOK_SECRET: mailSecret });
  };

  /** A line of the bank that pays the invoice; the ids of the statement and of the line. */
  async function importedLine(invoice: { id: string; gross: number; number: string | null }) {
    const statement = await uploaded(invoice);
    await importStatement(healthy.url, world.office.cookie, statement);
    return until('the line is imported', () => lineOf(invoice.id));
  }
  async function uploaded({
    id,
    gross,
    number,
  }: {
    id: string;
    gross: number;
    number: string | null;
  }): Promise<{ id: string; mapping: null; skipProblems: boolean }> {
    const line = {
      id,
      day: '20260105',
      amount: (gross / 100).toFixed(2),
      name: 'Ana Silva',
      memo: String(number),
    };
    const statement = await uploadStatement(healthy.url, world.office.cookie, anOfxFile([line]));
    return { id: String(statement), mapping: null, skipProblems: false };
  }
  const lineOf = (bankId: string) =>
    rows().selectFrom('bankLine').select(['id', 'status']).where('bankId', '=', bankId).executeTakeFirst();

  test.each(chosen('import.after-lines'))(
    'KL-01: killed at %s, the next process goes on with the statement, and each line is there once',
    async (place) => {
      const { invoice } = await openInvoice();
      const statement = await uploaded(invoice);
      const doomed = await inPlaceOfHealthy(place);
      // It may die before or after it has answered: the worker goes on beside it.
      expect(['BankStatement', 'no answer']).toContain(
        outcome(await importStatement(doomed.url, world.office.cookie, statement)),
      );
      await died(doomed);
      expect(await lineOf(invoice.id)).toBeUndefined();
      await comesBack();
      expect(await settled(world)).toEqual([]);
      const { status, doneCount, newCount } = await rows()
        .selectFrom('bankStatement')
        .selectAll()
        .where('id', '=', statement.id)
        .executeTakeFirstOrThrow();
      expect({ status, doneCount, newCount }).toEqual({ status: 'IMPORTED', doneCount: 1, newCount: 1 });
    },
  );

  test.each(chosen('match.after-lines', 'match.after-payment', 'allocate.after-sums'))(
    'PM-01: killed at %s, a line of the bank pays its invoice all or nothing, and once',
    async (place) => {
      const { invoice } = await openInvoice();
      const line = await importedLine(invoice);
      const match = {
        idempotencyKey: `match-of-${invoice.id}`,
        lineIds: [line.id],
        allocations: [{ invoiceId: invoice.id, amount: invoice.gross }],
        paymentId: null,
      };
      await diesAt(
        place,
        async () => [await bookOf(invoice.id), await lineOf(invoice.id)],
        (url) => confirmMatch(url, world.office.cookie, match),
        'BankLine',
      );
      expect(await bookOf(invoice.id)).toMatchObject({ status: 'PAID', payments: ['CONFIRMED'] });
    },
  );

  test.each(chosen('credit.after-take', 'allocate.after-sums'))(
    'PM-04: killed at %s, a credit is used once, and what was taken is on the invoice',
    async (place) => {
      const paid = await openInvoice();
      expect(outcome(await pay(healthy.url, paid.invoice.id, paid.invoice.gross + 700))).toBe('Payment');
      const { invoice } = await openInvoice();
      const before = await bookOf(invoice.id);
      const ask = (url: string) =>
        applyCredit(url, world.office.cookie, {
          idempotencyKey: `credit-for-${invoice.id}`,
          invoiceId: invoice.id,
          amount: 700,
        });
      await diesAt(place, () => bookOf(invoice.id), ask, 'Invoice');
      expect(await bookOf(invoice.id)).toMatchObject({
        paid: 700,
        balance: before.balance - 700,
        credit: before.credit - 700,
      });
    },
  );

  test.each(chosen('claim.after-payment'))('PM-08: killed at %s, a claim is opened once', async (place) => {
    const { quote, invoice } = await openInvoice();
    const ask = (url: string) => claim(url, quote, `claim-of-${quote.id}`);
    await diesAt(place, () => bookOf(invoice.id), ask, 'PortalInvoice');
    expect(await bookOf(invoice.id)).toMatchObject({ status: 'OPEN', payments: ['CLAIMED'] });
  });

  test.each(chosen('claim.after-reject'))(
    'PM-08: killed at %s, a claim is rejected all or nothing',
    async (place) => {
      const { quote, invoice } = await openInvoice();
      expect(outcome(await claim(healthy.url, quote, `claim-of-${quote.id}`))).toBe('PortalInvoice');
      const { id: paymentId } = await rows()
        .selectFrom('payment')
        .select('id')
        .where('invoiceId', '=', invoice.id)
        .executeTakeFirstOrThrow();
      const ask = (url: string) =>
        rejectClaim(url, world.office.cookie, { paymentId, reason: 'Nothing came' });
      await diesAt(place, () => bookOf(invoice.id), ask, 'Payment');
      expect(await bookOf(invoice.id)).toMatchObject({ status: 'OPEN', payments: ['REJECTED'] });
    },
  );

  test.each(chosen('dispute.after-row', 'dispute.after-move'))(
    'WH-09: killed at %s while it works on a dispute, the next process books it once',
    async (place) => {
      const quote = await signedQuote(world, healthy.url);
      world.stripe.checkouts.pay(await openCheckout(healthy.url, quote));
      await until('the card is confirmed', async () => (await recordsOf(world, quote.id)).confirmed === 1);
      const { reference } = await rows()
        .selectFrom('payment')
        .innerJoin('invoice', 'invoice.id', 'payment.invoiceId')
        .select('payment.reference')
        .where('invoice.quoteId', '=', quote.id)
        .executeTakeFirstOrThrow();
      const doomed = await inPlaceOfHealthy(place);
      const dispute = world.stripe.moneyBack.dispute(String(reference));
      await died(doomed);
      const kept = () =>
        rows()
          .selectFrom('dispute')
          .select(['id', 'status', 'isWithdrawn', 'amount'])
          .where('providerId', '=', dispute?.id ?? '')
          .execute();
      await comesBack();
      await until('the dispute is known', async () => (await kept())[0]?.isWithdrawn === 1);
      expect(await settled(world)).toEqual([]);
      const [row, ...more] = await kept();
      expect(more).toEqual([]);
      expect(row).toMatchObject({ status: 'NEEDS_RESPONSE', amount: dispute?.amount });
      const movements = await rows()
        .selectFrom('ledgerEntry')
        .select('kind')
        .where('disputeId', '=', row?.id ?? '')
        .execute();
      expect(movements).toEqual([{ kind: 'DISPUTED' }]);
      // The next invoices of a client in dispute would wait for a person.
      world.stripe.moneyBack.close(dispute?.id ?? '', true);
      await until('the dispute is won', async () => (await kept())[0]?.status === 'WON');
    },
  );

  test.each(chosen('bounce.after-mark'))(
    'ML-09: killed at %s, a mail that came back is shown once when the report is repeated',
    async (place) => {
      const quote = await world.office.openQuote();
      expect(await settled(world)).toEqual([]);
      const mail = await rows()
        .selectFrom('mail')
        .select(['id', 'messageId'])
        .where('quoteId', '=', quote.id)
        .executeTakeFirstOrThrow();
      const doomed = await armed(place, { MAIL_WEBHOOK_SECRET: mailSecret });
      expect(await report(doomed.url, mail.messageId)).toBe(0);
      await died(doomed);
      const standing = async () => ({
        mail: (
          await rows().selectFrom('mail').select('status').where('id', '=', mail.id).executeTakeFirstOrThrow()
        ).status,
        items: (await rows().selectFrom('reviewItem').select('id').where('subjectId', '=', mail.id).execute())
          .length,
      });
      expect(await standing()).toEqual({ mail: 'ACCEPTED', items: 0 });
      for (const _ of [1, 2]) expect(await report(healthy.url, mail.messageId)).toBe(200);
      expect(await standing()).toEqual({ mail: 'BOUNCED', items: 1 });
      expect(await settled(world)).toEqual([]);
    },
  );
  const report = async (url: string, messageId: string): Promise<number> => {
    const response = await fetch(`${url}/webhooks/mail`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${mailSecret}` },
      body: JSON.stringify({ messageId, type: 'bounce', reason: '550 gone' }),
    }).catch(() => null);
    return response?.status ?? 0;
  };

  test.each(chosen('link.after-mail'))(
    'KL-01: killed at %s, a fresh link is promised all or nothing, and mailed once',
    async (place) => {
      const quote = await world.office.openQuote();
      expect(await settled(world)).toEqual([]);
      const mails = async () => (await recordsOf(world, quote.id)).mails;
      await diesAt(place, mails, (url) => sendFresh(url, world.office.cookie, quote.id), 'Quote');
      expect(await mails()).toEqual(['FRESH_LINK', 'QUOTE_LINK']);
    },
  );

  test('G4: every failpoint of the desk was died at', () => {
    const places = placesOf('desk');
    expect(deaths.places()).toEqual(places.toSorted());
    const what = `SIGKILL at each of ${places.length} named places while statements, claims, disputes and reports come in`;
    figure({ goal: 'G4', what, on: kind, count: deaths.count(), found: 0 });
  });
});
