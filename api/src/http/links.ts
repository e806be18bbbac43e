import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Actor, Instance } from '../context.ts';
import { type Instant, instant } from '../db/instant.ts';
import { statement } from '../db/statement.ts';
import { networkOf } from '../network.ts';
import { sha256 } from '../sha256.ts';

const minutes = 15;
const mostWrong = 50;

const holders = new WeakMap<FastifyRequest, Actor>();

/** Who shows a link with this request; null when none is shown. Found out once, before anything else is done. */
export const holderOf = (request: FastifyRequest): Actor | null => holders.get(request) ?? null;

/**
 * Whoever shows a link is its holder and nobody else, on every route. Wrong links are counted for the network that they come
 * from, and after fifty in a quarter of an hour they get 429. A right one always opens: 256 random bits are not guessed, so
 * what is spared here is our work, and nobody is locked out because of a neighbour. What is no link at all, such as the secret
 * of a mail provider, opens nothing of a customer or of staff, and is not counted.
 */
export function recogniseLinks(app: FastifyInstance, instance: Instance): void {
  const wrong = new RateLimiterMemory({ points: mostWrong, duration: minutes * 60 });
  app.addHook('onRequest', async (request, reply) => {
    const { authorization } = request.headers;
    if (authorization === undefined) return;
    const token = /^Link ([\w-]{43})$/.exec(authorization)?.[1];
    const holder = token === undefined ? null : await actorOfLink(instance, token);
    holders.set(request, holder ?? { kind: 'anonymous' });
    const isGuess = holder === null && /^\s*link\b/i.test(authorization);
    const seconds = isGuess ? await secondsToWait(wrong, networkOf(request.ip)) : 0;
    if (seconds > 0) {
      const message = `Too many wrong links came from your network. Please try again in ${minutes} minutes.`;
      await reply
        .code(429)
        .header('retry-after', String(seconds))
        .send({ errors: [{ message, extensions: { code: 'TOO_MANY_ATTEMPTS' } }] });
    }
  });
}

/** Counts one more; 0 while there are few. */
async function secondsToWait(wrong: RateLimiterMemory, network: string): Promise<number> {
  try {
    await wrong.consume(network);
    return 0;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
  }
}

/** Looked up by hash: the index compares hashes, so timing tells nothing about the token. */
async function actorOfLink(instance: Instance, token: string): Promise<Actor | null> {
  const asked = { tokenHash: sha256(token), now: instant(instance.clock.now()) };
  const [link] = (await findLink(instance.db.read, asked)).rows;
  return link === undefined ? null : { kind: 'link', linkId: link.id, ...link };
}

const findLink = statement((query, { tokenHash, now }: { tokenHash: string; now: Instant }) =>
  query
    .selectFrom('link')
    .select(['id', 'purpose', 'quoteId', 'invoiceId', 'customerId', 'email'])
    .where('tokenHash', '=', tokenHash)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now),
);
