import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Instance } from '../context.ts';

/**
 * /healthz: the process runs. /readyz: it can do its work, which means that the database answers; beside it stands whether
 * cards can be taken, which is no reason to send customers elsewhere: they can pay in other ways.
 */
export async function healthRoutes(app: FastifyInstance, instance: Instance): Promise<void> {
  app.get('/healthz', async () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await sql`select 1 from company`.execute(instance.db.read);
      return { ok: true, cards: instance.gateway?.health() ?? 'OFF' };
    } catch (error) {
      instance.log.error({ err: error }, 'not ready: the database does not answer');
      return reply.code(503).send({ ok: false, reason: 'The database does not answer.' });
    }
  });
}
