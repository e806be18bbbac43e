import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { paths } from '../../api/src/paths.ts';

const source = JSON.stringify(join(paths.assets, '../src/adapters/watch-beside.ts'));
const folder = mkdtempSync(join(tmpdir(), 'left-behind-'));
const started: ChildProcess[] = [];
afterAll(() => started.forEach((one) => one.kill('SIGKILL')));

/** A process that runs this program, in the place of the server. */
function aServer(program: string): ChildProcess & { pid: number } {
  const file = join(folder, `server-${started.length}.mjs`);
  writeFileSync(file, program);
  const server = spawn(process.execPath, [file], { stdio: 'ignore' });
  started.push(server);
  return server as ChildProcess & { pid: number };
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).map(Number).filter(Boolean);

/** What has ended and was not fetched yet (Z) runs no more. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function until(isSo: () => boolean, milliseconds: number): Promise<boolean> {
  for (const began = performance.now(); performance.now() - began < milliseconds; await pause(20))
    if (isSo()) return true;
  return false;
}

/** Kills the server a moment after it has a child; whether that ends soon. */
async function endsWith(server: ChildProcess & { pid: number }): Promise<boolean> {
  await until(() => childrenOf(server.pid).length > 0, 10_000);
  await pause(1000);
  const [child = 0] = childrenOf(server.pid);
  expect(isRunning(child)).toBe(true);
  server.kill('SIGKILL');
  const isOver = await until(() => !isRunning(child), 1500);
  if (!isOver) process.kill(child, 'SIGKILL');
  return isOver;
}

test('who is started to read a large file ends with the server, although nothing else gets a turn', async () => {
  const reader = join(folder, 'reader.mjs');
  writeFileSync(
    reader,
    `import { watchBeside } from ${source};
    watchBeside({ parent: Number(process.argv[2]) });
    for (;;);`,
  );
  const server = aServer(`
    import { execFile } from 'node:child_process';
    execFile(process.execPath, [${JSON.stringify(reader)}, String(process.pid)]);
    setInterval(() => undefined, 1000);`);
  expect(await endsWith(server)).toBe(true);
});

test('a server that was gone before anybody watched is gone, too', async () => {
  const late = aServer(`
    import { watchBeside } from ${source};
    watchBeside({ parent: 1 });
    for (;;);`);
  expect(await until(() => late.signalCode === 'SIGKILL', 5000)).toBe(true);
});

test('the thread that watches keeps nobody from ending', async () => {
  const quick = aServer(`
    import { watchBeside } from ${source};
    watchBeside({ parent: process.ppid });`);
  expect(await until(() => quick.exitCode === 0, 5000)).toBe(true);
});
