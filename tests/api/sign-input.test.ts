import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { portalQuote, quoteById } from '../support/operations.ts';
import { signingOf } from '../support/signing.ts';
import { aGroupInput, anOptionInput } from '../support/steps.ts';

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

  test('TT-03: one number on acceptance, evidence, stages, page of staff, page of the customer and mail', async () => {
    const quote = await office().signedQuote();
    await office().settle();
    const [row] = await office().rows<{ gross: number | string; evidence: string }>(
      `select gross, evidence from acceptance where quote_id = '${quote.id}'`,
    );
    const evidence = JSON.parse(row?.evidence ?? '') as {
      totals: { gross: number };
      stages: { totals: { gross: number } }[];
    };
    const staff = await office().make<{
      totals: { gross: { amount: number } };
      acceptance: { total: { amount: number } };
    }>(quoteById, { id: quote.id }, await office().as('OWNER'));
    const page = await office().make<{ acceptance: { totals: { gross: { amount: number } } } }>(
      portalQuote,
      {},
      quote.link,
    );
    const mail = office().mailer.sent.findLast(({ subject }) => subject.includes(quote.number));
    expect([
      Number(row?.gross),
      evidence.totals.gross,
      evidence.stages.reduce((sum, { totals }) => sum + totals.gross, 0),
      staff.totals.gross.amount,
      staff.acceptance.total.amount,
      page.acceptance.totals.gross.amount,
    ]).toEqual(Array(6).fill(374_900));
    expect(office().mailer.sent.some(({ text }) => text.includes('$3,749.00'))).toBe(true);
    expect(mail).toBeDefined();
  });
});
