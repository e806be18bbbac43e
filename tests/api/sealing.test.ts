import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { uuidSource } from '../../api/src/adapters/uuid.ts';
import { record } from '../../api/src/audit/audit.ts';
import { sealAudit } from '../../api/src/audit/seal-audit.ts';
import { systemContext } from '../../api/src/context.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';

const minute = 60_000;

describe.each(databases)('the seals on %s', (kind) => {
  const office = companyOn(kind);
  const seal = async () => sealAudit(await systemContext(office().app.instance, 'test'));
  const sealed = () => office().rows<{ id: string }>('select entry_id as id from audit_seal order by seq');
  const written = () =>
    office().rows<{ id: string }>('select id from audit union all select id from ledger_entry order by id');

  test('are one for each entry of the history and of the book, in the order in which they were written', async () => {
    await office().signedQuote();
    await office().signedQuote();
    const count = (await written()).length;
    expect(await seal()).toBe(count);
    expect(await sealed()).toEqual(await written());
    expect(await office().rows('select id from ledger_entry')).not.toEqual([]);
    expect(await seal()).toBe(0);
  });

  test('come for all that was written before a long pause, however much it was', async () => {
    const ctx = await systemContext(office().app.instance, 'test');
    await seal();
    const entries = Array.from({ length: 600 }, (_, at) => ({ action: 'test.noted', text: `Note ${at}` }));
    await office().db.transaction(({ sql }) => record(ctx, sql, ...entries));
    await office().signedQuote();
    // As if the process had died and nobody had started it again for an hour.
    office().clock.advance(60 * minute);
    expect(await seal()).toBeGreaterThan(600);
    expect(await sealed()).toHaveLength((await written()).length);
    expect(await office().broken()).toEqual([]);
  });

  test('come for what another process writes with a clock that is set back', async () => {
    await office().signedQuote();
    await seal();
    office().clock.advance(-60 * minute);
    const ctx = await systemContext(office().app.instance, 'test');
    const id = uuidSource(() => office().clock.now().getTime(), randomBytes);
    const entry = { action: 'test.noted', text: 'Note' };
    await office().db.transaction(({ sql }) => record({ ...ctx, ids: { ...ctx.ids, id } }, sql, entry));
    expect(await seal()).toBe(1);
    office().clock.advance(60 * minute);
    await office().signedQuote();
    await seal();
    expect(await sealed()).toHaveLength((await written()).length);
    expect(await office().broken()).toEqual([]);
  });
});
