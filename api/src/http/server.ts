import cookie from '@fastify/cookie';
import { type FastifyInstance, fastify } from 'fastify';
import type { Instance } from '../context.ts';
import { isPassing } from '../db/passing.ts';
import type { Sandbox } from '../sandbox/start-sandbox.ts';
import { customerExportRoute } from './customer-export.ts';
import { disputePackRoute } from './dispute-pack.ts';
import { documentsRoute } from './documents.ts';
import { evidenceRoutes } from './evidence.ts';
import { exportRoutes } from './exports.ts';
import { fileRoutes } from './files.ts';
import { frontPage } from './front-page.ts';
import { graphqlRoute } from './graphql.ts';
import { securityHeaders } from './headers.ts';
import { healthRoutes } from './health.ts';
import { recogniseLinks } from './links.ts';
import { mailWebhook } from './mail-webhook.ts';
import { spaRoutes } from './spas.ts';
import { statementRoute } from './statements.ts';
import { stripeWebhook } from './stripe-webhook.ts';
import { uploadRoutes } from './uploads.ts';

const bodyLimit = 256 * 1024;

/** Everything that listens, on one origin. */
export async function createServer(instance: Instance, sandbox: Sandbox | null): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit,
    trustProxy: trustedHops(instance.config.TRUSTED_PROXIES),
    genReqId: () => instance.ids.id(),
    forceCloseConnections: 'idle',
    // Told to end, it still answers whoever was let in: a customer who signs in that moment must not be told of an error.
    return503OnClosing: false,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
    logger: false,
  });
  app.removeContentTypeParser('text/plain');
  logRequests(app, instance);
  hideErrors(app, instance);
  hangUpWhenAnswered(app);
  await app.register(cookie);
  await securityHeaders(app, instance.config);
  recogniseLinks(app, instance);
  await healthRoutes(app, instance);
  await stripeWebhook(app, instance);
  await mailWebhook(app, instance);
  await documentsRoute(app, instance);
  await statementRoute(app, instance);
  await evidenceRoutes(app, instance);
  await exportRoutes(app, instance);
  await customerExportRoute(app, instance);
  await disputePackRoute(app, instance);
  await fileRoutes(app, instance);
  await uploadRoutes(app, instance);
  await graphqlRoute(app, instance);
  await frontPage(app, instance.config, sandbox !== null);
  if (sandbox !== null)
    await app.register((await import('../sandbox/sandbox-pages.ts')).sandboxPages, sandbox);
  await spaRoutes(app);
  return app;
}

/** Believes as many proxies as there are, and no address that a stranger wrote in front of them. */
const trustedHops =
  (hops: number) =>
  (_address: string, hop: number): boolean =>
    hop < hops;

/** One line per request with the route's pattern and never its address: an address may hold a mangled link. */
function logRequests(app: FastifyInstance, { log }: Instance): void {
  app.addHook('onResponse', async (request, reply) => {
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
}

/** At the end only idle connections are closed at once; one that was busy then would stay open for its keep-alive minute. */
function hangUpWhenAnswered(app: FastifyInstance): void {
  app.addHook('preClose', async () => void setInterval(() => app.server.closeIdleConnections(), 50).unref());
}

/** What a broken request is told, and what a broken server is not. */
function hideErrors(app: FastifyInstance, { log }: Instance): void {
  app.setErrorHandler((error, request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (status < 500) {
      const message = error instanceof Error ? error.message : 'The request cannot be read.';
      return reply.code(status).send({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
    }
    log.error({ err: error, requestId: request.id }, 'a request failed');
    const message = `Something went wrong on our side. Please try again; if it happens again, quote this reference: ${request.id}.`;
    return reply
      .code(isPassing(error) ? 503 : 500)
      .send({ errors: [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
  });
}
