import { fork, type ChildProcess } from 'node:child_process';
import type { PrintedDocument } from '../../letters/printed-document.ts';
import type { RenderReply, RenderRequest } from './messages.ts';

type WorkerOptions = Readonly<{
  workerFile: string;
  assetsDir: string;
  execArgv: readonly string[];
  timeoutMs: number;
}>;

/** One process that makes PDFs, one letter at a time. Once it died or was stopped, it stays so. */
export class WorkerProcess {
  rendered = 0;
  rss = 0;
  private readonly child: ChildProcess;
  private readonly timeoutMs: number;
  private dead = false;

  constructor(options: WorkerOptions) {
    this.timeoutMs = options.timeoutMs;
    this.child = fork(options.workerFile, [options.assetsDir], {
      execArgv: [...options.execArgv],
      // Nothing of our environment: it holds the secrets of the server.
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    // Kept for the life of the process: without a listener a failed send would end the server.
    this.child.on('error', () => (this.dead = true));
    this.child.on('exit', () => (this.dead = true));
  }

  get isDead(): boolean {
    return this.dead;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  render(letter: PrintedDocument): Promise<Uint8Array> {
    const request: RenderRequest = { id: (this.rendered += 1), letter };
    return new Promise((resolve, reject) => {
      const settle = (result: Uint8Array | Error) => {
        clearTimeout(timer);
        this.child.off('message', onMessage).off('exit', onExit).off('error', onError);
        if (result instanceof Error) reject(result);
        else resolve(result);
      };
      const onMessage = (reply: RenderReply) => {
        if (reply.id !== request.id) return;
        this.rss = reply.rss;
        settle('pdf' in reply.outcome ? reply.outcome.pdf : new Error(`no PDF: ${reply.outcome.fault}`));
      };
      const onExit = (code: number | null, signal: string | null) =>
        settle(new Error(`no PDF: the process ended (${signal ?? code})`));
      const onError = (error: Error) =>
        settle(new Error('no PDF: the process is out of reach', { cause: error }));
      const timer = setTimeout(() => {
        this.stop();
        settle(new Error(`no PDF within ${this.timeoutMs} ms`));
      }, this.timeoutMs);
      this.child.on('message', onMessage).on('exit', onExit).on('error', onError);
      this.child.send(request, (error) => error && onError(error));
    });
  }

  /** At once and for good: it ignores the polite signals, and layout cannot be interrupted otherwise. */
  stop(): void {
    this.dead = true;
    this.child.kill('SIGKILL');
  }
}
