import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256 } from '../sha256.ts';
import { type Actor, createContext, type Ctx, type Instance } from '../context.ts';
import { statement } from '../db/statement.ts';
import { actorOfSession } from '../staff/sessions.ts';
import { type SessionCookies, sessionCookies } from './session-cookies.ts';

/** A request's context: what use cases need, and the cookies that sign-in sets. */
export type HttpCtx = Ctx & { cookies: SessionCookies };

export async function httpContext(
  instance: Instance,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<HttpCtx> {
  const cookies = sessionCookies(instance.config, request, reply);
  const ctx = await createContext(instance, {
    actor: await actorOf(instance, request, cookies),
    requestId: request.id,
    client: { ip: request.ip, userAgent: (request.headers['user-agent'] ?? '').slice(0, 500) },
  });
  return { ...ctx, cookies };
}

/** Whoever shows a link is its holder and nobody else, even with a session of staff in the same browser. */
async function actorOf(instance: Instance, request: FastifyRequest, cookies: SessionCookies): Promise<Actor> {
  const token = /^Link ([\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1];
  if (token !== undefined) return actorOfLink(instance, token);
  if (request.headers.authorization !== undefined) return { kind: 'anonymous' };
  const session = cookies.read();
  return session === null
    ? { kind: 'anonymous' }
    : actorOfSession(instance.db, session, instance.clock.now());
}

/** Looked up by hash: the index compares hashes, so timing tells nothing about the token. */
async function actorOfLink(instance: Instance, token: string): Promise<Actor> {
  const [link] = (await findLink(instance.db.read, { tokenHash: sha256(token) })).rows;
  return link === undefined ? { kind: 'anonymous' } : { kind: 'link', linkId: link.id, ...link };
}

const findLink = statement((query, { tokenHash }: { tokenHash: string }) =>
  query
    .selectFrom('link')
    .select(['id', 'purpose', 'quoteId', 'invoiceId', 'email'])
    .where('tokenHash', '=', tokenHash)
    .where('revokedAt', 'is', null),
);
