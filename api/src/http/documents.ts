import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Ctx, Instance } from '../context.ts';
import { isGoodAddress } from '../documents/address.ts';
import { type DocumentKind, documentKinds, documentOf } from '../documents/documents.ts';
import { may } from '../domain/permission.ts';
import { httpContext } from './http-context.ts';
import { sendPdf } from './send-pdf.ts';

type Route = { Params: { kind: string; file: string }; Querystring: { until?: string; proof?: string } };

/** GET /documents/<kind>/<id>.pdf: with an address that the API gave out, or with a session of staff. Everything else is not there. */
export async function documentsRoute(app: FastifyInstance, instance: Instance): Promise<void> {
  app.get<Route>('/documents/:kind/:file', async (request, reply) => {
    const kind = documentKinds.find((name) => name === request.params.kind);
    const id = /^([\w-]{36})\.pdf$/.exec(request.params.file)?.[1];
    const ctx = await httpContext(instance, request, reply);
    const allowed = kind !== undefined && id !== undefined && isAllowed(ctx, request, kind, id);
    const pdf = allowed ? await documentOf(ctx, kind, id) : null;
    if (pdf === null)
      return reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .send('This address has expired or is wrong. Please go back and open the document again.');
    return sendPdf(request, reply, pdf);
  });
}

function isAllowed(ctx: Ctx, request: FastifyRequest<Route>, kind: DocumentKind, id: string): boolean {
  const { until, proof } = request.query;
  if (typeof until === 'string' && typeof proof === 'string')
    return isGoodAddress(ctx, kind, id, Number(until), proof);
  return ctx.actor.kind === 'staff' && may(ctx.actor.role, 'READ');
}
