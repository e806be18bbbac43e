import type { RenderReply, RenderRequest } from './pdf/messages.ts';
import { createTypesetter, type Typesetter } from './pdf/typst.ts';

// The process that makes PDFs. It has no secrets and no socket, so that what a hostile letter may do to the
// typesetter stays here; and its memory, which grows, goes with it when it is replaced.

function reply(typeset: Typesetter, request: RenderRequest): RenderReply {
  const rss = () => process.memoryUsage.rss();
  try {
    return { id: request.id, outcome: { pdf: typeset(request.letter) }, rss: rss() };
  } catch (error) {
    return {
      id: request.id,
      outcome: { fault: error instanceof Error ? error.message : String(error) },
      rss: rss(),
    };
  }
}

const assetsDir = process.argv[2];
if (assetsDir === undefined) throw new Error('the folder of templates and fonts is missing');
const typeset = createTypesetter(assetsDir);

// Ctrl-C reaches every process of the terminal; the server lets us finish what it waits for and then hangs up.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => process.exit(0));
// A server that was killed while we loaded has hung up before anybody listened.
if (!process.connected) process.exit(0);
process.on('message', (request: RenderRequest) => process.send?.(reply(typeset, request)));
