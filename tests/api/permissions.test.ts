import { describe, expect, test } from 'vitest';
import { permissionTable } from '../../api/src/graphql/rules.ts';
import type { Asker } from '../support/app.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import * as operations from '../support/operations.ts';
import { aCustomerInput, aKey, aQuoteInput, aSignature, type Signed } from '../support/steps.ts';

const roles = ['OWNER', 'MANAGER', 'STAFF', 'BOOKKEEPER'] as const;
const staff: readonly string[] = roles;
const writers = ['OWNER', 'MANAGER', 'STAFF'];
const approvers = ['OWNER', 'MANAGER'];
const owner = ['OWNER'];
const holder = ['quote link', 'invoice link'];
const nobody: readonly string[] = [];

/** An operation, its variables, and who gets past the door; everybody else is told to sign in, no, or that there is nothing. */
type Door = [name: keyof typeof operations, variables: (quote: Signed) => object, who: readonly string[]];

const absent = '00000000-0000-7000-8000-000000000000';
const of = (input: object) => () => ({ input });
const settings = {
  version: 0,
  name: 'X',
  address: [],
  email: 'a@example.com',
  phone: '',
  taxNumber: '',
  taxLabel: 'T',
  defaultTaxRate: 0,
  pricesIncludeTax: true,
  paymentTermsDays: 1,
  quoteValidityDays: 1,
  quoteTerms: '',
  bankDetails: [],
};
const person = { name: '', email: 'new@example.com', role: 'OWNER', password: 'correct horse battery' };
const money = { method: 'CASH', amount: 0, reference: '', receivedOn: '2026-11-21', paymentId: null };

const doors: readonly Door[] = [
  ['allStaff', () => ({}), staff],
  ['readCompany', () => ({}), staff],
  ['customers', () => ({}), staff],
  ['customerById', ({ customer }) => ({ id: customer.id }), staff],
  ['quotes', () => ({}), staff],
  ['quoteById', ({ id }) => ({ id }), staff],
  ['invoices', () => ({}), staff],
  ['invoiceById', ({ invoice }) => ({ id: invoice.id }), staff],
  ['payments', () => ({}), staff],
  ['reviewItems', () => ({}), staff],
  ['openReviewCount', () => ({}), staff],
  ['createStaffMember', () => ({ input: { idempotencyKey: aKey(), ...person } }), owner],
  ['updateCompany', of({ ...settings, name: '' }), owner],
  [
    'createCustomer',
    () => ({ input: { idempotencyKey: aKey(), customer: aCustomerInput({ name: '' }) } }),
    writers,
  ],
  [
    'updateCustomer',
    ({ customer }) => ({ input: { id: customer.id, version: 1, customer: aCustomerInput({ name: '' }) } }),
    writers,
  ],
  [
    'createQuote',
    ({ customer }) => ({
      input: { idempotencyKey: aKey(), customerId: customer.id, quote: aQuoteInput({ title: '' }) },
    }),
    writers,
  ],
  ['updateQuote', ({ id }) => ({ input: { id, version: 1, quote: aQuoteInput({ title: '' }) } }), writers],
  ['approveQuote', ({ id, version }) => ({ input: { id, version } }), approvers],
  ['cancelQuote', ({ id, version }) => ({ input: { id, version } }), approvers],
  ['issueStageInvoice', ({ id, stages }) => ({ input: { quoteId: id, stageId: stages[2]?.id } }), writers],
  [
    'confirmManualPayment',
    ({ invoice }) => ({ input: { idempotencyKey: aKey(), invoiceId: invoice.id, ...money } }),
    writers,
  ],
  ['rejectManualPayment', of({ paymentId: absent, reason: '' }), writers],
  ['resolveReviewItem', of({ id: absent, resolution: '' }), writers],
  ['portalQuote', () => ({}), ['quote link']],
  ['signQuote', (quote) => ({ input: aSignature(quote) }), ['quote link']],
  ['portalInvoice', () => ({}), holder],
  [
    'claimManualPayment',
    () => ({ input: { idempotencyKey: aKey(), method: 'CARD', paidOn: '2026-11-21', reference: '' } }),
    holder,
  ],
  ['startPayment', () => ({ input: {} }), holder],
  ['portalReceipt', () => ({ number: 'RC-2026-9999' }), nobody],
];
const documents: Readonly<Record<keyof typeof operations, string>> = operations;

