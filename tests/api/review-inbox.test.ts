import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  answerQuote,
  approveQuote,
  askAboutQuote,
  assignReviewItem,
  me,
  openReviewCount,
  reopenReviewItem,
  resolveReviewItem,
  resolveReviewItems,
  reviewCounts,
  reviewItems,
  reviseQuote,
  sendFreshLink,
  signQuote,
  snoozeReviewItem,
} from '../support/operations.ts';
import { aKey, aSignature, type Made, type Sent } from '../support/steps.ts';

type Item = {
  id: string;
  kind: string;
  group: string;
  explanation: string;
  actions: string[];
  assignee: { id: string; name: string } | null;
  snoozedUntil: string | null;
  quote: { id: string } | null;
  resolution: string | null;
  resolvedBy: string | null;
};
type Counts = { waiting: number; mine: number; snoozed: number; groups: { group: string; count: number }[] };
type Role = 'OWNER' | 'MANAGER' | 'STAFF' | 'BOOKKEEPER';

describe.each(databases)('the inbox on %s', (kind) => {
  const office = companyOn(kind);
  const as = (role: Role) => office().as(role);
  const list = async (variables: object = {}, role: Role = 'STAFF') =>
    (await office().make<{ items: Item[] }>(reviewItems, { first: 100, ...variables }, await as(role))).items;
  const idsOf = async (variables: object = {}) => (await list(variables)).map(({ id }) => id);
  const counts = async (role: Role = 'STAFF') => office().make<Counts>(reviewCounts, {}, await as(role));
  const run = async (document: string, input: object, role: Role = 'STAFF') =>
    office().run<Item>(document, { input }, await as(role));
  const idOf = async (role: Role) => (await office().make<{ id: string }>(me, {}, await as(role))).id;
  const stopped = async (
    changes: object = { expectedTotal: 1 },
    quote?: Sent,
  ): Promise<Item & { sent: Sent }> => {
    const sent = quote ?? (await office().sentQuote());
    await office().run(signQuote, { input: aSignature(sent, changes) }, sent.link);
    const item = (await list()).findLast((one) => one.quote?.id === sent.id);
    if (item === undefined) throw new Error('Nobody was told');
    return { ...item, sent };
  };

  test('an item says what kind it is, why it matters, and what the person can do', async () => {
    const item = await stopped({ email: 'bob@silvadental.example' });
    expect(item).toMatchObject({
      kind: 'ADDRESS_MISMATCH',
      group: 'SIGNATURES',
      explanation: expect.stringContaining('A fresh link only ever goes to the address on file.'),
      actions: ['SEND_FRESH_LINK', 'REVISE_QUOTE', 'DISMISS'],
      assignee: null,
      snoozedUntil: null,
    });
    const of = async (role: Role) => (await list({}, role)).find(({ id }) => id === item.id)?.actions;
    expect(await of('MANAGER')).toEqual(['SEND_FRESH_LINK', 'ACCEPT_ON_BEHALF', 'REVISE_QUOTE', 'DISMISS']);
    expect(await of('BOOKKEEPER')).toEqual([]);
  });

  test('the worst of several failed checks gives the kind; another try with the same is no other item', async () => {
    const first = await stopped({ email: 'bob@silvadental.example', expectedTotal: 1 });
    expect(first.kind).toBe('ADDRESS_MISMATCH');
    const again = await stopped({ email: 'eve@silvadental.example', expectedTotal: 2 }, first.sent);
    expect(again.id).toBe(first.id);
    const other = await stopped({ expectedTotal: 1 }, first.sent);
    expect(other).toMatchObject({ kind: 'TAMPERED_TOTAL' });
  });

  test('after an item was settled another try is told; after that was taken back it is told once', async () => {
    const first = await stopped();
    await run(resolveReviewItem, { id: first.id, resolution: 'An old page.' });
    const second = await stopped({ expectedTotal: 1 }, first.sent);
    expect(second.id).not.toBe(first.id);
    await run(reopenReviewItem, { id: first.id });
    await run(resolveReviewItem, { id: second.id, resolution: 'The same.' });
    const third = await stopped({ expectedTotal: 1 }, first.sent);
    expect(third.id).toBe(first.id);
    await run(resolveReviewItem, { id: first.id, resolution: 'Once more.' });
    const fourth = await stopped({ expectedTotal: 1 }, first.sent);
    expect([first.id, second.id]).not.toContain(fourth.id);
  });

  test('an item is given to somebody who may settle it, and taken from them', async () => {
    const { id } = await stopped();
    const manager = await idOf('MANAGER');
    const before = await counts('MANAGER');
    expect(await run(assignReviewItem, { id, staffId: manager })).toMatchObject({
      assignee: { id: manager, name: 'The manager' },
    });
    expect((await list({ mine: true }, 'MANAGER')).map((item) => item.id)).toContain(id);
    expect(await idsOf({ mine: true })).not.toContain(id);
    expect((await counts('MANAGER')).mine).toBe(before.mine + 1);
    expect(await run(assignReviewItem, { id, staffId: await idOf('BOOKKEEPER') })).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'staffId',
    });
    expect(await run(assignReviewItem, { id, staffId: 'nobody' })).toEqual({ fault: 'NOT_FOUND' });
    expect(await run(assignReviewItem, { id: 'nothing', staffId: null })).toEqual({ fault: 'NOT_FOUND' });
    expect(await run(assignReviewItem, { id, staffId: null })).toMatchObject({ assignee: null });
    await run(resolveReviewItem, { id, resolution: 'Done.' });
    expect(await run(assignReviewItem, { id, staffId: manager })).toMatchObject({ code: 'ITEM_SETTLED' });
  });

  test('what was put off leaves the list and the counts, and comes back by itself when the day begins', async () => {
    const now = office().clock.now();
    const { id } = await stopped();
    const [before, waited] = [
      await counts(),
      await office().run<number>(openReviewCount, {}, await as('STAFF')),
    ];
    expect(await run(snoozeReviewItem, { id, until: '2026-11-23' })).toMatchObject({
      // Sydney is eleven hours ahead.
      snoozedUntil: '2026-11-22T13:00:00.000Z',
    });
    expect(await idsOf()).not.toContain(id);
    expect(await idsOf({ snoozed: true })).toContain(id);
    expect(await counts()).toMatchObject({ waiting: before.waiting - 1, snoozed: before.snoozed + 1 });
    expect(await office().run<number>(openReviewCount, {}, await as('STAFF'))).toBe(waited - 1);
    office().clock.set('2026-11-22T12:59:59.999Z');
    expect(await idsOf()).not.toContain(id);
    office().clock.set('2026-11-22T13:00:00.000Z');
    expect(await idsOf()).toContain(id);
    expect(await idsOf({ snoozed: true })).not.toContain(id);
    office().clock.set(now.toISOString());
    expect(await run(snoozeReviewItem, { id, until: null })).toMatchObject({ snoozedUntil: null });
    expect(await idsOf()).toContain(id);
  });

  test.each(['2026-11-21', '2026-11-20', '2027-11-22'])('nothing is put off until %s', async (until) => {
    const { id } = await stopped();
    expect(await run(snoozeReviewItem, { id, until })).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'until',
    });
  });

  test('many are settled at once, each on its own', async () => {
    const [one, two, three] = [await stopped(), await stopped(), await stopped()];
    await run(resolveReviewItem, { id: two.id, resolution: 'Done before.' });
    const done = await office().make<{ outcomes: { id: string; result: object }[] }>(
      resolveReviewItems,
      { input: { ids: [one.id, two.id, 'nothing', three.id, one.id], resolution: ' All called. ' } },
      await as('STAFF'),
    );
    expect(done.outcomes).toEqual([
      { id: one.id, result: { id: one.id, resolution: 'All called.' } },
      { id: two.id, result: expect.objectContaining({ code: 'ITEM_SETTLED' }) },
      { id: 'nothing', result: expect.objectContaining({ code: 'INPUT_INVALID' }) },
      { id: three.id, result: { id: three.id, resolution: 'All called.' } },
    ]);
    const settled = await list({ resolved: true });
    expect(settled.find(({ id }) => id === two.id)).toMatchObject({ resolution: 'Done before.' });
  });

  test.each([
    [[], 'Done.', 'ids'],
    [Array.from({ length: 101 }, (_, n) => String(n)), 'Done.', 'ids'],
    [['nothing'], ' ', 'resolution'],
  ])('nothing is settled at once with what cannot be (%#)', async (ids, resolution, field) => {
    expect(await run(resolveReviewItems, { ids, resolution })).toMatchObject({
      code: 'INPUT_INVALID',
      field,
    });
  });

  test('a settlement is taken back within ten minutes, by the one who made it', async () => {
    const now = office().clock.now();
    const { id } = await stopped();
    await run(resolveReviewItem, { id, resolution: 'A slip.' });
    expect(await run(reopenReviewItem, { id }, 'MANAGER')).toMatchObject({
      code: 'ITEM_SETTLED',
      message: 'Only whoever settled an item by hand can take that back.',
    });
    office().clock.set(new Date(now.getTime() + 300_000).toISOString());
    expect(await run(reopenReviewItem, { id })).toMatchObject({ resolvedAt: null, resolution: null });
    expect(await idsOf()).toContain(id);
    // What is open stays as it is.
    expect(await run(reopenReviewItem, { id })).toMatchObject({ __typename: 'ReviewItem', resolvedAt: null });
    await run(resolveReviewItem, { id, resolution: 'Meant this time.' });
    office().clock.set(new Date(now.getTime() + 900_000).toISOString());
    expect(await run(reopenReviewItem, { id })).toMatchObject({
      code: 'ITEM_SETTLED',
      message: 'This can be taken back within 10 minutes only.',
    });
    expect(await run(reopenReviewItem, { id: 'nothing' })).toEqual({ fault: 'NOT_FOUND' });
    office().clock.set(now.toISOString());
  });

  test('the list is narrowed down by kind, group and words', async () => {
    const customer = await office().customer({ name: 'Zebra Döner', email: 'zoe@zebra.example' });
    const quote = await office().sentQuote({ title: 'Sign for the window' }, customer.id);
    const { id } = await stopped({ name: 'Zoe', email: 'wrong@other.example' }, quote);
    expect(await idsOf({ kind: 'ADDRESS_MISMATCH' })).toContain(id);
    expect(await idsOf({ kind: 'TAMPERED_TOTAL' })).not.toContain(id);
    expect(await idsOf({ group: 'SIGNATURES' })).toContain(id);
    expect(await idsOf({ group: 'PAYMENTS' })).not.toContain(id);
    for (const search of ['zebra doner', 'WRONG@other', 'window', quote.number, 'window zebra'])
      expect(await idsOf({ search })).toEqual([id]);
    expect(await idsOf({ search: 'window giraffe' })).toEqual([]);
    expect(await idsOf({ search: '%' })).toEqual([]);
  });

  test('counts say the same as the lists', async () => {
    const { waiting, groups } = await counts();
    expect(await idsOf()).toHaveLength(waiting);
    for (const { group, count } of groups) expect(await idsOf({ group })).toHaveLength(count);
    expect(groups.map(({ group }) => group)).toEqual([
      'SIGNATURES',
      'CUSTOMERS',
      'PAYMENTS',
      'BILLING',
      'DELIVERY',
    ]);
  });

  test('a fresh link settles what it is the answer to, and leaves the questions', async () => {
    const item = await stopped({ email: 'bob@silvadental.example' });
    const question = { idempotencyKey: aKey(), kind: 'QUESTION', text: 'Is hosting in it?' };
    await office().make(askAboutQuote, { input: question }, item.sent.link);
    await office().make(
      sendFreshLink,
      { input: { idempotencyKey: aKey(), quoteId: item.sent.id } },
      await as('STAFF'),
    );
    const settled = (await list({ resolved: true })).find(({ id }) => id === item.id);
    expect(settled).toMatchObject({
      resolvedBy: 'The staff',
      resolution: 'A fresh link was sent to Ana@silvadental.example.',
      actions: [],
    });
    const open = (await list()).filter(({ quote }) => quote?.id === item.sent.id);
    expect(open.map((one) => one.kind)).toEqual(['QUOTE_MESSAGE']);
    await office().make(
      answerQuote,
      { input: { idempotencyKey: aKey(), id: item.sent.id, text: 'Yes, for a year.' } },
      await as('STAFF'),
    );
    expect((await list()).filter(({ quote }) => quote?.id === item.sent.id)).toEqual([]);
  });

  test('a new version settles what it is the answer to when it is sent, not when it is begun', async () => {
    const { id, sent } = await stopped();
    const revision = await office().make<Made>(
      reviseQuote,
      { input: { id: sent.id, version: sent.version } },
      await as('MANAGER'),
    );
    expect(await idsOf()).toContain(id);
    await office().make(
      approveQuote,
      { input: { id: revision.id, version: revision.version } },
      await as('MANAGER'),
    );
    expect((await list({ resolved: true })).find((item) => item.id === id)).toMatchObject({
      resolvedBy: 'The manager',
      resolution: expect.stringMatching(/^A new version was sent: QT-.*-2\.$/),
    });
  });
});
