import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { aFreeLine, invoiceDesk } from '../support/invoice-desk.ts';
import { createCustomer, quoteById, updateQuote } from '../support/operations.ts';
import { aCustomerInput, aKey, aQuoteInput, type Made } from '../support/steps.ts';
import { type Colleague, colleague } from './support/colleague.ts';
import { examine } from './support/examine.ts';
import { quoteOffice } from './support/quote-office.ts';
import { sees, seesNoMore, seesText } from './support/see.ts';
import { panel } from './support/staff-steps.ts';
import { noComplaints } from './support/watch.ts';

describe('screens that read on while somebody works on them', () => {
  const the = quoteOffice();
  const money = invoiceDesk(() => the.office);
  const people: Colleague[] = [];
  afterEach(async () => {
    noComplaints(...people);
    for (const { context } of people.splice(0)) await context.close();
  });
  const comes = async (role: 'OWNER' | 'BOOKKEEPER' = 'OWNER') => {
    const person = await colleague(the, role);
    people.push(person);
    return person;
  };

  it('a quote that changed since the question was asked is not sent', async () => {
    const draft = await the.office.draft({ title: 'As it was read' });
    const { page, at } = await comes();
    await at(`/quotes/${draft.id}`);
    await page.getByRole('button', { name: 'Approve and send…' }).click();
    const dialog = page.getByRole('dialog');
    await sees(dialog.getByRole('button', { name: 'Approve and send' }));
    await the.office.make(
      updateQuote,
      { input: { id: draft.id, version: draft.version, quote: aQuoteInput({ title: 'As it is now' }) } },
      await the.office.as('OWNER'),
    );
    await sees(page.locator('h1', { hasText: 'As it is now' }));
    await dialog.getByRole('button', { name: 'Approve and send' }).click();
    await seesText(dialog, /^Somebody else changed this in the meantime/);
    const { status } = await the.office.make<{ status: string }>(
      quoteById,
      { id: draft.id },
      await the.office.as('OWNER'),
    );
    expect(status).toBe('DRAFT');
  });

  it('an invoice that changed since the question was asked is not issued', async () => {
    const { id: customerId } = await the.office.make<Made>(
      createCustomer,
      { input: { idempotencyKey: aKey(), customer: aCustomerInput({ invoiceHold: 'A payment plan' }) } },
      await the.office.as('OWNER'),
    );
    const invoice = await money.free(customerId, { subject: 'As it was read' });
    const { page, at } = await comes();
    await at('/');
    await page.getByRole('button', { name: 'Approve and issue…' }).click();
    const dialog = page.getByRole('dialog');
    await sees(dialog.getByRole('button', { name: 'Approve and issue' }));
    const lines = [aFreeLine({ unitPrice: 900_000 })];
    await money.run('updateInvoiceDraft', {
      id: invoice.id,
      contentHash: invoice.contentHash,
      invoice: { subject: 'As it is now', pricesIncludeTax: false, lines },
    });
    await page.waitForResponse(async (answer) => {
      const asked = answer.request().postData() ?? '';
      return asked.includes('ReviewScreen') && !(await answer.text()).includes(invoice.contentHash);
    });
    await dialog.getByRole('button', { name: 'Approve and issue' }).click();
    await seesText(dialog, /^Somebody else changed this in the meantime/);
    expect((await money.read(invoice.id)).status).toBe('AWAITING_APPROVAL');
  });

  it('what is typed in one form of the settings outlives the saving of another', async () => {
    const { page, at } = await comes();
    await at('/settings');
    const quotes = panel(page, 'Quotes');
    const payments = panel(page, 'Payments');
    await quotes.getByLabel(/^Needs approval above/).fill('5000');
    await payments.getByLabel(/^Refunds need a second person/).fill('800');
    await panel(page, 'Company').getByLabel('Telephone').fill('+61 2 5550 9999');
    await page.getByRole('button', { name: 'Save the settings', exact: true }).click();
    await seesText(page, 'The settings are saved.');
    expect(await quotes.getByLabel(/^Needs approval above/).inputValue()).toBe('5000');
    await page.getByRole('button', { name: 'Save the settings of quotes' }).click();
    await seesText(page, 'The settings of quotes are saved.');
    expect(await payments.getByLabel(/^Refunds need a second person/).inputValue()).toBe('800');
    await page.reload();
    await sees(quotes);
    expect(await quotes.getByLabel(/^Needs approval above/).inputValue()).toBe('5000.00');
    expect(await panel(page, 'Company').getByLabel('Telephone').inputValue()).toBe('+61 2 5550 9999');
  });

  it('two owners in one form of the settings: the second is told, again and again, and keeps what was typed', async () => {
    const { page, at } = await comes();
    await at('/settings');
    const phone = panel(page, 'Company').getByLabel('Telephone');
    await phone.fill('+61 2 5550 1111');
    const save = page.getByRole('button', { name: 'Save the settings', exact: true });
    const other = await comes();
    await other.at('/settings');
    await panel(other.page, 'Company').getByLabel('Telephone').fill('+61 2 5550 2222');
    await other.page.getByRole('button', { name: 'Save the settings', exact: true }).click();
    await seesText(other.page, 'The settings are saved.');
    for (const _ of ['once', 'and once more']) {
      const answered = page.waitForResponse((answer) =>
        Boolean(answer.request().postData()?.includes('CompanyForm_Update')),
      );
      await save.click();
      await answered;
      await seesText(panel(page, 'Company'), /^Somebody else changed this in the meantime/);
      expect(await phone.inputValue()).toBe('+61 2 5550 1111');
    }
    await other.page.reload();
    await sees(panel(other.page, 'Company'));
    expect(await panel(other.page, 'Company').getByLabel('Telephone').inputValue()).toBe('+61 2 5550 2222');
  });

  it('two people in one invoice that waits: the second save does not overwrite the first, however often it is tried', async () => {
    const { id: customerId } = await the.office.make<Made>(
      createCustomer,
      { input: { idempotencyKey: aKey(), customer: aCustomerInput({ invoiceHold: 'A payment plan' }) } },
      await the.office.as('OWNER'),
    );
    const { id, contentHash } = await money.free(customerId);
    const { page, at } = await comes();
    await at(`/invoices/${id}/edit`);
    await page.getByLabel('Subject').fill('Mine');
    await money.run('updateInvoiceDraft', {
      id,
      contentHash,
      invoice: { subject: 'Theirs', pricesIncludeTax: false, lines: [aFreeLine()] },
    });
    for (const _ of ['once', 'and once more']) {
      const answered = page.waitForResponse((answer) =>
        Boolean(answer.request().postData()?.includes('EditInvoice_Update')),
      );
      await page.getByRole('button', { name: 'Save the invoice' }).click();
      await answered;
      await seesText(page, /^Somebody else changed this in the meantime/);
    }
    expect(await page.getByLabel('Subject').inputValue()).toBe('Mine');
    expect(await money.read(id)).toMatchObject({ subject: 'Theirs' });
  });

  it('who may only read sees a quote, and no button or menu that leads to nothing', async () => {
    const quote = await the.office.sentQuote();
    const { page, at } = await comes('BOOKKEEPER');
    await at(`/quotes/${quote.id}`);
    await sees(panel(page, 'Links'));
    expect(
      await page
        .getByRole('main')
        .getByRole('button', { name: /More|Revoke|Send a fresh/ })
        .count(),
    ).toBe(0);
  });

  it('a day of a filter is typed to its end, and goes when the filter is cleared', async () => {
    const { page, at } = await comes();
    await at('/invoices');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    const from = page.getByRole('group', { name: 'Issued' }).getByLabel('From');
    await from.fill('2026-11-20');
    await page.waitForURL(/issuedFrom=2026-11-20/);
    await from.focus();
    await page.keyboard.press('ArrowUp');
    await page.waitForURL((url) => !url.search.includes('2026-11-20'));
    await page.keyboard.press('ArrowUp');
    expect(await from.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    expect(await from.inputValue()).toBe('');
  });

  it('a link that is sent again after a lost answer is the same one', async () => {
    const { customer } = await the.office.sentQuote();
    const { page, at, watch } = await comes();
    watch.allow('ERR_FAILED');
    const keys: string[] = [];
    await page.route('**/graphql', async (route) => {
      const asked = route.request().postData() ?? '';
      const [, key] = /"idempotencyKey":"([^"]+)"/.exec(asked) ?? [];
      if (key === undefined) return route.continue();
      keys.push(key);
      return keys.length === 1 ? route.abort() : route.continue();
    });
    await at(`/customers/${customer.id}`);
    const send = async () => {
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: /^Mail the link/ }).click();
    };
    await send();
    await seesText(page, /^The server cannot be reached/);
    await send();
    await seesText(page, /^The link is on its way to/);
    await send();
    await expect.poll(() => keys.length).toBe(3);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('what a transfer needs is asked for again when it did not come', async () => {
    const quote = await the.office.signedQuote();
    const { page, watch } = the.customer;
    watch.allow('ERR_FAILED');
    let isDown = true;
    await page.route('**/graphql', (route) =>
      isDown && route.request().postData()?.includes('BankTransfer_Read') ? route.abort() : route.continue(),
    );
    await the.open(quote);
    await page.getByRole('link', { name: /^Pay invoice/ }).click();
    await page.getByRole('radio', { name: 'Bank transfer' }).check();
    await seesText(page, /^The amount and the reference did not load\./);
    isDown = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await seesText(page, /please write it exactly as/);
    await seesNoMore(page.getByRole('button', { name: 'Try again' }));
  });

  it('some lines of an invoice are credited', async () => {
    const { id: customerId } = await the.office.customer();
    const lines = [aFreeLine(), aFreeLine({ description: 'Plugin', quantity: 1_000, unitPrice: 9_000 })];
    const invoice = await money.free(customerId, { lines });
    const { page, at } = await comes();
    await at(`/invoices/${invoice.id}`);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Credit note…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Lines', { exact: true }).click();
    await dialog.getByLabel('Why').fill('It was never installed');
    await dialog.getByRole('button', { name: 'Issue the credit note' }).click();
    await seesText(dialog, 'Choose at least one line.');
    await dialog.getByRole('checkbox', { name: /^Plugin, / }).check();
    const amount = dialog.getByLabel(/^Amount of Plugin/);
    expect(await amount.inputValue()).toBe('99.00');
    await amount.fill('100');
    await dialog.getByRole('button', { name: 'Issue the credit note' }).click();
    await seesText(dialog, 'At most $99.00.');
    await examine(page, 'admin-credit-lines');
    await amount.fill('99');
    await dialog.getByRole('button', { name: 'Issue the credit note' }).click();
    await seesNoMore(dialog);
    await credited(page, /It was never installed.*\$99\.00/);
  });
});

const credited = (page: Page, row: RegExp): Promise<void> =>
  sees(panel(page, 'Credit notes').getByRole('row', { name: row }));
