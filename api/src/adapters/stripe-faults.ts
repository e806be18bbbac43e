import Stripe from 'stripe';
import { GatewayRefused, GatewayUnavailable } from '../ports.ts';

/** What the customer waits at most, all tries together. */
const deadlineMs = 9500;

/** An answer of Stripe's in bounded time, with the SDK's errors in our words. */
export async function asked<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new GatewayUnavailable(`no answer in ${deadlineMs} ms`)), deadlineMs);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    throw inOurWords(error);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Refused only where Stripe surely did nothing and asking again would change nothing. A wrong key counts as unavailable:
 * cards do not work until the owner has mended it, and nothing is known about what was begun under another key.
 * The SDK's own error stays behind, for it carries the request, and with it personal data, into the logs.
 */
function inOurWords(error: unknown): Error {
  if (error instanceof GatewayUnavailable || error instanceof GatewayRefused) return error;
  if (!(error instanceof Stripe.errors.StripeError))
    return new GatewayUnavailable(`no usable answer: ${String(error)}`);
  const words = [error.type, error.code, error.param, error.statusCode, error.requestId]
    .filter(Boolean)
    .join(' ');
  const refused = error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 400;
  return refused ? new GatewayRefused(words) : new GatewayUnavailable(words);
}
