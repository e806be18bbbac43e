import type { FileReply, FileRequest } from './files/messages.ts';
import { watchBeside } from './watch-beside.ts';

// The process that opens one file that a stranger may have made, and then ends. It has no secrets and no socket. What
// brings a decoder down, or makes it eat memory, brings down this process alone.

watchBeside({ parent: process.ppid, mostMemory: 700 * 1024 * 1024 });

/** Each kind loads what it needs: a process that lives for one file spends most of its life loading. */
async function open(request: FileRequest): Promise<FileReply> {
  try {
    if (request.kind === 'STATEMENT') {
      const { readStatement } = await import('./files/statement-file.ts');
      return readStatement(request.bytes, request.reading);
    }
    if (request.kind === 'PDF' && !request.asLogo) {
      const { cleanPdf } = await import('./files/pdf-file.ts');
      return await cleanPdf(request.bytes);
    }
    const { cleanPicture } = await import('./files/picture.ts');
    return await cleanPicture(request);
  } catch {
    // Whatever a library finds wrong with a file, the person is told the same.
    return { problem: 'UNREADABLE' };
  }
}

// Ctrl-C reaches every process of the terminal; the server lets us finish what it waits for.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => process.exit(0));
// A server that was killed while we loaded has hung up before anybody listened.
if (!process.connected) process.exit(0);
process.once('message', (request: FileRequest) => {
  void open(request).then((reply) => process.send?.(reply, () => process.exit(0)));
});
