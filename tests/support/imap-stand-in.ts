import { createServer, type Socket } from 'node:net';

/** A mailbox over a real socket that knows as much of IMAP4rev1 as a reader of reports needs. */
export async function imapStandIn(mails: readonly string[], password = 'secret') {
  const seen = new Set<number>();
  const sockets = new Set<Socket>();
  const counts = { logins: 0, refused: 0 };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    say('* OK [CAPABILITY IMAP4rev1] ready');
    let pending = '';
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        answer(line, say, socket);
      }
    });
  });

  function answer(line: string, say: (line: string) => void, socket: Socket): void {
    const [tag = '', ...rest] = line.split(' ');
    const command = rest.join(' ');
    const ok = (): void => say(`${tag} OK done`);
    if (/^LOGIN /i.test(command)) {
      const isRight = command.includes(password);
      counts[isRight ? 'logins' : 'refused'] += 1;
      say(isRight ? `${tag} OK [CAPABILITY IMAP4rev1] in` : `${tag} NO [AUTHENTICATIONFAILED] wrong`);
    } else if (/^CAPABILITY/i.test(command)) {
      say('* CAPABILITY IMAP4rev1');
      ok();
    } else if (/^(LIST|LSUB) /i.test(command)) {
      say('* LIST (\\HasNoChildren) "/" "INBOX"');
      ok();
    } else if (/^(SELECT|EXAMINE) /i.test(command)) {
      say(`* ${mails.length} EXISTS`);
      say('* FLAGS (\\Seen)');
      say('* OK [PERMANENTFLAGS (\\Seen)] flags');
      say('* OK [UIDVALIDITY 1] valid');
      say(`* OK [UIDNEXT ${mails.length + 1}] next`);
      say(`${tag} OK [READ-WRITE] open`);
    } else if (/^UID SEARCH /i.test(command)) {
      const unseen = mails.map((_, at) => at + 1).filter((uid) => !seen.has(uid));
      say(`* SEARCH ${unseen.join(' ')}`.trim());
      ok();
    } else if (/^UID FETCH /i.test(command)) {
      const uid = Number(/^UID FETCH (\d+)/i.exec(command)?.[1]);
      const mail = Buffer.from(mails[uid - 1] ?? '');
      socket.write(`* ${uid} FETCH (UID ${uid} BODY[]<0> {${mail.byteLength}}\r\n`);
      socket.write(mail);
      say(')');
      ok();
    } else if (/^UID STORE /i.test(command)) {
      const uid = Number(/^UID STORE (\d+)/i.exec(command)?.[1]);
      seen.add(uid);
      ok();
    } else if (/^LOGOUT/i.test(command)) {
      say('* BYE');
      ok();
      socket.end();
    } else ok();
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `imap://bounces:${password}@127.0.0.1:${address.port}/INBOX`,
    port: address.port,
    seen,
    counts,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
