import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  approveQuote,
  cancelQuote,
  declineQuote,
  portalQuote,
  quoteById,
  reviseQuote,
  signQuote,
  updateQuote,
} from '../support/operations.ts';
import { aLineInput, aQuoteInput, aSignature, type Made, type Sent } from '../support/steps.ts';

type Version = Sent & {
  status: string;
  revisionHash: string;
  actions: string[];
  versions: { id: string; number: string | null; status: string }[];
};

describe.each(databases)('versions of a quote on %s', (kind) => {
  const office = companyOn(kind);
  const step = async (document: string, { id, version }: Made, more: object = {}) =>
    office().run<Version>(document, { input: { id, version, ...more } }, await office().as('OWNER'));
  const revise = (quote: Made) => step(reviseQuote, quote);
  const approve = (quote: Made) => step(approveQuote, quote);
  const read = async (id: string) => office().make<Version>(quoteById, { id }, await office().as('OWNER'));
  const events = (id: string) =>
    office()
      .rows<{ type: string; data: string }>(
        `select type, data from event where data like '%${id}%' order by id`,
      )
      .then((rows) => rows.map(({ type, data }) => ({ type, ...(JSON.parse(data) as object) })));
  /** The quote as it is now, with the link of its mail. */
  const sentAs = async (quote: Version): Promise<Version> => {
    await office().settle();
    return { ...quote, link: office().linkInMail('q', quote.number) };
  };

  test('a revision keeps its content and its ids, and the sent version stays open until it is approved', async () => {
    const { id: customerId } = await office().customer({ prefix: 'REVISED' });
    const sent = await office().sentQuote({}, customerId);
    const draft = await revise(sent);
    expect(draft).toMatchObject({
      __typename: 'Quote',
      status: 'DRAFT',
      number: null,
      title: 'Website migration',
      validUntil: '2026-12-01',
      lines: [{ id: 'line-1' }],
      options: [{ id: 'option-1' }],
      stages: [{ id: 'stage-1' }, { id: 'stage-2' }, { id: 'stage-3' }],
      versions: [
        { id: sent.id, number: 'QT-REVISED-0001-1', status: 'OPEN' },
        { id: draft.id, number: null, status: 'DRAFT' },
      ],
      changes: [],
      timeline: [{ text: 'Newer version of QT-REVISED-0001-1 started' }],
    });
    expect(draft.id).not.toBe(sent.id);
    expect(await read(sent.id)).toMatchObject({ status: 'OPEN', version: sent.version });
    expect(await office().run(portalQuote, {}, sent.link)).toMatchObject({ status: 'OPEN' });
  });

  test('its approval gives the next number and ends the older version, in one step', async () => {
    const { id: customerId } = await office().customer({ prefix: 'NEWER' });
    const first = await office().sentQuote({}, customerId);
    const lines = [aLineInput({ unitPrice: 350_000 })];
    const draft = await step(updateQuote, await revise(first), { quote: aQuoteInput({ lines }) });
    const second = await approve(draft);
    expect(second).toMatchObject({
      status: 'OPEN',
      number: 'QT-NEWER-0001-2',
      changes: [
        { kind: 'CHANGED', label: 'Line: Website migration' },
        { kind: 'CHANGED', label: 'Total', before: '$3,299.00', after: '$3,500.00' },
      ],
    });
    expect(await read(first.id)).toMatchObject({
      status: 'CANCELED',
      cancelReason: 'SUPERSEDED',
      number: 'QT-NEWER-0001-1',
      changes: [],
      actions: ['ARCHIVE', 'DUPLICATE'],
    });
    const third = await approve(await revise(second));
    expect(third).toMatchObject({ number: 'QT-NEWER-0001-3', status: 'OPEN' });
    // Another offer for the same customer is another number.
    expect(await office().sentQuote({}, customerId)).toMatchObject({ number: 'QT-NEWER-0002-1' });
    expect(await office().rows(`select quote_count from customer where id = '${customerId}'`)).toEqual([
      { quote_count: 2 },
    ]);
  });

  test('the world outside hears of it in the order in which it happened', async () => {
    const first = await office().sentQuote();
    const second = await approve(await revise(first));
    const ids = { customerId: first.customer.id, number: first.number };
    expect(await events(first.id)).toEqual([
      { type: 'quote.created', quoteId: first.id, customerId: ids.customerId, revisionOf: null },
      { type: 'quote.finalized', quoteId: first.id, ...ids, snapshotHash: first.revisionHash },
      { type: 'quote.created', quoteId: second.id, customerId: ids.customerId, revisionOf: first.id },
      {
        type: 'quote.canceled',
        quoteId: first.id,
        number: first.number,
        reason: 'SUPERSEDED',
        replacedBy: second.id,
      },
      {
        type: 'quote.revised',
        quoteId: second.id,
        ...ids,
        number: second.number,
        revisionOf: first.id,
      },
    ]);
    expect((await events(second.id)).map(({ type }) => type)).toEqual([
      'quote.created',
      'quote.canceled',
      'quote.finalized',
      'quote.revised',
    ]);
  });

  test('the newer version has a mail and a link of its own, and the older one cannot be signed any more', async () => {
    const first = await office().sentQuote();
    const second = await sentAs(await approve(await revise(first)));
    expect(second.link).not.toEqual(first.link);
    expect(await office().run(signQuote, { input: aSignature(first) }, first.link)).toMatchObject({
      __typename: 'Refusal',
    });
    expect(await office().run(signQuote, { input: aSignature(second) }, second.link)).toMatchObject({
      __typename: 'PortalQuote',
      status: 'ACCEPTED',
      number: second.number,
    });
  });

  test('there is one draft of an offer, however often and by however many it is asked for', async () => {
    const sent = await office().sentQuote();
    const drafts = await Promise.all(Array.from({ length: 5 }, () => revise(sent)));
    expect(new Set(drafts.map(({ id, code }) => id ?? code)).size).toBe(1);
    expect((await revise(sent)).id).toBe(drafts[0]?.id);
    expect(await office().rows(`select count(*) as n from quote where revision_of = '${sent.id}'`)).toEqual([
      { n: 1 },
    ]);
  });

  test('a draft that came to nothing leaves the sent version as the newest', async () => {
    const sent = await office().sentQuote();
    const draft = await revise(sent);
    expect((await read(sent.id)).actions).not.toContain('REVISE');
    await step(cancelQuote, draft, { note: '' });
    expect((await read(sent.id)).actions).toContain('REVISE');
    const other = await revise(sent);
    expect(other.id).not.toBe(draft.id);
    expect(await approve(other)).toMatchObject({ number: sent.number.replace(/1$/, '2') });
  });

  test.each<[string, (quote: Sent) => Promise<unknown>]>([
    ['declined', (quote) => decline(quote)],
    ['withdrawn', (quote) => step(cancelQuote, quote, { note: '' })],
  ])('a quote that was %s can be offered anew', async (_what, end) => {
    const sent = await office().sentQuote();
    await end(sent);
    const ended = await read(sent.id);
    expect(ended).toMatchObject({ status: 'CANCELED' });
    expect(ended.actions).toContain('REVISE');
    expect(await approve(await revise(ended))).toMatchObject({
      status: 'OPEN',
      number: sent.number.replace(/1$/, '2'),
    });
  });
  const decline = ({ revisionHash, link }: Sent) =>
    office().make(declineQuote, { input: { revisionHash, reason: 'Too dear' } }, link);

  test('what was never sent, is signed, or is not the newest has no newer version', async () => {
    const draft = await office().draft();
    expect(await revise(draft)).toMatchObject({ code: 'QUOTE_NOT_OPEN' });
    const signed = await office().signedQuote();
    expect(await revise(signed)).toMatchObject({ code: 'QUOTE_ALREADY_ACCEPTED' });
    const first = await office().sentQuote();
    const second = await approve(await revise(first));
    const superseded = await read(first.id);
    expect(await revise(superseded)).toMatchObject({
      code: 'REVISION_SUPERSEDED',
      message: expect.stringContaining(second.number),
    });
    expect(await revise({ ...second, version: 99 })).toEqual({ fault: 'CONFLICT' });
    expect(await revise({ id: 'nothing', version: 1 })).toEqual({ fault: 'NOT_FOUND' });
  });

  test('a version that was signed meanwhile keeps the newer one from being sent', async () => {
    const sent = await office().sentQuote();
    const draft = await revise(sent);
    await office().make(signQuote, { input: aSignature(sent) }, sent.link);
    expect(await approve(draft)).toMatchObject({ code: 'QUOTE_ALREADY_ACCEPTED' });
    expect(await read(sent.id)).toMatchObject({ status: 'ACCEPTED' });
    expect(await read(draft.id)).toMatchObject({ status: 'DRAFT', number: null });
  });

  test('of a signature and the approval of a newer version at the same moment one wins', async () => {
    const winners = new Set<string>();
    for (let round = 0; round < 8; round += 1) {
      const sent = await office().sentQuote();
      const draft = await revise(sent);
      const sign = () => office().run(signQuote, { input: aSignature(sent) }, sent.link);
      const both = round % 2 === 0 ? [sign(), approve(draft)] : [approve(draft), sign()];
      const answers = await Promise.all(both);
      const statuses = [(await read(sent.id)).status, (await read(draft.id)).status];
      expect([
        ['ACCEPTED', 'DRAFT'],
        ['CANCELED', 'OPEN'],
      ]).toContainEqual(statuses);
      expect(answers.filter(({ __typename }) => __typename === 'Refusal')).toHaveLength(1);
      winners.add(statuses.join());
    }
    expect(winners.size).toBeGreaterThan(0);
  });
});
