import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { aPdf, attach } from '../support/files.ts';
import {
  approveQuote,
  createCatalogueItem,
  duplicateQuote,
  quoteById,
  quoteFiles,
  refreshQuote,
  reviseQuote,
  updateCatalogueItem,
} from '../support/operations.ts';
import {
  aKey,
  aLineInput,
  anOptionInput,
  aStageInput,
  type Draft,
  type Made,
  type Sent,
} from '../support/steps.ts';
import { anItemInput } from '../support/templates.ts';

type Version = Sent & {
  status: string;
  revisionHash: string;
  actions: string[];
  versions: { id: string; number: string | null; status: string }[];
};

describe.each(databases)('fresh versions of a quote on %s', (kind) => {
  const office = companyOn(kind);
  const step = async (document: string, { id, version }: Made, more: object = {}) =>
    office().run<Version>(document, { input: { id, version, ...more } }, await office().as('OWNER'));
  const revise = (quote: Made) => step(reviseQuote, quote);
  const approve = (quote: Made) => step(approveQuote, quote);
  const read = async (id: string) => office().make<Version>(quoteById, { id }, await office().as('OWNER'));

  test('a fresh version has a new last day, and says what has to be agreed anew', async () => {
    const sent = await office().sentQuote({
      effectiveDate: '2026-11-25',
      lines: [aLineInput(), aLineInput({ id: 'care', unitPrice: 5_000, billing: 'MONTHLY' })],
      options: [anOptionInput()],
      stages: [
        aStageInput({ percent: 50_000 }),
        aStageInput({ id: 'rest', label: 'Rest', percent: 50_000, due: 'ON_DATE', dueOn: '2026-11-28' }),
      ],
    });
    office().clock.set('2026-12-05T01:00:00Z');
    const expired = await read(sent.id);
    expect(expired).toMatchObject({ isExpired: true });
    expect(expired.actions).toContain('REFRESH');
    const fresh = await step(refreshQuote, expired);
    expect(fresh).toMatchObject({
      status: 'DRAFT',
      validUntil: '2027-01-04',
      effectiveDate: null,
      stages: [{ dueOn: null }, { due: 'ON_DATE', dueOn: null }],
      timeline: [
        {
          text: `Fresh version of ${sent.number} started. Prices as before. The day on which it begins, 25 November 2026, has passed and was taken out. The day of stage “Rest”, 28 November 2026, has passed and was taken out`,
        },
      ],
    });
    // Repeating it gives the same draft.
    expect((await step(refreshQuote, expired)).id).toBe(fresh.id);
    expect(await approve(fresh)).toMatchObject({ code: 'STAGES_INVALID', field: 'stages' });
    office().clock.set('2026-11-21T01:00:00Z');
  });

  test('a revision of what has expired gets a last day that has not', async () => {
    const sent = await office().sentQuote();
    office().clock.set('2026-12-05T01:00:00Z');
    const draft = await office().run<Draft>(
      reviseQuote,
      { input: { id: sent.id, version: sent.version } },
      await office().as('STAFF'),
    );
    expect(draft).toMatchObject({ validUntil: '2027-01-04', timeline: [{ actor: 'The staff' }] });
    office().clock.set('2026-11-21T01:00:00Z');
  });

  test('a fresh version takes the prices that the catalogue has today, and names them', async () => {
    const staff = await office().as('STAFF');
    const item = await office().make<Made>(
      createCatalogueItem,
      { input: { idempotencyKey: aKey(), item: anItemInput({ price: 11_000, cost: 4_000 }) } },
      staff,
    );
    const lines = [
      aLineInput({ description: 'Form', unitPrice: 11_000, cost: 4_000, itemId: item.id }),
      aLineInput({ id: 'other', unitPrice: 10_000 }),
    ];
    const sent = await office().sentQuote({ lines });
    const { id, version } = item;
    const dearer = { input: { id, version, item: anItemInput({ price: 13_200, cost: 5_000 }) } };
    await office().make(updateCatalogueItem, dearer, staff);
    expect(await step(refreshQuote, sent)).toMatchObject({
      validUntil: '2026-12-21',
      lines: [
        { unitPrice: { amount: 13_200 }, cost: { amount: 5_000 } },
        { unitPrice: { amount: 10_000 }, cost: null },
      ],
      timeline: [
        {
          text: `Fresh version of ${sent.number} started. Prices as in the catalogue today: Form $110.00 → $132.00`,
        },
      ],
      changes: [
        { label: 'Line: Form' },
        { label: 'Total', before: '$210.00', after: '$232.00' },
        { label: 'Valid until', before: '1 December 2026', after: '21 December 2026' },
      ],
    });
  });

  test('an item that is charged or counted otherwise today is another one: its lines stay as they were', async () => {
    const staff = await office().as('STAFF');
    const anItem = (name: string) =>
      office().make<Made>(
        createCatalogueItem,
        { input: { idempotencyKey: aKey(), item: anItemInput({ name, price: 11_000 }) } },
        staff,
      );
    const items = [await anItem('Form'), await anItem('Care'), await anItem('Hours'), await anItem('Taxed')];
    const lines = items.map(({ id }, k) =>
      aLineInput({ id: `line-${k}`, description: `Line ${k}`, unitPrice: 11_000, cost: 1_000, itemId: id }),
    );
    const options = [anOptionInput({ title: 'More care', price: 11_000, itemId: items[1]?.id })];
    const sent = await office().sentQuote({ lines, options });
    const changes = [
      { price: 13_200, taxRate: 20_000 },
      { price: 1_200, billing: 'MONTHLY' },
      { price: 1_200, unit: 'h' },
      { price: 11_000, taxRate: 12_500 },
    ];
    for (const [k, { id, version }] of items.entries()) {
      const item = anItemInput({ cost: 2_000, ...changes[k] });
      await office().make(updateCatalogueItem, { input: { id, version, item } }, staff);
    }
    expect(await step(refreshQuote, sent)).toMatchObject({
      lines: [
        { unitPrice: { amount: 13_200 }, taxRate: 20_000, cost: { amount: 2_000 } },
        { unitPrice: { amount: 11_000 }, billing: 'ONCE', cost: { amount: 1_000 } },
        { unitPrice: { amount: 11_000 }, unit: '', cost: { amount: 1_000 } },
        { unitPrice: { amount: 11_000 }, taxRate: 12_500, cost: { amount: 2_000 } },
      ],
      options: [{ price: { amount: 11_000 } }],
      timeline: [
        {
          text: `Fresh version of ${sent.number} started. Prices as in the catalogue today: Line 0 $110.00 → $132.00, tax 10 % → 20 %; Line 3 tax 10 % → 12.5 %`,
        },
      ],
    });
  });

  test('files go along with a newer version and with a copy, and into the snapshot', async () => {
    const { id, version } = await office().draft();
    await attach(office(), id, 'Plan.pdf', await aPdf());
    const sent = await office().make<Version>(
      approveQuote,
      { input: { id, version } },
      await office().as('OWNER'),
    );
    const newer = await revise(sent);
    const copy = await office().make<Made>(
      duplicateQuote,
      { input: { idempotencyKey: aKey(), id } },
      await office().as('STAFF'),
    );
    for (const quote of [newer, copy]) {
      const files = await office().make<{ attachments: object[] }>(
        quoteFiles,
        { id: quote.id },
        await office().as('STAFF'),
      );
      expect(files.attachments).toMatchObject([{ name: 'Plan.pdf' }]);
    }
    const second = await approve(newer);
    expect(second).toMatchObject({ status: 'OPEN', changes: [] });
    const [row] = await office().rows<{ snapshot: string }>(
      `select snapshot from quote where id = '${newer.id}'`,
    );
    expect(JSON.parse(row?.snapshot ?? '')).toMatchObject({
      attachments: [{ name: 'Plan.pdf', contentType: 'application/pdf' }],
    });
  });
});
