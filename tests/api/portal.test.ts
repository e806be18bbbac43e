import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  approveQuote,
  issueStageInvoice,
  portalInvoice,
  portalQuote,
  signQuote,
  startPayment,
} from '../support/operations.ts';
import { aSignature } from '../support/steps.ts';

describe.each(databases)('the customer’s door on %s', (kind) => {
  const office = companyOn(kind);

  test('shows the quote exactly as it was approved', async () => {
    const quote = await office().sentQuote();
    expect(await office().run(portalQuote, {}, quote.link)).toMatchObject({
      number: quote.number,
      title: 'Website migration',
      status: 'OPEN',
      company: { name: 'Harbour & Pine Web Studio', taxLabel: 'GST' },
      customerName: 'Silva Dental',
      sentTo: 'A…@silvadental.example',
      scope: [
        { kind: 'HEADING', level: 1, spans: [{ text: 'Scope', bold: false }] },
        {
          kind: 'PARAGRAPH',
          level: 0,
          spans: [{ text: 'Move ' }, { text: '12 pages', bold: true }, { text: '.' }],
        },
      ],
      terms: [{ spans: [{ text: 'Due in 14 days.' }] }],
      currency: 'AUD',
      pricesIncludeTax: true,
      lines: [
        {
          description: 'Website migration',
          quantity: 1000,
          unitPrice: { amount: 329_900 },
          amount: { amount: 329_900 },
        },
      ],
      options: [{ id: quote.options[0]?.id, price: { amount: 45_000 } }],
      stages: [
        { percent: 30_000, due: 'ON_SIGNING' },
        { percent: 40_000, due: 'ON_MILESTONE' },
        { percent: 30_000 },
      ],
      validUntil: '2026-12-01',
      timeZone: 'Australia/Sydney',
      revisionHash: quote.revisionHash,
      consent: expect.stringContaining('Harbour & Pine Web Studio'),
      acceptance: null,
      invoices: [],
    });
  });

  test('LK-04: every kind of wrong link gets the same answer', async () => {
    const quote = await office().sentQuote();
    const good = quote.link.link;
    const wrong = [
      '',
      good.slice(1),
      `${good}A`,
      good.toLowerCase(),
      `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`,
      "' or '1'='1",
    ];
    const answers = await Promise.all(wrong.map((link) => office().ask(portalQuote, {}, { link })));
    expect(answers[0]?.errors).toMatchObject([
      { message: 'There is nothing here, or not for you.', extensions: { code: 'NOT_FOUND' } },
    ]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await office().ask(portalQuote, {}, null)).toEqual(answers[0]);
  });

  test('LK-03: a link that is revoked opens nothing at once', async () => {
    const quote = await office().sentQuote();
    await office().tamper(
      `update link set revoked_at = '2026-11-21T00:00:00.000Z' where quote_id = '${quote.id}'`,
    );
    expect(await office().run(portalQuote, {}, quote.link)).toEqual({ fault: 'NOT_FOUND' });
    expect(await office().run(signQuote, { input: aSignature(quote) }, quote.link)).toEqual({
      fault: 'NOT_FOUND',
    });
  });

  test('a quote’s link opens its invoices by number; an invoice’s link opens that invoice and no more', async () => {
    const quote = await office().signedQuote();
    const input = { quoteId: quote.id, stageId: quote.stages[1]?.id };
    const { number } = await office().make<{ number: string }>(
      issueStageInvoice,
      { input },
      await office().as('STAFF'),
    );
    await office().settle();
    const second = office().linkInMail('i', number);
    expect(await office().run(portalInvoice, { number: quote.invoice.number }, quote.link)).toMatchObject({
      stageLabel: 'Deposit',
    });
    expect(await office().run(portalInvoice, { number }, quote.link)).toMatchObject({
      stageLabel: 'Progress',
    });
    expect(await office().run(portalInvoice, {}, quote.link)).toEqual({ fault: 'NOT_FOUND' });
    expect(await office().run(portalInvoice, {}, second)).toMatchObject({
      number,
      stageLabel: 'Progress',
      quoteNumber: quote.number,
    });
    expect(await office().run('{ portalInvoice { number } }', {}, second)).toEqual({ number });
    expect(await office().run(portalInvoice, { number: null }, second)).toMatchObject({ number });
    expect(await office().run(portalInvoice, { number }, second)).toMatchObject({ number });
    expect(await office().run(portalInvoice, { number: quote.invoice.number }, second)).toEqual({
      fault: 'NOT_FOUND',
    });
    expect(
      await office().run(startPayment, { input: { invoiceNumber: quote.invoice.number } }, second),
    ).toEqual({ fault: 'NOT_FOUND' });
    expect(await office().run(portalQuote, {}, second)).toEqual({ fault: 'NOT_FOUND' });
  });

  test('offers the ways to pay that there are', async () => {
    const quote = await office().signedQuote();
    expect(await office().run(portalInvoice, {}, quote.link)).toMatchObject({
      methods: ['CARD', 'BANK_TRANSFER', 'CASH'],
      bankDetails: ['BSB: 062-000', 'Account: 1234 5678'],
      today: '2026-11-21',
      isOverdue: false,
    });
    await office().tamper(`update company set bank_details = '[]'`);
    const other = await office().signedQuote();
    expect(await office().run(portalInvoice, {}, other.link)).toMatchObject({
      methods: ['CARD', 'CASH'],
      bankDetails: [],
    });
    await office().tamper(`update company set bank_details = '["BSB: 062-000","Account: 1234 5678"]'`);
  });

  test('a link to a draft cannot exist: approval is what makes it', async () => {
    const draft = await office().draft();
    expect(await office().rows(`select id from link where quote_id = '${draft.id}'`)).toEqual([]);
    await office().make(
      approveQuote,
      { input: { id: draft.id, version: draft.version } },
      await office().as('OWNER'),
    );
    expect(await office().rows(`select purpose from link where quote_id = '${draft.id}'`)).toEqual([
      { purpose: 'QUOTE' },
    ]);
  });
});
