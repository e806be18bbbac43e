import { randomInt } from 'node:crypto';
import { type Answered, claim, confirm, issue, outcome, sign, startPayment } from './world-asks.ts';
import { depositOf, sessionOf } from './world-journeys.ts';
import { anOfxFile } from './statements.ts';
import {
  confirmMatch,
  creditInvoice,
  importStatement,
  refundPayment,
  uploadStatement,
  voidInvoice,
} from './world-money.ts';
import type { OpenQuote } from './world-quotes.ts';
import { until, type World } from './world.ts';

/** What the server said yes to: from then on it must never be otherwise. */
export type Acknowledged = {
  signed: { quoteId: string; evidenceHash: string; invoice: string }[];
  /** The provider took the card. */
  paidByCard: string[];
  /** Staff said which line of the bank it was. */
  paidByTransfer: string[];
  /** Staff confirmed cash. */
  paidInCash: string[];
  /** Of those the ones who paid too much: the rest is their credit. */
  overpaid: string[];
  /** Staff gave a part of the money back: by quote. */
  refunded: string[];
  /** Staff credited a part of an open invoice: the number of the credit note. */
  credited: string[];
  /** Staff took an invoice back: its number. */
  voided: string[];
  /** Answers that nobody should ever get. */
  wrong: string[];
};

const noMoney = () => ({ overpaid: [], refunded: [], credited: [], voided: [] });

export type Load = { facts: Acknowledged; stop(): Promise<void> };

const customersAtOnce = 3;
/** Under kill after kill on a busy machine a customer may have to try for long. */
const patience = 180_000;

/** Customers who sign and pay, by card or in cash, one after the other, and try again under the same key when there is no answer. */
export function startLoad(world: World, url: string): Load {
  const facts: Acknowledged = {
    signed: [],
    paidByCard: [],
    paidInCash: [],
    paidByTransfer: [],
    wrong: [],
    ...noMoney(),
  };
  let stopped = false;
  const customers = Array.from({ length: customersAtOnce }, async () => {
    while (!stopped) {
      await oneCustomer(world, url, facts);
      // People take their time; without it the printer has minutes of work left at the end.
      await new Promise((resolve) => setTimeout(resolve, randomInt(900)));
    }
  });
  return {
    facts,
    stop: async () => {
      stopped = true;
      await Promise.all(customers);
    },
  };
}

async function oneCustomer(world: World, url: string, facts: Acknowledged): Promise<void> {
  const quote = await world.office.openQuote();
  const answer = await stubborn(facts, 'PortalQuote', () => sign(url, quote, `signature-of-${quote.id}`));
  const made = answer.data?.['signQuote'] as
    | { acceptance: { evidenceHash: string }; invoices: { number: string }[] }
    | undefined;
  if (made === undefined) return;
  facts.signed.push({
    quoteId: quote.id,
    evidenceHash: made.acceptance.evidenceHash,
    invoice: made.invoices[0]?.number ?? '',
  });
  const how = randomInt(6);
  if (how === 0) await payByCard(world, url, quote, facts);
  if (how === 1 || how === 2) await payInCash(world, url, quote, facts);
  if (how === 3) await takeBack(world, url, quote, facts);
  if (how === 4) await payByTransfer(world, url, quote, facts);
}

async function payByCard(world: World, url: string, quote: OpenQuote, facts: Acknowledged): Promise<void> {
  const answer = await stubborn(facts, 'CheckoutRedirect', () => startPayment(url, quote));
  if (outcome(answer) !== 'CheckoutRedirect') return;
  world.stripe.checkouts.pay(sessionOf(answer));
  facts.paidByCard.push(quote.id);
  if (randomInt(2) === 0) await giveBack(world, url, quote, facts, { method: 'CARD', reference: null });
}

/** Some of the money, when it is confirmed: a credit note says so, and a card gets it through the provider. */
async function giveBack(
  world: World,
  url: string,
  quote: OpenQuote,
  facts: Acknowledged,
  how: object,
): Promise<void> {
  const { db, cookie } = world.office;
  const { id: invoiceId } = await depositOf(world, quote.id);
  const payment = await until(
    'the payment is confirmed',
    () =>
      db.read
        .selectFrom('payment')
        .select('id')
        .where('invoiceId', '=', invoiceId)
        .where('status', '=', 'CONFIRMED')
        .executeTakeFirst(),
    patience,
  );
  const refund = {
    idempotencyKey: `refund-of-${quote.id}`,
    paymentId: payment.id,
    amount: 10_000,
    reason: 'Less work',
    ...how,
  };
  const answer = await stubborn(facts, 'Refund', () => refundPayment(url, cookie, refund));
  if (outcome(answer) === 'Refund') facts.refunded.push(quote.id);
}

