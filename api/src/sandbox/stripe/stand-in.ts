import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { openJournal } from '../journal.ts';
import { answerCall } from './api.ts';
import type { Call, KeptAnswer } from './api.ts';
import { checkouts } from './checkouts.ts';
import type { Checkouts, KeptCheckout } from './checkouts.ts';
import { deliveries } from './deliveries.ts';
import type { Deliveries, KeptEvent, PostControls } from './deliveries.ts';
import { type MoneyBack, moneyBack } from './money-back.ts';
import { apiVersion, type Dispute, newId, type Refund } from './objects.ts';

export type StripeStandInOptions = {
  /** The product's own webhook, where the events go. */
  webhookUrl: string;
  webhookSecret: string;
  secretKey: string;
  /** Where the checkout pages are: `<payUrl>/<session id>`. */
  payUrl: string;
  /** Keeps checkouts and events over a restart; memory alone when null. */
  file: string | null;
  /** The waits before each further try to deliver an event. */
  retryDelaysMs?: readonly number[];
  now?: () => Date;
};

/** How the API itself behaves: as it should, or as it does on a bad day. `reset` does its work and then hangs up. */
export const apiMoods = ['normal', 'error', 'hang', 'reset', 'garbage', 'revoked', 'forbidden'] as const;
export type ApiMood = (typeof apiMoods)[number];

export type StripeStandIn = {
  apiBase: string;
  checkouts: Checkouts;
  moneyBack: MoneyBack;
  deliveries: Deliveries;
  controls: PostControls & { api: ApiMood; slowRefunds: boolean };
  close(): Promise<void>;
};

const someHours = [1000, 5000, 30_000, 120_000, 600_000, 3_600_000];

/** Stripe for a machine without an account: a real server on a port of its own, which the real SDK talks to. */
export async function startStripeStandIn(options: StripeStandInOptions): Promise<StripeStandIn> {
  const journal = openJournal(options.file);
  const now = options.now ?? (() => new Date());
  const controls: StripeStandIn['controls'] = {
    delayMs: 0,
    copies: 1,
    reversed: false,
    hold: false,
    slowRefunds: false,
    api: 'normal',
  };
  const post = deliveries({
    kept: journal.collection<KeptEvent>('event', 1000),
    controls,
    webhookUrl: options.webhookUrl,
    webhookSecret: options.webhookSecret,
    retryDelaysMs: options.retryDelaysMs ?? someHours,
    now,
  });
  const till = checkouts({ kept: journal.collection<KeptCheckout>('checkout', 500), emit: post.emit, now });
  const back = moneyBack({
    refunds: journal.collection<Refund>('refund', 500),
    disputes: journal.collection<Dispute>('dispute', 500),
    checkouts: till,
    isSlow: () => controls.slowRefunds,
    emit: post.emit,
    now,
  });
  const inside = {
    secretKey: options.secretKey,
    answers: journal.collection<KeptAnswer>('answer', 1000),
    checkouts: till,
    moneyBack: back,
    deliveries: post,
    pageUrl: (sessionId: string) => `${options.payUrl}/${sessionId}`,
    now,
  };
  const server = createServer((request, response) => {
    serve(request, response, controls.api, (call) => answerCall(inside, call)).catch(() =>
      response.destroy(),
    );
  });
  const port = await listening(server);
  const sweep = setInterval(till.expireOverdue, 60_000);
  sweep.unref();
  return {
    apiBase: `http://127.0.0.1:${port}`,
    checkouts: till,
    moneyBack: back,
    deliveries: post,
    controls,
    close: async () => {
      clearInterval(sweep);
      post.close();
      await closed(server);
    },
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  mood: ApiMood,
  answer: (call: Call) => ReturnType<typeof answerCall>,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const key = request.headers['idempotency-key'];
  const body = await read(request);
  if (mood === 'hang') return;
  response
    .setHeader('content-type', 'application/json')
    .setHeader('request-id', newId('req'))
    .setHeader('stripe-version', apiVersion);
  const fault = faults[mood];
  if (fault !== undefined) {
    response.writeHead(fault.status).end(fault.body);
    return;
  }
  const answered = answer({
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.search.slice(1),
    body,
    key: typeof key === 'string' ? key : null,
    authorization: request.headers.authorization ?? null,
  });
  if (mood === 'reset') {
    response.destroy();
    return;
  }
  if (typeof key === 'string') response.setHeader('idempotency-key', key);
  if (answered.replayed) response.setHeader('idempotent-replayed', 'true');
  response.writeHead(answered.status).end(JSON.stringify(answered.body));
}

const error = (type: string, message: string): string => JSON.stringify({ error: { type, message } });

/** What the moods answer instead of an answer. */
const faults: Partial<Record<ApiMood, { status: number; body: string }>> = {
  error: { status: 500, body: error('api_error', 'The sandbox was told to fail.') },
  garbage: { status: 200, body: '<html><body>Bad gateway</body></html>' },
  revoked: { status: 401, body: error('invalid_request_error', 'Invalid API Key provided') },
  forbidden: { status: 403, body: error('invalid_request_error', 'The key may not do that.') },
};

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > 65_536) throw new RangeError('the request is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the sandbox has no port');
  return address.port;
}

async function closed(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
