import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from './built.ts';
import { freePort } from './postgres.ts';

const main = built('main.js');

export type ServerProcess = {
  url: string;
  process: ChildProcess;
  /** What it printed so far. */
  output(): string;
  /** SIGKILL, and wait until it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>;
};

/**
 * The built product as a process of its own, ready to answer. `env` comes on top of a quiet sandbox set-up; `through` is a
 * command that becomes the server, such as one that lends it another disk.
 */
export async function startServer(
  env: Record<string, string>,
  through: readonly string[] = [],
): Promise<ServerProcess> {
  const port = Number(env['PORT'] ?? (await freePort()));
  const url = `http://localhost:${port}`;
  const [command, ...args] = [...through, process.execPath, '--max-semi-space-size=8', main];
  const child = spawn(command, args, {
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: env['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'countersign-data-')),
      LOG_LEVEL: 'error',
      // As npm start does.
      NODE_COMPILE_CACHE: join(import.meta.dirname, '../.out/compiled'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => void (printed += chunk.toString()));
  const gone = once(child, 'exit');
  await ready(url, child, () => printed).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    url,
    process: child,
    output: () => printed,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      return child.exitCode;
    },
  };
}

async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The server ended before it was ready: ${output()}`);
    // Its own word first: at the address another process may answer, which was given the same port before this one took it.
    const listens = output().includes('is running on');
    const answer = listens ? await fetch(`${url}/readyz`).catch(() => null) : null;
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`The server was not ready after 60 s: ${output()}`);
}
