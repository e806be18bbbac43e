import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';
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
 * server that is killed and comes back would find its port taken. The port 6,000 above is held for as long as this process
 * lives, so that no other process is given the same one while its server is down.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 26_000);
    const sign = await listenAt(port + 6_000);
    if (sign === null) continue;
    sign.unref();
    const probe = await listenAt(port);
    if (probe !== null) return new Promise((resolve) => probe.close(() => resolve(port)));
    sign.close();
  }
}

const listenAt = (port: number): Promise<Server | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
