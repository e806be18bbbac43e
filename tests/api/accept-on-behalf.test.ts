import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { acceptOnBehalf, cancelQuote, portalQuote, reviewItems, signQuote } from '../support/operations.ts';
import { aKey, aLineInput, aSignature, type Sent } from '../support/steps.ts';

type Accepted = {
  id: string;
  status: string;
  acceptance: { method: string; onBehalf: { by: string } | null } | null;
  invoices: { id: string; number: string }[];
};

describe.each(databases)('accepting for a customer on %s', (kind) => {
  const office = companyOn(kind);
  const anEntry = (quote: Sent, changes: object = {}) => ({
    idempotencyKey: aKey(),
    quoteId: quote.id,
    choices: quote.options.map(({ id }) => ({ optionId: id, quantity: 1 })),
    signerName: 'Ana Silva',
    signedOn: '2026-11-21',
    reason: 'Signed on paper, copy in the folder.',
    ...changes,
  });
  const accept = async (quote: Sent, changes: object = {}, role: 'MANAGER' | 'STAFF' = 'MANAGER') =>
    office().run<Accepted>(acceptOnBehalf, { input: anEntry(quote, changes) }, await office().as(role));
  const countOf = async (table: string, quote: Sent) =>
    (
      await office().rows<{ n: number }>(`select count(*) as n from ${table} where quote_id = '${quote.id}'`)
    )[0]?.n;

  test('everything follows as from a signature, and the records say what it was', async () => {
    const quote = await office().sentQuote();
    const sentBefore = office().mailer.sent.length;
    expect(await accept(quote)).toMatchObject({
      status: 'ACCEPTED',
      totals: { gross: { amount: 374_900 } },
      acceptance: {
        signerName: 'Ana Silva',
        signerEmail: 'Ana@silvadental.example',
        method: 'ON_BEHALF',
        onBehalf: {
          by: 'The manager',
          reason: 'Signed on paper, copy in the folder.',
          signedOn: '2026-11-21',
        },
      },
      invoices: [{ status: 'OPEN' }],
      timeline: expect.arrayContaining([
        {
          actor: 'The manager',
          text: 'Accepted on behalf of Ana Silva: Signed on paper, copy in the folder.',
        },
      ]),
    });
    const [row] = await office().rows<{ evidence: string; proof: string; method: string }>(
      `select evidence, proof, method from acceptance where quote_id = '${quote.id}'`,
    );
    expect(row).toMatchObject({ proof: 'ON_BEHALF', method: 'ON_BEHALF' });
    expect(JSON.parse(row?.evidence ?? '')).toMatchObject({
      consent: null,
      signer: { proof: 'ON_BEHALF' },
      onBehalf: { by: 'The manager', note: expect.stringContaining('signed nothing on this server') },
    });
    expect(
      await office().rows(`select id from event where data like '%${quote.id}%' and type = 'quote.accepted'`),
    ).toHaveLength(1);
    await office().settle();
    const mails = office().mailer.sent.slice(sentBefore);
    expect(mails.map(({ subject }) => subject.split(' ')[0]).sort()).toEqual(['Accepted:', 'Invoice']);
    const told = mails.find(({ subject }) => subject.startsWith('Accepted:'))?.text;
    expect(told).toContain('If this is not what you agreed to, please tell us at once.');
    expect(told).not.toContain('signed by you');
    expect(await office().run(portalQuote, {}, quote.link)).toMatchObject({
      status: 'ACCEPTED',
      acceptance: { onBehalf: true },
    });
    expect(await office().broken()).toEqual([]);
  });

  test('what recurs gets its plans, and the dated stages their days', async () => {
    const lines = [aLineInput(), aLineInput({ id: 'care', unitPrice: 5_000, billing: 'MONTHLY' })];
    const quote = await office().sentQuote({ lines });
    expect(await accept(quote)).toMatchObject({ status: 'ACCEPTED' });
    expect(await countOf('recurring_plan', quote)).toBe(1);
  });

  test('the same key gives the same acceptance; another one finds it done', async () => {
    const quote = await office().sentQuote();
    const idempotencyKey = aKey();
    const first = await accept(quote, { idempotencyKey });
    expect(await accept(quote, { idempotencyKey })).toEqual(first);
    expect(await accept(quote, { idempotencyKey, reason: 'Another.' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await accept(quote)).toMatchObject({ code: 'QUOTE_ALREADY_ACCEPTED' });
    expect([await countOf('acceptance', quote), await countOf('invoice', quote)]).toEqual([1, 1]);
  });

  test('of a signature and staff at the same moment one wins', async () => {
    const quote = await office().sentQuote();
    await Promise.all([
      accept(quote),
      office().run(signQuote, { input: aSignature(quote) }, quote.link),
      accept(quote),
    ]);
    expect([await countOf('acceptance', quote), await countOf('invoice', quote)]).toEqual([1, 1]);
  });

  test.each([
    [{ choices: [{ optionId: 'other', quantity: 1 }] }, 'OPTION_UNKNOWN', 'choices'],
    [{ signerName: '' }, 'NAME_INVALID', 'signerName'],
    [{ reason: ' ' }, 'INPUT_INVALID', 'reason'],
    [{ signedOn: '2026-11-22' }, 'INPUT_INVALID', 'signedOn'],
    [{ signedOn: '2026-11-20' }, 'INPUT_INVALID', 'signedOn'],
    [{ idempotencyKey: 'short' }, 'INPUT_INVALID', 'idempotencyKey'],
  ])('%j is turned down, and nothing official is written', async (changes, code, field) => {
    const quote = await office().sentQuote();
    expect(await accept(quote, changes)).toMatchObject({ code, field });
    expect([await countOf('acceptance', quote), await countOf('invoice', quote)]).toEqual([0, 0]);
  });

  test('a quote that is over, withdrawn, a draft or damaged is not accepted', async () => {
    const now = office().clock.now();
    const [late, damaged, gone] = [
      await office().sentQuote(),
      await office().sentQuote(),
      await office().sentQuote(),
    ];
    await office().make(
      cancelQuote,
      { input: { id: gone.id, version: gone.version, note: '' } },
      await office().as('MANAGER'),
    );
    expect(await accept(gone)).toMatchObject({ code: 'QUOTE_NOT_OPEN' });
    const draft = await office().draft();
    expect(await accept({ ...gone, id: draft.id })).toEqual({ fault: 'NOT_FOUND' });
    expect(await accept({ ...gone, id: 'nothing' })).toEqual({ fault: 'NOT_FOUND' });
    const snapshot = `select snapshot from quote where id = '${damaged.id}'`;
    const [before] = await office().rows<{ snapshot: string }>(snapshot);
    await office().tamper(
      `update quote set snapshot = replace(snapshot, '"unitPrice":329900', '"unitPrice":129900') where id = '${damaged.id}'`,
    );
    expect(await accept(damaged)).toMatchObject({ code: 'SNAPSHOT_DAMAGED' });
    expect(await countOf('acceptance', damaged)).toBe(0);
    await office().tamper(
      `update quote set snapshot = replace(snapshot, '"unitPrice":129900', '"unitPrice":329900') where id = '${damaged.id}'`,
    );
    expect(await office().rows(snapshot)).toEqual([before]);
    office().clock.set('2026-12-01T13:00:00Z');
    expect(await accept(late)).toMatchObject({ code: 'QUOTE_EXPIRED' });
    office().clock.set(now.toISOString());
  });

  test('staff without that permission cannot', async () => {
    const quote = await office().sentQuote();
    expect(await accept(quote, {}, 'STAFF')).toEqual({ fault: 'FORBIDDEN' });
  });

  test('it settles the signatures that were stopped', async () => {
    const quote = await office().sentQuote();
    await office().run(signQuote, { input: aSignature(quote, { expectedTotal: 1 }) }, quote.link);
    await accept(quote);
    const { items } = await office().make<{ items: { quote: { id: string } | null; resolution: string }[] }>(
      reviewItems,
      { resolved: true },
      await office().as('MANAGER'),
    );
    expect(items.find((item) => item.quote?.id === quote.id)).toMatchObject({
      resolvedBy: 'The manager',
      resolution: 'The quote was accepted on behalf of the customer.',
    });
  });
});
