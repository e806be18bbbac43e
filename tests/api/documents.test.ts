import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  approveQuote,
  changeQuoteExpiry,
  confirmManualPayment,
  invoiceById,
  portalInvoice,
  portalQuote,
  quoteById,
} from '../support/operations.ts';
import { aKey, type Signed } from '../support/steps.ts';

type WithPdf = { pdfUrl: string };

describe.each(databases)('documents on %s', (kind) => {
  const office = companyOn(kind);
  const get = async (url: string, headers: Record<string, string> = {}) => {
    const { statusCode, headers: sent, body } = await office().app.server.inject({ url, headers });
    return {
      status: statusCode,
      type: sent['content-type'],
      name: sent['content-disposition'],
      cache: sent['cache-control'],
      body,
    };
  };
  const paid = async (): Promise<Signed & { receipt: { id: string; number: string; pdfUrl: string } }> => {
    const quote = await office().signedQuote();
    const money = {
      invoiceId: quote.invoice.id,
      paymentId: null,
      method: 'CASH',
      amount: 112_470,
      reference: '',
      receivedOn: '2026-11-21',
    };
    const input = { idempotencyKey: aKey(), ...money };
    const { receipt } = await office().make<{ receipt: { id: string; number: string; pdfUrl: string } }>(
      confirmManualPayment,
      { input },
      await office().as('STAFF'),
    );
    return { ...quote, receipt };
  };

  test('the addresses that the API gives out open the document for anybody, for five minutes', async () => {
    const quote = await paid();
    const seen = await office().make<WithPdf>(portalQuote, {}, quote.link);
    const invoice = await office().make<WithPdf>(portalInvoice, {}, quote.link);
    const addresses = [
      [seen.pdfUrl, quote.number],
      [invoice.pdfUrl, quote.invoice.number],
      [quote.receipt.pdfUrl, quote.receipt.number],
    ] as const;
    for (const [address, number] of addresses) {
      expect(await get(address)).toEqual({
        status: 200,
        type: 'application/pdf',
        name: `inline; filename="${number}.pdf"`,
        cache: 'private, no-store',
        body: `%PDF ${number}`,
      });
    }
    office().clock.advance(5 * 60_000);
    expect((await get(invoice.pdfUrl)).status).toBe(200);
    office().clock.advance(1_000);
    expect(await get(invoice.pdfUrl)).toMatchObject({ status: 404, type: 'text/plain; charset=utf-8' });
    office().clock.set('2026-11-21T01:00:00Z');
  });

  test('an address opens its own document and no other', async () => {
    const [mine, other] = [await paid(), await paid()];
    const { pdfUrl } = await office().make<WithPdf>(portalInvoice, {}, mine.link);
    const wrong = [
      pdfUrl.replace(mine.invoice.id, other.invoice.id),
      pdfUrl.replace('/invoices/', '/quotes/').replace(mine.invoice.id, mine.id),
      pdfUrl.replace('/invoices/', '/receipts/'),
      pdfUrl.replace(/until=\d+/, 'until=9999999999'),
      pdfUrl.replace(/until=\d+/, 'until=Infinity'),
      pdfUrl.replace(/proof=./, 'proof=_'),
      pdfUrl.replace(/proof=.*/, 'proof='),
      pdfUrl.replace(/\?.*/, ''),
      pdfUrl.replace('.pdf', ''),
      pdfUrl.replace('/invoices/', '/secrets/'),
    ];
    for (const address of wrong) expect([address, (await get(address)).status]).toEqual([address, 404]);
  });

  test('staff open documents with their session, customers do not with their link', async () => {
    const { invoice, link, id } = await paid();
    for (const role of ['OWNER', 'BOOKKEEPER'] as const) {
      expect(await get(`/documents/invoices/${invoice.id}.pdf`, await office().as(role))).toMatchObject({
        status: 200,
      });
    }
    expect(await get(`/documents/invoices/${invoice.id}.pdf`)).toMatchObject({ status: 404 });
    expect(
      await get(`/documents/invoices/${invoice.id}.pdf`, { authorization: `Link ${link.link}` }),
    ).toMatchObject({ status: 404 });
    expect(await get(`/documents/invoices/${id}.pdf`, await office().as('OWNER'))).toMatchObject({
      status: 404,
    });
    expect(await get('/documents/invoices/..%2f..%2fetc.pdf', await office().as('OWNER'))).toMatchObject({
      status: 404,
    });
  });

  test('staff see a draft on paper, marked as one and never kept', async () => {
    const { id } = await office().draft();
    const { pdfUrl } = await office().make<WithPdf>(quoteById, { id }, await office().as('OWNER'));
    expect(await get(pdfUrl)).toMatchObject({
      status: 200,
      name: 'inline; filename="Draft.pdf"',
      body: '%PDF Draft',
    });
    expect(await get(`/documents/quotes/${id}.pdf`)).toMatchObject({ status: 404 });
    expect(await office().rows(`select id from document where subject_id = '${id}'`)).toEqual([]);
  });

  test('what is final is made once and kept, whatever is changed later', async () => {
    const { invoice, id } = await paid();
    const owner = await office().as('OWNER');
    const { pdfUrl } = await office().make<WithPdf>(invoiceById, { id: invoice.id }, owner);
    const all = await Promise.all([
      get(pdfUrl),
      get(pdfUrl),
      get(pdfUrl),
      get(`/documents/quotes/${id}.pdf`, owner),
    ]);
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const kept = await office().rows(
      `select kind, filename, version from document where subject_id in ('${invoice.id}', '${id}') order by kind, version`,
    );
    expect(kept).toMatchObject([
      { kind: 'invoices', filename: `${invoice.number}.pdf` },
      { kind: 'quotes', version: 'signed' },
      { kind: 'quotes', version: 'valid until 2026-12-01' },
    ]);
  });

  test('an open quote is made once and kept, and once more for another last day', async () => {
    const { id, version } = await office().sentQuote();
    const owner = await office().as('OWNER');
    const versions = async () =>
      (
        await office().rows<{ version: string }>(
          `select version from document where subject_id = '${id}' order by version`,
        )
      ).map((row) => row.version);
    for (const _ of [1, 2])
      expect(await get(`/documents/quotes/${id}.pdf`, owner)).toMatchObject({ status: 200 });
    const [first] = await versions();
    expect(await versions()).toEqual([expect.stringMatching(/^valid until \d{4}-\d\d-\d\d$/u)]);
    const input = { id, version, validUntil: '2027-06-30' };
    await office().make(changeQuoteExpiry, { input }, owner);
    await get(`/documents/quotes/${id}.pdf`, owner);
    expect(await versions()).toEqual([first, 'valid until 2027-06-30']);
  });

  test('a viewer that was cut off goes on where it was', async () => {
    const { id, number } = await office().sentQuote();
    const owner = await office().as('OWNER');
    const url = `/documents/quotes/${id}.pdf`;
    const ask = async (headers: Record<string, string>) => {
      const answer = await office().app.server.inject({ url, headers: { ...owner, ...headers } });
      return [answer.statusCode, answer.headers['content-range'] ?? '', answer.body];
    };
    const { headers } = await office().app.server.inject({ url, headers: owner });
    const size = `%PDF ${number}`.length;
    expect(headers['accept-ranges']).toBe('bytes');
    expect(headers['content-length']).toBe(String(size));
    expect(await ask({ range: 'bytes=0-3' })).toEqual([206, `bytes 0-3/${size}`, '%PDF']);
    expect(await ask({ range: 'bytes=5-', 'if-range': String(headers['etag']) })).toEqual([
      206,
      `bytes 5-${size - 1}/${size}`,
      number,
    ]);
    expect(await ask({ range: 'bytes=5-', 'if-range': '"another"' })).toEqual([200, '', `%PDF ${number}`]);
    expect(await ask({ range: 'bytes=999-' })).toEqual([416, `bytes */${size}`, '']);
  });

  test('the paper of an open quote is made when it is sent, without anybody asking for it', async () => {
    const { id } = await office().sentQuote();
    expect(await office().rows(`select kind from document where subject_id = '${id}'`)).toEqual([
      { kind: 'quotes' },
    ]);
  });

  test('a quote is not sent with a character that its paper could not show', async () => {
    const { id, version } = await office().draft({ title: 'Tour of the 𓀀𓁐 hall' });
    const refusal = await office().run(approveQuote, { input: { id, version } }, await office().as('OWNER'));
    expect(refusal).toMatchObject({ code: 'INPUT_INVALID', field: 'title' });
  });
});
