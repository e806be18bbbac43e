import { createHash } from 'node:crypto';
import type { Collection } from '../journal.ts';
import { parseFormBody, textOf, textsOf } from '../form-body.ts';
import type { FormTree } from '../form-body.ts';
import { fault, isAnswer, missing } from './api-errors.ts';
import type { Answer } from './api-errors.ts';
import type { Checkouts, KeptCheckout } from './checkouts.ts';
import type { Deliveries } from './deliveries.ts';
import type { MoneyBack } from './money-back.ts';
import { newCheckout } from './new-checkout.ts';
import { seconds } from './objects.ts';
import { eventListShape, refundListShape, sessionListShape, unknownParameter } from './parameters.ts';

export type Call = {
  method: string;
  path: string;
  query: string;
  body: string;
  key: string | null;
  authorization: string | null;
};

/** What was answered under an idempotency key, to what, and when. */
export type KeptAnswer = { fingerprint: string; answer: Answer; at?: number };

/** Stripe forgets keys after a day. */
const keySeconds = 86_400;

type Inside = {
  secretKey: string;
  answers: Collection<KeptAnswer>;
  checkouts: Checkouts;
  moneyBack: MoneyBack;
  deliveries: Deliveries;
  pageUrl(sessionId: string): string;
  now(): Date;
};

/** Stripe's API as far as the product calls it. */
export function answerCall(inside: Inside, call: Call): Answer & { replayed?: true } {
  if (call.authorization !== `Bearer ${inside.secretKey}`) {
    return fault(401, { type: 'invalid_request_error', message: 'Invalid API Key provided' });
  }
  if (call.method !== 'POST' || call.key === null) return route(inside, call);
  const fingerprint = createHash('sha256').update(`${call.path}\n${call.body}`).digest('hex');
  const kept = inside.answers.get(call.key);
  const at = seconds(inside.now());
  const before = kept !== undefined && (kept.at ?? at) > at - keySeconds ? kept : undefined;
  if (before && before.fingerprint !== fingerprint) {
    const message =
      'Keys for idempotent requests can only be used with the same parameters they were first used with.';
    return fault(400, { type: 'idempotency_error', message });
  }
  if (before) return { ...before.answer, replayed: true };
  const answer = route(inside, call);
  // As at Stripe, a request that failed validation leaves its key free.
  if (answer.status < 400) inside.answers.put(call.key, { fingerprint, answer, at });
  return answer;
}

function route(inside: Inside, { method, path, query, body }: Call): Answer {
  inside.checkouts.expireOverdue();
  const form = parseFormBody(method === 'GET' ? query : body);
  const [version, ...names] = path.split('/').filter(Boolean);
  const [first, second, id, verb] = names;
  const what = version === 'v1' ? `${method} ${first}/${second ?? ''}` : '';
  if (what === 'POST checkout/sessions' && id === undefined) return create(inside, form);
  if (what === 'GET checkout/sessions' && id === undefined) return sessions(inside, form);
  if (what === 'GET checkout/sessions' && id !== undefined) return shown(inside.checkouts.find(id), id, form);
  if (what === 'POST checkout/sessions' && id !== undefined && verb === 'expire')
    return expire(inside, id, form);
  if (method === 'GET' && first === 'payment_intents' && second !== undefined) {
    const intent = inside.checkouts.findIntent(second);
    return intent ? { status: 200, body: intent } : missing('payment_intent', second);
  }
  return routeLists(inside, method, first ?? '', second, form) ?? unknownRoute(method, path);
}

/** What hangs on a payment, and what happened. */
function routeLists(
  inside: Inside,
  method: string,
  first: string,
  id: string | undefined,
  form: FormTree,
): Answer | null {
  const { moneyBack } = inside;
  const what = `${method} ${first}`;
  if (what === 'GET events' && id === undefined) return events(inside, form);
  if (what === 'POST refunds' && id === undefined) return moneyBack.create(form);
  if (what === 'GET refunds' && id === undefined) return refunds(inside, form);
  if (what === 'GET refunds') return one(moneyBack.refunds(), 'refund', id ?? '');
  if (what === 'GET disputes' && id !== undefined) return one(moneyBack.disputes(), 'dispute', id);
  return null;
}

