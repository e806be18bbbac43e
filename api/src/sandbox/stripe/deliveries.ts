import { createHmac } from 'node:crypto';
import type { Collection } from '../journal.ts';
import { seconds } from './objects.ts';
import type { StripeEvent } from './objects.ts';

export type Try = { at: string; status: number | null; error: string | null };

export type KeptEvent = {
  event: StripeEvent;
  state: 'WAITING' | 'HELD' | 'DELIVERED' | 'GIVEN_UP';
  rounds: number;
  tries: Try[];
};

/** How unkind the post is. Changed on the dashboard or by a test. */
export type PostControls = { delayMs: number; copies: number; reversed: boolean; hold: boolean };

export type Deliveries = {
  list(): KeptEvent[];
  emit(events: StripeEvent[]): void;
  /** Posts once more, whatever came of it before. */
  sendAgain(eventId: string): Promise<void>;
  /** Posts all that was held back, in the order in which it happened. */
  releaseHeld(): Promise<void>;
  close(): void;
};

type Post = {
  kept: Collection<KeptEvent>;
  controls: PostControls;
  webhookUrl: string;
  webhookSecret: string;
  retryDelaysMs: readonly number[];
  now(): Date;
};

export function deliveries(post: Post): Deliveries {
  const stop = new AbortController();
  const timers = new Set<NodeJS.Timeout>();
  const later = (ms: number, what: () => Promise<void>): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      // Every failure of posting is kept with its event; what is left is a full disk, which the next request will name.
      what().catch(() => undefined);
    }, ms);
    timers.add(timer);
  };
  const send = async (eventId: string): Promise<void> => {
    const before = post.kept.get(eventId);
    if (!before || stop.signal.aborted) return;
    const tries = await Promise.all(
      Array.from({ length: post.controls.copies }, () => tryOnce(post, before.event, stop.signal)),
    );
    // Aborted by our own end: the next process tries again.
    if (stop.signal.aborted) return;
    const after = afterTries(post.kept.get(eventId) ?? before, tries, post.retryDelaysMs.length);
    post.kept.put(eventId, after);
    if (after.state === 'WAITING') later(post.retryDelaysMs[after.rounds - 1] ?? 0, () => send(eventId));
  };
  const sendAll = async (eventIds: readonly string[]): Promise<void> => {
    for (const eventId of eventIds) await send(eventId);
  };
  for (const { event, state, rounds } of post.kept.list()) {
    if (state === 'WAITING') later(post.retryDelaysMs[Math.max(0, rounds - 1)] ?? 0, () => send(event.id));
  }
  return {
    list: () => post.kept.list(),
    emit: (events) => {
      const { hold, reversed, delayMs } = post.controls;
      for (const event of events)
        post.kept.put(event.id, { event, state: hold ? 'HELD' : 'WAITING', rounds: 0, tries: [] });
      const eventIds = (reversed ? events.toReversed() : events).map(({ id }) => id);
      if (!hold) later(delayMs, () => sendAll(eventIds));
    },
    sendAgain: send,
    releaseHeld: () =>
      sendAll(
        post.kept
          .list()
          .filter(({ state }) => state === 'HELD')
          .map(({ event }) => event.id),
      ),
    close: () => {
      stop.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function afterTries(before: KeptEvent, tries: Try[], mostRounds: number): KeptEvent {
  const rounds = before.rounds + 1;
  const arrived =
    before.state === 'DELIVERED' ||
    tries.some(({ status }) => status !== null && status >= 200 && status < 300);
  const state = arrived ? 'DELIVERED' : rounds > mostRounds ? 'GIVEN_UP' : 'WAITING';
  return { ...before, rounds, state, tries: [...before.tries, ...tries].slice(-50) };
}

async function tryOnce(post: Post, event: StripeEvent, stop: AbortSignal): Promise<Try> {
  const at = post.now();
  // Indented as Stripe's are: whoever checks the signature on the parsed body instead of the raw one fails here.
  const body = JSON.stringify(event, null, 2);
  try {
    const response = await fetch(post.webhookUrl, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signatureOf(body, post.webhookSecret, seconds(at)),
        'user-agent': 'Stripe/1.0 (sandbox stand-in)',
      },
      body,
      signal: AbortSignal.any([stop, AbortSignal.timeout(10_000)]),
    });
    await response.body?.cancel();
    return { at: at.toISOString(), status: response.status, error: null };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return {
      at: at.toISOString(),
      status: null,
      error: cause instanceof Error ? cause.message : String(cause),
    };
  }
}

/** Stripe's scheme: the time and the body, joined by a full stop, under HMAC-SHA-256. */
export function signatureOf(body: string, secret: string, timestamp: number): string {
  return `t=${timestamp},v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}
