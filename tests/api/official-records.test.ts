import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anchorAudit } from '../../api/src/audit/anchor-audit.ts';
import { sealAudit } from '../../api/src/audit/seal-audit.ts';
import { systemContext } from '../../api/src/context.ts';
import { databases } from '../support/databases.ts';
import { attach, aPng } from '../support/files.ts';
import { askAboutQuote, confirmManualPayment, recordVisit, refundPayment } from '../support/operations.ts';
import { aCompany, aKey, aLineInput, type Company } from '../support/steps.ts';

describe.each(databases)('official records on %s', (kind) => {
  let company: Company;
  const office = (): Company => company;
  // Not companyOn: some rows below stand alone, which the check would rightly find.
  beforeAll(async () => {
    company = await aCompany(kind);
  });
  afterAll(() => company.close());

  /** What may never be changed; and of what only a deletion has its place, because a draft may lose a file. */
  const appendOnly = [
    ...['acceptance', 'audit', 'audit_anchor', 'audit_seal', 'document', 'event', 'link_visit'],
    ...['payment_log', 'quote_message', 'receipt', 'recurring_plan', 'signing_key'],
    ...['ledger_entry', 'credit_note', 'bank_match', 'contract_reduction', 'erasure'],
  ];
  const neverChanged = ['attachment', 'blob'];
  /** Of these a part moves on, such as what is paid; what was sent, agreed or confirmed does not, and no row goes away. */
  const keptInPart: readonly (readonly [table: string, change: string, row: string])[] = [
    ['invoice', 'gross = gross + 1', ''],
    ['invoice', `content = '{}'`, ''],
    ['payment', 'amount = amount + 1', ` where status = 'CONFIRMED'`],
    ['payment', `status = 'REJECTED'`, ` where status = 'CONFIRMED'`],
    ['quote', '', ' where number is not null'],
    ['refund', '', ''],
    ['dispute', '', ''],
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
    const paid = await office().make<{ id: string }>(
      confirmManualPayment,
      { input: { idempotencyKey: aKey(), ...money } },
      await office().as('STAFF'),
    );
    const back = { amount: 100, method: 'CASH', reference: 'slip 8', reason: 'Too much' };
    await office().make(
      refundPayment,
      { input: { idempotencyKey: aKey(), paymentId: paid.id, ...back } },
      await office().as('MANAGER'),
    );
    await rawRecords(paid.id, quote.id);
    await attach(office(), (await office().draft()).id, 'plan.png', await aPng());
    const ctx = await systemContext(office().app.instance, 'test');
    await sealAudit(ctx);
    await anchorAudit(ctx);
  }

  /** What only comes about with a bank, a provider or a second signature, as plain rows. */
  async function rawRecords(paymentId: string, quoteId: string): Promise<void> {
    const key = aKey();
    const at = '2026-11-21T01:00:00.000Z';
    for (const statement of [
      `insert into bank_statement (id, filename, hash, format, status, line_count, done_count, new_count, problems, problem_count, uploaded_by, created_at) values ('${key}', 'a.csv', '${key}', 'CSV', 'IMPORTED', 1, 1, 1, '[]', 0, 'Kim', '${at}')`,
      `insert into bank_line (id, statement_id, fingerprint, "row", booked_on, amount, currency, name, reference, text, account, status, search_key) values ('${key}', '${key}', '${key}', 1, '2026-11-21', 1, 'AUD', '', '', '', '', 'MATCHED', '')`,
      `insert into bank_match (id, line_id, payment_id, amount, confirmed_by, at) values ('${key}', '${key}', '${paymentId}', 1, 'Kim', '${at}')`,
      `insert into contract_reduction (id, acceptance_id, stage_position, change_quote_id, change_number, gross, taxes, created_at) select '${key}', id, 2, quote_id, 'QT-X', 1, '[]', '${at}' from acceptance where quote_id = '${quoteId}'`,
      `insert into erasure (id, customer_id, day, at, actor, reason, kind, counts) values ('${key}', '${key}', '2026-11-21', '${at}', 'Kim', 'Asked for it', 'LEAD', '{}')`,
      `insert into dispute (id, provider_id, payment_id, invoice_id, customer_id, status, amount, currency, reason, is_withdrawn, opened_at) select '${key}', '${key}', p.id, i.id, i.customer_id, 'WON', 1, 'AUD', 'fraudulent', 0, '${at}' from payment p join invoice i on i.id = p.invoice_id where p.id = '${paymentId}'`,
    ])
      await office().tamper(statement);
  }
});
