import { createServer, type Socket } from 'node:net';

/**
 * A mail server that takes every call and never says a word. The worker of the server waits for it, so signing is
 * measured by itself: a thousand signatures a second would be two thousand mails.
 */
export function startSlowMail(): Promise<{ url: string; close(): void }> {
  const calls = new Set<Socket>();
  const server = createServer((call) => {
    calls.add(call);
    call.on('error', () => undefined).on('close', () => calls.delete(call));
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string')
        return reject(new Error('The mail server has no port'));
      const close = (): void => {
        for (const call of calls) call.destroy();
        server.close();
      };
      resolve({ url: `smtp://127.0.0.1:${address.port}`, close });
    });
  });
}
