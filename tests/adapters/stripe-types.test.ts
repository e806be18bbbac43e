import type Stripe from 'stripe';
import { describe, expectTypeOf, it } from 'vitest';
import type {
  Charge,
  Dispute,
  Intent,
  Movement,
  Refund,
  Session,
  StripeEvent,
} from '../../api/src/sandbox/stripe/objects.ts';
import type {
  checkoutShape,
  eventListShape,
  refundListShape,
  refundShape,
  sessionListShape,
} from '../../api/src/sandbox/stripe/parameters.ts';

/** The fields that the stand-in sends, as Stripe's library says that they are. */
type AsStripe<Theirs, Ours> = Pick<Theirs, keyof Ours & keyof Theirs>;

/** Names alone: `true` for a value, `'*'` for free names, `each` for a list. */
type Shape<T> = { [K in keyof T]?: true | '*' | Inside<NonNullable<T[K]>> };
type Inside<T> = T extends readonly (infer Item)[] ? { each: true | Shape<Item> } : Shape<T>;
/** Names in a shape that Stripe does not have; `never` when it has all of them. */
type Invented<Ours, Theirs> = Exclude<keyof Ours, keyof Theirs>;

describe('the stand-in speaks as the types of Stripe’s own library do', () => {
  it('has no field that Stripe does not have', () => {
    expectTypeOf<Exclude<keyof Session, keyof Stripe.Checkout.Session>>().toBeNever();
    expectTypeOf<Exclude<keyof Intent, keyof Stripe.PaymentIntent>>().toBeNever();
    expectTypeOf<Exclude<keyof Charge, keyof Stripe.Charge>>().toBeNever();
    expectTypeOf<Exclude<keyof Refund, keyof Stripe.Refund>>().toBeNever();
    expectTypeOf<Exclude<keyof Dispute, keyof Stripe.Dispute>>().toBeNever();
    expectTypeOf<Exclude<keyof Movement, keyof Stripe.BalanceTransaction>>().toBeNever();
    expectTypeOf<Exclude<keyof StripeEvent, keyof Stripe.Event>>().toBeNever();
  });

  it('gives each field a value that Stripe could give it', () => {
    expectTypeOf<Omit<Session, 'customer_details'>>().toExtend<
      Omit<AsStripe<Stripe.Checkout.Session, Session>, 'customer_details'>
    >();
    expectTypeOf<Omit<Intent, 'last_payment_error'>>().toExtend<
      Omit<AsStripe<Stripe.PaymentIntent, Intent>, 'last_payment_error'>
    >();
    expectTypeOf<Charge>().toExtend<AsStripe<Stripe.Charge, Charge>>();
    expectTypeOf<Refund>().toExtend<AsStripe<Stripe.Refund, Refund>>();
    // Of a dispute's nested objects the stand-in sends a part, field by field as above.
    type Nested = 'balance_transactions' | 'evidence_details';
    expectTypeOf<Omit<Dispute, Nested>>().toExtend<Omit<AsStripe<Stripe.Dispute, Dispute>, Nested>>();
    expectTypeOf<Dispute['evidence_details']>().toExtend<
      AsStripe<Stripe.Dispute.EvidenceDetails, Dispute['evidence_details']>
    >();
    expectTypeOf<Movement>().toExtend<AsStripe<Stripe.BalanceTransaction, Movement>>();
    type Frame = 'id' | 'object' | 'created' | 'livemode' | 'pending_webhooks' | 'api_version';
    expectTypeOf<Pick<StripeEvent, Frame>>().toExtend<Pick<Stripe.Event, Frame>>();
  });

  it('takes no parameter that Stripe does not have', () => {
    expectTypeOf<typeof checkoutShape>().toExtend<Shape<Stripe.Checkout.SessionCreateParams>>();
    expectTypeOf<typeof refundShape>().toExtend<Shape<Stripe.RefundCreateParams>>();
    expectTypeOf<Invented<typeof checkoutShape, Stripe.Checkout.SessionCreateParams>>().toBeNever();
    expectTypeOf<Invented<typeof refundShape, Stripe.RefundCreateParams>>().toBeNever();
    expectTypeOf<Invented<typeof sessionListShape, Stripe.Checkout.SessionListParams>>().toBeNever();
    expectTypeOf<Invented<typeof refundListShape, Stripe.RefundListParams>>().toBeNever();
    expectTypeOf<Invented<typeof eventListShape, Stripe.EventListParams>>().toBeNever();
    type LineItem = NonNullable<Stripe.Checkout.SessionCreateParams['line_items']>[number];
    type Line = (typeof checkoutShape)['line_items']['each'];
    expectTypeOf<Invented<Line, LineItem>>().toBeNever();
    type PriceData = NonNullable<LineItem['price_data']>;
    expectTypeOf<Invented<Line['price_data'], PriceData>>().toBeNever();
    expectTypeOf<
      Invented<Line['price_data']['product_data'], NonNullable<PriceData['product_data']>>
    >().toBeNever();
    expectTypeOf<
      Invented<
        (typeof checkoutShape)['payment_intent_data'],
        NonNullable<Stripe.Checkout.SessionCreateParams['payment_intent_data']>
      >
    >().toBeNever();
  });
});
