import { describe, expect, test } from 'vitest';
import { permissionTable } from '../../api/src/graphql/rules.ts';
import type { Asker } from '../support/app.ts';
import { bankDesk } from '../support/bank-desk.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { aFreeLine } from '../support/invoice-desk.ts';
import { anItemInput, anybody, doors, type Known, portal, roles, staff } from '../support/doors.ts';
import * as operations from '../support/operations.ts';
import { aTable } from '../support/statements.ts';
import { aKey, aSignature, type Made, type Signed } from '../support/steps.ts';

let networks = 0;
/** Wrong links are counted by the network that they come from: each of ours comes from another one. */
const from = (asker: Asker): Asker =>
  asker !== null && 'link' in asker
    ? { ...asker, from: `198.51.${(networks += 1) >> 8}.${networks & 255}` }
    : asker;

const documents: Readonly<Record<keyof typeof operations, string>> = operations;

describe.each(databases)('AU-03: who may do what, on %s', (kind) => {
  const office = companyOn(kind);
  let made: Promise<{ quote: Known; askers: Record<string, Asker> }> | null = null;
  const everybody = () => (made ??= prepare());
  /** Something that needs a person: a signature that was stopped. */
  async function anItem(): Promise<string> {
    const other = await office().sentQuote();
    const wrong = { input: aSignature(other, { expectedTotal: 1 }) };
    await office().run(operations.signQuote, wrong, other.link);
    const { items } = await office().make<{ items: { id: string }[] }>(
      operations.reviewItems,
      {},
      await office().as('STAFF'),
    );
    return items[0]?.id ?? '';
  }
  /** An item, a template, and a link that nobody needs. */
  /** A cent in cash that was given back, and a list that was kept. */
  async function money(invoiceId: string) {
    const owner = await office().as('OWNER');
    const make = (document: string, input: object) =>
      office().make<Made>(document, { input: { idempotencyKey: aKey(), ...input } }, owner);
    const cent = { method: 'CASH', amount: 1, reference: 'slip 1' };
    const paid = { ...cent, invoiceId, paymentId: null, receivedOn: '2026-11-21' };
    const payment = await make(operations.confirmManualPayment, paid);
    const refund = await make(operations.refundPayment, { ...cent, paymentId: payment.id, reason: 'Test' });
    const list = { screen: 'INVOICES', name: 'Late', search: '', shared: true };
    const view = await make(operations.saveView, list);
    return { paymentId: payment.id, refundId: refund.id, viewId: view.id };
  }
  async function ownThings({ id, customer, invoice }: Signed) {
    const owner = await office().as('OWNER');
    const make = (document: string, input: object) => office().make<Made>(document, { input }, owner);
    const item = await make(operations.createCatalogueItem, { idempotencyKey: aKey(), item: anItemInput });
    const template = { idempotencyKey: aKey(), quoteId: id, name: 'T', description: '', trade: '' };
    const saved = await make(operations.saveQuoteAsTemplate, template);
    const spare = await make(operations.sendFreshLink, { idempotencyKey: aKey(), quoteId: id });
    const [link] = (spare as Made & { links: { id: string }[] }).links;
    const { id: invoiceId } = await make(operations.createFreeInvoice, {
      idempotencyKey: aKey(),
      customerId: customer.id,
      invoice: { subject: 'Repairs', pricesIncludeTax: false, lines: [aFreeLine()] },
    });
    const [free] = await office().rows<{ id: string }>(
      `select id from link where invoice_id = '${invoiceId}'`,
    );
    await make(operations.sendAccountLink, { idempotencyKey: aKey(), customerId: customer.id });
    const [account] = await office().rows<{ id: string }>(`select id from link where purpose = 'ACCOUNT'`);
    const [mail] = await office().rows<{ id: string }>('select id from mail limit 1');
    const bank = bankDesk(office);
    const statement = await bank.bring(aTable([{ day: '21/11/2026', name: 'A', amount: '1.00' }]));
    const [line] = await bank.linesOf(statement);
    const ofBank = { statementId: statement.id, lineId: line?.id ?? '' };
    return {
      catalogueItemId: item.id,
      templateId: saved.id,
      spareLinkId: link?.id ?? '',
      accountLinkId: account?.id ?? '',
      invoiceLinkId: free?.id ?? '',
      mailId: mail?.id ?? '',
      ...ofBank,
      ...(await money(invoice.id)),
    };
  }
  async function prepare() {
    const signed = await office().signedQuote();
    const quote: Known = { ...signed, itemId: await anItem(), ...(await ownThings(signed)) };
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
      const { fault } = await office().run(documents[name], variables(quote), from(as));
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
      OWNER: ['EDIT', 'SUBMIT', 'APPROVE', 'CANCEL', 'ARCHIVE', 'DUPLICATE'],
      MANAGER: ['EDIT', 'SUBMIT', 'APPROVE', 'CANCEL', 'ARCHIVE', 'DUPLICATE'],
      STAFF: ['EDIT', 'SUBMIT', 'CANCEL', 'ARCHIVE', 'DUPLICATE'],
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
