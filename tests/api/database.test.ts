import { describe, expect, test } from 'vitest';
import { goToCheckout } from '../support/card.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { aKey } from '../support/steps.ts';
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

  test.each([
    [
      'a second acceptance of a quote',
      `insert into acceptance select 'again', quote_id, revision_hash, signer_name, signer_email, method, gross, currency, choices, evidence, evidence_hash, signature, key_id, proof, signed_at, erasure_id from acceptance`,
    ],
    [
      'a second invoice of a stage',
      `update invoice set stage_position = 1, acceptance_id = (select min(id) from acceptance)`,
    ],
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

  test('a second invoice of a number is refused by the database itself', async () => {
    await office().signedQuote();
    const [invoice] = await office().rows('select * from invoice');
    const columns = Object.keys(invoice ?? {});
    const other: Record<string, string> = { id: `'${aKey()}'`, serial: '9999', stage_position: '9' };
    const values = columns.map((column) => other[column] ?? column);
    await expect(
      office().tamper(`insert into invoice (${columns.join()}) select ${values.join()} from invoice limit 1`),
    ).rejects.toThrow(/unique.*number|number.*unique/i);
  });

  test('two card payments or two claims of one invoice cannot be under way at once', async () => {
    const quote = await office().signedQuote();
    await goToCheckout(office(), quote);
    const copy = (method: string, status: string) =>
      `insert into payment (id, invoice_id, customer_id, method, status, amount, currency, allocated, refunded, proofs, created_at) values ('${aKey()}', '${quote.invoice.id}', '${quote.customer.id}', '${method}', '${status}', 1, 'AUD', 0, 0, '[]', '2026-11-21T01:00:00.000Z')`;
    await expect(office().tamper(copy('CARD', 'PENDING'))).rejects.toThrow(/unique/i);
    await office().tamper(copy('CASH', 'CLAIMED'));
    await expect(office().tamper(copy('BANK_TRANSFER', 'CLAIMED'))).rejects.toThrow(/unique/i);
  });
});
