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
const admin = strict.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

/** Nothing of ours is framed, sniffed, referred or loaded from elsewhere. */
export async function securityHeaders(app: FastifyInstance, config: Config): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    hsts: config.publicUrl.startsWith('https:'),
  });
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('content-security-policy', request.url.startsWith('/admin') ? admin : strict);
    void reply.header('x-request-id', request.id);
  });
}
