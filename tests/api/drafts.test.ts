import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  cancelQuote,
  createQuote,
  portalQuote,
  quoteById,
  signQuote,
  updateQuote,
} from '../support/operations.ts';
import { aKey, aLineInput, anOptionInput, aQuoteInput, aSignature, type Draft } from '../support/steps.ts';

const nobody = '00000000-0000-7000-8000-000000000000';

describe.each(databases)('drafts on %s', (kind) => {
  const office = companyOn(kind);
  const create = async (input: object) =>
    office().run<Draft>(
      createQuote,
      { input: { idempotencyKey: aKey(), ...input } },
      await office().as('STAFF'),
    );
  const update = async (input: object) =>
    office().run<Draft>(updateQuote, { input }, await office().as('STAFF'));
  const cancel = async (input: object) =>
    office().run<Draft>(cancelQuote, { input: { note: '', ...input } }, await office().as('MANAGER'));
  const read = async (id: string) => office().run(quoteById, { id }, await office().as('STAFF'));

  test('starts a draft that has content and totals but no number and no seal', async () => {
    const { id: customerId } = await office().customer();
    expect(await create({ customerId, quote: aQuoteInput({ title: ' Website migration ' }) })).toMatchObject({
      __typename: 'Quote',
      version: 1,
      number: null,
      title: 'Website migration',
      status: 'DRAFT',
      cancelReason: null,
      isExpired: false,
      scope: '# Scope\n\nMove **12 pages**.',
      currency: 'AUD',
      validUntil: '2026-12-01',
      lines: [
        {
          quantity: 1000,
          unitPrice: { amount: 329_900, currency: 'AUD' },
          amount: { amount: 329_900 },
          taxRate: 10_000,
        },
      ],
      options: [{ title: 'Booking form integration', price: { amount: 45_000 }, chosen: null }],
      stages: [
        { label: 'Deposit', amount: { amount: 98_970 }, canIssue: false, invoice: null },
        { label: 'Progress', amount: { amount: 131_960 }, canIssue: false, invoice: null },
        { label: 'Final', amount: { amount: 98_970 }, canIssue: false, invoice: null },
      ],
      totals: {
        net: { amount: 299_909 },
        tax: { amount: 29_991 },
        gross: { amount: 329_900 },
        taxes: [{ rate: 10_000 }],
      },
      revisionHash: null,
      approvedAt: null,
      acceptance: null,
      invoices: [],
      actions: ['EDIT', 'SUBMIT', 'CANCEL', 'ARCHIVE', 'DUPLICATE'],
      timeline: [{ actor: 'The staff', text: 'Draft started' }],
      mails: [],
      pdfUrl: expect.stringMatching(/^\/documents\/quotes\//),
    });
  });

  test('may be empty, but for its title', async () => {
    const { id: customerId } = await office().customer();
    const empty = await create({
      customerId,
      quote: aQuoteInput({ scope: '', terms: '', lines: [], options: [], stages: [] }),
    });
    expect(empty).toMatchObject({ __typename: 'Quote', totals: { gross: { amount: 0 } }, stages: [] });
  });

  test('answers the same key and input with the same draft, and other input with a refusal', async () => {
    const { id: customerId } = await office().customer();
    const idempotencyKey = aKey();
    const first = await create({ idempotencyKey, customerId, quote: aQuoteInput() });
    expect(await create({ idempotencyKey, customerId, quote: aQuoteInput() })).toEqual(first);
    expect(
      await create({ idempotencyKey, customerId, quote: aQuoteInput({ title: 'Other' }) }),
    ).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(
      await office().rows(`select count(*) as n from quote where customer_id = '${customerId}'`),
    ).toEqual([{ n: 1 }]);
  });

  test('needs a customer that exists', async () => {
    expect(await create({ customerId: nobody, quote: aQuoteInput() })).toEqual({ fault: 'NOT_FOUND' });
  });

  test('replaces lines, options and stages as a whole', async () => {
    const { id, version } = await office().draft();
    const changed = await update({
      id,
      version,
      quote: aQuoteInput({
        title: 'Two lines',
        pricesIncludeTax: false,
        lines: [
          aLineInput({ description: 'Design', quantity: 1500, unit: 'h', unitPrice: 9_999 }),
          aLineInput({ id: 'line-2', description: 'Domain', unitPrice: 2_000, taxRate: 0 }),
        ],
        options: [],
      }),
    });
    // 1.5 × 99.99 = 149.985, rounded away from zero to 149.99; tax 15.00 on it and none on the domain.
    expect(changed).toMatchObject({
      version: 2,
      title: 'Two lines',
      lines: [{ amount: { amount: 14_999 } }, { amount: { amount: 2_000 } }],
      options: [],
      totals: {
        net: { amount: 16_999 },
        tax: { amount: 1_500 },
        gross: { amount: 18_499 },
        taxes: [{ rate: 0 }, { rate: 10_000 }],
      },
    });
    expect(await office().rows(`select gross from quote where id = '${id}'`)).toEqual([{ gross: 18_499 }]);
  });

  test('turns a change of an older version down and keeps the newer one', async () => {
    const { id } = await office().draft();
    await update({ id, version: 1, quote: aQuoteInput({ title: 'First' }) });
    expect(await update({ id, version: 1, quote: aQuoteInput({ title: 'Second' }) })).toEqual({
      fault: 'CONFLICT',
    });
    expect(await read(id)).toMatchObject({ title: 'First', version: 2 });
  });

  test('of two changes at the same moment one wins', async () => {
    const { id, version } = await office().draft();
    const both = await Promise.all(
      [1, 2].map((at) => update({ id, version, quote: aQuoteInput({ title: `Change ${at}` }) })),
    );
    expect(both.map(({ __typename, fault }) => __typename ?? fault).sort()).toEqual(['CONFLICT', 'Quote']);
  });

  test('cannot be edited once it is approved, signed or canceled', async () => {
    const sent = await office().sentQuote();
    const refused = { __typename: 'Refusal', code: 'QUOTE_NOT_DRAFT' };
    expect(await update({ id: sent.id, version: sent.version, quote: aQuoteInput() })).toMatchObject(refused);
    const signed = await office().signedQuote();
    expect(await update({ id: signed.id, version: signed.version, quote: aQuoteInput() })).toMatchObject(
      refused,
    );
    const draft = await office().draft();
    const canceled = await cancel({ id: draft.id, version: draft.version });
    expect(await update({ id: draft.id, version: canceled.version, quote: aQuoteInput() })).toMatchObject(
      refused,
    );
    expect(await update({ id: nobody, version: 1, quote: aQuoteInput() })).toEqual({ fault: 'NOT_FOUND' });
  });

  test('is canceled for good', async () => {
    const { id, version } = await office().draft();
    expect(await cancel({ id, version })).toMatchObject({
      status: 'CANCELED',
      cancelReason: 'WITHDRAWN',
      version: 2,
      actions: ['ARCHIVE', 'DUPLICATE'],
    });
    expect(await cancel({ id, version: 2 })).toMatchObject({ code: 'QUOTE_NOT_OPEN' });
    expect(await cancel({ id: nobody, version: 1 })).toEqual({ fault: 'NOT_FOUND' });
  });

  test('an open quote that is withdrawn says so to its customer and cannot be signed', async () => {
    const quote = await office().sentQuote();
    expect(await cancel({ id: quote.id, version: quote.version - 1 })).toEqual({ fault: 'CONFLICT' });
    expect(await cancel({ id: quote.id, version: quote.version })).toMatchObject({
      status: 'CANCELED',
      number: quote.number,
    });
    expect(await office().run(portalQuote, {}, quote.link)).toMatchObject({ status: 'CANCELED' });
    expect(await office().run(signQuote, { input: aSignature(quote) }, quote.link)).toMatchObject({
      code: 'QUOTE_NOT_OPEN',
    });
  });

  test('SG-09: an accepted quote stays accepted', async () => {
    const signed = await office().signedQuote();
    expect(await cancel({ id: signed.id, version: signed.version })).toMatchObject({
      code: 'QUOTE_NOT_OPEN',
    });
    expect(await read(signed.id)).toMatchObject({
      status: 'ACCEPTED',
      actions: ['ARCHIVE', 'DUPLICATE', 'CHANGE'],
    });
  });

  test('keeps the ids that the client gave, what things cost and where they came from', async () => {
    const { id, version } = await office().draft();
    const lines = [aLineInput({ id: 'my_line-7', cost: 120_000, itemId: 'item-1' })];
    const options = [anOptionInput({ id: 'extra', cost: 10_000 })];
    const kept = {
      lines: [{ id: 'my_line-7', cost: { amount: 120_000, currency: 'AUD' }, itemId: 'item-1' }],
      options: [{ id: 'extra', cost: { amount: 10_000 }, itemId: null }],
      stages: [{ id: 'stage-1' }, { id: 'stage-2' }, { id: 'stage-3' }],
    };
    const first = await update({ id, version, quote: aQuoteInput({ lines, options }) });
    expect(first).toMatchObject(kept);
    expect(
      await update({ id, version: first.version, quote: aQuoteInput({ title: 'Later', lines, options }) }),
    ).toMatchObject({ version: 3, ...kept });
  });

  test('a discount, recurring items and a margin are in its figures', async () => {
    const { id, version } = await office().draft();
    const changed = await update({
      id,
      version,
      quote: aQuoteInput({
        pricesIncludeTax: false,
        discount: { percent: 10_000, amount: null },
        lines: [
          // 2 × 100.00 less 5.00
          aLineInput({ quantity: 2000, unitPrice: 10_000, discount: { amount: 500 }, cost: 6_000 }),
          aLineInput({ id: 'care', unitPrice: 5_000, billing: 'MONTHLY' }),
        ],
        options: [
          anOptionInput({ price: 5_500, preselected: true, cost: 3_000 }),
          anOptionInput({ id: 'more', price: 99_900, cost: null }),
        ],
      }),
    });
    // 195.00 + 55.00 = 250.00, less 10 % is 225.00; costs 120.00 + 30.00.
    expect(changed).toMatchObject({
      subtotal: { amount: 25_000 },
      discountTotal: { amount: 2_500 },
      totals: { net: { amount: 22_500 }, tax: { amount: 2_250 }, gross: { amount: 24_750 } },
      recurring: [{ billing: 'MONTHLY', totals: { net: { amount: 5_000 }, gross: { amount: 5_500 } } }],
      margin: { cost: { amount: 15_000 }, profit: { amount: 7_500 }, rate: 33_333 },
      lines: [{ amount: { amount: 19_500 }, discount: { percent: null, amount: { amount: 500 } } }, {}],
    });
    expect(await office().rows(`select gross from quote where id = '${id}'`)).toEqual([{ gross: 24_750 }]);
    const half = aQuoteInput({ lines: [aLineInput(), aLineInput({ id: 'line-2', cost: 1 })] });
    expect(await update({ id, version: changed.version, quote: half })).toMatchObject({ margin: null });
  });

  test('an autosave that changes nothing is no change, and typing fills no history', async () => {
    const { id } = await office().draft();
    const save = async (version: number, title: string, role: 'STAFF' | 'OWNER' = 'STAFF') =>
      office().make<Draft>(
        updateQuote,
        { input: { id, version, quote: aQuoteInput({ title }) } },
        await office().as(role),
      );
    const history = async () =>
      (
        await office().make<{ timeline: { actor: string; text: string }[] }>(
          quoteById,
          { id },
          await office().as('STAFF'),
        )
      ).timeline.map(({ actor, text }) => `${actor}: ${text}`);
    expect(await save(1, 'Website migration', 'OWNER')).toMatchObject({ version: 1 });
    for (const [at, title] of ['W', 'We', 'Web'].entries()) await save(at + 1, title);
    await save(4, 'Webs', 'OWNER');
    const written = ['The owner: Draft started', 'The staff: Draft changed', 'The owner: Draft changed'];
    expect(await history()).toEqual(written);
    office().clock.set('2026-11-21T01:10:01Z');
    await save(5, 'Websi');
    expect(await history()).toEqual([...written, 'The staff: Draft changed']);
    office().clock.set('2026-11-21T01:00:00Z');
  });
});
