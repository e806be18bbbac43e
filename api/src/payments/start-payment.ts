import type { Ctx } from '../context.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { GatewayUnavailable } from '../ports.ts';
import { invoiceOfLink } from '../portal/invoice-of-link.ts';
import { liveCardPayment } from './live-card-payment.ts';
import { type Opened, openCheckout } from './open-checkout.ts';
import { resolveForgotten } from './resolve-unknown.ts';
import { takesCards } from './takes-cards.ts';

/**
 * Opens the provider's payment page. Three steps, because the network stands between them: our row is committed first,
 * its id is the provider's idempotency key, and the page's address is stored after the answer. A crash anywhere leaves
 * a row that the next call picks up; it never opens a second page for the same money. That is also why the client's
 * idempotency key need not be stored: the live row of the invoice is the stronger key.
 */
export async function startPayment(ctx: Ctx, invoiceNumber: string | null): Promise<Opened> {
  const { gateway } = ctx;
  if (gateway === null || !takesCards(ctx)) {
    return refuse(
      'METHOD_UNAVAILABLE',
      'Paying by card is not offered at the moment. Please choose another way to pay.',
    );
  }
  const invoice = await invoiceOfLink(ctx, invoiceNumber);
  try {
    // What the provider has forgotten the key of, it is asked about before it is asked for a page again.
    await resolveForgotten(ctx, gateway, invoice.id);
    const payment = await ctx.db.transaction(({ sql: query }) => liveCardPayment(ctx, query, invoice.id));
    if (isRefusal(payment)) return payment;
    if (payment.checkoutUrl !== null) return { url: payment.checkoutUrl };
    const opened = await openCheckout(ctx, gateway, payment, invoice);
    if (isRefusal(opened)) ctx.nudge();
    return opened;
  } catch (error) {
    if (!(error instanceof GatewayUnavailable)) throw error;
    return unavailable();
  }
}

const unavailable = (): Refusal =>
  refuse(
    'PROVIDER_UNAVAILABLE',
    'The payment page could not be opened. Nothing was charged. Please try again in a few minutes or choose another way to pay.',
  );
