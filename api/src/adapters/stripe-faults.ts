import Stripe from 'stripe';
import { GatewayRefused, GatewayUnavailable } from '../ports.ts';
import type { HealthRecord } from './stripe-health.ts';

/** What the customer waits at most, all tries together. */
const deadlineMs = 9500;

/** Asks Stripe in bounded time, with the SDK's errors in our words. */
export type Asked = <T>(answer: Promise<T>) => Promise<T>;

/** The same for a connection whose health is kept. */
export const askedWith =
  (health: HealthRecord): Asked =>
  async (answer) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new GatewayUnavailable(`no answer in ${deadlineMs} ms`)), deadlineMs);
    });
    try {
      const value = await Promise.race([answer, late]);
      health.note(null);
      return value;
    } catch (error) {
      const ours = inOurWords(error);
      health.note(isAnswer(error) ? null : error);
      throw ours;
    } finally {
      clearTimeout(timer);
    }
  };

/** Stripe heard us and said no to what was asked: that is a connection that works. */
const isAnswer = (error: unknown): boolean =>
  error instanceof GatewayRefused ||
  error instanceof Stripe.errors.StripeInvalidRequestError ||
  error instanceof Stripe.errors.StripeIdempotencyError;

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
  if (isInvalid(error, 404)) return new GatewayMissing(words);
  return isInvalid(error, 400) ? new GatewayRefused(words) : new GatewayUnavailable(words);
}

const isInvalid = (error: Error, status: number): boolean =>
  error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === status;

/** Stripe has no such thing. For what has to be there that is as good as no answer. */
export class GatewayMissing extends GatewayUnavailable {}
