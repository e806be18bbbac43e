import { describe, expect, test } from 'vitest';
import type { PrintedDocument } from '../../api/src/letters/printed-document.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  approveQuote,
  archiveCatalogueItem,
  createCatalogueItem,
  issueStageInvoice,
  portalQuote,
  quoteById,
  reviseQuote,
  startPayment,
  updateQuote,
} from '../support/operations.ts';
import { signingOf } from '../support/signing.ts';
import { aGroupInput, aKey, anOptionInput, aQuoteInput, type Made, type Sent } from '../support/steps.ts';

const anItem = {
  name: 'Booking form',
  description: 'Customers choose a free time.',
  unit: 'pcs',
  price: 16_500,
  pricesIncludeTax: true,
  taxTreatment: 'STANDARD',
  taxRate: 10_000,
  billing: 'ONCE',
  cost: 6_000,
};

describe.each(databases)('what is sent with a signature on %s', (kind) => {
  const office = companyOn(kind);
  const { ask, sign, written } = signingOf(office);

  test.each<[string, object[] | ((id: string) => object[])]>([
    ['an option that nobody ever made', [{ optionId: 'option-99', quantity: 1 }]],
    ['an option of another quote', [{ optionId: 'of-another', quantity: 1 }]],
    ['an option with spaces around it', [{ optionId: ' option-1 ', quantity: 1 }]],
    ['an option in capitals', [{ optionId: 'OPTION-1', quantity: 1 }]],
    ['an option as a number', [{ optionId: 1, quantity: 1 }]],
    ['a name of the language', [{ optionId: '__proto__', quantity: 1 }]],
  ])('TT-05 TT-06: %s is answered like any other that is unknown', async (_what, choices) => {
    const [quote, other] = [
      await office().sentQuote(),
      await office().sentQuote({ options: [anOptionInput({ id: 'of-another', price: 1_234_500 })] }),
    ];
    const { data } = await ask(quote, { choices });
    expect(data?.signQuote).toEqual({
      __typename: 'Refusal',
      code: 'OPTION_UNKNOWN',
      message: expect.any(String),
      field: 'choices',
    });
    // One sentence for all of them, and no price of what is not offered here.
    const unknown = (await ask(quote, { choices: [{ optionId: 'nothing', quantity: 1 }] })).data?.signQuote;
    expect(data?.signQuote).toEqual(unknown);
    expect(JSON.stringify(data)).not.toContain('12,345');
    expect(await written(other)).toEqual([]);
    expect(await written(quote)).toEqual([]);
  });

  test('TT-05: options of the same customer’s other quote, of the version before, taken out of the draft, and archived', async () => {
    const owner = await office().as('OWNER');
    const priced = (id: string) => anOptionInput({ id, price: 1_234_500 });
    const option = anOptionInput();
    const first = await office().sentQuote({ options: [option, priced('before')] });
    await office().sentQuote({ options: [priced('of-hers')] }, first.customer.id);
    const sold = aQuoteInput({ options: [option] });
    const revised = await office().make<Made>(
      reviseQuote,
      { input: { id: first.id, version: first.version } },
      owner,
    );
    const edit = async ({ id, version }: Made, quote: object) =>
      office().make<Made>(updateQuote, { input: { id, version, quote } }, owner);
    const withIt = await edit(revised, { ...sold, options: [option, priced('taken-out')] });
    const { id, version } = await edit(withIt, sold);
    const sent = await office().make<Sent>(approveQuote, { input: { id, version } }, owner);
    await office().settle();
    // An item that is not sold any more; options that were made of it stand in quotes under ids of their own.
    const item = await office().make<Made>(
      createCatalogueItem,
      { input: { idempotencyKey: aKey(), item: anItem } },
      owner,
    );
    await office().make(archiveCatalogueItem, { input: { id: item.id, version: item.version } }, owner);
    const quote = { ...sent, link: office().linkInMail('q', sent.number) };
    const answer = async (optionId: string) =>
      JSON.stringify((await ask(quote, { choices: [{ optionId, quantity: 1 }] })).data?.signQuote);
    const unknown = await answer('nothing');
    expect(JSON.parse(unknown)).toMatchObject({ code: 'OPTION_UNKNOWN', field: 'choices' });
    for (const optionId of ['of-hers', 'before', 'taken-out', item.id])
      expect([optionId, await answer(optionId)]).toEqual([optionId, unknown]);
    // A right one beside it makes it no better.
    const both = [
      { optionId: 'option-1', quantity: 1 },
      { optionId: 'before', quantity: 1 },
    ];
    for (const expectedTotal of [374_900, 374_900 + 1_234_500])
      expect(await sign(quote, { choices: both, expectedTotal })).toMatchObject({ code: 'OPTION_UNKNOWN' });
    expect(await written(quote)).toEqual([]);
    expect(await sign(quote)).toMatchObject({ status: 'ACCEPTED' });
  });

  test.each<[string, (field: string) => object]>([
    [
      'choice',
      (field) => ({ choices: [JSON.parse(`{"optionId": "option-1", "quantity": 1, "${field}": 1}`)] }),
    ],
    ['drawing', (field) => ({ signature: JSON.parse(`{"method": "TYPED", "strokes": [], "${field}": 1}`) })],
  ])('TT-02: nobody can send a price or anything else with a %s', async (_what, changes) => {
    const quote = await office().sentQuote();
    for (const field of ['price', 'total', 'discount', 'currency', 'taxRate', '__proto__', 'constructor']) {
      const { errors } = await ask(quote, changes(field));
      expect([field, errors?.[0]?.extensions.code]).toEqual([field, 'BAD_USER_INPUT']);
    }
    expect(await written(quote)).toEqual([]);
  });

  test('TT-06: ten thousand choices cost nothing and sign nothing', async () => {
    const quote = await office().sentQuote();
    const choices = Array.from({ length: 10_000 }, (_, at) => ({ optionId: `option-${at}`, quantity: 1 }));
    const began = performance.now();
    const { data, errors } = await ask(quote, { choices });
    expect(errors?.[0]?.extensions.code ?? data?.signQuote.code).toMatch(/OPTION_UNKNOWN|BAD_USER_INPUT/);
    expect(performance.now() - began).toBeLessThan(3000);
    expect(await written(quote)).toEqual([]);
  });

  const offer = {
    groups: [aGroupInput({ min: 1, max: 1 })],
    options: [
      anOptionInput({ id: 'small', groupId: 'group-1', price: 10_000 }),
      anOptionInput({ id: 'large', groupId: 'group-1', price: 20_000 }),
      anOptionInput({ id: 'pieces', price: 1_000, maxQuantity: 5 }),
    ],
  };
  test.each<[string, object[]]>([
    ['none of a group of which one is needed', []],
    [
      'two of a group of which one is needed',
      [
        { optionId: 'small', quantity: 1 },
        { optionId: 'large', quantity: 1 },
      ],
    ],
    [
      'none of something',
      [
        { optionId: 'small', quantity: 1 },
        { optionId: 'pieces', quantity: 0 },
      ],
    ],
    [
      'less than none',
      [
        { optionId: 'small', quantity: 1 },
        { optionId: 'pieces', quantity: -1 },
      ],
    ],
    [
      'more than there are',
      [
        { optionId: 'small', quantity: 1 },
        { optionId: 'pieces', quantity: 6 },
      ],
    ],
  ])('TT-07: %s breaks a rule, and the sentence names it', async (_what, choices) => {
    const quote = await office().sentQuote(offer);
    const answer = await sign(quote, { choices, expectedTotal: 339_900 });
    expect(answer).toMatchObject({ __typename: 'Refusal', code: expect.stringMatching(/^OPTION/) });
    expect(answer.message.length).toBeGreaterThan(20);
    expect(await written(quote)).toEqual([]);
    const good = [
      { optionId: 'small', quantity: 1 },
      { optionId: 'pieces', quantity: 5 },
    ];
    expect(await sign(quote, { choices: good, expectedTotal: 344_900 })).toMatchObject({
      status: 'ACCEPTED',
    });
  });

  test.each([1.5, 2 ** 31, '2', null])('TT-07: %j is no quantity at all', async (quantity) => {
    const quote = await office().sentQuote(offer);
    const { errors } = await ask(quote, { choices: [{ optionId: 'small', quantity }] });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await written(quote)).toEqual([]);
  });

  test.each<[string, object]>([
    ['a line that is chosen away', { choices: [{ optionId: 'line-1', quantity: 0 }] }],
    ['a line that is chosen as an option', { choices: [{ optionId: 'line-1', quantity: 1 }] }],
    ['an option of less than nothing', { choices: [{ optionId: 'option-1', quantity: -7 }] }],
  ])('TT-08: %s takes nothing off the total', async (_what, changes) => {
    const quote = await office().sentQuote();
    for (const expectedTotal of [0, 1, 45_000, 329_900])
      expect((await sign(quote, { ...changes, expectedTotal })).code).toMatch(/^OPTION/);
    expect(await written(quote)).toEqual([]);
    expect(await sign(quote, { choices: [], expectedTotal: 0 })).toMatchObject({ code: 'TOTAL_MISMATCH' });
    expect(await sign(quote, { choices: [], expectedTotal: 329_900 })).toMatchObject({ status: 'ACCEPTED' });
  });

  test('TT-03: one number on the page, in the PDF, in the mail, asked for by card, on the invoices and in the evidence', async () => {
    const { instance } = office().app;
    const { pdf } = instance;
    const printed: PrintedDocument[] = [];
    instance.pdf = {
      ...pdf,
      render: async (document) => {
        printed.push(document);
        return pdf.render(document);
      },
    };
    const quote = await office().signedQuote();
    await office().settle();
    const owner = await office().as('OWNER');
    for (const { id: stageId } of quote.stages.slice(1))
      await office().make(issueStageInvoice, { input: { quoteId: quote.id, stageId } }, owner);
    await office().settle();
    instance.pdf = pdf;
    const [row] = await office().rows<{ gross: number | string; evidence: string }>(
      `select gross, evidence from acceptance where quote_id = '${quote.id}'`,
    );
    const evidence = JSON.parse(row?.evidence ?? '') as {
      totals: { gross: number };
      stages: { totals: { gross: number } }[];
    };
    const invoices = await office().rows<{ id: string; number: string; gross: number | string }>(
      `select id, number, gross from invoice where quote_id = '${quote.id}'`,
    );
    for (const { number: invoiceNumber } of invoices)
      await office().make(startPayment, { input: { invoiceNumber } }, quote.link);
    const asked = office().gateway.requests.filter(({ invoiceId }) =>
      invoices.some(({ id }) => id === invoiceId),
    );
    const staff = await office().make<{
      totals: { gross: { amount: number } };
      acceptance: { total: { amount: number } };
    }>(quoteById, { id: quote.id }, owner);
    const page = await office().make<{ acceptance: { totals: { gross: { amount: number } } } }>(
      portalQuote,
      {},
      quote.link,
    );
    const sumOf = (amounts: readonly (number | string)[]): number =>
      amounts.reduce<number>((sum, amount) => sum + Number(amount), 0);
    expect([invoices.length, asked.length]).toEqual([3, 3]);
    expect({
      acceptance: Number(row?.gross),
      evidence: evidence.totals.gross,
      stages: sumOf(evidence.stages.map(({ totals }) => totals.gross)),
      staff: staff.totals.gross.amount,
      shown: staff.acceptance.total.amount,
      page: page.acceptance.totals.gross.amount,
      invoices: sumOf(invoices.map(({ gross }) => gross)),
      byCard: sumOf(asked.map(({ amount }) => amount)),
    }).toEqual({
      acceptance: 374_900,
      evidence: 374_900,
      stages: 374_900,
      staff: 374_900,
      shown: 374_900,
      page: 374_900,
      invoices: 374_900,
      byCard: 374_900,
    });
    // In words, of this quote and no other: its signed PDF, and the mail that brings it.
    const signedPdf = printed.filter(
      ({ kind: what, number }) => what === 'SIGNED_QUOTE' && number === quote.number,
    );
    expect(signedPdf.length).toBeGreaterThan(0);
    for (const document of signedPdf) expect(JSON.stringify(document)).toContain('$3,749.00');
    const [mail] = await office().rows<{ text: string; html: string }>(
      `select text, html from mail where quote_id = '${quote.id}' and kind = 'SIGNED_QUOTE'`,
    );
    expect(mail?.text).toContain('$3,749.00');
    expect(mail?.html).toContain('$3,749.00');
    // And each invoice as it was printed and mailed asks for what its checkout asks for.
    for (const { id, number, gross } of invoices) {
      expect(asked.filter(({ invoiceId }) => invoiceId === id).map(({ amount }) => amount)).toEqual([
        Number(gross),
      ]);
      const amount = `$${(Number(gross) / 100).toLocaleString('en-AU', { minimumFractionDigits: 2 })}`;
      const paper = printed.find((document) => document.number === number);
      expect(JSON.stringify(paper)).toContain(amount);
      const [letter] = await office().rows<{ text: string }>(
        `select text from mail where invoice_id = '${id}' and kind = 'INVOICE'`,
      );
      expect(letter?.text).toContain(amount);
    }
  });
});
