import Stripe from 'stripe';
import type { GatewayHealth } from '../ports.ts';

/** Remembers what the last answers said about the connection itself. */
export type HealthRecord = { current(): GatewayHealth; note(error: unknown): void };

/** A key that is wrong, revoked, of the other mode, or may not do what we need. */
const isKeyRefused = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeAuthenticationError ||
  error instanceof Stripe.errors.StripePermissionError;

/** Works until something else is known; a refusal of what was asked is an answer like any other. */
export function healthRecord(): HealthRecord {
  let health: GatewayHealth = 'WORKS';
  return {
    current: () => health,
    note: (error) => {
      if (error === null) health = 'WORKS';
      else health = isKeyRefused(error) ? 'KEY_REFUSED' : 'UNAVAILABLE';
    },
  };
}
