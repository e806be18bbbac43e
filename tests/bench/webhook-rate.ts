import { openDatabase } from '../../api/src/db/database.ts';
import { signatureOf } from '../../api/src/sandbox/stripe/deliveries.ts';
import { drive } from './drive.ts';
import type { Figures } from './measure.ts';
import { residentMegabytes } from './process-figures.ts';
import { withServer } from './with-server.ts';

const webhookSecret = 'whsec_of_the_bench';
/** 2,000 a second for 30 seconds (WH-18). */
const events = 60_000;
const clients = 64;

/**
 * Events of the provider, signed one by one, each kept and its work promised before it is answered. None may be lost, and they
 * must not pile up in memory. The work on them goes on beside.
 */
export async function webhookRate(file: string): Promise<Figures> {
  const env = {
    STRIPE_SECRET_KEY: 'sk_test_bench',
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    // Nothing is asked of the provider here; nobody listens.
    STRIPE_API_BASE: 'http://127.0.0.1:9',
  };
  const figures = await withServer(file, env, async ({ url, pid }) => {
    const idle = residentMegabytes(pid);
    let at = 0;
    const warm = times(2000, () => request((at += 1)));
    await drive(url, { clients, next: warm, check: isReceived });
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, residentMegabytes(pid))), 200);
    const { perSecond, p50, p99 } = await drive(url, {
      clients,
      next: times(events, () => request((at += 1))),
      check: isReceived,
    });
    clearInterval(watch);
    return {
      'webhook.perSecond': perSecond,
      'webhook.p50': p50,
      'webhook.p99': p99,
      'webhook.grown': most - idle,
    };
  });
  const db = await openDatabase(`sqlite:${file}`);
  const kept = await db.read
    .selectFrom('stripeEvent')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  await db.close();
  return { ...figures, 'webhook.lost': 2000 + events - Number(kept.n) };
}

function times(count: number, next: () => Buffer): () => Buffer | null {
  let left = count;
  return () => ((left -= 1) < 0 ? null : next());
}

function isReceived(body: string): void {
  if (!body.includes('"received":true')) throw new Error(`Not taken: ${body.slice(0, 300)}`);
}

/** What another till of the same account took: the whole way of an event, without a payment of ours at its end. */
function request(at: number): Buffer {
  const now = Math.floor(Date.now() / 1000);
  const event = {
    id: `evt_bench_${at}`,
    object: 'event',
    api_version: '2026-10-28.endive',
    created: now,
    type: 'payment_intent.succeeded',
    livemode: false,
    data: {
      object: {
        id: `pi_bench_${at}`,
        object: 'payment_intent',
        amount: 112_470,
        amount_received: 112_470,
        currency: 'aud',
        metadata: {},
        status: 'succeeded',
      },
    },
  };
  const body = JSON.stringify(event, null, 2);
  const head = [
    'POST /webhooks/stripe HTTP/1.1',
    'host: localhost',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    `stripe-signature: ${signatureOf(body, webhookSecret, now)}`,
    '',
    '',
  ].join('\r\n');
  return Buffer.from(head + body);
}
