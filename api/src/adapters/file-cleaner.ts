import { fork } from 'node:child_process';
import type { FileCleaner } from '../ports.ts';
import type { CleanReply, CleanRequest } from './files/messages.ts';

type Options = Readonly<{
  /** `file-worker.ts` as source, `file-worker.js` as built. */
  workerFile: string;
  timeoutMs?: number;
}>;

/** The memory of pictures is outside of the heap; a process of its own watches that. */
const execArgv = ['--max-old-space-size=400'];

/** Opens files in processes that live for one file each, one after the other, so that the server always has a core left. */
export function createFileCleaner({ workerFile, timeoutMs = 20_000 }: Options): FileCleaner {
  let last: Promise<unknown> = Promise.resolve();
  const queued = (request: CleanRequest): Promise<CleanReply> => {
    const turn = last.then(() => inOwnProcess(workerFile, timeoutMs, request));
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    clean: (kind, bytes) => queued({ kind, bytes, asLogo: false }),
    logo: (kind, bytes) => queued({ kind, bytes, asLogo: true }),
    close: async () => void (await last),
  };
}

function inOwnProcess(workerFile: string, timeoutMs: number, request: CleanRequest): Promise<CleanReply> {
  return new Promise((resolve, reject) => {
    const child = fork(workerFile, [], {
      execArgv,
      // Nothing of our environment: it holds the secrets of the server.
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const settle = (outcome: CleanReply | Error) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    };
    // A file that takes too long, or that ends the process by its size or by a fault of a decoder, is refused.
    const timer = setTimeout(() => settle({ problem: 'TOO_MUCH_WORK' }), timeoutMs);
    child.once('exit', () => settle({ problem: 'TOO_MUCH_WORK' }));
    child.once('message', (reply: CleanReply) => settle(reply));
    child.on('error', (error) => settle(new Error('a file cannot be opened: no process', { cause: error })));
    child.send(request, (error) => error && settle({ problem: 'TOO_MUCH_WORK' }));
  });
}
