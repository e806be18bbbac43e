import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, createContext, type Ctx, type Instance } from '../context.ts';
import { actorOfSession } from '../staff/sessions.ts';
import { holderOf } from './links.ts';
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
  const holder = holderOf(request);
  if (holder !== null) return holder;
  const session = cookies.read();
  return session === null
    ? { kind: 'anonymous' }
    : actorOfSession(instance.db, session, instance.clock.now());
}
