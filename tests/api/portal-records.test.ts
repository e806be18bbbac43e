import { describe, expect, test } from 'vitest';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import * as operations from '../support/operations.ts';
import { aQuoteInput, aSignature, type Sent } from '../support/steps.ts';

type Records = {
  company: { name: string };
  versions: { number: string; status: string; signedAt: string | null }[];
  invoices: { number: string; status: string; pdfUrl: string }[];
  receipts: { number: string; invoiceNumber: string; amount: { amount: number } }[];
};

describe.each(databases)('the records of an offer on %s', (kind) => {
  const office = companyOn(kind);
  const { confirm } = cashDesk(office);
  const records = (link: { link: string }) => office().make<Records>(operations.portalRecords, {}, link);
  async function revised({ id, version }: Sent): Promise<Sent> {
    const owner = await office().as('OWNER');
    const draft = await office().make<Sent>(operations.reviseQuote, { input: { id, version } }, owner);
    const changed = { id: draft.id, version: draft.version, quote: aQuoteInput({ title: 'Larger' }) };
    const saved = await office().make<Sent>(operations.updateQuote, { input: changed }, owner);
    const input = { id: saved.id, version: saved.version };
    const sent = await office().make<Sent>(operations.approveQuote, { input }, owner);
    await office().settle();
    return sent;
  }

  test('every version that was sent, the invoices and the receipts, and nothing of another offer', async () => {
    const first = await office().sentQuote();
    await office().signedQuote({}, {});
    const second = await revised(first);
    const input = aSignature(second, { number: second.number });
    await office().make(operations.signQuote, { input }, first.link);
    await office().settle();
    const before = await records(first.link);
    expect(before.versions).toMatchObject([
      { number: second.number, status: 'ACCEPTED', signedAt: office().clock.now().toISOString() },
      { number: first.number, status: 'SUPERSEDED', signedAt: null },
    ]);
    expect(before.invoices).toMatchObject([{ status: 'OPEN' }]);
    expect(before.receipts).toEqual([]);
    const { invoices } = await office().make<{ invoices: { id: string; number: string }[] }>(
      operations.quoteById,
      { id: second.id },
      await office().as('OWNER'),
    );
    const [invoice] = invoices;
    if (invoice === undefined) throw new Error('The signature made no invoice');
    await confirm({ ...second, link: first.link, invoice });
    const after = await records(first.link);
    expect(after.invoices).toMatchObject([{ number: invoice.number, status: 'PAID' }]);
    expect(after.receipts).toMatchObject([{ invoiceNumber: invoice.number, amount: { amount: 112_470 } }]);
  });

  test('every address opens its PDF', async () => {
    const { link } = await office().signedQuote();
    const { versions, invoices } = await office().make<{ versions: Pdf[]; invoices: Pdf[] }>(
      operations.portalRecords,
      {},
      link,
    );
    for (const { pdfUrl } of [...versions, ...invoices]) {
      const { statusCode, rawPayload } = await office().app.server.inject({ method: 'GET', url: pdfUrl });
      expect(statusCode).toBe(200);
      expect(rawPayload.subarray(0, 4).toString()).toBe('%PDF');
    }
  });

  test('an invoice’s link shows that invoice alone', async () => {
    const quote = await office().signedQuote();
    await office().settle();
    const seen = await records(office().linkInMail('i', quote.invoice.number));
    expect(seen.versions).toEqual([]);
    expect(seen.invoices.map(({ number }) => number)).toEqual([quote.invoice.number]);
  });

  test('a version that went to another mailbox is not among them', async () => {
    const first = await office().sentQuote();
    const second = await revised(first);
    await office().tamper(`update quote set sent_to = 'ben@silvadental.example' where id = '${second.id}'`);
    expect((await records(first.link)).versions.map(({ number }) => number)).toEqual([first.number]);
    await office().tamper(`update quote set sent_to = 'Ana@silvadental.example' where id = '${second.id}'`);
  });
});

type Pdf = { pdfUrl: string };
