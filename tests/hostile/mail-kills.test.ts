import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { type Fault, faultySmtp, type FaultySmtp, type Phase } from '../support/faulty-smtp.ts';
import { figure } from '../support/figures.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { leasesRunOut, settled, startWorld, type World } from '../support/world.ts';

/** How often each place is died at. */
const seeds = Number(process.env['SEEDS'] ?? 1);

describe.each(databases)('a worker that dies in the middle of a mail, on %s', (kind) => {
  let world: World;
  let smtp: FaultySmtp;
  /** Whom to kill when the conversation reaches this place. */
  let deadly: { at: Phase; what: string; victim: ServerProcess } | null = null;
  beforeAll(async () => {
    world = await startWorld(kind);
    smtp = await faultySmtp({
      next: (): Fault | null => deadly && { at: deadly.at, what: deadly.what },
      reached: (phase) => {
        if (deadly === null || phase !== deadly.at) return;
        deadly.victim.process.kill('SIGKILL');
      },
    });
  });
  afterAll(async () => {
    await world.close();
    await smtp.close();
  });

  /** The whole mail is there in the last two; whether the server kept it nobody can know. */
  const places: [Phase, string, number][] = [
    ['RCPT', 'stall', 1],
    ['DOT', 'stall', 1],
    ['DOT', 'taken-stall', 2],
  ];
  test.each(places.flatMap((place) => Array.from({ length: seeds }, () => place)))(
    'KL-04: killed at %s (%s), the mail is not lost, and arrives %i times',
    async (at, what, most) => {
      const doomed = await world.server({ SMTP_URL: smtp.url });
      deadly = { at, what, victim: doomed };
      const quote = await world.office.openQuote();
      if (doomed.process.exitCode === null && doomed.process.signalCode === null)
        await once(doomed.process, 'exit', { signal: AbortSignal.timeout(20_000) });
      expect(doomed.process.signalCode).toBe('SIGKILL');
      deadly = null;
      await leasesRunOut(world);
      const healthy = await world.server({ SMTP_URL: smtp.url });
      expect(await settled(world)).toEqual([]);
      const mail = await world.office.db.read
        .selectFrom('mail')
        .selectAll()
        .where('quoteId', '=', quote.id)
        .executeTakeFirstOrThrow();
      expect([mail.status, mail.token]).toEqual(['ACCEPTED', null]);
      const copies = smtp.delivered.filter(({ messageId }) => messageId === mail.messageId).length;
      expect(copies).toBe(most);
      expect(await healthy.stop()).toBe(0);
      const where = 'SIGKILL after RCPT, and between the final dot and its answer; mails lost';
      figure({ goal: 'KL-04', what: where, on: kind, count: 1, found: 0 });
    },
  );
});
