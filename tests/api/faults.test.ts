import { describe, expect, test } from 'vitest';
import type { Asker } from '../support/app.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { customerById, quoteById, quotes, signQuote } from '../support/operations.ts';
import { aCompany, aSignature } from '../support/steps.ts';

describe.each(databases)('faults on %s', (kind) => {
  const office = companyOn(kind);
  const ask = async (document: string, variables: object, asker: Asker) => {
    const { errors } = await office().ask(document, variables, asker);
    return errors?.map(({ message, extensions }) => ({ message, code: extensions.code }));
  };

  test.each([
    ['{', /Syntax Error/],
    ['{ company }', /must have a selection of subfields/],
    ['{ companyy { name } }', /^Cannot query field "companyy" on type "Query"\.$/],
    ['query ($id: ID!) { quote(id: $id) { id } }', /\$id/],
    ['mutation { a: signOut b: signOut }', /exactly one field/],
  ])('%s is a mistake of the caller, and no name of the schema is suggested', async (document, message) => {
    expect(await ask(document, {}, await office().as('OWNER'))).toMatchObject([
      { code: 'BAD_USER_INPUT', message: expect.stringMatching(message) },
    ]);
  });

  test.each<[string, unknown]>([
    ['a part of a cent', 374_900.5],
    ['a text', '374900'],
    ['a text with decimals', '374900.0'],
    ['full-width digits', '３７４９００'],
    ['more than any amount', 1e300],
    ['no number', null],
    ['true', true],
  ])('TT-01: a total that is %s is no amount', async (_what, expectedTotal) => {
    const quote = await office().sentQuote();
    expect(await ask(signQuote, { input: aSignature(quote, { expectedTotal }) }, quote.link)).toMatchObject([
      { code: 'BAD_USER_INPUT' },
    ]);
    expect(await office().rows(`select id from review_item where quote_id = '${quote.id}'`)).toEqual([]);
  });

  test.each(['total', 'price', 'discount', 'currency', 'stages', 'quoteId', '__proto__'])(
    'TT-02: nobody can send the field %s with a signature',
    async (field) => {
      const quote = await office().sentQuote();
      // Written as text: a literal `__proto__` in an object would set its prototype.
      const input = JSON.parse(`{"${field}": 1, ${JSON.stringify(aSignature(quote)).slice(1)}`) as object;
      expect(await ask(signQuote, { input }, quote.link)).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    },
  );

  test('signs that a database does not take are no fault of ours', async () => {
    const owner = await office().as('OWNER');
    for (const search of ['\ud800', '\\', '\u202e', '\u{1f600}'])
      expect([search, await ask(quotes, { search }, owner)]).toEqual([search, undefined]);
    // SQLite keeps a NUL, PostgreSQL refuses it.
    const nul = kind === 'postgres' ? 'BAD_USER_INPUT' : undefined;
    for (const search of ['\u0000', 'a\u0000b'])
      expect((await ask(quotes, { search }, owner))?.[0]?.code).toBe(nul);
    expect((await ask(customerById, { id: 'a\u0000b' }, owner))?.[0]?.code).toBe(nul ?? 'NOT_FOUND');
    expect(await ask(quoteById, { id: 'x'.repeat(10_000) }, owner)).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  test('odd signs in a signature are turned down like any other mistake', async () => {
    const quote = await office().sentQuote();
    const odd = async (changes: object) =>
      (await office().run(signQuote, { input: aSignature(quote, changes) }, quote.link)).code;
    expect(await odd({ name: 'Ana\u0000' })).toBe('NAME_INVALID');
    expect(await odd({ email: 'a\u0000@b.c' })).toBe('EMAIL_MISMATCH');
    expect(await odd({ revisionHash: '\u0000' })).toBe('REVISION_SUPERSEDED');
    expect(await odd({ choices: [{ optionId: '\u0000', quantity: 1 }] })).toBe('OPTION_UNKNOWN');
  });
});

describe.each(databases)('a fault of ours on %s', (kind) => {
  test('says nothing but where to look it up', async () => {
    const office = await aCompany(kind);
    const quote = await office.sentQuote();
    await office.tamper('alter table audit rename to audit_gone');
    const { data, errors } = await office.ask(signQuote, { input: aSignature(quote) }, quote.link);
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(
          /^Something went wrong on our side\. Please try again; if it happens again, quote this reference: [\w-]{36}\.$/,
        ),
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ]);
    expect(Object.keys(errors?.[0]?.extensions ?? {})).toEqual(['code']);
    await office.tamper('alter table audit_gone rename to audit');
    expect(await office.rows(`select status from quote where id = '${quote.id}'`)).toEqual([
      { status: 'OPEN' },
    ]);
    expect(await office.rows('select id from acceptance')).toEqual([]);
    expect(await office.rows('select id from invoice')).toEqual([]);
    expect(await office.run(signQuote, { input: aSignature(quote) }, quote.link)).toMatchObject({
      status: 'ACCEPTED',
    });
    expect(await office.broken()).toEqual([]);
    await office.close();
  });
});