/** The money stands on a statement of the bank, and staff say what it is for. */
async function payByTransfer(
  world: World,
  url: string,
  quote: OpenQuote,
  facts: Acknowledged,
): Promise<void> {
  const { db, cookie } = world.office;
  const { id: invoiceId, number, gross } = await depositOf(world, quote.id);
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  const line = {
    id: quote.id,
    day,
    amount: (gross / 100).toFixed(2),
    name: 'Ana Silva',
    memo: String(number),
  };
  const id = await until(
    'the statement is uploaded',
    () => uploadStatement(url, cookie, anOfxFile([line])),
    patience,
  );
  await stubborn(facts, 'BankStatement', () =>
    importStatement(url, cookie, { id, mapping: null, skipProblems: false }),
  );
  const kept = await until(
    'the line is imported',
    () => db.read.selectFrom('bankLine').select('id').where('bankId', '=', quote.id).executeTakeFirst(),
    patience,
  );
  const allocations = [{ invoiceId, amount: gross }];
  const match = { idempotencyKey: `match-of-${quote.id}`, lineIds: [kept.id], allocations, paymentId: null };
  const answer = await stubborn(facts, 'BankLine', () => confirmMatch(url, cookie, match));
  if (outcome(answer) === 'BankLine') facts.paidByTransfer.push(quote.id);
}

/** A part of the deposit is credited; the next stage is issued and taken back. */
async function takeBack(world: World, url: string, quote: OpenQuote, facts: Acknowledged): Promise<void> {
  const { cookie } = world.office;
  const { id: invoiceId } = await depositOf(world, quote.id);
  const credit = { idempotencyKey: `credit-of-${quote.id}`, invoiceId, amount: 5_000, reason: 'A slip' };
  const credited = await stubborn(facts, 'CreditNote', () => creditInvoice(url, cookie, credit));
  if (outcome(credited) === 'CreditNote')
    facts.credited.push(String(credited.data?.['creditInvoice']?.['number']));
  const [, second = ''] = await world.office.stagesOf(quote.id);
  const issued = await stubborn(facts, 'Invoice', () => issue(url, cookie, quote.id, second));
  if (outcome(issued) !== 'Invoice') return;
  const number = String(issued.data?.['issueStageInvoice']?.['number']);
  const { id } = await world.office.db.read
    .selectFrom('invoice')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const taken = await stubborn(facts, 'Invoice', () =>
    voidInvoice(url, cookie, { idempotencyKey: `void-of-${quote.id}`, id, reason: 'Too early' }),
  );
  if (outcome(taken) === 'Invoice') facts.voided.push(number);
}

async function payInCash(world: World, url: string, quote: OpenQuote, facts: Acknowledged): Promise<void> {
  if (randomInt(2) === 0)
    await stubborn(facts, 'PortalInvoice', () => claim(url, quote, `claim-of-${quote.id}`));
  const { id, gross } = await depositOf(world, quote.id);
  const isTooMuch = randomInt(3) === 0;
  const cash = { invoiceId: id, paymentId: null, amount: isTooMuch ? gross + 700 : gross };
  const answer = await stubborn(facts, 'Payment', () =>
    confirm(url, world.office.cookie, cash, `cash-of-${quote.id}`),
  );
  if (outcome(answer) !== 'Payment') return;
  facts.paidInCash.push(quote.id);
  if (isTooMuch) facts.overpaid.push(quote.id);
  if (randomInt(3) === 0) await giveBack(world, url, quote, facts, { method: 'CASH', reference: 'slip 8' });
}

/** Asks until there is an answer. Any answer but the wanted one is wrong, because nothing stands against it. */
async function stubborn(
  facts: Acknowledged,
  wanted: string,
  ask: () => Promise<Answered>,
): Promise<Answered> {
  let answer = await ask();
  await until(
    `the server says ${wanted}`,
    async () => {
      if (outcome(answer) === 'no answer') answer = await ask();
      return outcome(answer) !== 'no answer';
    },
    patience,
  );
  if (outcome(answer) !== wanted) facts.wrong.push(`${wanted}: ${outcome(answer)}`);
  return answer;
}
