import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';

export type SessionCookies = { read(): string | null; set(token: string): void; clear(): void };

const name = '__Host-countersign';
/** Not every browser keeps a `Secure` cookie for http://localhost. Never set where the address is https. */
const plainName = 'countersign-on-http';
const twelveHours = 12 * 60 * 60;

/** The session's cookie: for this host alone, out of reach of scripts, and sent by no other site. */
export function sessionCookies(config: Config, request: FastifyRequest, reply: FastifyReply): SessionCookies {
  const attributes = { path: '/', httpOnly: true, sameSite: 'strict', maxAge: twelveHours } as const;
  const onHttp = config.publicUrl.startsWith('http:');
  return {
    read: () => request.cookies[name] ?? (onHttp ? request.cookies[plainName] : undefined) ?? null,
    set: (token) => {
      void reply.setCookie(name, token, { ...attributes, secure: true });
      if (onHttp) void reply.setCookie(plainName, token, attributes);
    },
    clear: () => {
      void reply.clearCookie(name, { ...attributes, secure: true });
      if (onHttp) void reply.clearCookie(plainName, attributes);
    },
  };
}
