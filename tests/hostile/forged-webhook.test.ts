import { randomBytes, randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { signatureOf } from '../../api/src/sandbox/stripe/deliveries.ts';
import { databases } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import { tally } from '../support/world-asks.ts';
import { heldEvents, openCheckout, signedQuote } from '../support/world-journeys.ts';
import { deliver, recordsOf, settled, signed, startWorld } from '../support/world.ts';

const mutants = Number(process.env['MUTANTS'] ?? 500);

type Request = { body: Buffer; signature: string | null };

/** Each takes a genuine request and spoils it. */
const spoilers: ((genuine: { body: string; signature: string }) => Request)[] = [
  ({ body, signature }) => ({ body: flipped(Buffer.from(body)), signature }),
  ({ body, signature }) => ({ body: Buffer.from(`${body} `), signature }),
  ({ body, signature }) => ({ body: Buffer.from(JSON.stringify(JSON.parse(body))), signature }),
  ({ body, signature }) => ({
    body: Buffer.from(body.replace('"amount_total": 112470', '"amount_total": 1')).subarray(1),
    signature,
  }),
  ({ body, signature }) => ({
    body: Buffer.from(body),
    signature: signature.replace(/v1=./u, (start) => (start === 'v1=0' ? 'v1=1' : 'v1=0')),
  }),
  ({ body, signature }) => ({
    body: Buffer.from(body),
    signature: signature.replace(/t=(\d+)/u, (_, t: string) => `t=${Number(t) + 1}`),
  }),
  ({ body, signature }) => ({ body: Buffer.from(body), signature: signature.replace('v1=', 'v0=') }),
  ({ body, signature }) => ({
    body: Buffer.from(body),
    signature: signature.slice(0, randomInt(signature.length)),
  }),
  ({ body, signature }) => ({
    body: Buffer.from(body),
    signature: `${signature.split(',')[0]},${signature}`,
  }),
  ({ body }) => ({ body: Buffer.from(body), signature: null }),
  ({ body }) => ({ body: Buffer.from(body), signature: 't=0,v1=' }),
  ({ body }) => ({ body: Buffer.from(body), signature: signatureOf(body, 'whsec_guessed', now()) }),
  ({ body }) => ({ body: Buffer.from(body), signature: signatureOf(body, '', now()) }),
  // Rightly signed, but of another time: beyond the window on either side.
  ({ body }) => ({
    body: Buffer.from(body),
    signature: signatureOf(body, 'whsec_of_the_hostile_world', now() - 301 - randomInt(9999)),
  }),
  ({ body }) => ({
    body: Buffer.from(body),
    signature: signatureOf(body, 'whsec_of_the_hostile_world', now() + 310 + randomInt(9999)),
  }),
  () => ({ body: randomBytes(200), signature: `t=${now()},v1=${randomBytes(32).toString('hex')}` }),
];

test.each(databases)(
  'WH-01 WH-02: forged and mutated events are refused on %s and leave no trace',
  async (kind) => {
    const world = await startWorld(kind);
    const { url } = await world.server();
    const quote = await signedQuote(world, url);
    const session = await openCheckout(url, quote);
    const completed = heldEvents(world, () => world.stripe.checkouts.pay(session)).at(-1);
    if (completed === undefined) throw new Error('The provider said nothing');

    const statuses: number[] = [];
    // Each is signed when it is sent: what lies minutes ahead comes into the window while others are sent.
    for (let at = 0; at < mutants; at += 50) {
      const some = Array.from({ length: Math.min(50, mutants - at) }, (_, more) =>
        spoilers[(at + more) % spoilers.length]?.(signed(completed)),
      ).filter((one) => one !== undefined);
      statuses.push(...(await Promise.all(some.map((one) => deliver(url, one)))));
    }
    expect(tally(statuses.map(String))).toEqual({ 400: mutants });
    expect(await world.office.db.read.selectFrom('stripeEvent').select('id').execute()).toEqual([]);
    expect(await recordsOf(world, quote.id)).toMatchObject({ confirmed: 0, receipts: 0 });

    // The genuine one still counts: the refusals were not for another reason.
    expect(await deliver(url, signed(completed))).toBe(200);
    expect(await settled(world)).toEqual([]);
    expect(await recordsOf(world, quote.id)).toMatchObject({ confirmed: 1, receipts: 1 });
    const what = 'forged and mutated events of the provider, all answered 400';
    figure({ goal: 'G8', what, on: kind, count: mutants, found: 0 });
    await world.close();
  },
);

const now = (): number => Math.floor(Date.now() / 1000);

function flipped(body: Buffer): Buffer {
  const at = randomInt(body.length);
  body[at] = (body[at] ?? 0) ^ (1 << randomInt(8));
  return body;
}
