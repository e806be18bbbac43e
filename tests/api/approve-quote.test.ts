import { describe, expect, test } from 'vitest';
import { sha256 } from '../../api/src/sha256.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  approveQuote,
  customerById,
  portalQuote,
  quoteById,
  readCompany,
  updateCompany,
  updateCustomer,
} from '../support/operations.ts';
import {
  aCustomerInput,
  aLineInput,
  anOptionInput,
  aStageInput,
  type Made,
  type Sent,
} from '../support/steps.ts';

describe.each(databases)('approving on %s', (kind) => {
  const office = companyOn(kind);
  const approve = async (quote: Made) =>
    office().run<Sent>(
      approveQuote,
      { input: { id: quote.id, version: quote.version } },
      await office().as('MANAGER'),
    );
  const sealOf = async (id: string) =>
    (
      await office().rows<{ snapshot: string; snapshot_hash: string; sent_to: string }>(
        `select snapshot, snapshot_hash, sent_to from quote where id = '${id}'`,
      )
    )[0];

  test('freezes the draft, seals it with its SHA-256, numbers it and mails the link', async () => {
    const { id: customerId } = await office().customer({ prefix: 'ACME01' });
    const draft = await office().draft({}, customerId);
    const approved = await approve(draft);
    expect(approved).toMatchObject({
      __typename: 'Quote',
      version: 2,
      number: 'QT-ACME01-0001-1',
      status: 'OPEN',
      approvedAt: '2026-11-21T01:00:00.000Z',
      approvedBy: 'The manager',
      author: 'The owner',
      approvalReasons: [],
      actions: ['CHANGE_EXPIRY', 'REVISE', 'ACCEPT_ON_BEHALF', 'CANCEL', 'DUPLICATE'],
      timeline: [
        { actor: 'The owner', text: 'Draft started' },
        { actor: 'The manager', text: 'Approved as QT-ACME01-0001-1, link sent to Ana@silvadental.example' },
      ],
      mails: [{ to: 'Ana@silvadental.example', status: 'QUEUED', sentAt: null }],
      pdfUrl: expect.stringMatching(/^\/documents\/quotes\/[\w-]{36}\.pdf\?until=\d+&proof=[\w-]+$/),
    });
    const seal = await sealOf(draft.id);
    expect(approved.revisionHash).toBe(seal?.snapshot_hash);
    expect(sha256(seal?.snapshot ?? '')).toBe(seal?.snapshot_hash);
    expect(seal?.sent_to).toBe('Ana@silvadental.example');
    await office().settle();
    expect(office().mailer.sent.at(-1)).toMatchObject({ to: 'Ana@silvadental.example' });
  });

  test('counts the quotes of each customer by themselves, without gaps', async () => {
    const [one, other] = [
      await office().customer({ prefix: 'ONE' }),
      await office().customer({ prefix: 'OTHER' }),
    ];
    const first = await approve(await office().draft({}, one.id));
    const refused = await approve(await office().draft({ lines: [] }, one.id));
    const second = await approve(await office().draft({}, one.id));
    const elsewhere = await approve(await office().draft({}, other.id));
    expect([first, second, elsewhere].map(({ number }) => number)).toEqual([
      'QT-ONE-0001-1',
      'QT-ONE-0002-1',
      'QT-OTHER-0001-1',
    ]);
    expect(refused).toMatchObject({ code: 'QUOTE_INCOMPLETE' });
  });

  test('MX-06: 32 approvals at once, a third of them refused or late, leave numbers without a gap', async () => {
    const { id } = await office().customer({ prefix: 'RUSH' });
    const drafts = [];
    for (let count = 0; count < 32; count += 1) drafts.push(await office().draft(spoiled(count), id));
    const outcomes = await Promise.all(
      drafts.map(({ id: quote, version }, at) =>
        approve({ id: quote, version: at % 6 === 2 ? 99 : version }),
      ),
    );
    expect(
      outcomes.map(({ number, code, fault }) => (number === undefined ? (code ?? fault) : 'OPEN')),
    ).toEqual(
      drafts.map((_, at) => (at % 6 === 2 ? 'CONFLICT' : at % 6 === 5 ? 'QUOTE_INCOMPLETE' : 'OPEN')),
    );
    const numbers = outcomes.flatMap(({ number }) => number ?? []).sort();
    expect(numbers).toEqual(numbers.map((_, at) => `QT-RUSH-${String(at + 1).padStart(4, '0')}-1`));
    expect(numbers).toHaveLength(22);
  });
  /** Every sixth draft has nothing to approve. */
  const spoiled = (count: number) => (count % 6 === 5 ? { lines: [] } : {});

  test('one quote that is approved ten times at once gets one number and one mail', async () => {
    const { id: customerId } = await office().customer({ prefix: 'TENTIMES' });
    const draft = await office().draft({}, customerId);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => approve(draft)));
    expect(new Set(outcomes.map(({ number, code }) => number ?? code))).toEqual(
      new Set(['QT-TENTIMES-0001-1']),
    );
    expect(await office().rows(`select count(*) as n from mail where quote_id = '${draft.id}'`)).toEqual([
      { n: 1 },
    ]);
  });

  test('answers the same call again with the same quote, and anybody else with a refusal', async () => {
    const draft = await office().draft();
    const first = await approve(draft);
    expect(await approve(draft)).toEqual(first);
    const { id, version } = draft;
    expect(
      await office().run(approveQuote, { input: { id, version } }, await office().as('OWNER')),
    ).toMatchObject({ code: 'QUOTE_NOT_DRAFT' });
    expect(await office().rows(`select count(*) as n from mail where quote_id = '${id}'`)).toEqual([
      { n: 1 },
    ]);
  });

  test('approves what the approver saw and nothing else', async () => {
    const { id, version } = await office().draft();
    expect(await approve({ id, version: version + 1 })).toEqual({ fault: 'CONFLICT' });
    expect(await approve({ id: 'nothing', version })).toEqual({ fault: 'NOT_FOUND' });
    expect(await sealOf(id)).toMatchObject({ snapshot: null, snapshot_hash: null });
  });

  test.each<[string, object, object, string]>([
    ['no lines', { lines: [] }, {}, 'QUOTE_INCOMPLETE'],
    ['no stages', { stages: [] }, {}, 'QUOTE_INCOMPLETE'],
    ['a customer without an address', {}, { address: [' '] }, 'QUOTE_INCOMPLETE'],
    ['stages of 99 %', { stages: [aStageInput({ percent: 99_000 })] }, {}, 'STAGES_INVALID'],
    [
      'a first stage that waits for a milestone',
      { stages: [aStageInput({ percent: 100_000, due: 'ON_MILESTONE' })] },
      {},
      'STAGES_INVALID',
    ],
    ['nothing to pay', { lines: [aLineInput({ description: 'Gift', unitPrice: 0 })] }, {}, 'STAGES_INVALID'],
    [
      'a rule that nobody can keep',
      { options: [anOptionInput({ requires: ['option-2'] })] },
      {},
      'INPUT_INVALID',
    ],
    [
      'reverse charge for a customer without a tax number',
      { lines: [aLineInput({ taxTreatment: 'REVERSE_CHARGE', taxRate: 0 })] },
      {},
      'QUOTE_INCOMPLETE',
    ],
    ['a start in the past', { effectiveDate: '2026-11-20' }, {}, 'INPUT_INVALID'],
    ['a discount of more than there is', { discount: { amount: 400_000 }, options: [] }, {}, 'INPUT_INVALID'],
  ])('refuses a draft with %s', async (_what, quote, customer, code) => {
    const { id } = await office().customer(customer);
    expect(await approve(await office().draft(quote, id))).toMatchObject({ __typename: 'Refusal', code });
  });

  test('SG-08, freezing: a later change of company and customer changes nothing of what was approved', async () => {
    const quote = await office().sentQuote();
    const before = await sealOf(quote.id);
    const page = await office().make(portalQuote, {}, quote.link);
    const owner = await office().as('OWNER');
    const {
      currency: _currency,
      timeZone: _zone,
      logoUrl: _logo,
      ...company
    } = await office().make<{ currency: string; timeZone: string; logoUrl: null; version: number }>(
      readCompany,
      {},
      owner,
    );
    await office().make(
      updateCompany,
      { input: { ...company, name: 'Sold to Somebody', taxLabel: 'VAT', paymentTermsDays: 90 } },
      owner,
    );
    const { version } = await office().make<Made>(customerById, { id: quote.customer.id }, owner);
    const customer = aCustomerInput({
      name: 'Moved Away',
      address: ['Elsewhere'],
      paymentTermsDays: 60,
    });
    await office().make(updateCustomer, { input: { id: quote.customer.id, version, customer } }, owner);
    expect(await sealOf(quote.id)).toEqual(before);
    expect(await office().make(portalQuote, {}, quote.link)).toEqual(page);
    expect(page).toMatchObject({
      customerName: 'Silva Dental',
      company: { name: 'Harbour & Pine Web Studio' },
      paymentTermsDays: 14,
    });
    const signed = await office().run(quoteById, { id: quote.id }, owner);
    expect(signed).toMatchObject({ revisionHash: quote.revisionHash });
    await office().tamper(
      `update company set name = 'Harbour & Pine Web Studio', tax_label = 'GST', payment_terms_days = 14`,
    );
  });

  test.each([
    ['the quote', 7, 30, 7],
    ['the customer', null, 30, 30],
    ['the company', null, null, 14],
  ])('takes the payment terms from %s', async (_who, ofQuote, ofCustomer, expected) => {
    const { id } = await office().customer({ paymentTermsDays: ofCustomer });
    const quote = await office().sentQuote({ paymentTermsDays: ofQuote }, id);
    expect(await office().run(portalQuote, {}, quote.link)).toMatchObject({ paymentTermsDays: expected });
  });

  test('refuses a draft whose last valid day is over in the zone of the company', async () => {
    const draft = await office().draft({ validUntil: '2026-11-21' });
    const other = await office().draft({ validUntil: '2026-11-21' });
    office().clock.set('2026-11-21T12:59:59.999Z');
    expect(await approve(draft)).toMatchObject({ status: 'OPEN', isExpired: false });
    office().clock.set('2026-11-21T13:00:00Z');
    expect(await approve(other)).toMatchObject({ code: 'QUOTE_EXPIRED', field: 'validUntil' });
    office().clock.set('2026-11-21T01:00:00Z');
  });
});
