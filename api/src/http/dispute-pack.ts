import type { FastifyInstance } from 'fastify';
import type { Instance } from '../context.ts';
import { isGoodAddress } from '../documents/address.ts';
import { may } from '../domain/permission.ts';
import { disputePack } from '../payments/dispute-pack.ts';
import { httpContext } from './http-context.ts';

type Route = { Params: { file: string }; Querystring: { until?: string; proof?: string } };

/** GET /documents/disputes/<id>.zip: with an address that the API gave out, or with a session of staff. Everything else is not there. */
export async function disputePackRoute(app: FastifyInstance, instance: Instance): Promise<void> {
  app.get<Route>('/documents/disputes/:file', async (request, reply) => {
    const id = /^([\w-]{36})\.zip$/.exec(request.params.file)?.[1];
    const { until, proof } = request.query;
    const ctx = await httpContext(instance, request, reply);
    const isAllowed =
      typeof until === 'string' && typeof proof === 'string'
        ? isGoodAddress(ctx, 'disputes', id ?? '', Number(until), proof)
        : ctx.actor.kind === 'staff' && may(ctx.actor.role, 'READ');
    const pack = id !== undefined && isAllowed ? await disputePack(ctx, id) : null;
    if (pack === null)
      return reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .send('This address has expired or is wrong. Please go back and open the file again.');
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${pack.filename}"`)
      .header('cache-control', 'private, no-store')
      .send(Buffer.from(pack.bytes));
  });
}
