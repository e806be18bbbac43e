import { describe, expect, test } from 'vitest';
import { systemContext } from '../../api/src/context.ts';
import { eraseWhenOver } from '../../api/src/erasures/erase-when-over.ts';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { asZelda, erasureDesk, zelda } from '../support/erasure-desk.ts';
import { aPdf, attach } from '../support/files.ts';
import { issueStageInvoice } from '../support/invoice-operations.ts';
import { askAboutQuote, invoiceById, portalQuote, quoteById, recordVisit } from '../support/operations.ts';
import { aKey } from '../support/steps.ts';

describe.each(databases)('erasing people on %s', (kind) => {
  const office = companyOn(kind);
  const desk = erasureDesk(office);
  const cash = cashDesk(office);
  let people = 0;
  const aPerson = (changes: object = {}) =>
    office().customer({ ...zelda, prefix: `CLIENT${(people += 1)}`, ...changes });
  /** Somebody who signed and paid all three stages’ first one, with a mail, a visit and a question. */
  const aClient = async () => {
    const { id } = await aPerson();
    const signed = await office().signedQuote({ title: 'For Zelda Quagmire' }, asZelda, id);
    return { id, signed };
  };

  test('EV-07: of a lead everything goes at once', async () => {
    const { id } = await aPerson({ prefix: null });
    expect(await desk.preview(id)).toMatchObject({ outcome: 'ERASED', kind: 'LEAD', until: null });
    await desk.seal();
    expect((await desk.traces()).length).toBeGreaterThan(3);
    expect(await desk.erase(id)).toMatchObject({
      name: 'Erased',
      email: '',
      erasure: { outcome: 'ERASED', kind: 'LEAD', until: null, reason: 'Asked for it by letter' },
    });
    expect(await desk.traces()).toEqual([]);
    expect(await desk.read(id)).toMatchObject({ prefix: expect.stringMatching(/^X[0-9A-F]{11}$/) });
    expect(await desk.erase(id)).toMatchObject({ code: 'CUSTOMER_RESTRICTED' });
  });

  test('a request that is sent twice is one, and a reason that names an address is none', async () => {
    const { id } = await aPerson();
    expect(await desk.erase(id, { reason: 'zelda@quagmire.example wrote' })).toMatchObject({
      code: 'INPUT_INVALID',
    });
    const idempotencyKey = aKey();
    const [first, again] = [
      await desk.erase(id, { idempotencyKey }),
      await desk.erase(id, { idempotencyKey }),
    ];
    expect(again).toEqual(first);
    expect(await office().rows(`select id from erasure where customer_id = '${id}'`)).toHaveLength(1);
  });

  test('EV-07: of somebody with drafts and offers that nobody signed everything goes at once', async () => {
    const { id } = await aPerson();
    const draft = await office().draft({ title: 'For Zelda Quagmire' }, id);
    await attach(office(), draft.id, 'Quagmire.pdf', await aPdf());
    const sent = await office().sentQuote({ title: 'For Zelda Quagmire' }, id);
    const question = { idempotencyKey: aKey(), kind: 'QUESTION', text: 'Zelda here: when?' };
    await office().make(askAboutQuote, { input: question }, sent.link);
    await office().make(recordVisit, { input: { visitId: aKey(), opened: true } }, sent.link);
    await office().settle();
    await desk.seal();
    const { shares, ...plan } = await desk.preview(id);
    expect(plan).toMatchObject({ outcome: 'ERASED', kind: 'OFFERED' });
    expect(shares.filter(({ goesNow }) => !goesNow)).toEqual([]);
    expect(shares.map(({ what, count }) => [what, count])).toEqual(
      expect.arrayContaining([
        ['DRAFTS', 1],
        ['OFFERS', 1],
      ]),
    );
    await desk.erase(id);
    expect(await desk.traces()).toEqual([]);
    expect(await office().rows(`select hash from blob`)).toEqual([]);
    expect((await desk.read(id)).quotes.map(({ status, title }) => [status, title])).toEqual([
      ['CANCELED', 'Erased'],
      ['CANCELED', 'Erased'],
    ]);
    expect(await office().run(portalQuote, {}, sent.link)).toMatchObject({ fault: 'NOT_FOUND' });
  });

  test('EV-07: with an unpaid invoice the customer is restricted, without a day', async () => {
    const { id, signed } = await aClient();
    const other = await office().sentQuote({ title: 'Another one' }, id);
    await office().draft({ title: 'A draft for Quagmire' }, id);
    expect(await desk.preview(id)).toMatchObject({ outcome: 'RESTRICTED', kind: 'OWED', until: null });
    expect(await desk.erase(id)).toMatchObject({
      erasure: { outcome: 'RESTRICTED', kind: 'OWED', until: null },
    });
    const seen = await desk.read(id);
    expect(seen).toMatchObject({ name: zelda.name, email: zelda.email, phone: '', notes: '', contacts: [] });
    expect(seen.quotes.map(({ title, status }) => [title, status])).toEqual([
      ['Erased', 'CANCELED'],
      ['Another one', 'CANCELED'],
      ['For Zelda Quagmire', 'ACCEPTED'],
    ]);
    expect(await desk.listed('quagmire')).toEqual([]);
    expect(await desk.quoteFor(id)).toMatchObject({ code: 'CUSTOMER_RESTRICTED' });
    expect(await desk.change(id)).toMatchObject({ code: 'CUSTOMER_RESTRICTED' });
    // What is owed can still be paid by its link; what could be signed is gone.
    expect(await office().run(portalQuote, {}, other.link)).toMatchObject({ fault: 'NOT_FOUND' });
    expect(await cash.confirm(signed)).toMatchObject({ status: 'CONFIRMED' });
    await office().settle();
    const ctx = await systemContext(office().app.instance, 'test');
    await eraseWhenOver(ctx);
    expect(await desk.read(id)).toMatchObject({
      name: zelda.name,
      erasure: { outcome: 'RESTRICTED', kind: 'CONTRACT', until: '2036-12-31', by: 'System' },
    });
  });

  test('EV-07: with an accepted quote the customer is restricted until the records need not be kept, and erased the day after', async () => {
    const { id, signed } = await aClient();
    const other = await office().signedQuote();
    await cash.confirm(signed);
    await office().settle();
    await desk.seal();
    expect((await desk.traces()).length).toBeGreaterThan(20);
    expect(await desk.erase(id)).toMatchObject({
      erasure: { outcome: 'RESTRICTED', kind: 'CONTRACT', until: '2036-12-31' },
    });
    const sweepOn = async (instant: string) => {
      office().clock.set(instant);
      await eraseWhenOver(await systemContext(office().app.instance, 'test'));
      await office().settle();
    };
    await sweepOn('2036-12-31T12:00:00Z');
    expect(await desk.read(id)).toMatchObject({ name: zelda.name });
    await sweepOn('2036-12-31T13:00:00Z');
    expect(await desk.read(id)).toMatchObject({
      name: 'Erased',
      erasure: { outcome: 'ERASED', kind: 'RETENTION_OVER', by: 'System' },
      invoices: [{ number: signed.invoice.number, status: 'PAID' }],
    });
    // The restricted one of the test before goes with it.
    expect(await desk.traces()).toEqual([]);
    // Its papers are gone and not made anew; what stays can be read.
    const staff = await office().as('OWNER');
    for (const url of [
      `/documents/quotes/${signed.id}.pdf`,
      `/documents/invoices/${signed.invoice.id}.pdf`,
      `/documents/office-evidence/${signed.id}.json`,
    ])
      expect((await office().app.server.inject({ url, headers: staff })).statusCode).toBe(404);
    expect(await office().make(quoteById, { id: signed.id }, staff)).toMatchObject({
      number: signed.number,
      actions: [],
    });
    expect(await office().make(invoiceById, { id: signed.invoice.id }, staff)).toMatchObject({
      status: 'PAID',
    });
    const [, second] = signed.stages;
    const stage = { quoteId: signed.id, stageId: second?.id ?? '' };
    expect(await office().run(issueStageInvoice, { input: stage }, staff)).toMatchObject({
      code: 'CUSTOMER_RESTRICTED',
    });
    // The chain leads past the erased entries: the evidence of somebody else still holds.
    expect(await desk.problemsOf(other.id)).toEqual([]);
    office().clock.set('2026-11-21T01:00:00Z');
  });
});
