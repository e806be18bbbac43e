import { createServer } from 'node:http';
import { listening } from './listening.ts';

export type Received = { body: Buffer; signature: string };

export type Receiver = {
  url: string;
  /** What came so far. */
  all: Received[];
  /** What it answers with from now on. */
  answer(status: number): void;
  /** Resolves when that many have come in all. */
  count(number: number): Promise<Received[]>;
  close(): Promise<void>;
};

/** A webhook that keeps the raw bodies. */
export async function startReceiver(): Promise<Receiver> {
  const all: Received[] = [];
  const waiting = new Set<() => void>();
  let status = 200;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      all.push({ body: Buffer.concat(chunks), signature: String(request.headers['stripe-signature']) });
      response.writeHead(status).end();
      for (const check of waiting) check();
    });
  });
  const address = await listening(server);
  return {
    url: `http://${address}/webhooks/stripe`,
    all,
    answer: (next) => (status = next),
    count: (number) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (all.length < number) return;
          waiting.delete(check);
          resolve([...all]);
        };
        waiting.add(check);
        check();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
