import { dirname } from 'node:path';
import { startServer } from '../support/server-process.ts';
import { owner } from './office.ts';

export type Served = { url: string; pid: number; startedIn: number };

/** The built server on this database for as long as the work takes; then it is killed, because its mails may hang. */
export async function withServer<T>(
  file: string,
  env: Record<string, string>,
  work: (server: Served) => Promise<T>,
): Promise<T> {
  const started = performance.now();
  const server = await startServer({
    DATABASE_URL: `sqlite:${file}`,
    DATA_DIR: dirname(file),
    OWNER_EMAIL: owner.email,
    OWNER_PASSWORD: owner.password,
    ...env,
  });
  const startedIn = performance.now() - started;
  try {
    return await work({ url: server.url, pid: server.process.pid ?? 0, startedIn });
  } finally {
    await server.kill();
  }
}
