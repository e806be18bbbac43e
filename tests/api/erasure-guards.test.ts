import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { erasable } from '../../api/src/db/migrations/erasable.ts';
import { cashDesk } from '../support/cash.ts';
import { databases } from '../support/databases.ts';
import { invoiceDesk } from '../support/invoice-desk.ts';
import { askAboutQuote, recordVisit } from '../support/operations.ts';
import { aCompany, aKey, type Company } from '../support/steps.ts';

/** How words are taken from a row of each table, and what must not ride along. */
const changes = {
  acceptance: { taken: `signer_name = 'Erased'`, beside: 'gross = gross + 1' },
  audit: { taken: `text = 'Erased', facts = '{}', salt = null`, beside: `actor = 'Eve'` },
  credit_note: { taken: `reason = 'Erased'`, beside: 'gross = gross + 1' },
  document: { taken: 'bytes = null', beside: `sha256 = 'other'` },
  link_visit: { taken: `ip = ''`, beside: `at = '2030-01-01'` },
  payment_log: { taken: 'note = null', beside: `kind = 'CONFIRMED'` },
  quote_message: { taken: `text = 'Erased'`, beside: `kind = 'ANSWER'` },
  receipt: { taken: `content = '{}'`, beside: `number = 'RC-1'` },
  invoice: { taken: `recipient = ''`, beside: 'gross = gross + 1' },
  payment: { taken: 'reference = null', beside: 'amount = amount + 1' },
} as const;

describe.each(databases)('the guards of records and erasures on %s', (kind) => {
  let company: Company;
  const office = (): Company => company;
  beforeAll(async () => {
    company = await aCompany(kind);
    const signed = await office().signedQuote();
    const open = await office().sentQuote();
    const question = { idempotencyKey: aKey(), kind: 'QUESTION', text: 'Why?' };
    await office().make(askAboutQuote, { input: question }, open.link);
    await office().make(recordVisit, { input: { visitId: aKey(), opened: true } }, open.link);
    await cashDesk(office).confirm(signed);
    await invoiceDesk(office).credit(signed.invoice.id, { amount: 100 });
    await office().settle();
    await office().tamper(
      `insert into erasure (id, customer_id, day, at, actor, reason, kind, counts) values ('known', '${signed.customer.id}', '2026-11-21', '2026-11-21T01:00:00.000Z', 'Kim', 'Asked for it', 'LEAD', '{}')`,
    );
  });
  afterAll(() => company.close());

  test('every column of an erasable table is kept or holds words', async () => {
    for (const [table, { kept, words }] of Object.entries(erasable)) {
      const [row] = await office().rows(`select * from ${table} limit 1`);
      expect([table, Object.keys(row ?? {}).toSorted()]).toEqual([
        table,
        [...kept, ...words, 'erasure_id'].toSorted(),
      ]);
    }
  });

  test.each(Object.keys(changes) as (keyof typeof changes)[])(
    'EV-07: words of %s go once, with an erasure that is there, and nothing with them',
    async (table) => {
      const { beside } = changes[table];
      const taken =
        table === 'document' ? `bytes = ${kind === 'sqlite' ? "x''" : "'\\x'::bytea"}` : changes[table].taken;
      const key = table === 'payment' ? `status = 'CONFIRMED'` : '1 = 1';
      const [row] = await office().rows<{ id: string }>(
        `select id from ${table} where ${key} order by id limit 1`,
      );
      const update = (set: string) =>
        office().tamper(`update ${table} set ${set} where id = '${row?.id ?? ''}'`);
      for (const set of [
        taken,
        `erasure_id = 'absent', ${taken}`,
        `erasure_id = 'known', ${beside}`,
        `erasure_id = 'known', ${taken}, ${beside}`,
      ])
        await expect(update(set)).rejects.toThrow('append-only');
      await update(`erasure_id = 'known', ${taken}`);
      for (const set of [`erasure_id = null`, `erasure_id = 'absent'`, beside])
        await expect(update(set)).rejects.toThrow('append-only');
    },
  );
});
