import type { PrintedDocument } from '../letters/printed-document.ts';
import type { PdfRenderer } from '../ports.ts';
import type { Coverage } from './pdf/font-coverage.ts';
import { coverageOfAssets } from './pdf/font-files.ts';
import { unprintable } from './pdf/printable.ts';
import { WorkerProcess } from './pdf/worker-process.ts';

export type PdfOptions = Readonly<{
  /** `pdf-worker.ts` as source, `pdf-worker.js` as built. */
  workerFile: string;
  /** The folder with `fonts/` and `letters/`. */
  assetsDir: string;
  /** Flags for Node. None are needed: from 22.18 on it reads TypeScript by itself. */
  execArgv?: readonly string[];
  timeoutMs?: number;
  /** After so many letters, or past so much memory, the process is replaced: the typesetter keeps what it allocates. */
  lettersPerWorker?: number;
  rssLimit?: number;
  longestQueue?: number;
}>;

/** How the renderer is doing, for metrics and tests. */
type PdfVitals = Readonly<{
  pid: number | undefined;
  rss: number;
  waiting: number;
  workersStarted: number;
}>;

type TypstRenderer = PdfRenderer & { vitals(): PdfVitals };

const megabyte = 1024 * 1024;

/** PDFs from a process of their own, one after the other, so that a long letter holds up no request. */
export function createPdfRenderer(options: PdfOptions): TypstRenderer {
  const {
    timeoutMs = 20_000,
    lettersPerWorker = 500,
    rssLimit = 200 * megabyte,
    longestQueue = 500,
  } = options;
  const start = {
    workerFile: options.workerFile,
    assetsDir: options.assetsDir,
    execArgv: options.execArgv ?? [],
    timeoutMs,
  };
  let worker: WorkerProcess | null = null;
  let workersStarted = 0;
  let waiting = 0;
  let closed = false;
  let coverage: Coverage | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const living = (): WorkerProcess => {
    if (worker !== null && !worker.isDead) return worker;
    workersStarted += 1;
    return (worker = new WorkerProcess(start));
  };

  const renderNow = async (letter: PrintedDocument): Promise<Uint8Array> => {
    const current = living();
    try {
      return await current.render(letter);
    } finally {
      waiting -= 1;
      if (current.rendered >= lettersPerWorker || current.rss > rssLimit) current.stop();
    }
  };

  return {
    async render(letter) {
      if (closed) throw new Error('the PDF renderer is closed');
      if (waiting >= longestQueue) throw new Error('too many PDFs are waiting');
      waiting += 1;
      const turn = last.then(() => renderNow(letter));
      last = turn.catch(() => undefined);
      return turn;
    },
    unprintable: (text) =>
      /^[\n\u0020-\u007e]*$/u.test(text)
        ? []
        : unprintable(text, (coverage ??= coverageOfAssets(options.assetsDir))),
    async close() {
      closed = true;
      await last;
      worker?.stop();
    },
    vitals: () => ({ pid: worker?.pid, rss: worker?.rss ?? 0, waiting, workersStarted }),
  };
}
