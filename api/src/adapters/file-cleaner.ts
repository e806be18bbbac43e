import { fork } from 'node:child_process';
import type { FileCleaner } from '../ports.ts';
import type { CleanReply, FileReply, FileRequest } from './files/messages.ts';
import type { ReadStatement } from '../domain/bank/reading.ts';

type Options = Readonly<{
  /** `file-worker.ts` as source, `file-worker.js` as built. */
  workerFile: string;
  timeoutMs?: number;
}>;

/** Every kind of file can be too much. */
const tooMuchWork = { problem: 'TOO_MUCH_WORK' } as const;

/** The memory of pictures is outside of the heap; a process of its own watches that. */
const execArgv = ['--max-old-space-size=400'];

/** Opens files in processes that live for one file each, one after the other, so that the server always has a core left. */
export function createFileCleaner({ workerFile, timeoutMs = 20_000 }: Options): FileCleaner {
  let last: Promise<unknown> = Promise.resolve();
  /** The worker answers each kind of request with the reply that belongs to it. */
  const queued = <Reply extends FileReply>(request: FileRequest): Promise<Reply | typeof tooMuchWork> => {
    const turn = last.then(() => inOwnProcess<Reply>(workerFile, timeoutMs, request));
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    clean: (kind, bytes) => queued<CleanReply>({ kind, bytes, asLogo: false }),
    logo: (kind, bytes) => queued<CleanReply>({ kind, bytes, asLogo: true }),
    statement: (bytes, reading) => queued<ReadStatement>({ kind: 'STATEMENT', bytes, reading }),
    close: async () => void (await last),
  };
}

function inOwnProcess<Reply extends FileReply>(
  workerFile: string,
  timeoutMs: number,
  request: FileRequest,
): Promise<Reply | typeof tooMuchWork> {
  return new Promise((resolve, reject) => {
    const child = fork(workerFile, [], {
      execArgv,
      // Nothing of our environment: it holds the secrets of the server.
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const settle = (outcome: Reply | typeof tooMuchWork | Error) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    };
    // A file that takes too long, or that ends the process by its size or by a fault of a decoder, is refused.
    const timer = setTimeout(() => settle(tooMuchWork), timeoutMs);
    child.once('exit', () => settle(tooMuchWork));
    child.once('message', (reply: Reply) => settle(reply));
    child.on('error', (error) => settle(new Error('a file cannot be opened: no process', { cause: error })));
    child.send(request, (error) => error && settle(tooMuchWork));
  });
}
