import type Stripe from 'stripe';
import type { GatewayEvent } from '../ports.ts';
import { factOfEvent } from './stripe-facts.ts';
import { moneyBackOfEvent } from './stripe-money-back.ts';
import { unknownStateOfEvent } from './stripe-unknown.ts';
import { apiVersion } from './stripe-version.ts';

const toleranceSeconds = 300;

/** The part of the SDK that checks signatures. */
type Webhooks = Pick<Stripe['webhooks'], 'constructEvent'>;

/**
 * The event in a webhook request, or null. The SDK judges the signature; the time is ours to judge, because the SDK
 * takes any time in the future, so a forger with one leaked signature could use it for ever.
 */
export function readSignedEvent(
  webhooks: Webhooks,
  secrets: readonly string[],
  request: { rawBody: Buffer; signature: string; now: Date },
): GatewayEvent | null {
  if (!isTimely(request.signature, request.now)) return null;
  const body = request.rawBody.toString('utf8');
  // The SDK signs the decoded text. Bytes that are not that text exactly were never signed.
  if (!Buffer.from(body, 'utf8').equals(request.rawBody)) return null;
  for (const secret of secrets) {
    const event = verified(webhooks, { body, signature: request.signature, secret, now: request.now });
    if (event) return event;
  }
  return null;
}

/** One time of signing, written plainly, and within the window on both sides. */
function isTimely(signature: string, now: Date): boolean {
  if (signature.length > 4096) return false;
  const times = signature.split(',').filter((part) => part.trim().startsWith('t='));
  const digits = times.length === 1 ? /^t=(\d{1,12})$/u.exec(times[0] ?? '')?.[1] : undefined;
  if (digits === undefined) return false;
  return Math.abs(Math.floor(now.getTime() / 1000) - Number(digits)) <= toleranceSeconds;
}

type Signed = { body: string; signature: string; secret: string; now: Date };

function verified(webhooks: Webhooks, { body, signature, secret, now }: Signed): GatewayEvent | null {
  try {
    const event: unknown = webhooks.constructEvent(
      body,
      signature,
      secret,
      toleranceSeconds,
      undefined,
      now.getTime(),
    );
    return gatewayEvent(event);
  } catch {
    // Wrong signature, or signed text that is no event: the sender learns no more than that it was not taken.
    return null;
  }
}

/** What Stripe calls an event, in our words; null for what is none. */
export function gatewayEvent(event: unknown): GatewayEvent | null {
  if (typeof event !== 'object' || event === null) return null;
  const { id, type, created, livemode, data, account, api_version } = event as Partial<
    Record<string, unknown>
  >;
  if (typeof id !== 'string' || id === '' || typeof type !== 'string' || !Number.isSafeInteger(created))
    return null;
  const object: unknown = typeof data === 'object' && data !== null && 'object' in data ? data.object : null;
  return {
    id,
    type,
    createdAt: new Date(Number(created) * 1000),
    live: livemode === true,
    // A connected account's event names it; ours names none.
    foreign: account != null ? 'ACCOUNT' : api_version !== apiVersion ? 'VERSION' : null,
    fact: factOfEvent(type, object),
    moneyBack: moneyBackOfEvent(type, object),
    unknownState: unknownStateOfEvent(type, object),
  };
}
