import { createHash } from 'node:crypto';
import type { Collection } from '../journal.ts';
import { parseFormBody, textsOf } from '../form-body.ts';
import type { FormTree } from '../form-body.ts';
import { fault, isAnswer, missing } from './api-errors.ts';
import type { Answer } from './api-errors.ts';
import type { Checkouts, KeptCheckout } from './checkouts.ts';
import type { Deliveries } from './deliveries.ts';
import { newCheckout } from './new-checkout.ts';

export type Call = {
  method: string;
  path: string;
  query: string;
  body: string;
  key: string | null;
  authorization: string | null;
};

/** What was answered under an idempotency key, and to what. */
export type KeptAnswer = { fingerprint: string; answer: Answer };

type Inside = {
  secretKey: string;
  answers: Collection<KeptAnswer>;
  checkouts: Checkouts;
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
  const before = inside.answers.get(call.key);
  if (before && before.fingerprint !== fingerprint) {
    const message =
      'Keys for idempotent requests can only be used with the same parameters they were first used with.';
    return fault(400, { type: 'idempotency_error', message });
  }
  if (before) return { ...before.answer, replayed: true };
  const answer = route(inside, call);
  // As at Stripe, a request that failed validation leaves its key free.
  if (answer.status < 400) inside.answers.put(call.key, { fingerprint, answer });
  return answer;
}

function route(inside: Inside, { method, path, query, body }: Call): Answer {
  inside.checkouts.expireOverdue();
  const form = parseFormBody(method === 'GET' ? query : body);
  const [version, ...names] = path.split('/').filter(Boolean);
  const [first, second, id, verb] = names;
  const what = version === 'v1' ? `${method} ${first}/${second ?? ''}` : '';
  if (what === 'POST checkout/sessions' && id === undefined) return create(inside, form);
  if (what === 'GET checkout/sessions' && id !== undefined) return shown(inside.checkouts.find(id), id, form);
  if (what === 'POST checkout/sessions' && id !== undefined && verb === 'expire')
    return expire(inside, id, form);
  if (method === 'GET' && first === 'payment_intents' && second !== undefined) {
    const intent = inside.checkouts.findIntent(second);
    return intent ? { status: 200, body: intent } : missing('payment_intent', second);
  }
  if (method === 'GET' && first === 'events' && second === undefined) return events(inside, form);
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
  const after = typeof form['starting_after'] === 'string' ? form['starting_after'] : null;
  const types = [
    ...Object.values(textsOf(form, 'types')),
    ...(typeof form['type'] === 'string' ? [form['type']] : []),
  ];
  const since = Number(textsOf(form, 'created')['gte'] ?? 0);
  const all = inside.deliveries
    .list()
    .map(({ event }) => event)
    .toReversed()
    .filter(({ type, created }) => created >= since && (types.length === 0 || types.includes(type)));
  const start = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const limit = Math.min(100, Math.max(1, Number(form['limit'] ?? 10) || 10));
  const data = all.slice(start, start + limit);
  return {
    status: 200,
    body: { object: 'list', data, has_more: all.length > start + limit, url: '/v1/events' },
  };
}
