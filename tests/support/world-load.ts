import { randomInt } from 'node:crypto';
import { type Answered, claim, confirm, outcome, sign, startPayment } from './world-asks.ts';
import { depositOf, sessionOf } from './world-journeys.ts';
import type { OpenQuote } from './world-quotes.ts';
import { until, type World } from './world.ts';

/** What the server said yes to: from then on it must never be otherwise. */
export type Acknowledged = {
  signed: { quoteId: string; evidenceHash: string; invoice: string }[];
  /** The provider took the card. */
  paidByCard: string[];
  /** Staff confirmed cash. */
  paidInCash: string[];
  /** Answers that nobody should ever get. */
  wrong: string[];
};

export type Load = { facts: Acknowledged; stop(): Promise<void> };

const customersAtOnce = 3;
/** Under kill after kill on a busy machine a customer may have to try for long. */
const patience = 180_000;

/** Customers who sign and pay, by card or in cash, one after the other, and try again under the same key when there is no answer. */
export function startLoad(world: World, url: string): Load {
  const facts: Acknowledged = { signed: [], paidByCard: [], paidInCash: [], wrong: [] };
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
  const how = randomInt(3);
  if (how === 0) await payByCard(world, url, quote, facts);
  if (how === 1) await payInCash(world, url, quote, facts);
}

async function payByCard(world: World, url: string, quote: OpenQuote, facts: Acknowledged): Promise<void> {
  const answer = await stubborn(facts, 'CheckoutRedirect', () => startPayment(url, quote));
  if (outcome(answer) !== 'CheckoutRedirect') return;
  world.stripe.checkouts.pay(sessionOf(answer));
  facts.paidByCard.push(quote.id);
}

async function payInCash(world: World, url: string, quote: OpenQuote, facts: Acknowledged): Promise<void> {
  if (randomInt(2) === 0)
    await stubborn(facts, 'PortalInvoice', () => claim(url, quote, `claim-of-${quote.id}`));
  const { id, gross } = await depositOf(world, quote.id);
  const cash = { invoiceId: id, paymentId: null, amount: gross };
  const answer = await stubborn(facts, 'Payment', () =>
    confirm(url, world.office.cookie, cash, `cash-of-${quote.id}`),
  );
  if (outcome(answer) === 'Payment') facts.paidInCash.push(quote.id);
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
