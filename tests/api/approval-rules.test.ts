import { afterEach, describe, expect, test } from 'vitest';
import type { StaffRole } from '../../api/src/domain/permission.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  approveQuote,
  quoteById,
  readQuoteSettings,
  returnQuote,
  submitQuote,
  updateQuote,
  updateQuoteSettings,
} from '../support/operations.ts';
import {
  aLineInput,
  anOptionInput,
  aQuoteInput,
  aStageInput,
  type Draft,
  type Made,
} from '../support/steps.ts';

type Settings = { version: number; quoteSettings: Record<string, unknown> };

describe.each(databases)('who may send a quote, on %s', (kind) => {
  const office = companyOn(kind);
  const step = async (document: string, quote: Made, role: StaffRole, more: object = {}) =>
    office().run<Draft & { approvalReasons: { code: string; text: string }[] }>(
      document,
      { input: { id: quote.id, version: quote.version, ...more } },
      await office().as(role),
    );
  const read = async (id: string, role: StaffRole = 'OWNER') =>
    office().make<Draft & { approvalReasons: { code: string; text: string }[]; actions: string[] }>(
      quoteById,
      { id },
      await office().as(role),
    );
  const reasons = async (quote: object, customerId?: string) =>
    (await read((await office().draft(quote, customerId)).id)).approvalReasons;
  async function set(changes: object) {
    const owner = await office().as('OWNER');
    const { version } = await office().make<Settings>(readQuoteSettings, {}, owner);
    const input = { version, ...plain, ...changes };
    return office().run<Settings & { field?: string }>(updateQuoteSettings, { input }, owner);
  }
  const plain = {
    taxRounding: 'DOCUMENT',
    reverseChargeNote: 'Reverse charge.',
    exemptNote: 'Exempt.',
    mailboxProof: 'TYPED',
    approvalLimit: null,
    approvalDiscountPercent: null,
    approvalTermsDays: null,
    approveNewClients: false,
    fourEyes: false,
    staffMaySend: false,
    quoteFollowUpDays: [3, 7],
    expiryNoticeDays: 3,
  };
  afterEach(async () => {
    await set({});
  });

  test('the settings are kept, and shown to everybody in the office', async () => {
    const changed = {
      taxRounding: 'LINE',
      approvalLimit: 500_000,
      approvalDiscountPercent: 15_000,
      approvalTermsDays: 30,
      approveNewClients: true,
      fourEyes: true,
      staffMaySend: true,
      quoteFollowUpDays: [],
      expiryNoticeDays: null,
    };
    const expected = { ...plain, ...changed, approvalLimit: { amount: 500_000, currency: 'AUD' } };
    expect(await set(changed)).toMatchObject({ __typename: 'Company', quoteSettings: expected });
    expect(
      await office().make<Settings>(readQuoteSettings, {}, await office().as('BOOKKEEPER')),
    ).toMatchObject({ quoteSettings: expected });
  });

  test.each<[object, string]>([
    [{ reverseChargeNote: '' }, 'reverseChargeNote'],
    [{ exemptNote: 'x'.repeat(501) }, 'exemptNote'],
    [{ approvalLimit: 0 }, 'approvalLimit'],
    [{ approvalDiscountPercent: 100_001 }, 'approvalDiscountPercent'],
    [{ approvalTermsDays: 366 }, 'approvalTermsDays'],
    [{ quoteFollowUpDays: [7, 3] }, 'quoteFollowUpDays.1'],
    [{ quoteFollowUpDays: [0] }, 'quoteFollowUpDays.0'],
    [{ quoteFollowUpDays: [1, 2, 3, 4, 5, 6] }, 'quoteFollowUpDays'],
    [{ expiryNoticeDays: 31 }, 'expiryNoticeDays'],
  ])('refuses the settings %j', async (changes, field) => {
    expect(await set(changes)).toMatchObject({ code: 'INPUT_INVALID', field });
  });

  test('a change of settings that somebody else changed meanwhile is a conflict', async () => {
    expect(await set({ version: 1 })).toEqual({ fault: 'CONFLICT' });
  });

  test('every rule that fires is shown, with what it saw', async () => {
    await set({
      approvalLimit: 300_000,
      approvalDiscountPercent: 10_000,
      approvalTermsDays: 30,
      approveNewClients: true,
    });
    const fired = await reasons({
      lines: [aLineInput({ discount: { percent: 12_500, amount: null } })],
      stages: [aStageInput({ percent: 100_000, paymentTermsDays: 45 })],
    });
    expect(fired).toMatchObject([
      // 3,299.00 less 12.5 % and the option of 450.00
      { code: 'ABOVE_LIMIT', text: expect.stringContaining('3,336.62') },
      { code: 'DEEP_DISCOUNT', text: expect.stringContaining('12.5 %') },
      { code: 'LONG_TERMS', text: expect.stringContaining('45 days') },
      { code: 'NEW_CLIENT' },
    ]);
    const { id } = await office().customer();
    await office().sentQuote({}, id);
    expect(await reasons({ lines: [aLineInput({ unitPrice: 1000 })] }, id)).toEqual([]);
  });

  test('a limit on the total counts the dearest choice that the customer can make', async () => {
    await set({ approvalLimit: 374_900 });
    expect(await reasons({})).toEqual([]);
    expect(await reasons({ options: [anOptionInput({ price: 45_001 })] })).toMatchObject([
      { code: 'ABOVE_LIMIT' },
    ]);
  });

  test('the terms of the customer count when the quote has none', async () => {
    await set({ approvalTermsDays: 30 });
    const { id } = await office().customer({ paymentTermsDays: 31 });
    expect(await reasons({}, id)).toMatchObject([{ code: 'LONG_TERMS' }]);
    expect(await reasons({ paymentTermsDays: 30 }, id)).toEqual([]);
  });

  test('nothing is left to decide once it is approved', async () => {
    await set({ approvalLimit: 1 });
    const { id } = await office().sentQuote();
    expect(await read(id)).toMatchObject({ approvalReasons: [] });
  });

  test('a writer sends nothing, unless the company lets writers send what no rule stops', async () => {
    const { id, version } = await office().draft();
    const refused = { __typename: 'Refusal', code: 'APPROVAL_NEEDED' };
    expect(await step(approveQuote, { id, version }, 'STAFF')).toMatchObject(refused);
    expect((await read(id, 'STAFF')).actions).not.toContain('APPROVE');
    await set({ staffMaySend: true });
    expect((await read(id, 'STAFF')).actions).toContain('APPROVE');
    expect(await step(approveQuote, { id, version }, 'STAFF')).toMatchObject({
      status: 'OPEN',
      approvedBy: 'The staff',
    });
    await set({ staffMaySend: true, approvalLimit: 100 });
    const big = await office().draft();
    expect(await step(approveQuote, big, 'STAFF')).toMatchObject({
      ...refused,
      message: expect.stringContaining('above the limit of'),
    });
    expect(await step(approveQuote, big, 'MANAGER')).toMatchObject({ status: 'OPEN' });
    expect(await step(approveQuote, big, 'BOOKKEEPER')).toEqual({ fault: 'FORBIDDEN' });
  });

  test('four eyes: who wrote it or changed it last does not approve what a rule stopped', async () => {
    await set({ fourEyes: true, approvalLimit: 100 });
    const draft = await office().draft();
    const refused = { code: 'APPROVAL_NEEDED', message: expect.stringContaining('second person') };
    expect(await step(approveQuote, draft, 'OWNER')).toMatchObject(refused);
    const quote = aQuoteInput({ title: 'Changed by the manager' });
    const changed = await step(updateQuote, draft, 'MANAGER', { quote });
    expect(await step(approveQuote, changed, 'MANAGER')).toMatchObject(refused);
    expect(await step(approveQuote, changed, 'OWNER')).toMatchObject(refused);
    await set({ fourEyes: true });
    expect(await step(approveQuote, changed, 'OWNER')).toMatchObject({ status: 'OPEN' });
  });

  test('a draft that waits for approval is fixed, goes back with a note, and comes again', async () => {
    await set({ approvalLimit: 100 });
    const draft = await office().draft();
    const waiting = await step(submitQuote, draft, 'STAFF');
    expect(waiting).toMatchObject({ status: 'AWAITING_APPROVAL', version: 2, actions: ['DUPLICATE'] });
    // The same call after a lost answer.
    expect(await step(submitQuote, draft, 'STAFF')).toEqual(waiting);
    expect(await step(updateQuote, waiting, 'STAFF', { quote: aQuoteInput() })).toMatchObject({
      code: 'QUOTE_NOT_DRAFT',
    });
    expect((await read(draft.id, 'MANAGER')).actions).toEqual(['RETURN', 'APPROVE', 'CANCEL', 'DUPLICATE']);
    expect(await step(returnQuote, waiting, 'STAFF', { note: 'no' })).toEqual({ fault: 'FORBIDDEN' });
    expect(await step(returnQuote, waiting, 'MANAGER', { note: ' ' })).toMatchObject({ field: 'note' });
    const returned = await step(returnQuote, waiting, 'MANAGER', { note: 'Too dear. Please check.' });
    expect(returned).toMatchObject({
      status: 'DRAFT',
      version: 3,
      timeline: [
        { text: 'Draft started' },
        {
          actor: 'The staff',
          text: expect.stringMatching(/^Asked for approval\. It can come to .*3,749\.00/),
        },
        { actor: 'The manager', text: 'Returned: Too dear. Please check.' },
      ],
    });
    expect(await step(returnQuote, returned, 'MANAGER', { note: 'Again' })).toMatchObject({
      code: 'QUOTE_NOT_DRAFT',
    });
    const again = await step(submitQuote, returned, 'STAFF');
    expect(await step(approveQuote, again, 'MANAGER')).toMatchObject({ status: 'OPEN', version: 5 });
  });

  test('nobody is asked to approve what is not complete', async () => {
    const draft = await office().draft({ lines: [] });
    expect(await step(submitQuote, draft, 'STAFF')).toMatchObject({
      code: 'QUOTE_INCOMPLETE',
      field: 'lines',
    });
  });
});
