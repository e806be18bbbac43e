import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a server that writes down all that is said on it, in either direction. */
export type RecordingLine = {
  url: string;
  said(): { asked: string; answered: string };
  close(): Promise<void>;
};

export async function recordingLine(target: string): Promise<RecordingLine> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const asked: Buffer[] = [];
  const answered: Buffer[] = [];
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const [socket, heard, other] of [
      [client, asked, upstream],
      [upstream, answered, client],
    ] as const) {
      open.add(socket);
      socket.on('data', (chunk: Buffer) => heard.push(chunk));
      socket.on('error', () => other.destroy());
      socket.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const text = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString('latin1');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    said: () => ({ asked: text(asked), answered: text(answered) }),
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
