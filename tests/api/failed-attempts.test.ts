import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { resolveReviewItem } from '../support/operations.ts';
import { signingOf } from '../support/signing.ts';
import type { Sent } from '../support/steps.ts';

type Fact = { label: string; sent: string | null; approved: string | null };
type Item = { id: string; kind: string; facts: Fact[] };
type Entry = { actor: string; text: string; facts: Record<string, string> };

describe.each(databases)('signatures that do not pass, on %s', (kind) => {
  const office = companyOn(kind);
  const { sign, written } = signingOf(office);
  const itemsOf = async ({ id }: Sent) =>
    (
      await office().rows<{ id: string; kind: string; facts: string; search_key: string }>(
        `select id, kind, facts, search_key from review_item where quote_id = '${id}' and resolved_at is null order by id`,
      )
    ).map((row) => ({ ...row, facts: JSON.parse(row.facts) as Fact[] }) satisfies Item);
  const historyOf = async ({ id }: Sent) =>
    (
      await office().rows<{ actor: string; text: string; facts: string }>(
        `select actor, text, facts from audit where quote_id = '${id}' and action = 'quote.signature-failed' order by id`,
      )
    ).map((row) => ({ ...row, facts: JSON.parse(row.facts) as Entry['facts'] }));

  test('LK-01: each wrong address is in the history, and the one item shows the latest and how many', async () => {
    const quote = await office().sentQuote();
    for (const email of ['first@example.com', 'second@example.com', 'third@example.com'])
      expect(await sign(quote, { email })).toMatchObject({ code: 'EMAIL_MISMATCH' });
    expect((await historyOf(quote)).map(({ facts }) => facts)).toEqual([
      { 'E-mail address': 'first@example.com', refusals: 'EMAIL_MISMATCH' },
      { 'E-mail address': 'second@example.com', refusals: 'EMAIL_MISMATCH' },
      { 'E-mail address': 'third@example.com', refusals: 'EMAIL_MISMATCH' },
    ]);
    const items = await itemsOf(quote);
    expect(items).toMatchObject([
      {
        kind: 'ADDRESS_MISMATCH',
        facts: [
          { label: 'E-mail address', sent: 'third@example.com' },
          { label: 'Attempts', sent: '3', approved: null },
        ],
      },
    ]);
    expect(items[0]?.search_key).toContain('third');
    expect(await written(quote)).toEqual([]);
  });

  test('TT-01: each wrong total as well; once the item is settled another try is another item and counts from one', async () => {
    const quote = await office().sentQuote();
    for (const expectedTotal of [1, 2]) await sign(quote, { expectedTotal });
    const [item] = await itemsOf(quote);
    expect(item?.facts.at(-1)).toMatchObject({ label: 'Attempts', sent: '2' });
    const input = { id: item?.id, resolution: 'Called the customer.' };
    await office().make(resolveReviewItem, { input }, await office().as('STAFF'));
    await sign(quote, { expectedTotal: 3 });
    expect((await itemsOf(quote)).map(({ facts }) => facts.map(({ label }) => label))).toEqual([['Total']]);
    expect((await historyOf(quote)).map(({ facts }) => facts['Total'])).toEqual([
      expect.stringMatching(/0\.01/),
      expect.stringMatching(/0\.02/),
      expect.stringMatching(/0\.03/),
    ]);
  });

  test('LK-01: of twenty at once none is lost', async () => {
    const quote = await office().sentQuote();
    const tries = Array.from({ length: 20 }, (_, at) => `at-once-${at}@example.com`);
    await Promise.all(tries.map((email) => sign(quote, { email })));
    const history = (await historyOf(quote)).map(({ facts }) => facts['E-mail address']);
    expect(history.toSorted()).toEqual(tries.toSorted());
    const items = await itemsOf(quote);
    expect(items).toHaveLength(1);
    expect(items[0]?.facts.at(-1)).toMatchObject({ label: 'Attempts', sent: '20' });
  });

  test('LK-01: no code, no link and nothing long gets into the history', async () => {
    const quote = await office().sentQuote();
    await sign(quote, { email: `${'x'.repeat(300)}@example.com`, code: '123456' });
    const [entry] = await historyOf(quote);
    expect(entry?.facts['E-mail address']?.length).toBeLessThanOrEqual(201);
    expect(JSON.stringify(entry)).not.toContain('123456');
    expect(JSON.stringify(entry)).not.toContain(quote.link);
  });

  test('LK-01: a program that tries on and on is counted, and does not fill the history', async () => {
    const quote = await office().sentQuote();
    for (let at = 1; at <= 103; at += 1) await sign(quote, { email: `on-and-on-${at}@example.com` });
    expect(await historyOf(quote)).toHaveLength(100);
    expect((await itemsOf(quote))[0]?.facts).toMatchObject([
      { sent: 'on-and-on-103@example.com' },
      { label: 'Attempts', sent: '103' },
    ]);
  });

  test('a form that was filled in badly, and a second signature, are no failed attempts for the history', async () => {
    const quote = await office().sentQuote();
    await sign(quote, { agreesToTerms: false });
    await sign(quote);
    await sign(quote);
    expect(await historyOf(quote)).toEqual([]);
    expect(await itemsOf(quote)).toEqual([]);
  });
});
