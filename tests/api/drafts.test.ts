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
import { aKey, aQuoteInput, aSignature, type Draft } from '../support/steps.ts';

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
    office().run<Draft>(cancelQuote, { input }, await office().as('MANAGER'));
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
      actions: ['EDIT'],
      timeline: [{ actor: 'The staff', text: 'Draft started' }],
      mails: [],
      pdfUrl: null,
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
          { description: 'Design', quantity: 1500, unit: 'h', unitPrice: 9_999, taxRate: 10_000 },
          { description: 'Domain', quantity: 1000, unit: '', unitPrice: 2_000, taxRate: 0 },
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
      actions: [],
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
    expect(await read(signed.id)).toMatchObject({ status: 'ACCEPTED', actions: [] });
  });

  const line = { description: 'Work', quantity: 1000, unit: '', unitPrice: 100, taxRate: 0 };
  const option = { title: 'More', description: '', price: 100, taxRate: 0, preselected: false };
  const stage = { label: 'All', share: 100_000, due: 'ON_SIGNING' };
  test.each<[string, object, string]>([
    ['no title', { title: ' ' }, 'title'],
    ['a long title', { title: 'x'.repeat(201) }, 'title'],
    ['a long scope', { scope: 'x'.repeat(50_001) }, 'scope'],
    ['long terms', { terms: 'x'.repeat(20_001) }, 'terms'],
    ['a day that is over in Sydney', { validUntil: '2026-11-20' }, 'validUntil'],
    ['negative payment terms', { paymentTermsDays: -1 }, 'paymentTermsDays'],
    ['payment terms of more than a year', { paymentTermsDays: 366 }, 'paymentTermsDays'],
    ['501 lines', { lines: Array(501).fill(line) }, 'lines'],
    ['101 options', { options: Array(101).fill(option) }, 'options'],
    ['13 stages', { stages: Array(13).fill(stage) }, 'stages'],
    ['a line without words', { lines: [line, { ...line, description: '' }] }, 'lines.1.description'],
    ['a long unit', { lines: [{ ...line, unit: 'x'.repeat(21) }] }, 'lines.0.unit'],
    ['a quantity of nothing', { lines: [{ ...line, quantity: 0 }] }, 'lines.0.quantity'],
    ['more than a million pieces', { lines: [{ ...line, quantity: 1_000_000_001 }] }, 'lines.0.quantity'],
    ['a negative price', { lines: [{ ...line, unitPrice: -1 }] }, 'lines.0.unitPrice'],
    ['more than 100 % tax', { lines: [{ ...line, taxRate: 100_001 }] }, 'lines.0.taxRate'],
    [
      'a total that no computer adds up',
      { lines: Array(20).fill({ ...line, quantity: 1_000_000_000, unitPrice: 1_000_000_000_000 }) },
      'lines',
    ],
    ['an option without a title', { options: [{ ...option, title: '' }] }, 'options.0.title'],
    [
      'an option with a long description',
      { options: [{ ...option, description: 'x'.repeat(2_001) }] },
      'options.0.description',
    ],
    ['an option that takes off', { options: [{ ...option, price: -1 }] }, 'options.0.price'],
    ['an option with negative tax', { options: [{ ...option, taxRate: -1 }] }, 'options.0.taxRate'],
    ['a stage without a label', { stages: [{ ...stage, label: '' }] }, 'stages.0.label'],
    ['a stage of nothing', { stages: [{ ...stage, share: 0 }] }, 'stages.0.share'],
  ])('refuses %s', async (_what, changes, field) => {
    const { id, version } = await office().draft();
    const refused = { __typename: 'Refusal', code: 'INPUT_INVALID', field };
    expect(await create({ customerId: nobody, quote: aQuoteInput(changes) })).toMatchObject(refused);
    expect(await update({ id, version, quote: aQuoteInput(changes) })).toMatchObject(refused);
  });
});
