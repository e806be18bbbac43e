import type { FormTree } from '../form-body.ts';
import { type Answer, invalid } from './api-errors.ts';

/**
 * What a request may hold: `true` is a value, `'*'` a branch of free names, `each` a list. A test holds every name against the
 * types of Stripe's own library, so that a parameter which Stripe does not have cannot be added here by mistake.
 */
export const checkoutShape = {
  mode: true,
  submit_type: true,
  line_items: {
    each: {
      quantity: true,
      price_data: { currency: true, unit_amount: true, product_data: { name: true, description: true } },
    },
  },
  client_reference_id: true,
  customer_email: true,
  metadata: '*',
  payment_intent_data: { metadata: '*', description: true },
  success_url: true,
  cancel_url: true,
  expires_at: true,
  expand: { each: true },
} as const;

export const refundShape = {
  payment_intent: true,
  amount: true,
  reason: true,
  metadata: '*',
  expand: { each: true },
} as const;

const paging = { limit: true, starting_after: true, expand: { each: true } } as const;
const range = { gte: true, lte: true } as const;

export const sessionListShape = { ...paging, created: range } as const;
export const refundListShape = { ...paging, payment_intent: true } as const;
export const eventListShape = {
  ...paging,
  created: range,
  type: true,
  types: { each: true },
} as const;

type AnyShape = { readonly [name: string]: true | '*' | AnyShape | undefined };

/** Stripe's answer to the first parameter that it does not have; null when it has all of them. */
export function unknownParameter(form: FormTree, shape: AnyShape): Answer | null {
  const name = unknownName(form, shape);
  return name === null ? null : invalid(name, `Received unknown parameter: ${name}`, 'parameter_unknown');
}

function unknownName(form: FormTree, shape: AnyShape): string | null {
  for (const [name, value] of Object.entries(form)) {
    const known = shape['each'] ?? shape[name];
    if (known === undefined) return name;
    if (known === '*' || typeof value === 'string') continue;
    const inside = known === true ? name : unknownName(value, known);
    if (inside !== null) return `${name}[${inside.replace('[', '][')}${inside.includes('[') ? '' : ']'}`;
  }
  return null;
}
