import type Stripe from 'stripe';
import type { CheckoutRequest } from '../ports.ts';
import { toStripeAmount } from './stripe-amount.ts';

/**
 * What we ask Stripe for. The same request gives the same parameters, or Stripe would refuse the repeat under its
 * idempotency key: nothing here may depend on the time of the call.
 */
export function checkoutParams(request: CheckoutRequest): Stripe.Checkout.SessionCreateParams {
  const metadata = { paymentId: request.paymentId, invoiceId: request.invoiceId };
  const canceled = new URL(request.returnUrl);
  canceled.searchParams.set('canceled', '1');
  const expiresAt = lastMoment(request.paymentId);
  return {
    mode: 'payment',
    submit_type: 'pay',
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: request.currency.toLowerCase(),
          unit_amount: toStripeAmount(request.amount, request.currency),
          product_data: {
            name: shortened(request.invoiceNumber, 100),
            description: shortened(request.description, 400),
          },
        },
      },
    ],
    client_reference_id: request.invoiceId,
    customer_email: request.customerEmail,
    // On the session and on the payment: an event about the payment alone does not name the session.
    metadata,
    payment_intent_data: {
      metadata,
      description: shortened(`${request.invoiceNumber} ${request.description}`, 400),
    },
    success_url: request.returnUrl,
    cancel_url: canceled.href,
    ...(expiresAt === null ? {} : { expires_at: expiresAt }),
  };
}

/**
 * The page closes 23 hours after our payment was begun, which its version 7 UUID tells. Stripe forgets idempotency keys
 * after 24 hours; by then a repeat asks for a page that closes in the past, so it can never open a second one.
 */
function lastMoment(paymentId: string): number | null {
  const begun = /^([0-9a-f]{8})-([0-9a-f]{4})-7/u.exec(paymentId);
  return begun ? Math.floor(parseInt(`${begun[1]}${begun[2]}`, 16) / 1000) + 23 * 3600 : null;
}

function shortened(text: string, limit: number): string {
  const letters = [...text];
  return letters.length <= limit ? text : `${letters.slice(0, limit - 1).join('')}…`;
}