const one = (all: readonly { id: string }[], what: string, id: string): Answer => {
  const found = all.find((object) => object.id === id);
  return found ? { status: 200, body: found } : missing(what, id);
};

function unknownRoute(method: string, path: string): Answer {
  return fault(404, {
    type: 'invalid_request_error',
    message: `The sandbox does not know ${method} ${path}`,
  });
}

function create(inside: Inside, form: FormTree): Answer {
  const made = newCheckout(form, inside.pageUrl, inside.now());
  if (isAnswer(made)) return made;
  inside.checkouts.open(made);
  return { status: 200, body: made.session };
}

function shown(checkout: KeptCheckout | undefined, id: string, form: FormTree): Answer {
  if (!checkout) return missing('checkout.session', id);
  const whole = Object.values(textsOf(form, 'expand')).includes('payment_intent') && checkout.intent !== null;
  return {
    status: 200,
    body: whole ? { ...checkout.session, payment_intent: checkout.intent } : checkout.session,
  };
}

function expire(inside: Inside, id: string, form: FormTree): Answer {
  const checkout = inside.checkouts.find(id);
  if (checkout && !inside.checkouts.expire(id)) {
    const message = `Only Checkout Sessions with a status in ["open"] can be expired. This one is ${checkout.session.status}.`;
    return fault(400, { type: 'invalid_request_error', message });
  }
  return shown(inside.checkouts.find(id), id, form);
}

/** Newest first, in pages, as Stripe lists them. */
function events(inside: Inside, form: FormTree): Answer {
  const unknown = unknownParameter(form, eventListShape);
  if (unknown !== null) return unknown;
  const types = [
    ...Object.values(textsOf(form, 'types')),
    ...(typeof form['type'] === 'string' ? [form['type']] : []),
  ];
  const all = inside.deliveries
    .list()
    .map(({ event }) => event)
    .filter(({ type, created }) => isIn(form, created) && (types.length === 0 || types.includes(type)));
  return page('/v1/events', all, form);
}

function refunds(inside: Inside, form: FormTree): Answer {
  const unknown = unknownParameter(form, refundListShape);
  if (unknown !== null) return unknown;
  const intentId = textOf(form, 'payment_intent');
  const all = inside.moneyBack
    .refunds()
    .filter((refund) => intentId === null || refund.payment_intent === intentId);
  return page('/v1/refunds', all, form);
}

function sessions(inside: Inside, form: FormTree): Answer {
  const unknown = unknownParameter(form, sessionListShape);
  if (unknown !== null) return unknown;
  const whole = Object.values(textsOf(form, 'expand')).includes('data.payment_intent');
  const all = inside.checkouts
    .list()
    .filter(({ session }) => isIn(form, session.created))
    .map(({ session, intent }) => (whole && intent ? { ...session, payment_intent: intent } : session));
  return page('/v1/checkout/sessions', all, form);
}

function isIn(form: FormTree, created: number): boolean {
  const { gte, lte } = textsOf(form, 'created');
  return created >= Number(gte ?? 0) && created <= Number(lte ?? Infinity);
}

/** `oldestFirst` is how the journal keeps them. */
function page(url: string, oldestFirst: readonly { id: string }[], form: FormTree): Answer {
  const all = oldestFirst.toReversed();
  const after = textOf(form, 'starting_after');
  const start = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const limit = Math.min(100, Math.max(1, Number(textOf(form, 'limit') ?? 10) || 10));
  const data = all.slice(start, start + limit);
  return { status: 200, body: { object: 'list', data, has_more: all.length > start + limit, url } };
}
