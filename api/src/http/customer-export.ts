import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Instance } from '../context.ts';
import { may } from '../domain/permission.ts';
import { exportCustomer } from '../erasures/export-customer.ts';
import { httpContext } from './http-context.ts';
import { refuseOtherSites } from './same-origin.ts';

type Route = { Params: { file: string } };

/** GET /exports/customers/<id>.json, for staff who may: everything that is kept of one customer, as it is read. */
export async function customerExportRoute(app: FastifyInstance, instance: Instance): Promise<void> {
  app.get<Route>(
    '/exports/customers/:file',
    { preHandler: refuseOtherSites(instance.config) },
    async (request, reply) => {
      const ctx = await httpContext(instance, request, reply);
      if (ctx.actor.kind !== 'staff') return refuse(401, 'UNAUTHENTICATED', 'Please sign in.');
      if (!may(ctx.actor.role, 'EXPORT_CUSTOMER_DATA'))
        return refuse(403, 'FORBIDDEN', 'Your role does not allow this.');
      const id = /^([\w-]{36})\.json$/.exec(request.params.file)?.[1];
      const known =
        id !== undefined &&
        (await ctx.db.read.selectFrom('customer').select('id').where('id', '=', id).executeTakeFirst());
      if (!known) return refuse(404, 'NOT_FOUND', 'There is no such customer.');
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="customer-${known.id}.json"`)
        .header('cache-control', 'private, no-store')
        .send(Readable.from(await exportCustomer(ctx, known.id), { objectMode: false, highWaterMark: 1 }));

      function refuse(status: number, code: string, message: string) {
        return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
      }
    },
  );
}
