import { describe, expect, test } from 'vitest';
import { goToCheckout } from '../support/card.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { attach, aPng } from '../support/files.ts';
import { askAboutQuote, confirmManualPayment, recordVisit } from '../support/operations.ts';
import { aKey, aLineInput } from '../support/steps.ts';
import { anchorAudit } from '../../api/src/audit/anchor-audit.ts';
import { sealAudit } from '../../api/src/audit/seal-audit.ts';
import { systemContext } from '../../api/src/context.ts';
import { migrate } from '../../api/src/db/migrate.ts';

describe.each(databases)('tables on %s', (kind) => {
  const office = companyOn(kind);

  test('are as the entities say: there is nothing to update', async () => {
    // Out of its transaction: looking at the tables takes connections of its own.
    const em = await office().db.transaction(async (tx) => tx.em.fork());
    em.config.set(
      'dbName',
      kind === 'postgres'
        ? String((await office().rows('select current_database() as name'))[0]?.['name'])
        : em.config.get('dbName'),
    );
    const generator = em.getPlatform().getSchemaGenerator(em.getDriver(), em);
    const statements = await generator.getUpdateSchemaSQL({ wrap: false, dropTables: false });
    // Entities cannot say that a table is append-only, so the generator would drop what keeps it so.
    const unknownToEntities = /^drop (trigger|function) if exists .*(append_only|no_update|no_delete)/;
    expect(
      statements.split('\n').filter((line) => line.trim() !== '' && !unknownToEntities.test(line)),
    ).toEqual([]);
  });

  test('are migrated once', async () => {
    const before = await office().rows('select * from migration');
    expect(await migrate(office().db, office().clock.now())).toEqual([]);
    expect(await office().rows('select * from migration')).toEqual(before);
  });

  test('what a newer version wrote is left alone', async () => {
    await office().tamper(
      `insert into migration (name, run_at) values ('9999-future', '2030-01-01T00:00:00.000Z')`,
    );
    await expect(migrate(office().db, office().clock.now())).rejects.toThrow('newer version');
    await office().tamper(`delete from migration where name = '9999-future'`);
  });

  /** What may never be changed; and of what only a deletion has its place, because a draft may lose a file. */
  const appendOnly = [
    ...['acceptance', 'audit', 'audit_anchor', 'audit_seal', 'document', 'event', 'link_visit'],
    ...['payment_log', 'quote_message', 'receipt', 'recurring_plan', 'signing_key'],
  ];
  const neverChanged = ['attachment', 'blob'];
  /** Of these a part moves on, such as what is paid; what was sent, agreed or confirmed does not, and no row goes away. */
  const keptInPart: readonly (readonly [table: string, change: string, row: string])[] = [
    ['invoice', 'gross = gross + 1', ''],
    ['invoice', `content = '{}'`, ''],
    ['payment', 'amount = amount + 1', ` where status = 'CONFIRMED'`],
    ['payment', `status = 'REJECTED'`, ` where status = 'CONFIRMED'`],
    ['quote', '', ' where number is not null'],
  ];

  test('EV-02: the tables that are guarded are exactly those that are tried here', async () => {
    const guarded = await office().rows<{ name: string }>(
      kind === 'sqlite'
        ? `select distinct tbl_name as name from sqlite_master where type = 'trigger' order by 1`
        : `select distinct event_object_table as name from information_schema.triggers where trigger_name like '%append_only' or trigger_name like '%no_update' or trigger_name like '%no_delete' order by 1`,
    );
    const parts = new Set(keptInPart.map(([table]) => table));
    expect(guarded.map(({ name }) => name)).toEqual([...appendOnly, ...neverChanged, ...parts].toSorted());
  });

  test.each([...appendOnly, ...neverChanged])(
    'EV-02: %s takes no change and no deletion, not even by ourselves',
    async (table) => {
      await everyRecord();
      const before = await office().rows(`select * from ${table}`);
      expect(before.length).toBeGreaterThan(0);
      const [column] = Object.keys(before[0] ?? {});
      await expect(office().tamper(`update ${table} set ${column} = ${column}`)).rejects.toThrow(
        'append-only',
      );
      if (neverChanged.includes(table)) return;
      await expect(office().tamper(`delete from ${table}`)).rejects.toThrow('append-only');
      if (kind === 'postgres')
        await expect(office().tamper(`truncate ${table} cascade`)).rejects.toThrow('append-only');
      expect(await office().rows(`select * from ${table}`)).toEqual(before);
    },
  );

  test.each(keptInPart)('EV-02: %s keeps what it said (%s)', async (table, change, row) => {
    await everyRecord();
    const before = await office().rows(`select * from ${table}${row} order by id`);
    expect(before.length).toBeGreaterThan(0);
    if (change !== '')
      await expect(office().tamper(`update ${table} set ${change}${row}`)).rejects.toThrow('append-only');
    await expect(office().tamper(`delete from ${table}${row}`)).rejects.toThrow('append-only');
    expect(await office().rows(`select * from ${table}${row} order by id`)).toEqual(before);
  });

  /** Something in every table that is guarded. */
  async function everyRecord(): Promise<void> {
    const lines = [aLineInput(), aLineInput({ id: 'care', unitPrice: 5_000, billing: 'MONTHLY' })];
    const quote = await office().signedQuote(
      { lines },
      { expectedRecurring: [{ billing: 'MONTHLY', total: 5_000 }] },
    );
    const open = await office().sentQuote();
    const question = { idempotencyKey: aKey(), kind: 'QUESTION', text: 'Is hosting in it?' };
    await office().make(askAboutQuote, { input: question }, open.link);
    await office().make(recordVisit, { input: { visitId: aKey(), opened: true } }, open.link);
    const money = {
      invoiceId: quote.invoice.id,
      paymentId: null,
      method: 'CASH',
      amount: 112_470,
      reference: '',
      receivedOn: '2026-11-21',
    };
    await office().make(
      confirmManualPayment,
      { input: { idempotencyKey: aKey(), ...money } },
      await office().as('STAFF'),
    );
    await attach(office(), (await office().draft()).id, 'plan.png', await aPng());
    const ctx = await systemContext(office().app.instance, 'test');
    await sealAudit(ctx);
    await anchorAudit(ctx);
  }

  test.each([
    [
      'a second acceptance of a quote',
      `insert into acceptance select 'again', quote_id, revision_hash, signer_name, signer_email, method, gross, currency, choices, evidence, evidence_hash, signature, key_id, proof, signed_at from acceptance`,
    ],
    [
      'a second invoice of a stage',
      `update invoice set stage_position = 1, acceptance_id = (select min(id) from acceptance)`,
    ],
    ['a second invoice of a number', `update invoice set number = 'INV-2026-0001'`],
    ['a second customer of a prefix', `update customer set prefix = 'SAME'`],
    [
      'a second version with the same number',
      `update quote set customer_id = (select min(id) from customer), sequence = 1, revision = 1`,
    ],
    [
      'a second draft of an offer',
      `update quote set status = 'DRAFT', family_id = (select min(family_id) from quote)`,
    ],
  ])('%s is refused by the database itself', async (_what, statement) => {
    await office().signedQuote();
    await office().signedQuote();
    await expect(office().tamper(statement)).rejects.toThrow(/unique/i);
  });

  test('two card payments or two claims of one invoice cannot be under way at once', async () => {
    const quote = await office().signedQuote();
    await goToCheckout(office(), quote);
    const copy = (method: string, status: string) =>
      `insert into payment (id, invoice_id, method, status, amount, currency, allocated, created_at) values ('${aKey()}', '${quote.invoice.id}', '${method}', '${status}', 1, 'AUD', 0, '2026-11-21T01:00:00.000Z')`;
    await expect(office().tamper(copy('CARD', 'PENDING'))).rejects.toThrow(/unique/i);
    await office().tamper(copy('CASH', 'CLAIMED'));
    await expect(office().tamper(copy('BANK_TRANSFER', 'CLAIMED'))).rejects.toThrow(/unique/i);
  });
});
