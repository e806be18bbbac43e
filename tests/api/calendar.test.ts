import { describe, expect, test } from 'vitest';
import { systemContext } from '../../api/src/context.ts';
import { expireQuotes } from '../../api/src/schedule/expire-quotes.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import * as operations from '../support/operations.ts';
import { aKey, aSignature, aStageInput, type Sent } from '../support/steps.ts';

type Read = { status: string; cancelReason: string | null; timeline: { text: string; actor: string }[] };
type Invoices = { invoices: { number: string }[]; stages: { invoice: { number: string } | null }[] };

describe.each(databases)('what the calendar does on %s', (kind) => {
  const office = companyOn(kind);
  const start = '2026-11-21T01:00:00Z';
  const sweep = async () => expireQuotes(await systemContext(office().app.instance, 'calendar'));
  const read = async <T = Read>(id: string) =>
    office().make<T>(operations.quoteById, { id }, await office().as('OWNER'));
  const subjectsOf = (number: string) =>
    office()
      .mailer.sent.map(({ subject }) => subject)
      .filter((subject) => subject.includes(number));
  const at = async (instant: string) => {
    office().clock.set(instant);
    await office().settle();
  };

  test('SG-06: a quote ends with its last valid day in the company’s zone, and not a moment before', async () => {
    office().clock.set(start);
    const quote = await office().sentQuote({ validUntil: '2026-11-22' });
    const draft = await office().draft({ validUntil: '2026-11-22' });
    office().clock.set('2026-11-22T12:59:59.999Z');
    await sweep();
    expect(await read(quote.id)).toMatchObject({ status: 'OPEN' });
    office().clock.set('2026-11-22T13:00:00Z');
    expect(await sweep()).toBe(2);
    expect(await sweep()).toBe(0);
    expect(await read(draft.id)).toMatchObject({ status: 'CANCELED', cancelReason: 'EXPIRED' });
    const expired = await read(quote.id);
    expect(expired).toMatchObject({ status: 'CANCELED', cancelReason: 'EXPIRED' });
    expect(expired.timeline.at(-1)).toEqual({
      actor: 'System',
      text: 'Expired: it was valid until 22 November 2026',
    });
    expect(await office().make(operations.portalQuote, {}, quote.link)).toMatchObject({ status: 'EXPIRED' });
    expect(await office().run(operations.signQuote, { input: aSignature(quote) }, quote.link)).toMatchObject({
      code: 'QUOTE_EXPIRED',
    });
    const events = await office().rows<{ type: string }>(
      `select type from event where data like '%${quote.id}%' and type in ('quote.expired', 'quote.canceled') order by type`,
    );
    expect(events.map(({ type }) => type)).toEqual(['quote.canceled', 'quote.expired']);
    office().clock.set(start);
  });

  test('a quote that is signed is left alone, and two sweeps at once end a quote once', async () => {
    office().clock.set(start);
    const signed = await office().signedQuote({ validUntil: '2026-11-22' });
    const open = await office().sentQuote({ validUntil: '2026-11-22' });
    office().clock.set('2026-11-23T00:00:00Z');
    const ended = await Promise.all([sweep(), sweep(), sweep()]);
    expect(ended.reduce((all, one) => all + one, 0)).toBe(1);
    expect(await read(signed.id)).toMatchObject({ status: 'ACCEPTED' });
    const { timeline } = await read(open.id);
    expect(timeline.filter(({ text }) => text.startsWith('Expired'))).toHaveLength(1);
    office().clock.set(start);
  });

  test('a quote that nobody answers is asked after on its days, once each, and its end is announced', async () => {
    office().clock.set(start);
    const quote = await office().sentQuote({ validUntil: '2026-12-15' });
    await at('2026-11-23T21:59:00Z');
    expect(subjectsOf(quote.number)).toHaveLength(1);
    await at('2026-11-23T22:00:00Z');
    await at('2026-11-23T23:00:00Z');
    expect(subjectsOf(quote.number)).toEqual([
      `Quote ${quote.number} from Harbour & Pine Web Studio: Website migration`,
      `Your quote ${quote.number}: Website migration`,
    ]);
    await at('2026-11-28T00:00:00Z');
    expect(subjectsOf(quote.number)).toHaveLength(3);
    await at('2026-12-15T00:00:00Z');
    expect(subjectsOf(quote.number).at(-1)).toBe(`Quote ${quote.number} ends soon: Website migration`);
    expect(subjectsOf(quote.number)).toHaveLength(4);
    office().clock.set(start);
  });

  test('after any reply no follow-up goes out', async () => {
    office().clock.set(start);
    const quote = await office().sentQuote({ validUntil: '2026-12-15' });
    const input = { idempotencyKey: aKey(), kind: 'QUESTION', text: 'Is hosting included?' };
    await office().make(operations.askAboutQuote, { input }, quote.link);
    await at('2026-12-15T00:00:00Z');
    expect(subjectsOf(quote.number)).toHaveLength(1);
    office().clock.set(start);
  });

  test('after weeks without a server one mail goes out and not three', async () => {
    office().clock.set(start);
    const quote = await office().sentQuote({ validUntil: '2026-12-30' });
    await at('2026-12-10T00:00:00Z');
    expect(subjectsOf(quote.number)).toHaveLength(2);
    office().clock.set(start);
  });

  const datedStages = (autoIssue: boolean) => [
    aStageInput(),
    aStageInput({
      id: 'stage-2',
      label: 'Rest',
      percent: 70_000,
      due: 'ON_DATE',
      dueOn: '2026-12-10',
      autoIssue,
    }),
  ];
  const stageInvoices = async (quote: Sent) =>
    (await read<Invoices>(quote.id)).stages.map((stage) => stage.invoice !== null);

  test('a stage that is agreed to go out by itself does, on its day', async () => {
    office().clock.set(start);
    const quote = await office().signedQuote({ stages: datedStages(true) });
    await at('2026-12-09T20:59:59Z');
    expect(await stageInvoices(quote)).toEqual([true, false]);
    await at('2026-12-09T21:00:00Z');
    expect(await stageInvoices(quote)).toEqual([true, true]);
    office().clock.set(start);
  });

  test('a stage with a day that waits for staff is put before them, and not issued', async () => {
    office().clock.set(start);
    const quote = await office().signedQuote({ stages: datedStages(false) });
    await at('2026-12-10T00:00:00Z');
    expect(await stageInvoices(quote)).toEqual([true, false]);
    const items = await office().rows<{ kind: string }>(
      `select kind from review_item where quote_id = '${quote.id}'`,
    );
    expect(items).toEqual([{ kind: 'STAGE_READY' }]);
    office().clock.set(start);
  });
});
