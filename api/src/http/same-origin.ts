import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';

/**
 * Another site must not act with the visitor's session. Browsers say where a request comes from; programs, which have
 * no cookie of somebody else, say nothing. (SameSite=Strict and JSON-only are the other two locks.)
 */
export function refuseOtherSites(config: Config) {
  const ours = new URL(config.publicUrl).origin;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const site = request.headers['sec-fetch-site'];
    const { origin, host } = request.headers;
    const sameSite = site === undefined || site === 'same-origin' || site === 'none';
    const sameOrigin =
      origin === undefined || origin === ours || origin === `http://${host}` || origin === `https://${host}`;
    if (sameSite && sameOrigin) return;
    const message = 'This request comes from another site.';
    await reply.code(403).send({ errors: [{ message, extensions: { code: 'FORBIDDEN' } }] });
  };
}
