import type { FastifyInstance } from 'fastify';
import type { Instance } from '../context.ts';
import { evidenceKinds, isGoodAddress } from '../documents/address.ts';
import { evidencePack } from '../documents/evidence-pack.ts';
import { may } from '../domain/permission.ts';
import { httpContext } from './http-context.ts';

type Route = { Params: { file: string }; Querystring: { until?: string; proof?: string } };

/**
 * GET /documents/evidence/<quote>.json, and /documents/office-evidence/<quote>.json with the whole history of the quote: with an
 * address that the API gave out, or with a session of staff. Everything else is not there.
 */
export async function evidenceRoutes(app: FastifyInstance, instance: Instance): Promise<void> {
  for (const kind of evidenceKinds) {
    app.get<Route>(`/documents/${kind}/:file`, async (request, reply) => {
      const id = /^([\w-]{36})\.json$/.exec(request.params.file)?.[1];
      const { until, proof } = request.query;
      const ctx = await httpContext(instance, request, reply);
      const isAllowed =
        typeof until === 'string' && typeof proof === 'string'
          ? isGoodAddress(ctx, kind, id ?? '', Number(until), proof)
          : ctx.actor.kind === 'staff' && may(ctx.actor.role, 'READ');
      const reader = kind === 'evidence' ? 'CUSTOMER' : 'OFFICE';
      const file = id !== undefined && isAllowed ? await evidencePack(ctx, id, reader) : null;
      if (file === null)
        return reply
          .code(404)
          .type('text/plain; charset=utf-8')
          .send('This address has expired or is wrong. Please go back and open the file again.');
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="${file.filename}"`)
        .header('cache-control', 'private, no-store')
        .send(file.text);
    });
  }
}
