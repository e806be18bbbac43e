import { describe, expect, test } from 'vitest';
import { sha256 } from '../../api/src/sha256.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { invoiceById, quoteById, reviewItems, signQuote } from '../support/operations.ts';
import { anOptionInput, aSignature, type Sent } from '../support/steps.ts';

type Item = { kind: string; facts: object[]; quote: { id: string } | null };

describe.each(databases)('signing on %s', (kind) => {
  const office = companyOn(kind);
  const sign = (quote: Sent, changes: object = {}) =>
    office().run(signQuote, { input: aSignature(quote, changes) }, quote.link);
  const itemsOf = async (quote: Sent): Promise<Item[]> => {
    const { items } = await office().make<{ items: Item[] }>(
      reviewItems,
      { first: 100 },
      await office().as('BOOKKEEPER'),
    );
    return items.filter((item) => item.quote?.id === quote.id);
  };
  const countOf = async (table: string, quote: Sent) =>
    (
      await office().rows<{ n: number }>(`select count(*) as n from ${table} where quote_id = '${quote.id}'`)
    )[0]?.n;

  test('countersigns: acceptance, evidence and first invoice are there with the answer', async () => {
    const quote = await office().sentQuote();
    const choices = quote.options.map(({ id }) => ({ optionId: id, quantity: 1 }));
    expect(await sign(quote)).toMatchObject({
      __typename: 'PortalQuote',
      number: quote.number,
      status: 'ACCEPTED',
      acceptance: {
        signerName: 'Ana Silva',
        signedAt: '2026-11-21T01:00:00.000Z',
        choices,
        recurring: [],
        totals: {
          net: { amount: 340_818 },
          tax: { amount: 34_082 },
          gross: { amount: 374_900, currency: 'AUD' },
        },
        evidenceHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      invoices: [
        {
          number: expect.stringMatching(/^INV-2026-\d{4}$/),
          stageLabel: 'Deposit',
          status: 'OPEN',
          total: { amount: 112_470 },
          dueDate: '2026-12-05',
        },
      ],
    });
    const owner = await office().as('OWNER');
    const seen = await office().make<{ invoices: { id: string }[] }>(quoteById, { id: quote.id }, owner);
    expect(seen).toMatchObject({
      status: 'ACCEPTED',
      version: 3,
      acceptance: {
        signerName: 'Ana Silva',
        signerEmail: 'Ana@silvadental.example',
        method: 'TYPED',
        total: { amount: 374_900 },
      },
      totals: { gross: { amount: 374_900 } },
      options: [{ chosen: 1 }],
      stages: [
        { amount: { amount: 112_470 }, canIssue: false },
        { amount: { amount: 149_960 }, canIssue: true },
        { amount: { amount: 112_470 }, canIssue: false },
      ],
      actions: ['ARCHIVE', 'DUPLICATE', 'CHANGE'],
    });
    expect(await office().make(invoiceById, { id: seen.invoices[0]?.id }, owner)).toMatchObject({
      status: 'OPEN',
      stagePosition: 1,
      sourceEvent: expect.stringMatching(/^acceptance:[\w-]{36}#stage-1$/),
      issueDate: '2026-11-21',
      dueDate: '2026-12-05',
      isOverdue: false,
      lines: [
        {
          description: `Deposit: 30% of Website migration (${quote.number})`,
          taxRate: 10_000,
          net: { amount: 102_245 },
          tax: { amount: 10_225 },
          gross: { amount: 112_470 },
        },
      ],
      totals: { gross: { amount: 112_470 } },
      paid: { amount: 0 },
      balance: { amount: 112_470 },
      payments: [],
      log: [{ kind: 'INVOICE_ISSUED', actor: 'Customer', method: null }],
    });
    expect(await itemsOf(quote)).toEqual([]);
  });

  test('keeps the evidence of what was shown and agreed, with its hash', async () => {
    const quote = await office().sentQuote();
    await sign(quote, { signature: { method: 'DRAWN', strokes: [[0, 0, 500, 200, 1000, 400]] } });
    const [row] = await office().rows<{ evidence: string; evidence_hash: string; option_ids: string }>(
      `select * from acceptance where quote_id = '${quote.id}'`,
    );
    expect(sha256(row?.evidence ?? '')).toBe(row?.evidence_hash);
    expect(JSON.parse(row?.evidence ?? '')).toMatchObject({
      format: 1,
      revisionHash: quote.revisionHash,
      signer: { name: 'Ana Silva', email: 'Ana@silvadental.example' },
      method: 'DRAWN',
      strokes: [[0, 0, 500, 200, 1000, 400]],
      ip: '127.0.0.1',
      signedAt: '2026-11-21T01:00:00.000Z',
      timeZone: 'Australia/Sydney',
    });
  });

  test('TT-03: without the option the customer owes the base price', async () => {
    const quote = await office().sentQuote();
    expect(await sign(quote, { choices: [], expectedTotal: 329_900 })).toMatchObject({
      acceptance: { choices: [], totals: { gross: { amount: 329_900 } } },
      invoices: [{ total: { amount: 98_970 } }],
    });
  });

  test('the name is kept as it was written, without outer spaces', async () => {
    const quote = await office().sentQuote();
    expect(await sign(quote, { name: '  Ana  d’Ávila 安娜 ' })).toMatchObject({
      acceptance: { signerName: expect.stringContaining('d’Ávila 安娜') },
    });
  });

  const mismatch = { code: 'TOTAL_MISMATCH', field: 'expectedTotal' };

  const kindOf: Record<string, string> = {
    TOTAL_MISMATCH: 'TAMPERED_TOTAL',
    OPTION_UNKNOWN: 'UNKNOWN_OPTION',
    REVISION_SUPERSEDED: 'SUPERSEDED_REVISION',
    EMAIL_MISMATCH: 'ADDRESS_MISMATCH',
  };

  test.each<[string, object, { code: string; field?: string }, string, string | null]>([
    ['TT-01 a total that is one cent short', { expectedTotal: 374_899 }, mismatch, 'Total', '$3,748.99'],
    ['TT-01 a total that is one cent over', { expectedTotal: 374_901 }, mismatch, 'Total', '$3,749.01'],
    ['TT-01 a total of nothing', { expectedTotal: 0 }, mismatch, 'Total', '$0.00'],
    ['TT-01 a negative total', { expectedTotal: -374_900 }, mismatch, 'Total', '-$3,749.00'],
    ['a total without the option that is chosen', { expectedTotal: 329_900 }, mismatch, 'Total', '$3,299.00'],
    [
      'TT-05 an option of another quote',
      { choices: [{ optionId: '00000000-0000-7000-8000-000000000000', quantity: 1 }] },
      { code: 'OPTION_UNKNOWN', field: 'choices' },
      'Options',
      '00000000-0000-7000-8000-000000000000',
    ],
    [
      'TT-05 an option that is no id',
      { choices: [{ optionId: 'drop table', quantity: 1 }] },
      { code: 'OPTION_UNKNOWN' },
      'Options',
      'drop table',
    ],
    [
      'TT-04 the page of another revision',
      { revisionHash: 'ab'.repeat(32) },
      { code: 'REVISION_SUPERSEDED', field: 'revisionHash' },
      'Revision',
      'ab'.repeat(32),
    ],
    [
      'LK-01 somebody else’s address',
      { email: 'bob@silvadental.example' },
      { code: 'EMAIL_MISMATCH', field: 'email' },
      'E-mail address',
      'bob@silvadental.example',
    ],
    [
      'SG-11 a plus tag',
      { email: 'Ana+x@silvadental.example' },
      { code: 'EMAIL_MISMATCH' },
      'E-mail address',
      'Ana+x@silvadental.example',
    ],
    [
      'SG-11 another case before the @',
      { email: 'ana@silvadental.example' },
      { code: 'EMAIL_MISMATCH' },
      'E-mail address',
      'ana@silvadental.example',
    ],
    [
      'SG-11 a letter that looks alike',
      { email: '\u0410na@silvadental.example' },
      { code: 'EMAIL_MISMATCH' },
      'E-mail address',
      '\u0410na@silvadental.example',
    ],
    ['SG-11 no address at all', { email: '' }, { code: 'EMAIL_MISMATCH' }, 'E-mail address', ''],
  ])(
    'turns down %s, tells staff, and leaves the quote open',
    async (_what, changes, refusal, label, sent) => {
      const quote = await office().sentQuote();
      const answer = await sign(quote, changes);
      expect(answer).toMatchObject({ __typename: 'Refusal', ...refusal });
      expect(JSON.stringify(answer)).not.toContain('Ana@silvadental');
      const [item, ...more] = await itemsOf(quote);
      expect(more).toEqual([]);
      expect(item).toMatchObject({
        kind: kindOf[refusal.code],
        facts: expect.arrayContaining([expect.objectContaining({ label, sent })]),
      });
      expect([await countOf('acceptance', quote), await countOf('invoice', quote)]).toEqual([0, 0]);
      expect(await sign(quote)).toMatchObject({ status: 'ACCEPTED' });
    },
  );

  test.each(['Ana@SILVADENTAL.example', '  Ana@silvadental.example  '])(
    'SG-11: forgives %j',
    async (email) => {
      expect(await sign(await office().sentQuote(), { email })).toMatchObject({ status: 'ACCEPTED' });
    },
  );

  test('TT-06: an option that is chosen twice is turned down', async () => {
    const quote = await office().sentQuote();
    const [option] = quote.options;
    const chosen = { optionId: option?.id ?? '', quantity: 1 };
    const shouted = { optionId: chosen.optionId.toUpperCase(), quantity: 1 };
    for (const choices of [[chosen, chosen], [shouted], Array.from({ length: 2_000 }, () => chosen)]) {
      expect(await sign(quote, { choices })).toMatchObject({ code: 'OPTION_UNKNOWN' });
    }
  });

  test('TT-05: an option of another open quote is as unknown as any', async () => {
    const quote = await office().sentQuote();
    const other = await office().sentQuote({ options: [anOptionInput({ id: 'of-the-other' })] });
    const choices = other.options.map(({ id }) => ({ optionId: id, quantity: 1 }));
    expect(await sign(quote, { choices })).toMatchObject({ code: 'OPTION_UNKNOWN' });
  });

  test.each<[string, object, string]>([
    ['no name', { name: '  ' }, 'NAME_INVALID'],
    ['a name of 501 characters', { name: 'x'.repeat(501) }, 'NAME_INVALID'],
    ['an empty drawing', { signature: { method: 'DRAWN', strokes: [] } }, 'SIGNATURE_INVALID'],
    [
      'a drawing outside of the paper',
      { signature: { method: 'DRAWN', strokes: [[0, 0, 1001, 0]] } },
      'SIGNATURE_INVALID',
    ],
    [
      '201 strokes',
      { signature: { method: 'DRAWN', strokes: Array(201).fill([0, 0, 1, 1]) } },
      'SIGNATURE_INVALID',
    ],
    ['terms that are not agreed to', { agreesToTerms: false }, 'TERMS_NOT_AGREED'],
  ])('asks again for %s without troubling staff', async (_what, changes, code) => {
    const quote = await office().sentQuote();
    expect(await sign(quote, changes)).toMatchObject({ __typename: 'Refusal', code });
    expect(await itemsOf(quote)).toEqual([]);
    expect(await sign(quote)).toMatchObject({ status: 'ACCEPTED' });
  });

  test('shows staff every check that failed, and the same attempt as one item that says how often', async () => {
    const quote = await office().sentQuote();
    const wrong = { email: 'bob@example.com', expectedTotal: 1, name: '' };
    expect(await sign(quote, wrong)).toMatchObject({ code: 'EMAIL_MISMATCH' });
    expect(await sign(quote, wrong)).toMatchObject({ code: 'EMAIL_MISMATCH' });
    const items = await itemsOf(quote);
    expect(items.map(({ facts }) => facts)).toEqual([
      [
        { label: 'E-mail address', sent: 'bob@example.com', approved: 'Ana@silvadental.example' },
        { label: 'Total', sent: '$0.01', approved: '$3,749.00' },
        { label: 'Name', sent: '', approved: null },
        { label: 'Attempts', sent: '2', approved: null },
      ],
    ]);
  });
});
