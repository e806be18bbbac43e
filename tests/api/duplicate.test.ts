import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { duplicateQuote } from '../support/operations.ts';
import { aGroupInput, aKey, anOptionInput, aStageInput, type Draft } from '../support/steps.ts';

type Copy = Draft & {
  lines: { id: string }[];
  groups: { id: string }[];
  options: { id: string; groupId: string | null; requires: string[]; excludes: string[] }[];
  versions: { id: string }[];
};

describe.each(databases)('copies of a quote on %s', (kind) => {
  const office = companyOn(kind);
  const duplicate = async (input: object) =>
    office().run<Copy>(
      duplicateQuote,
      { input: { idempotencyKey: aKey(), ...input } },
      await office().as('STAFF'),
    );
  const eventful = {
    title: 'Original',
    termsNote: 'Agreed with Ana by phone',
    paymentTermsDays: 45,
    groups: [aGroupInput()],
    options: [
      anOptionInput({ id: 'one', groupId: 'group-1' }),
      anOptionInput({ id: 'two', groupId: 'group-1' }),
      anOptionInput({ id: 'three', requires: ['one'], excludes: ['two'] }),
    ],
    stages: [
      aStageInput({ percent: 50_000 }),
      aStageInput({ id: 'rest', percent: null, due: 'ON_DATE', dueOn: '2026-11-21', paymentTermsDays: 7 }),
    ],
  };

  test('has the same content under new ids, and what refers to a part refers to the new one', async () => {
    const quote = await office().draft(eventful);
    const copy = await duplicate({ id: quote.id });
    expect(copy).toMatchObject({
      __typename: 'Quote',
      status: 'DRAFT',
      version: 1,
      number: null,
      title: 'Original',
      termsNote: 'Agreed with Ana by phone',
      paymentTermsDays: 45,
      validUntil: '2026-12-21',
      customer: { id: quote.customer.id },
      lines: [{ description: 'Website migration', amount: { amount: 329_900 } }],
      stages: [{ percent: 50_000 }, { percent: null, dueOn: '2026-11-21', paymentTermsDays: 7 }],
      author: 'The staff',
      timeline: [{ text: 'Draft started as a copy of “Original”' }],
      versions: [{ id: copy.id }],
    });
    const [one, two, three] = copy.options;
    const [group] = copy.groups;
    expect([one?.groupId, two?.groupId]).toEqual([group?.id, group?.id]);
    expect([three?.requires, three?.excludes]).toEqual([[one?.id], [two?.id]]);
    const old = ['line-1', 'group-1', 'one', 'two', 'three'];
    expect([...copy.lines, ...copy.groups, ...copy.options].filter(({ id }) => old.includes(id))).toEqual([]);
  });

  test('the same key gives the same copy, and another quote under it is refused', async () => {
    const [quote, other] = [await office().draft(), await office().draft()];
    const idempotencyKey = aKey();
    const copies = await Promise.all([1, 2, 3].map(() => duplicate({ idempotencyKey, id: quote.id })));
    expect(new Set(copies.map(({ id }) => id)).size).toBe(1);
    expect(await duplicate({ idempotencyKey, id: other.id })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  test('a copy for another customer keeps nothing of what was agreed with the first', async () => {
    const quote = await office().sentQuote(eventful);
    const { id: customerId } = await office().customer({ name: 'Somebody else' });
    expect(await duplicate({ id: quote.id, customerId })).toMatchObject({
      customer: { id: customerId },
      termsNote: '',
      paymentTermsDays: null,
      timeline: [{ text: `Draft started as a copy of ${quote.number}` }],
    });
  });

  test('days that have passed are left out of a copy', async () => {
    const quote = await office().draft(eventful);
    office().clock.set('2026-11-23T01:00:00Z');
    expect(await duplicate({ id: quote.id })).toMatchObject({
      stages: [{ dueOn: null }, { due: 'ON_DATE', dueOn: null }],
    });
    office().clock.set('2026-11-21T01:00:00Z');
  });

  test('goes to nobody with another currency, to nobody who was archived, and comes of nothing', async () => {
    const quote = await office().draft();
    const { id: customerId } = await office().customer({ name: 'In yen' });
    await office().tamper(`update customer set currency = 'JPY' where id = '${customerId}'`);
    expect(await duplicate({ id: quote.id, customerId })).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'customerId',
      message: 'This customer pays in JPY, and the quote is in AUD.',
    });
    await office().tamper(
      `update customer set archived_at = '2026-11-01T00:00:00.000Z' where id = '${customerId}'`,
    );
    expect(await duplicate({ id: quote.id, customerId })).toMatchObject({ code: 'CUSTOMER_ARCHIVED' });
    expect(await duplicate({ id: 'nothing' })).toEqual({ fault: 'NOT_FOUND' });
    expect(await duplicate({ id: quote.id, customerId: 'nobody' })).toEqual({ fault: 'NOT_FOUND' });
    expect(await duplicate({ idempotencyKey: 'short', id: quote.id })).toMatchObject({
      code: 'INPUT_INVALID',
    });
  });
});
