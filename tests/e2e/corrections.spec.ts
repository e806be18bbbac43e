import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { customerById } from '../support/operations.ts';
import { aCustomerInput } from '../support/steps.ts';
import { type Colleague, colleague } from './support/colleague.ts';
import { examine } from './support/examine.ts';
import { quoteOffice } from './support/quote-office.ts';
import { sees, seesNoMore, seesText } from './support/see.ts';
import { issueStage, panel, reviewItem } from './support/staff-steps.ts';
import { noComplaints } from './support/watch.ts';

const saveLimit = `mutation ($input: UpdatePaymentSettingsInput!) {
  updatePaymentSettings(input: $input) { ... on Company { version } ... on Refusal { code message } } }`;
const holdInvoices = `mutation ($input: UpdateCustomerInput!) {
  updateCustomer(input: $input) { ... on Customer { id version } ... on Refusal { code message } } }`;
const noAccount = Object.fromEntries(
  ['holder', 'iban', 'bic', 'street', 'houseNumber', 'postalCode', 'town', 'country', 'payNow'].map(
    (field) => [field, ''],
  ),
);

describe('what is issued is corrected, never edited', () => {
  const the = quoteOffice();
  const people: Colleague[] = [];
  afterEach(async () => {
    noComplaints(...people);
    for (const { context } of people.splice(0)) await context.close();
  });
  const comes = async (role: 'OWNER' | 'MANAGER' | 'STAFF') => {
    const person = await colleague(the, role);
    people.push(person);
    return person;
  };

  it('what is paid too much is the customer’s credit, and pays a part of the next invoice', async () => {
    const quote = await the.office.signedQuote();
    const { page, at } = await comes('OWNER');
    await at(`/invoices/${quote.invoice.id}`);
    await page.getByRole('button', { name: 'Confirm a payment…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Amount in AUD').fill('1,200.00');
    await seesText(
      dialog,
      /^\$75\.30 more than is owed: the invoice is paid, and the rest becomes the credit of/,
    );
    await dialog.getByLabel('Reference of the bank').fill('NAB 4471');
    await examine(page, 'admin-confirm-too-much');
    await dialog.getByRole('button', { name: 'Confirm the payment' }).click();
    await seesText(panel(page, 'Balance'), 'The customer has $75.30 to their credit.');
    await standsAs(page, 'Paid');

    await at('/');
    const item = reviewItem(page, `More was paid than invoice ${quote.invoice.number} owes`);
    await sees(item.getByRole('button', { name: 'Give money back…' }));

    await at(`/quotes/${quote.id}`);
    await issueStage(page, 'Progress');
    await panel(page, 'Payment stages').getByRole('row', { name: 'Progress' }).getByRole('link').click();
    await page.getByRole('button', { name: 'Use the credit…' }).click();
    await seesText(page.getByRole('dialog'), '$1,424.30 stay owed on the invoice.');
    await examine(page, 'admin-use-credit');
    await page.getByRole('dialog').getByRole('button', { name: 'Use the credit' }).click();
    await standsAs(page, 'Partly paid');
    await seesText(head(page), '$1,424.30');
    await seesText(panel(page, 'Payment log'), 'Credit of the customer used');

    await at(`/customers/${quote.customer.id}`);
    await seesText(panel(page, 'Credit'), 'Nothing is left of it.');
    await sees(panel(page, 'Credit').getByRole('row', { name: /Paid more than was owed.*\$75\.30/ }));
    await examine(page, 'admin-customer-credit');
  });

  it('an unpaid invoice is voided and its stage issued again; a paid one gets a credit note', async () => {
    const quote = await the.office.signedQuote();
    const { page, at } = await comes('OWNER');
    await at(`/invoices/${quote.invoice.id}`);
    await inTheMenu(page, 'Void…');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why').fill('It was made out to the wrong company');
    await dialog.getByLabel(/^Type INV-/).fill('INV-0000-0000');
    await dialog.getByRole('button', { name: 'Void the invoice' }).click();
    await seesText(dialog, `Write ${quote.invoice.number} as it stands here.`);
    await examine(page, 'admin-void');
    await dialog.getByLabel(/^Type INV-/).fill(quote.invoice.number.toLowerCase());
    await dialog.getByRole('button', { name: 'Void the invoice' }).click();
    await standsAs(page, 'Void');
    await seesText(panel(page, 'Balance'), '$0.00');

    await at(`/quotes/${quote.id}`);
    await issueStage(page, 'Deposit');
    await panel(page, 'Payment stages').getByRole('row', { name: 'Deposit' }).getByRole('link').click();
    await page.getByRole('button', { name: 'Confirm a payment…' }).click();
    await page.getByRole('dialog').getByLabel('Reference of the bank').fill('NAB 4472');
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm the payment' }).click();
    await standsAs(page, 'Paid');
    await inTheMenu(page, 'Credit note…');
    await dialog.getByText('An amount', { exact: true }).click();
    await dialog.getByLabel(/^Amount in AUD/).fill('100');
    await seesText(dialog, /^\$100\.00 of what was paid become the credit of/);
    await dialog.getByLabel('Why').fill('Two pages were left out');
    await examine(page, 'admin-credit-note');
    await dialog.getByRole('button', { name: 'Issue the credit note' }).click();
    await sees(
      panel(page, 'Credit notes').getByRole('row', {
        name: /Two pages were left out.*CN-2026-0001.*\$100\.00/,
      }),
    );
    await standsAs(page, 'Paid');
    await seesText(panel(page, 'Balance'), 'The customer has $100.00 to their credit.');
  });

  it('a stage is issued early with what was agreed, and a change of the contract is written', async () => {
    const quote = await the.office.signedQuote();
    const { page, at } = await comes('OWNER');
    await at(`/quotes/${quote.id}`);
    await page.getByRole('button', { name: 'Issue early: Final' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Days to pay/).fill('45');
    await dialog.getByRole('button', { name: 'Issue the invoice' }).click();
    await seesText(dialog, 'Please say why.');
    await seesText(dialog, 'Why, and with whom it was agreed.');
    await examine(page, 'admin-issue-early');
    await dialog.getByLabel(/^Why before/).fill('The site went live first');
    await dialog.getByLabel(/^Why they differ/).fill('Agreed with Ana');
    await dialog.getByRole('button', { name: 'Issue the invoice' }).click();
    const row = panel(page, 'Payment stages').getByRole('row', { name: 'Final' });
    await row.getByRole('link').click();
    await seesText(panel(page, 'Where it comes from'), '45 days');
    await seesText(panel(page, 'Where it comes from'), /^Agreed with Ana/);

    await at(`/quotes/${quote.id}`);
    await inTheMenu(page, 'Change order…');
    await dialog.getByRole('radio', { name: 'It takes work away' }).check();
    await examine(page, 'admin-change-order');
    await dialog.getByRole('button', { name: 'Write the change' }).click();
    await sees(page.getByRole('heading', { level: 1, name: 'Edit the reduction' }));
    expect(await page.getByRole('heading', { level: 2, name: 'Payment stages' }).count()).toBe(0);
    await at(`/quotes/${quote.id}`);
    await sees(panel(page, 'Contract value').getByText('Agreed now'));
    await seesText(panel(page, 'Contract value'), 'Draft');
    await examine(page, 'admin-contract-value');
  });

  it('a refund above the limit needs a second person, and money by hand its reference', async () => {
    const quote = await the.office.signedQuote();
    const company = await the.office.run<{ version: number }>(
      '{ company { version } }',
      {},
      await the.office.as('OWNER'),
    );
    const settings = {
      version: company.version,
      bankAccount: noAccount,
      refundLimit: 50_000,
      claimPauseDays: 7,
    };
    await the.office.make(saveLimit, { input: settings }, await the.office.as('OWNER'));
    const asking = await comes('MANAGER');
    await asking.at(`/invoices/${quote.invoice.id}`);
    const { page } = asking;
    await page.getByRole('button', { name: 'Confirm a payment…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reference of the bank').fill('NAB 4473');
    await dialog.getByRole('button', { name: 'Confirm the payment' }).click();
    await page.getByRole('button', { name: 'Give back…' }).click();
    await dialog.getByLabel('Amount in AUD').fill('600');
    await dialog.getByLabel('Why').fill('Half of the work was not done');
    await seesText(dialog, /on a second person has to agree/);
    await dialog.getByLabel(/^Type INV-/).fill(quote.invoice.number);
    await examine(page, 'admin-refund');
    await dialog.getByRole('button', { name: 'Ask a second person' }).click();
    await seesText(panel(page, 'Refunds'), 'Awaiting approval');
    await seesText(panel(page, 'Refunds'), 'Somebody else has to agree.');
    expect(await page.getByRole('button', { name: 'Agree…' }).count()).toBe(0);

    const second = await comes('OWNER');
    await second.at('/');
    const item = reviewItem(second.page, /wants to refund a payment of invoice/);
    await item.getByRole('button', { name: 'Agree…' }).click();
    await seesText(second.page.getByRole('dialog'), /Half of the work was not done/);
    await examine(second.page, 'admin-refund-agree');
    await second.page.getByRole('dialog').getByRole('button', { name: 'Agree to it' }).click();
    await seesNoMore(item);
    await second.at(`/invoices/${quote.invoice.id}`);
    await second.page.getByRole('button', { name: 'Money given…' }).click();
    await second.page.getByRole('dialog').getByLabel('Reference of the bank').fill('NAB 4474');
    await second.page.getByRole('dialog').getByRole('button', { name: 'The money was given' }).click();
    await sees(panel(second.page, 'Refunds').getByRole('row', { name: /NAB 4474.*Given back.*\$600\.00/ }));
    await sees(panel(second.page, 'Credit notes').getByRole('row', { name: /\$600\.00/ }));
    await standsAs(second.page, 'Paid');
    await examine(second.page, 'admin-invoice-refunded');
  });

  it('a free invoice waits where a rule asks for it, and goes out once somebody has approved it', async () => {
    const customer = await the.office.customer({ name: 'Tidal Yoga', email: 'owner@tidal.example' });
    const { version } = await the.office.run<{ version: number }>(
      customerById,
      { id: customer.id },
      await the.office.as('OWNER'),
    );
    const held = {
      ...aCustomerInput({ name: 'Tidal Yoga', email: 'owner@tidal.example' }),
      invoiceHold: 'Payment plan of their own',
    };
    await the.office.make(
      holdInvoices,
      { input: { id: customer.id, version, customer: held } },
      await the.office.as('OWNER'),
    );
    const writer = await comes('STAFF');
    const { page } = writer;
    await writer.at(`/invoices/new?customer=${customer.id}`);
    await page.getByLabel('Subject').fill('Emergency repair');
    const line = page.getByRole('group', { name: 'Line 1' });
    await line.getByLabel('Description').fill('Hours on site');
    await line.getByLabel('Quantity').fill('3.5');
    await line.getByLabel('Price').fill('132');
    await seesText(panel(page, 'What it comes to'), '$462.00');
    await page.getByLabel('Days to pay').fill('30');
    await page.getByRole('button', { name: 'Issue the invoice' }).click();
    await seesText(page, 'Why, and with whom it was agreed.');
    await examine(page, 'admin-invoice-new');
    await page.getByLabel('Why it is another number').fill('Agreed by telephone');
    await page.getByRole('button', { name: 'Issue the invoice' }).click();
    await standsAs(page, 'Awaiting approval');
    await seesText(page, /Payment plan of their own/);
    expect(await page.getByRole('button', { name: 'Approve and issue…' }).count()).toBe(0);
    await examine(page, 'admin-invoice-awaiting');
    const preview = await page.getByRole('link', { name: 'View as customer' }).getAttribute('href');
    const shown = await writer.context.newPage();
    await shown.goto(`${the.url}${preview}`);
    await sees(shown.getByRole('heading', { level: 1, name: 'Emergency repair' }));
    await seesText(shown.getByRole('complementary', { name: 'Preview' }), /a draft that is not issued/);
    await seesText(shown, '30 days from the day of issue');
    await examine(shown, 'invoice-preview-waiting');
    await shown.close();

    const { page: other, at } = await comes('OWNER');
    await at('/');
    const item = reviewItem(other, /waits for approval: Emergency repair/);
    await item.getByRole('button', { name: 'Approve and issue…' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Approve and issue' }).click();
    await seesNoMore(item);
    await page.reload();
    await standsAs(page, 'Open');
    await seesText(panel(page, 'Where it comes from'), /^Agreed by telephone/);
    await seesText(panel(page, 'Payment log'), 'Invoice approved');

    const links = panel(page, 'Links');
    const items = links.getByRole('listitem');
    await links.getByRole('button', { name: 'Send a fresh link' }).click();
    await sees(items.nth(1));
    await items.nth(1).getByRole('button', { name: 'Revoke' }).click();
    await seesText(items.nth(1), /revoked/);
    expect(
      await items
        .nth(0)
        .getByText(/revoked/)
        .count(),
    ).toBe(0);
    await examine(page, 'admin-invoice-links');
  });
});

const head = (page: Page) => page.getByRole('main').locator('header');

/** Waits until the head of the page says so. */
const standsAs = (page: Page, status: string) => sees(head(page).getByText(status, { exact: true }));

async function inTheMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
