import { Worker } from 'node:worker_threads';
import type { CleanReply, CleanRequest } from './files/messages.ts';
import { cleanPdf } from './files/pdf-file.ts';
import { cleanPicture } from './files/picture.ts';

// The process that opens one file that a stranger may have made, and then ends. It has no secrets and no socket. What
// brings a decoder down, or makes it eat memory, brings down this process alone.

const memoryLimit = 700 * 1024 * 1024;

/** A decoder gives nobody else a turn, so a thread beside it watches the memory; it ends the process and not itself. */
new Worker(
  `setInterval(() => process.memoryUsage.rss() > ${memoryLimit} && process.kill(process.pid, 'SIGKILL'), 10)`,
  { eval: true },
);

async function clean(request: CleanRequest): Promise<CleanReply> {
  try {
    return request.kind === 'PDF' && !request.asLogo
      ? await cleanPdf(request.bytes)
      : await cleanPicture(request);
  } catch {
    // Whatever a library finds wrong with a file, the person is told the same.
    return { problem: 'UNREADABLE' };
  }
}

// Ctrl-C reaches every process of the terminal; the server lets us finish what it waits for.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => process.exit(0));
process.once('message', (request: CleanRequest) => {
  void clean(request).then((reply) => process.send?.(reply, () => process.exit(0)));
});
