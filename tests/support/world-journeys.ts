import type { StripeEvent } from '../../api/src/sandbox/stripe/objects.ts';
import type { Row } from '../../api/src/db/entities.ts';
import type { Invoice } from '../../api/src/invoices/invoice.entity.ts';
import { type Answered, outcome, sign, startPayment } from './world-asks.ts';
import type { OpenQuote } from './world-quotes.ts';
import type { World } from './world.ts';

/** A quote that its customer has signed, through this server. */
export async function signedQuote(world: World, url: string): Promise<OpenQuote> {
  const quote = await world.office.openQuote();
  expectOutcome(await sign(url, quote, 'the-signature'), 'PortalQuote');
  return quote;
}

/** The id of the provider's checkout that startPayment answered with. */
export function sessionOf(answer: Answered): string {
  expectOutcome(answer, 'CheckoutRedirect');
  return String(answer.data?.['startPayment']?.['url']).split('/').at(-1) ?? '';
}

/** Opens a checkout for the deposit of a signed quote. */
export const openCheckout = async (url: string, quote: OpenQuote): Promise<string> =>
  sessionOf(await startPayment(url, quote));

/** Does something at the provider and returns the events that it made, none of which is delivered yet. */
export function heldEvents({ stripe }: World, happen: () => void): StripeEvent[] {
  const known = new Set(stripe.deliveries.list().map(({ event }) => event.id));
  const { hold } = stripe.controls;
  stripe.controls.hold = true;
  happen();
  stripe.controls.hold = hold;
  return stripe.deliveries.list().flatMap(({ event }) => (known.has(event.id) ? [] : [event]));
}

/** The first invoice of a quote. */
export const depositOf = ({ office: { db } }: World, quoteId: string): Promise<Row<Invoice>> =>
  db.read
    .selectFrom('invoice')
    .selectAll()
    .where('quoteId', '=', quoteId)
    .where('stagePosition', '=', 1)
    .executeTakeFirstOrThrow();

function expectOutcome(answer: Answered, wanted: string): void {
  const came = outcome(answer);
  if (came !== wanted) throw new Error(`Expected ${wanted}, but it was ${came}`);
}
