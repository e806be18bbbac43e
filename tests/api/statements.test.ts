import { describe, expect, test } from 'vitest';
import type { Asker } from '../support/app.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { portalInvoice, portalQuote, quoteById, reviseQuote, signQuote } from '../support/operations.ts';
import { aSignature } from '../support/steps.ts';

describe.each(databases)('statements per operation on %s', (kind) => {
  const office = companyOn(kind);
  const spent = async (document: string, variables: object, asker: Asker): Promise<number> => {
    const before = office().statements.count;
    await office().make(document, variables, asker);
    return office().statements.count - before;
  };

  test('the customer’s pages take a handful, and a signature less than thirty', async () => {
    const quote = await office().sentQuote();
    expect(await spent(portalQuote, {}, quote.link)).toBeLessThanOrEqual(5);
    expect(await spent(signQuote, { input: aSignature(quote) }, quote.link)).toBeLessThan(30);
    expect(await spent(portalInvoice, {}, quote.link)).toBeLessThanOrEqual(6);
  });

  test('a list takes as many for fifty quotes as for two', async () => {
    const list = `query ($first: Int) { quotes(first: $first) { items { title isExpired author actions approvalReasons { code } margin { rate } subtotal { amount } recurring { billing } versions { number } messages { text } plans { billing } changes { label } customer { name } totals { gross { amount } } acceptance { signerName }
      options { chosen } stages { amount { amount } invoice { number } } invoices { number isOverdue payments { status receipt { number } } log { kind } } } } }`;
    for (let count = 0; count < 4; count += 1) await office().signedQuote();
    for (let count = 0; count < 8; count += 1) await office().draft();
    for (let count = 0; count < 3; count += 1) {
      const { id, version } = await office().sentQuote();
      await office().make(reviseQuote, { input: { id, version } }, await office().as('STAFF'));
    }
    const owner = await office().as('OWNER');
    const few = await spent(list, { first: 2 }, owner);
    const many = await spent(list, { first: 50 }, owner);
    // The two newest are drafts, which have no invoice and so no payment, receipt or log to look for.
    expect(many - few).toBeLessThanOrEqual(3);
    expect(many).toBeLessThanOrEqual(16);
  });

  test('the page of a quote takes a dozen', async () => {
    const quote = await office().signedQuote();
    expect(await spent(quoteById, { id: quote.id }, await office().as('STAFF'))).toBeLessThanOrEqual(12);
  });
});
