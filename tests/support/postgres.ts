import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** A real PostgreSQL for the whole run, from binaries that came with the packages; TEST_POSTGRES_URL names another. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env['TEST_POSTGRES_URL'];
  if (given !== undefined) return project.provide('postgresUrl', given);
  server = await startPostgres(await freePort());
  project.provide('postgresUrl', server.url);
}

export const teardown = async (): Promise<void> => server?.stop();

let server: PostgresServer | null = null;

/**
 * A port that nobody listens at. Not one that the system would choose: it gives those to connections that go out as well, and a
 * server that is killed and comes back would find its port taken.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
