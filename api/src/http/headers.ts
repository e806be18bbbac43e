import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** The admin's component library sets style attributes; scripts stay as strict as everywhere. */
const admin = strict
  .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
  .concat("; frame-src 'self'");

/** The preview of a quote stands in a frame of the office, and nowhere else. */
const preview = strict.replace("frame-ancestors 'none'", "frame-ancestors 'self'");

function policyFor(url: string): string {
  if (url.startsWith('/admin')) return admin;
  return url.startsWith('/q/preview/') ? preview : strict;
}

/** Nothing of ours is framed by others, sniffed, referred or loaded from elsewhere. */
export async function securityHeaders(app: FastifyInstance, config: Config): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    hsts: config.publicUrl.startsWith('https:'),
  });
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('content-security-policy', policyFor(request.url));
    if (request.url.startsWith('/q/preview/')) void reply.header('x-frame-options', 'SAMEORIGIN');
    void reply.header('x-request-id', request.id);
  });
}
