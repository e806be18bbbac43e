import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anchorAudit } from '../../api/src/audit/anchor-audit.ts';
import { sealAudit } from '../../api/src/audit/seal-audit.ts';
import { lookAtAll } from '../../api/src/check/check.ts';
import { reportOn } from '../../api/src/check/report.ts';
import { systemContext } from '../../api/src/context.ts';
import { bankDesk } from '../support/bank-desk.ts';
import { cashDesk } from '../support/cash.ts';
import { databases } from '../support/databases.ts';
import { erasureDesk } from '../support/erasure-desk.ts';
import { figure } from '../support/figures.ts';
import { invoiceDesk } from '../support/invoice-desk.ts';
import { aPdf, attach } from '../support/files.ts';
import {
  approveQuote,
  askAboutQuote,
  cancelQuote,
  quoteById,
  recordVisit,
  requestSigningCode,
  signQuote,
} from '../support/operations.ts';
import { aCompany, aKey, aLineInput, aSignature, type Company } from '../support/steps.ts';
import { aTable } from '../support/statements.ts';
import { tamperings } from '../support/tamperings.ts';
import { foundAfter, unguarded } from '../support/unguarded.ts';

/** Over-payment, credit notes, a void, a write-off and a signed reduction, each with what follows of it. */
async function money(office: Company): Promise<void> {
  const desk = invoiceDesk(() => office);
  const quote = await office.signedQuote();
  await desk.pay(quote.invoice.id, 122_470);
  await desk.credit(quote.invoice.id, { amount: 12_470 });
  const second = await desk.issue(quote, 2);
  await desk.use(second.id);
  const change = await desk.sentChange(quote.id, 'REDUCTION', 20_000);
  await desk.sign(change, 20_000);
  const free = await desk.free(quote.customer.id);
  await desk.because('voidInvoice', free.id);
  await desk.because('writeOffInvoice', (await desk.free(quote.customer.id)).id);
}

/** A statement of the bank: one line pays an invoice, one was put aside, one waits, one is money that went. */
async function statement(office: Company): Promise<void> {
  const bank = bankDesk(() => office);
  const invoice = await bank.invoiceOf((await office.customer({ name: 'Bank Payer' })).id);
  const rows = [
    { name: 'Bank Payer', reference: invoice.number, amount: '1,124.70' },
    { name: 'Tax office', amount: '5.00' },
    { name: 'Somebody', amount: '6.00' },
    { name: 'Rent', amount: '-700.00' },
  ];
  const kept = await bank.bring(aTable(rows.map((row) => ({ day: '21/11/2026', ...row }))));
  const [paid, aside] = (await bank.linesOf(kept)).toSorted((a, b) => a.row - b.row);
  await bank.confirm([paid?.id ?? ''], [{ invoiceId: invoice.id, amount: 112_470 }]);
  await bank.ignore(aside?.id ?? '');
}

/** A company that has everything in it that can be tampered with. */
async function everything(kind: (typeof databases)[number]): Promise<Company> {
  const office = await aCompany(kind);
  const { id } = await office.draft();
  await attach(office, id, 'Plan.pdf', await aPdf());
  const { version } = await office.make<{ version: number }>(quoteById, { id }, await office.as('OWNER'));
  await office.make(approveQuote, { input: { id, version } }, await office.as('OWNER'));
  const lines = [aLineInput(), aLineInput({ id: 'care', unitPrice: 5_000, billing: 'MONTHLY' })];
  const signed = await office.signedQuote(
    { lines },
    { expectedRecurring: [{ billing: 'MONTHLY', total: 5_000 }] },
  );
  await cashDesk(() => office).confirm(signed);
  await money(office);
  await statement(office);
  const open = await office.sentQuote({ mailboxProof: 'CODE' });
  await office.make(requestSigningCode, { input: {} }, open.link);
  await office.settle();
  const code = /^\d{6}$/m.exec(office.mailer.sent.at(-1)?.text ?? '')?.[0];
  await office.make(signQuote, { input: aSignature(open, { code }) }, open.link);
  const asked = await office.sentQuote();
  await office.make(
    askAboutQuote,
    { input: { idempotencyKey: aKey(), kind: 'QUESTION', text: 'Why?' } },
    asked.link,
  );
  await office.ask(recordVisit, { input: { visitId: 'a-person-1', opened: true } }, asked.link);
  const gone = await office.sentQuote();
  await office.make(
    cancelQuote,
    { input: { id: gone.id, version: gone.version, note: '' } },
    await office.as('OWNER'),
  );
  const leaving = await office.customer({ name: 'Leaving' });
  await office.draft({}, leaving.id);
  await erasureDesk(() => office).erase(leaving.id);
  await office.settle();
  const ctx = await systemContext(office.app.instance, 'calendar');
  await sealAudit(ctx);
  await anchorAudit(ctx);
  await office.settle();
  return office;
}

describe.each(databases)('the check on %s', (kind) => {
  let office: Company;
  beforeAll(async () => {
    office = await everything(kind);
  });
  afterAll(() => office.close());

  test('finds nothing where all is well', async () => {
    expect(await office.broken()).toEqual([]);
  });

  test.each(tamperings)('INV: finds that not: %s (%s)', async (finding, tables, ...statements) => {
    expect(await foundAfter(office.db, tables.split(' '), statements)).toContain(finding);
    expect(await office.broken()).toEqual([]);
  });

  test('INV: every query was seen to fail', async () => {
    const shown = new Set(tamperings.map(([finding]) => finding));
    const names: string[] = [];
    for await (const { name } of lookAtAll(office.db)) names.push(name);
    const walks = names.slice(-5);
    expect(names.filter((name) => !shown.has(name) && !walks.includes(name))).toEqual([]);
    const what = `tamperings by SQL, each found by check, which looks at ${names.length} things`;
    figure({ goal: 'INV', what, on: kind, count: tamperings.length, found: 0 });
  });

  test('INV: the report says of each thing how it stands, and what to do when one does not hold', async () => {
    const lines: string[] = [];
    const say = (line: string) => lines.push(line);
    expect(await reportOn(office.db, say)).toBe(true);
    expect(lines.at(-1)).toMatch(/^Looked at \d\d things: all is well\.$/);
    expect(lines.slice(0, -1).every((line) => line.startsWith('  ok    '))).toBe(true);
    const broken = await aCompany(kind);
    await broken.signedQuote();
    await broken.db.transaction((tx) =>
      unguarded(broken.db, tx, ['acceptance'], [`update acceptance set signer_name = 'Eve'`]),
    );
    lines.length = 0;
    expect(await reportOn(broken.db, say)).toBe(false);
    expect(lines.filter((line) => line.startsWith('  BROKEN'))).toHaveLength(1);
    expect(lines.at(-1)).toContain('1 found that must never be so.');
    await broken.close();
  });
});
