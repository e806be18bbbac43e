import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small disk that only some processes see. */
export type OwnDisk = {
  /** Its folder, for those who run through it. */
  folder: string;
  /** The command that makes a process see it. */
  through: readonly string[];
  /** Where we reach a file of it from outside: to read and write plainly, but not for SQLite, which follows the link. */
  outside(name: string): string;
  /** Runs something inside, such as mount. */
  run(...command: string[]): void;
  close(): Promise<void>;
};

/** Root has its own mounts by unshare alone; others become root of a world of their own where the kernel lets them. */
const ways = [
  { begin: ['unshare', '--mount', '--propagation', 'private'], join: ['--mount'] },
  { begin: ['unshare', '--map-root-user', '--mount'], join: ['--user', '--preserve-credentials', '--mount'] },
];

/** A disk of so many megabytes, or null where nobody may mount one. It lives in memory, as long as the process that holds it. */
export async function ownDisk(megabytes: number): Promise<OwnDisk | null> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-disk-'));
  for (const way of ways) {
    const holder = await hold(way.begin, folder, megabytes);
    if (holder === null) continue;
    const through = ['nsenter', '--target', String(holder.pid), ...way.join, '--'];
    return {
      folder,
      through,
      outside: (name) => join(`/proc/${holder.pid}/root${folder}`, name),
      run: (...command) =>
        void execFileSync(through[0] ?? '', [...through.slice(1), ...command], { stdio: 'pipe' }),
      close: async () => {
        const gone = once(holder, 'exit');
        holder.kill('SIGKILL');
        await gone;
      },
    };
  }
  return null;
}

async function hold(
  begin: readonly string[],
  folder: string,
  megabytes: number,
): Promise<ChildProcess | null> {
  const [command = '', ...args] = begin;
  const script = `mount -t tmpfs -o size=${megabytes}m,mode=777 tmpfs ${folder} && echo mounted && exec sleep 3600`;
  const child = spawn(command, [...args, 'sh', '-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', () => resolve(null));
    child.stdout?.once('data', () => resolve(child));
  });
}
