import { connect, type Socket } from 'node:net';
import { quantile } from './statistics.ts';

export type Load = {
  clients: number;
  /** The next request as it goes over the wire; null ends the load. */
  next(): Buffer | null;
  /** Throws when the answer is not the one that was measured. */
  check?(body: string): void;
};
export type Driven = { count: number; perSecond: number; p50: number; p99: number };

/**
 * Keep-alive clients, each with one request under way. Plain sockets: a client library would take as much of the
 * machine as the server that it measures.
 */
export async function drive(url: string, load: Load): Promise<Driven> {
  const latencies: number[] = [];
  const started = performance.now();
  await Promise.all(Array.from({ length: load.clients }, () => beOneClient(url, load, latencies)));
  const seconds = (performance.now() - started) / 1000;
  latencies.sort((a, b) => a - b);
  return {
    count: latencies.length,
    perSecond: latencies.length / seconds,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

async function beOneClient(url: string, load: Load, latencies: number[]): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  try {
    for (let request = load.next(); request !== null; request = load.next()) {
      const sent = performance.now();
      const body = await exchange(socket, request);
      latencies.push(performance.now() - sent);
      load.check?.(body);
    }
  } finally {
    socket.destroy();
  }
}

/** One request and its answer, which has a content-length: the server streams nothing here. */
function exchange(socket: Socket, request: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer: Buffer = Buffer.alloc(0);
    const settle = (end: () => void): void => {
      socket.removeListener('data', take).removeListener('error', fail).removeListener('close', fail);
      end();
    };
    const fail = (): void => settle(() => reject(new Error('The server closed a connection under load')));
    const take = (chunk: Buffer): void => {
      answer = answer.length === 0 ? chunk : Buffer.concat([answer, chunk]);
      const head = answer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(answer.toString('latin1', 0, head))?.[1]);
      if (answer.length >= head + 4 + length) settle(() => resolve(answer.toString('utf8', head + 4)));
    };
    socket.on('data', take).on('error', fail).on('close', fail);
    socket.write(request);
  });
}

/** A POST to /graphql as bytes, made before the clock runs. */
export function graphqlRequest(
  query: string,
  variables: object = {},
  headers: Record<string, string> = {},
): Buffer {
  const body = JSON.stringify({ query, variables });
  const head = Object.entries({
    host: 'localhost',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Mozilla/5.0 (bench)',
    ...headers,
  });
  return Buffer.from(
    `POST /graphql HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  );
}
