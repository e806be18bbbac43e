import { createServer, type Server, type Socket } from 'node:net';

/** Where in the conversation something goes wrong. `DOT`: the mail is there, and nothing was said about it yet. */
export const phases = ['CONNECT', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'BODY', 'DOT'] as const;
export type Phase = (typeof phases)[number];

/**
 * What goes wrong: an answer instead of yes; `reset` (the connection breaks), `stall` (silence), `half` (half a line and
 * silence); at the end of a mail `taken-reset`, which keeps it, and breaks the connection before saying so.
 */
export type Fault = Readonly<{ at: Phase; what: string }>;

export type Delivered = Readonly<{ messageId: string; to: string }>;

/** A mail server over real sockets that does what the script says to each connection, and keeps what it took. */
export async function faultySmtp(options: {
  /** The fault of the next conversation about a mail; null for none. */
  next: () => Fault | null;
  /** Called when a phase is reached, before it is answered. */
  reached?: (phase: Phase) => void;
  port?: number;
}) {
  const delivered: Delivered[] = [];
  const sockets = new Set<Socket>();
  const counts = { connections: 0, faults: 0, ambiguous: 0 };
  const server: Server = createServer((socket) => {
    counts.connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    converse(socket);
  });

  function converse(socket: Socket): void {
    let fault: Fault | null = null;
    let isChosen = false;
    let pending = '';
    let body: string[] | null = null;
    let to = '';
    /** After silence nothing is heard any more, either. */
    let isDeaf = false;
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    /** Whether something went wrong here instead of the usual answer. */
    const failed = (phase: Phase): boolean => {
      options.reached?.(phase);
      if (!isChosen) [fault, isChosen] = [options.next(), true];
      if (fault === null || fault.at !== phase) return false;
      const { what } = fault;
      [fault, isChosen] = [null, false];
      counts.faults += 1;
      if (phase === 'DOT' && (what === 'stall' || what === 'half' || what.endsWith('reset')))
        counts.ambiguous += 1;
      if (what === 'taken-reset' || what === 'taken-stall') keep();
      if (what.endsWith('reset')) socket.resetAndDestroy();
      else if (what === 'half') socket.write('25');
      else if (what === 'banner') for (let k = 0; k < 160; k += 1) socket.write('2'.repeat(65_536));
      else if (!what.endsWith('stall')) say(what);
      isDeaf = what === 'half' || what.endsWith('stall');
      return true;
    };
    const keep = (): void => {
      const messageId = /^message-id: (.*)$/imu.exec((body ?? []).join('\n'))?.[1]?.trim() ?? '';
      delivered.push({ messageId, to });
    };
    const answers: Record<string, () => void> = {
      EHLO: () => say('250-hi\r\n250 8BITMIME'),
      MAIL: () => say('250 ok'),
      RCPT: () => say('250 ok'),
      DATA: () => {
        body = [];
        say('354 go on');
      },
      QUIT: () => socket.end('221 bye\r\n'),
    };
    const take = (line: string): void => {
      if (body !== null && line !== '.') {
        body.push(line);
        if (body.length === 5) void (failed('BODY') && (body = null));
      } else if (body !== null) {
        if (!failed('DOT')) {
          keep();
          say('250 taken');
          isChosen = false;
        }
        body = null;
      } else {
        const word = line.split(/[ :]/u)[0]?.toUpperCase() ?? '';
        if (word === 'RCPT') to = /<(.*?)>/u.exec(line)?.[1] ?? '';
        const phase = phases.find((one) => one === word);
        if (phase === undefined || !failed(phase)) (answers[word] ?? (() => say('250 ok')))();
      }
    };
    if (!failed('CONNECT')) say('220 hi');
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        if (!socket.destroyed && !isDeaf) take(line);
      }
    });
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    delivered,
    counts,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type FaultySmtp = Awaited<ReturnType<typeof faultySmtp>>;