/** Tested with the sessions themselves, in staff.test.ts. */
const anybody = ['me', 'signIn', 'signOut', 'signOutEverywhere'] as const;
const portal = new Set([
  'portalQuote',
  'signQuote',
  'portalInvoice',
  'claimManualPayment',
  'startPayment',
  'portalReceipt',
]);

describe.each(databases)('AU-03: who may do what, on %s', (kind) => {
  const office = companyOn(kind);
  let made: Promise<{ quote: Signed; askers: Record<string, Asker> }> | null = null;
  const everybody = () => (made ??= prepare());
  async function prepare() {
    const quote = await office().signedQuote();
    await office().settle();
    const people: Record<string, Asker> = {
      anonymous: null,
      'wrong link': { link: 'A'.repeat(43) },
      'wrong cookie': { cookie: `__Host-countersign=${'A'.repeat(43)}` },
    };
    for (const role of roles) people[role] = await office().as(role);
    people['quote link'] = quote.link;
    people['invoice link'] = office().linkInMail('i', quote.invoice.number);
    return { quote, askers: people };
  }
  const expected = (name: string, asker: string, who: readonly string[]): string => {
    if (who.includes(asker)) return 'in';
    if (portal.has(name)) return 'NOT_FOUND';
    return staff.includes(asker) ? 'FORBIDDEN' : 'UNAUTHENTICATED';
  };

  test.each(doors)('%s', async (name, variables, who) => {
    const { quote, askers } = await everybody();
    const cells: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const [asker, as] of Object.entries(askers)) {
      const { fault } = await office().run(documents[name], variables(quote), as);
      cells[asker] = fault ?? 'in';
      wanted[asker] = expected(name, asker, who);
    }
    expect(cells).toEqual(wanted);
  });

  test('the table above has every operation of the contract', () => {
    const operationOf = (name: keyof typeof operations) =>
      /^(?:(?:query|mutation)[^{]*)?\{ (\w+)/.exec(documents[name])?.[1];
    const asked = [...doors.map(([name]) => name), ...anybody].map(operationOf);
    const listed = [...Object.keys(permissionTable.Query), ...Object.keys(permissionTable.Mutation)].filter(
      (name) => name !== '*',
    );
    expect(asked.toSorted()).toEqual(listed.toSorted());
  });

  test('a link counts before a session: who follows a link in a browser of staff is its holder', async () => {
    const { quote, askers } = await everybody();
    const cookie = (askers['OWNER'] as { cookie: string }).cookie;
    const ask = async (authorization: string) => {
      const response = await office().app.server.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', cookie, authorization },
        payload: { query: operations.openReviewCount },
      });
      return response.json().errors[0].extensions.code;
    };
    expect(await ask(`Link ${quote.link.link}`)).toBe('UNAUTHENTICATED');
    expect(await ask('Bearer anything')).toBe('UNAUTHENTICATED');
  });

  test('AU-06: what belongs to somebody else answers exactly as what does not exist', async () => {
    const { quote } = await everybody();
    const other = await office().signedQuote();
    const ask = (number: string) => office().ask(operations.portalInvoice, { number }, quote.link);
    expect(await ask(other.invoice.number)).toEqual(await ask('INV-2026-9999'));
    expect((await ask(other.invoice.number)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('actions and permissions that screens draw from say the same as the doors', async () => {
    const draft = await office().draft();
    const actions: Record<string, unknown> = {};
    for (const role of roles)
      actions[role] = (
        await office().make<{ actions: string[] }>(
          operations.quoteById,
          { id: draft.id },
          await office().as(role),
        )
      ).actions;
    expect(actions).toEqual({
      OWNER: ['EDIT', 'APPROVE', 'CANCEL'],
      MANAGER: ['EDIT', 'APPROVE', 'CANCEL'],
      STAFF: ['EDIT'],
      BOOKKEEPER: [],
    });
    const { quote } = await everybody();
    const issue: Record<string, unknown> = {};
    for (const role of roles)
      issue[role] = (
        await office().make<{ stages: { canIssue: boolean }[] }>(
          operations.quoteById,
          { id: quote.id },
          await office().as(role),
        )
      ).stages[1]?.canIssue;
    expect(issue).toEqual({ OWNER: true, MANAGER: true, STAFF: true, BOOKKEEPER: false });
  });
});
