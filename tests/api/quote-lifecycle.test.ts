import { describe, expect, test } from 'vitest';
import type { StaffRole } from '../../api/src/domain/permission.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  archiveQuote,
  cancelQuote,
  changeQuoteExpiry,
  portalQuote,
  quoteById,
  quotes,
  restoreQuote,
  reviseQuote,
  signQuote,
  submitQuote,
  updateQuote,
} from '../support/operations.ts';
import {
  aLineInput,
  anOptionInput,
  aQuoteInput,
  aSignature,
  type Made,
  type Sent,
} from '../support/steps.ts';

type Shown = Sent & { status: string; actions: string[]; archivedAt: string | null };

describe.each(databases)('the life of a quote on %s', (kind) => {
  const office = companyOn(kind);
  const step = async (
    document: string,
    { id, version }: Made,
    more: object = {},
    role: StaffRole = 'MANAGER',
  ) => office().run<Shown>(document, { input: { id, version, ...more } }, await office().as(role));
  const read = async (id: string) => office().make<Shown>(quoteById, { id }, await office().as('MANAGER'));
  const titles = async (variables: object) =>
    (
      await office().make<{ items: { title: string }[] }>(quotes, variables, await office().as('STAFF'))
    ).items.map(({ title }) => title);

  test('a writer ends a draft, and nothing that somebody decided on', async () => {
    const draft = await office().draft();
    expect(await step(cancelQuote, draft, { note: 'Not wanted' }, 'BOOKKEEPER')).toEqual({
      fault: 'FORBIDDEN',
    });
    expect(await step(cancelQuote, draft, { note: ' Not wanted ' }, 'STAFF')).toMatchObject({
      status: 'CANCELED',
      cancelReason: 'WITHDRAWN',
      cancelNote: 'Not wanted',
      timeline: [{ text: 'Draft started' }, { actor: 'The staff', text: 'Withdrawn: Not wanted' }],
    });
    const waiting = await step(submitQuote, await office().draft());
    expect(await step(cancelQuote, waiting, { note: '' }, 'STAFF')).toEqual({ fault: 'FORBIDDEN' });
    const sent = await office().sentQuote();
    expect(await step(cancelQuote, sent, { note: '' }, 'STAFF')).toEqual({ fault: 'FORBIDDEN' });
    expect(await step(cancelQuote, sent, { note: 'x'.repeat(1_001) })).toMatchObject({ field: 'note' });
    expect(await step(cancelQuote, sent, { note: '' })).toMatchObject({ status: 'CANCELED', cancelNote: '' });
    const told = await office().rows<{ data: string }>(
      `select data from event where type = 'quote.canceled' and data like '%${sent.id}%'`,
    );
    expect(told.map(({ data }) => JSON.parse(data) as object)).toEqual([
      { quoteId: sent.id, customerId: sent.customer.id, number: sent.number, reason: 'WITHDRAWN' },
    ]);
  });

  test('only the last valid day of an open quote can change, and the link stays the same', async () => {
    const sent = await office().sentQuote();
    const seal = sent.revisionHash;
    expect(await step(changeQuoteExpiry, sent, { validUntil: '2026-12-24' }, 'STAFF')).toEqual({
      fault: 'FORBIDDEN',
    });
    expect(await step(changeQuoteExpiry, sent, { validUntil: '2026-11-20' })).toMatchObject({
      field: 'validUntil',
    });
    const changed = await step(changeQuoteExpiry, sent, { validUntil: '2026-12-24' });
    expect(changed).toMatchObject({
      validUntil: '2026-12-24',
      revisionHash: seal,
      version: sent.version + 1,
      timeline: [{}, {}, { text: 'Valid until 24 December 2026 instead of 1 December 2026' }],
    });
    // The same day again changes nothing.
    expect(await step(changeQuoteExpiry, changed, { validUntil: '2026-12-24' })).toEqual(changed);
    expect(await step(changeQuoteExpiry, sent, { validUntil: '2026-12-31' })).toEqual({ fault: 'CONFLICT' });
    office().clock.set('2026-12-10T01:00:00Z');
    expect(await office().run(portalQuote, {}, sent.link)).toMatchObject({
      status: 'OPEN',
      validUntil: '2026-12-24',
    });
    expect(await office().run(signQuote, { input: aSignature(sent) }, sent.link)).toMatchObject({
      status: 'ACCEPTED',
    });
    office().clock.set('2026-11-21T01:00:00Z');
    const signed = await read(sent.id);
    expect(await step(changeQuoteExpiry, signed, { validUntil: '2026-12-31' })).toMatchObject({
      code: 'QUOTE_NOT_OPEN',
    });
  });

  test('a quote is archived and restored, once each, and nothing is deleted', async () => {
    const { id: customerId } = await office().customer({ name: 'Archive Ltd' });
    const [kept, away] = [
      await office().draft({ title: 'Archive kept' }, customerId),
      await office().draft({ title: 'Archive away' }, customerId),
    ];
    const archived = await step(archiveQuote, away, {}, 'STAFF');
    expect(archived).toMatchObject({
      version: 2,
      archivedAt: '2026-11-21T01:00:00.000Z',
      actions: ['RESTORE', 'DUPLICATE'],
    });
    expect(await step(archiveQuote, away, {}, 'STAFF')).toEqual(archived);
    expect(await titles({ search: 'archive' })).toEqual(['Archive kept']);
    expect(await titles({ search: 'archive', archived: true })).toEqual(['Archive away']);
    const change = { quote: aQuoteInput() };
    expect(await step(updateQuote, archived, change)).toMatchObject({
      code: 'QUOTE_NOT_DRAFT',
      message: expect.stringContaining('archived'),
    });
    const restored = await step(restoreQuote, archived, {}, 'STAFF');
    expect(restored).toMatchObject({ version: 3, archivedAt: null });
    expect(await step(restoreQuote, archived, {}, 'STAFF')).toEqual(restored);
    expect(await titles({ search: 'archive' })).toEqual(['Archive away', 'Archive kept']);
    expect(await step(archiveQuote, { ...kept, version: 7 })).toEqual({ fault: 'CONFLICT' });
  });

  test('what waits for an answer stays in sight; what is settled can be put away', async () => {
    const sent = await office().sentQuote();
    expect(await step(archiveQuote, sent)).toMatchObject({ code: 'QUOTE_NOT_OPEN' });
    const waiting = await step(submitQuote, await office().draft());
    expect(await step(archiveQuote, waiting)).toMatchObject({ code: 'QUOTE_NOT_OPEN' });
    const signed = await office().signedQuote();
    expect(await step(archiveQuote, await read(signed.id))).toMatchObject({
      status: 'ACCEPTED',
      archivedAt: expect.any(String),
      invoices: [{ number: signed.invoice.number }],
    });
    const canceled = await step(cancelQuote, sent, { note: '' });
    const put = await step(archiveQuote, canceled);
    expect(await step(reviseQuote, put)).toMatchObject({ code: 'QUOTE_NOT_OPEN' });
    expect(await office().run(portalQuote, {}, sent.link)).toMatchObject({ status: 'CANCELED' });
  });

  test('a draft of a newer version that was put away comes back when it is wanted', async () => {
    const sent = await office().sentQuote();
    const draft = await step(reviseQuote, sent);
    await step(archiveQuote, draft);
    expect(await step(reviseQuote, sent)).toMatchObject({ id: draft.id, archivedAt: null });
  });

  test('the snapshot says everything that the customer agrees to, and nothing of what things cost', async () => {
    const sent = await office().sentQuote({
      pricesIncludeTax: false,
      discount: { percent: 10_000 },
      lines: [
        aLineInput({ cost: 777_777, itemId: 'secret-item' }),
        aLineInput({ id: 'course', description: 'Course', taxTreatment: 'EXEMPT', taxRate: 0 }),
      ],
      options: [anOptionInput({ cost: 888_888 })],
      termsNote: 'Agreed by phone',
      effectiveDate: '2027-01-01',
    });
    const [row] = await office().rows<{ snapshot: string }>(
      `select snapshot from quote where id = '${sent.id}'`,
    );
    const text = row?.snapshot ?? '';
    expect(JSON.parse(text)).toMatchObject({
      number: sent.number,
      taxRounding: 'DOCUMENT',
      taxNotes: ['Exempt from tax.'],
      discount: { percent: 10_000, amount: null },
      effectiveDate: '2027-01-01',
      company: { name: 'Harbour & Pine Web Studio', colour: '#1d5a49', logo: null },
      customer: { name: 'Silva Dental', taxNumber: '' },
      lines: [{ id: 'line-1' }, { id: 'course', taxTreatment: 'EXEMPT' }],
      groups: [],
      attachments: [],
    });
    for (const secret of ['777777', '888888', 'secret-item', 'cost', 'itemId', 'Agreed by phone'])
      expect(text).not.toContain(secret);
    expect(JSON.stringify(await office().run(portalQuote, {}, sent.link))).not.toContain('777777');
  });
});
