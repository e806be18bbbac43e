import { describe, expect, test } from 'vitest';
import { systemContext } from '../../api/src/context.ts';
import { promiseReconciliation } from '../../api/src/payments/reconcile.ts';
import type { StripeEvent } from '../../api/src/sandbox/stripe/objects.ts';
import { cardWorldOn } from '../support/card-world.ts';
import { companyOn } from '../support/company.ts';
import { type DatabaseKind, databases } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import type { Signed } from '../support/steps.ts';

/** In CI 200 of the 720 orders, half of them on each database; a release takes all of them with 20 seeds, ten for each. */
const cases = Number(process.env['ORDERS'] ?? 100);
const seeds = Array.from({ length: Number(process.env['ORDER_SEEDS'] ?? 1) }, (_, at) => at + 1);
const deposit = 112_470;
const refunded = 20_000;
const wanted = [
  'checkout.session.completed',
  'payment_intent.succeeded',
  'charge.succeeded',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.closed',
];

type Happened = { quote: Signed; events: StripeEvent[] };
type Story = Happened & { isWon: boolean; told: StripeEvent[] };

/** Whether each message came at least once. */
const isLossless = ({ events, told }: Story): boolean => events.every((event) => told.includes(event));

/** What happened at the provider, told in any order: the model knows nothing of messages. */
const model = (isWon: boolean) => ({
  status: isWon ? 'PAID' : 'OPEN',
  paid: { amount: isWon ? deposit - refunded : 0 },
  credited: { amount: refunded },
  balance: { amount: isWon ? 0 : deposit - refunded },
  customerCredit: { amount: 0 },
  payments: [
    {
      status: 'CONFIRMED',
      refunded: { amount: refunded },
      refundable: { amount: isWon ? deposit - refunded : 0 },
      receipt: { number: expect.stringMatching(/^RC-/) },
    },
  ],
  refunds: [{ status: 'SUCCEEDED', amount: { amount: refunded } }],
  creditNotes: [{ totals: { gross: { amount: refunded } } }],
  disputes: [{ status: isWon ? 'WON' : 'LOST' }],
});

/** Each seed has a company of its own: its clock runs on, and no quote of its is valid for ever. */
describe.each(databases)('the order of events on %s', (kind) => {
  describe.each(seeds)('with seed %i', (seed) => {
    ordersOn(kind, seed);
  });
});

function ordersOn(kind: DatabaseKind, seed: number): void {
  // Each database takes orders of its own, as long as there are enough of them, and its own doubles and losses.
  const share = kind === 'sqlite' ? 0 : 1;
  const office = companyOn(kind, 'after each');
  const world = cardWorldOn(office);

  /** A payment, a refund and a dispute at the provider, of which nobody has heard yet. */
  async function happened(isWon: boolean): Promise<Happened> {
    const { checkouts, moneyBack } = world.provider();
    const quote = await office().signedQuote();
    const session = await world.openPage(quote);
    const all = world.eventsOf(() => {
      checkouts.pay(session);
      const intent = checkouts.find(session)?.intent?.id ?? '';
      moneyBack.refundHere(intent, refunded);
      moneyBack.close(moneyBack.dispute(intent)?.id ?? '', isWon);
    });
    const events = wanted.flatMap((type) => all.filter((event) => event.type === type));
    expect(events).toHaveLength(wanted.length);
    return { quote, events };
  }

  /** The same payments in many worlds at once: of each the next message, then the work on all of them. */
  async function deliverAll(told: readonly (readonly StripeEvent[])[]): Promise<void> {
    for (let at = 0; told.some((events) => at < events.length); at += 1) {
      for (const events of told) {
        const event = events[at];
        if (event !== undefined) expect(await world.post(event)).toBe(200);
      }
      await office().settle();
    }
  }

  async function expectTruth({ quote, isWon, told }: Story): Promise<void> {
    // The order stands beside the state, so that a failure can be repeated.
    const order = `seed ${seed}: ${told.map(({ type }) => type).join(', ')}`;
    const seen = { order, ...(await world.read(quote)) };
    expect(seen).toMatchObject({ order, ...model(isWon) });
  }

  test(
    `WH-10: ${cases} orders of six events, doubled and lost, come to what happened`,
    { timeout: 3_600_000 },
    async () => {
      const random = seeded(seed * 7919 + share);
      for (const [run, orders] of chunks(ordersOf(cases, seeded(seed * 7919), share), 20).entries()) {
        // What the ones before were about is no news any more.
        office().clock.advance(2 * 60 * 60_000);
        const stories: Story[] = [];
        for (const order of orders) {
          const isWon = random() < 0.5;
          const story = await happened(isWon);
          const told = order
            .flatMap((at) => story.events[at] ?? [])
            .filter(() => random() >= 0.2)
            .flatMap((event) => (random() < 0.5 ? [event, event] : [event]));
          // A repeat may come at any later time.
          stories.push({ ...story, isWon, told: [...told, ...told.filter(() => random() < 0.3)] });
        }
        await deliverAll(stories.map(({ told }) => told));
        // Of whom everything was heard, nothing needs the provider's list: it would hide a fault of the order.
        for (const story of stories.filter(isLossless)) await expectTruth(story);
        const ctx = await systemContext(office().app.instance, 'test');
        await promiseReconciliation(ctx, `order:${run}`);
        await office().settle();
        for (const story of stories) await expectTruth(story);
      }
      const what = 'orders of six events of the provider, doubled, lost and reconciled, held against a model';
      figure({ goal: 'G7', what, on: kind, count: cases, found: 0 });
    },
  );
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

/** So many different orders of six things, of which each share has its own; all 720 when that many are asked for. */
function ordersOf(number: number, random: () => number, share: number): number[][] {
  const all = permutations([0, 1, 2, 3, 4, 5])
    .map((order) => ({ order, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ order }) => order);
  return [...all, ...all].slice(share * number, share * number + number);
}

function permutations(items: readonly number[]): number[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  );
}

/** Numbers that a seed repeats (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
