import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  archiveCatalogueItem,
  createCatalogueItem,
  createQuoteFromTemplate,
  updateCatalogueItem,
} from '../support/operations.ts';
import { aGroupInput, aKey, aLineInput, anOptionInput, aStageInput } from '../support/steps.ts';
import { anItemInput, type Begun, type Template, templatesOf } from '../support/templates.ts';

describe.each(databases)('a quote that begins with a template on %s', (kind) => {
  const office = companyOn(kind);
  const { begin, save, write } = templatesOf(office);
  const anItem = (changes: object = {}) =>
    write<Template>(createCatalogueItem, { idempotencyKey: aKey(), item: anItemInput(changes) });
  const change = ({ id, version }: Template, changes: object) =>
    write<Template>(updateCatalogueItem, { id, version, item: anItemInput(changes) });

  test('has the content, and nothing of what was agreed with the other customer', async () => {
    const quote = await office().draft({ termsNote: 'Agreed with Ana by telephone.' });
    const { id } = await save(quote.id);
    const begun = await begin(id);
    expect(begun).toMatchObject({
      title: 'Website migration',
      status: 'DRAFT',
      number: null,
      scope: '# Scope\n\nMove **12 pages**.',
      validUntil: '2026-12-21',
      termsNote: '',
      totals: { gross: { amount: 329_900, currency: 'AUD' } },
    });
    expect(begun.timeline.map(({ text }) => text)).toEqual(['Draft started from the template Migration']);
    expect(await begin(id, { title: 'For the bakery' })).toMatchObject({ title: 'For the bakery' });
  });

  test('has ids of its own, and what refers to what is kept', async () => {
    const quote = await office().draft({
      groups: [aGroupInput({ id: 'plan' })],
      options: [
        anOptionInput({ id: 'small', title: 'small', groupId: 'plan' }),
        anOptionInput({ id: 'large', title: 'large', groupId: 'plan', excludes: ['form'] }),
        anOptionInput({ id: 'form', title: 'form', requires: ['small'] }),
      ],
    });
    const { id } = await save(quote.id, { name: 'With a plan' });
    const both = [await begin(id), await begin(id)];
    const ids = both.flatMap(({ lines, groups, options, stages }) =>
      [lines, groups, options, stages].flatMap((parts) => parts.map((part) => part.id)),
    );
    expect(
      ids.filter((one) => ['line-1', 'plan', 'small', 'large', 'form', 'stage-1'].includes(one)),
    ).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { groups, options } of both) {
      const idOf = (title: string) => options.find((option) => option.title === title)?.id;
      expect(options.map(({ groupId }) => groupId)).toEqual([groups[0]?.id, groups[0]?.id, null]);
      expect(options.map(({ requires, excludes }) => [requires, excludes])).toEqual([
        [[], []],
        [[], [idOf('form')]],
        [[idOf('small')], []],
      ]);
    }
  });

  test('has the prices, costs and rates of today, and its history says so', async () => {
    const item = await anItem();
    const quote = await office().draft({
      lines: [
        aLineInput(),
        aLineInput({ id: 'care', description: 'Care', unitPrice: 9_900, itemId: item.id }),
        aLineInput({
          id: 'abroad',
          description: 'Care abroad',
          unitPrice: 9_000,
          taxTreatment: 'ZERO_RATED',
          taxRate: 0,
          itemId: item.id,
        }),
      ],
      options: [anOptionInput({ title: 'More care', price: 9_900, itemId: item.id })],
    });
    const { id } = await save(quote.id, { name: 'With care' });
    expect((await begin(id)).timeline.map(({ text }) => text)).toEqual([
      'Draft started from the template With care',
    ]);
    await change(item, { price: 13_800, taxRate: 15_000, cost: 1_200 });
    const begun = await begin(id);
    expect(begun.lines).toMatchObject([
      { unitPrice: { amount: 329_900 }, taxRate: 10_000, cost: null },
      { unitPrice: { amount: 13_800 }, taxRate: 15_000, cost: { amount: 1_200 } },
      // 120.00 without tax, and this line carries none
      { unitPrice: { amount: 12_000 }, taxTreatment: 'ZERO_RATED', taxRate: 0, cost: { amount: 1_200 } },
    ]);
    expect(begun.options).toMatchObject([{ price: { amount: 13_800 } }]);
    expect(begun.timeline[0]?.text).toBe(
      'Draft started from the template With care. Prices as in the catalogue today: Care $99.00 → $138.00, tax 10 % → 15 %; Care abroad $90.00 → $120.00; More care $99.00 → $138.00, tax 10 % → 15 %',
    );
  });

  test('keeps the price of what is archived, and states a price without tax where its prices are without', async () => {
    const [gone, inside] = [await anItem(), await anItem()];
    const quote = await office().draft({
      pricesIncludeTax: false,
      lines: [
        aLineInput({ unitPrice: 5_000, itemId: gone.id }),
        aLineInput({ id: 'line-2', unitPrice: 5_000, itemId: inside.id }),
        aLineInput({ id: 'line-3', unitPrice: 5_000, itemId: 'never-there' }),
      ],
    });
    const { id } = await save(quote.id, { name: 'Without tax' });
    await write(archiveCatalogueItem, { id: gone.id, version: 1 });
    const { lines } = await begin(id);
    expect(lines.map(({ unitPrice }) => unitPrice.amount)).toEqual([5_000, 9_000, 5_000]);
  });

  test('has its days moved along, and none of them into the past', async () => {
    const quote = await office().draft({
      effectiveDate: '2026-11-25',
      stages: [
        aStageInput({ percent: 50_000 }),
        aStageInput({ id: 'rest', label: 'Rest', percent: 50_000, due: 'ON_DATE', dueOn: '2026-12-21' }),
      ],
    });
    office().clock.set('2026-12-11T01:00:00Z');
    const { id } = await save(quote.id, { name: 'With days' });
    const days = ({ effectiveDate, validUntil, stages }: Begun) => [
      effectiveDate,
      validUntil,
      stages.map(({ dueOn }) => dueOn),
    ];
    expect(days(await begin(id))).toEqual(['2026-12-15', '2027-01-10', [null, '2027-01-10']]);
    office().clock.set('2026-11-21T01:00:00Z');
    expect(days(await begin(id))).toEqual(['2026-11-25', '2026-12-21', [null, '2026-12-21']]);
  });

  test('does not begin in the past, though the quote did', async () => {
    const quote = await office().draft({ effectiveDate: '2026-11-01' });
    const { id } = await save(quote.id, { name: 'Long begun' });
    expect(await begin(id)).toMatchObject({ effectiveDate: '2026-11-21' });
  });

  test('is one quote, however often the key is sent', async () => {
    const { id } = await save((await office().draft()).id, { name: 'Begun twice' });
    const once = { customerId: (await office().customer()).id, idempotencyKey: 'key-of-a-beginning' };
    const begun = await begin(id, once);
    expect((await begin(id, once)).id).toBe(begun.id);
    expect(await begin(id, { ...once, title: 'Other' })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(
      await office().rows(`select count(*) as n from quote where customer_id = '${once.customerId}'`),
    ).toEqual([{ n: 1 }]);
  });

  test('is for a customer who is there and pays in the currency of the template', async () => {
    const { id } = await save((await office().draft()).id, { name: 'In dollars' });
    const { id: customerId } = await office().customer({ currency: 'EUR' });
    expect(await begin(id, { customerId })).toMatchObject({ code: 'INPUT_INVALID', field: 'customerId' });
    expect(await begin(id, { title: ' ' })).toMatchObject({ code: 'INPUT_INVALID', field: 'title' });
    expect(await begin('nothing')).toEqual({ fault: 'NOT_FOUND' });
    expect(await begin(id, { customerId: 'nobody' })).toEqual({ fault: 'NOT_FOUND' });
    const input = { idempotencyKey: aKey(), templateId: id, customerId };
    const bookkeeper = await office().as('BOOKKEEPER');
    expect(await office().run(createQuoteFromTemplate, { input }, bookkeeper)).toEqual({
      fault: 'FORBIDDEN',
    });
  });
});
