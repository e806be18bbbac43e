import { expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { faultySmtp } from '../support/faulty-smtp.ts';
import { figure } from '../support/figures.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { settled, startWorld } from '../support/world.ts';

/** In a release 1,000: each brings its own PDF. */
const count = Number(process.env['PROCESS_MAILS'] ?? 12);

test.each(databases)(
  'ML-10: two processes share the mails on %s: each is sent by one of them',
  async (kind) => {
    const world = await startWorld(kind);
    const boxes = await Promise.all([faultySmtp({ next: () => null }), faultySmtp({ next: () => null })]);
    const both: ServerProcess[] = [];
    for (const { url } of boxes) both.push(await world.server({ SMTP_URL: url }));
    // without what the house is told itself.
    const sent = (): string[][] =>
      boxes.map(({ delivered }) =>
        delivered.flatMap(({ messageId }) => (/^<(audit-head|review)-/.test(messageId) ? [] : messageId)),
      );
    // Until each had its share, or nothing would be shared.
    let made = 0;
    for (; made < count || sent().some(({ length }) => length === 0); made += 1) {
      expect(made).toBeLessThan(200 + count);
      await world.office.openQuote();
    }
    expect(await settled(world)).toEqual([]);
    const mails = await world.office.db.read.selectFrom('mail').select(['messageId', 'status']).execute();
    expect(mails.map(({ status }) => status)).toEqual(Array.from({ length: made }, () => 'ACCEPTED'));
    expect(sent().flat().toSorted()).toEqual(mails.map(({ messageId }) => messageId).toSorted());
    expect(await Promise.all(both.map((server) => server.stop()))).toEqual([0, 0]);
    const what = 'mails shared by two processes; sent by both';
    figure({ goal: 'ML-10', what, on: kind, count: made, found: 0 });
    for (const box of boxes) await box.close();
    await world.close();
  },
  120_000 + count * 500,
);
