import { branchOf, textOf, textsOf } from '../form-body.ts';
import type { FormTree } from '../form-body.ts';
import { invalid } from './api-errors.ts';
import type { Answer } from './api-errors.ts';
import type { KeptCheckout } from './checkouts.ts';
import { newId, seconds } from './objects.ts';
import { checkoutShape, unknownParameter } from './parameters.ts';
import { amountProblem } from './stripe-money.ts';

type Item = { name: string; currency: string; total: number };

/** The checkout that a request asks for, or Stripe's answer to a wrong one. */
export function newCheckout(
  form: FormTree,
  pageUrl: (sessionId: string) => string,
  now: Date,
): KeptCheckout | Answer {
  const unknown = unknownParameter(form, checkoutShape);
  if (unknown !== null) return unknown;
  if (textOf(form, 'mode') !== 'payment') return invalid('mode', 'The sandbox knows only the mode payment.');
  const success = textOf(form, 'success_url');
  if (!success || !URL.canParse(success)) return invalid('success_url', 'Not a valid URL', 'url_invalid');
  const item = readItem(branchOf(branchOf(form, 'line_items'), '0'));
  if ('status' in item) return item;
  const expires = readExpiry(textOf(form, 'expires_at'), seconds(now));
  if (typeof expires !== 'number') return expires;
  const id = newId('cs_test');
  const email = textOf(form, 'customer_email');
  const intentData = branchOf(form, 'payment_intent_data');
  return {
    itemName: item.name,
    intent: null,
    charge: null,
    intentMetadata: textsOf(intentData, 'metadata'),
    session: {
      id,
      object: 'checkout.session',
      amount_subtotal: item.total,
      amount_total: item.total,
      cancel_url: textOf(form, 'cancel_url'),
      client_reference_id: textOf(form, 'client_reference_id'),
      created: seconds(now),
      currency: item.currency,
      customer_details: email === null ? null : { email, name: null },
      customer_email: email,
      expires_at: expires,
      livemode: false,
      metadata: textsOf(form, 'metadata'),
      mode: 'payment',
      payment_intent: null,
      payment_method_types: ['card'],
      payment_status: 'unpaid',
      status: 'open',
      success_url: success,
      url: pageUrl(id),
    },
  };
}

function readItem(line: FormTree): Item | Answer {
  const price = branchOf(line, 'price_data');
  const currency = (textOf(price, 'currency') ?? '').toLowerCase();
  const name = textOf(branchOf(price, 'product_data'), 'name');
  const amount = wholeNumber(textOf(price, 'unit_amount'));
  const quantity = wholeNumber(textOf(line, 'quantity'));
  const at = 'line_items[0]';
  if (!/^[a-z]{3}$/u.test(currency))
    return invalid(`${at}[price_data][currency]`, `Invalid currency: ${currency}`);
  if (!name)
    return invalid(`${at}[price_data][product_data][name]`, 'Missing required param', 'parameter_missing');
  if (!amount)
    return invalid(`${at}[price_data][unit_amount]`, 'Invalid integer', 'parameter_invalid_integer');
  if (!quantity) return invalid(`${at}[quantity]`, 'Invalid integer', 'parameter_invalid_integer');
  const problem = amountProblem(amount * quantity, currency);
  if (problem) return invalid(`${at}[price_data][unit_amount]`, problem.message, problem.code);
  return { name, currency, total: amount * quantity };
}

/** Stripe takes 30 minutes to 24 hours from now, and 24 hours when nothing is said. */
function readExpiry(text: string | null, now: number): number | Answer {
  const asked = text === null ? now + 86_400 : wholeNumber(text);
  if (asked !== null && asked >= now + 1800 && asked <= now + 86_400) return asked;
  return invalid(
    'expires_at',
    'The `expires_at` timestamp must be between 30 minutes and 24 hours from now.',
  );
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/u.test(text) ? Number(text) : null;
}
