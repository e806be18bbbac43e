import type { FastifyInstance } from 'fastify';
import type { Instance } from './context.ts';
import { createServer } from './http/server.ts';
import { startWorker, type Worker } from './outbox/worker.ts';
import type { Sandbox } from './sandbox/start-sandbox.ts';

export type App = { server: FastifyInstance; worker: Worker; instance: Instance };

/** Everything but the outside world, which comes in as ports. Tests bring their own, and tick the worker by hand. */
export async function createApp(
  ports: Omit<Instance, 'nudge'>,
  options: { sandbox: Sandbox | null; ticking: boolean },
): Promise<App> {
  const instance: Instance = { ...ports, nudge: () => worker.nudge() };
  const worker = startWorker(instance, { ticking: options.ticking });
  const server = await createServer(instance, options.sandbox);
  return { server, worker, instance };
}
