import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { freshDatabase } from '../support/databases.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { examine } from './support/examine.ts';
import { desk, newPerson, type Person } from './support/profile.ts';
import { sees, seesNoMore, seesText } from './support/see.ts';
import { goTo, signIn } from './support/staff-steps.ts';
import { noComplaints } from './support/watch.ts';

let browser: Browser;
let server: ServerProcess;
let staff: Person;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer({ DATABASE_URL: await freshDatabase('sqlite') });
  staff = await newPerson(browser, { viewport: desk, origins: [server.url] });
  ({ page } = staff);
  await signIn(page, server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const heading = (name: string) => sees(page.getByRole('heading', { level: 1, name }));
const value = (label: string | RegExp): Promise<string> => page.getByLabel(label).first().inputValue();
const dialog = () => page.getByRole('dialog', { name: 'Leave without saving?' });
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

/** The session ends under the hands, as the next answer of the server tells; a new one opens the page again. */
async function sessionEnds(act: () => Promise<void>): Promise<void> {
  const address = page.url();
  const cookies = await staff.context.cookies();
  staff.watch.allow('401');
  await staff.context.clearCookies();
  await act();
  await page.waitForURL(/sign-in/);
  await staff.context.addCookies(cookies);
  await page.goto(address);
  await seesText(page, 'What you had typed is back');
}

describe('what was typed and not saved', () => {
  it('of an invoice: the way out asks, and staying keeps it', async () => {
    await goTo(page, 'Invoices');
    await page.getByRole('link', { name: 'New invoice' }).first().click();
    await heading('New invoice');
    await page.getByLabel('Subject').fill('Repair of the sign');
    await page.getByRole('combobox', { name: 'Customer' }).click();
    await page.getByRole('option', { name: 'Silva Dental' }).click();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Quotes' }).click();
    await sees(dialog());
    await examine(page, 'admin-leave-unsaved');
    await press('Keep editing');
    await seesNoMore(dialog());
    expect(await value('Subject')).toBe('Repair of the sign');
  });

  it('of an invoice: it is back after a session that ended, with its customer, and goes once it is issued', async () => {
    const line = page.getByRole('group', { name: 'Line 1' });
    await line.getByLabel('Description').fill('Hours on site');
    await line.getByLabel('Price').fill('120');
    await sessionEnds(() => press('Issue the invoice'));
    expect([await value('Subject'), await value(/^Customer/), await value('Description')]).toEqual([
      'Repair of the sign',
      'Silva Dental',
      'Hours on site',
    ]);
    await examine(page, 'admin-invoice-restored');
    await press('Issue the invoice');
    await sees(page.getByRole('heading', { level: 1, name: /^INV-/ }));
    await goTo(page, 'Invoices');
    await page.getByRole('link', { name: 'New invoice' }).first().click();
    await heading('New invoice');
    expect(await value('Subject')).toBe('');
  });

  it('of a new customer: who leaves finds it again, or throws it away', async () => {
    await goTo(page, 'Customers');
    await page.getByRole('link', { name: 'New customer' }).click();
    // the list has a field of that name as well
    await heading('New customer');
    await page.getByLabel(/^Name/).first().fill('Zoë Weiß');
    await page.getByRole('combobox', { name: 'Account manager' }).click();
    await page.getByRole('option', { name: 'Olivia Hart' }).click();
    await press('Add a contact');
    await page.getByRole('group', { name: 'Contact 1' }).getByLabel('Name').fill('Bo');
    await page.getByRole('link', { name: 'Back', exact: true }).click();
    await press('Leave');
    await heading('Customers');
    await page.getByRole('link', { name: 'New customer' }).click();
    await seesText(page, 'What you had typed is back');
    expect(await value(/^Name/)).toBe('Zoë Weiß');
    expect(await page.getByRole('combobox', { name: 'Account manager' }).inputValue()).toBe('Olivia Hart');
    expect(await page.getByRole('group', { name: 'Contact 1' }).getByLabel('Name').inputValue()).toBe('Bo');
    await press('Throw it away');
    await seesNoMore(page.getByText('What you had typed is back'));
    expect(await value(/^Name/)).toBe('');
    await page.getByRole('link', { name: 'Back', exact: true }).click();
    await heading('Customers');
  });

  it('of a known customer: it is back after a session that ended, and saving leaves nothing to ask', async () => {
    await goTo(page, 'Customers');
    await page.getByRole('link', { name: 'Silva Dental' }).click();
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await heading('Edit Silva Dental');
    await page.getByLabel('Notes').fill('Rings before noon.');
    await sessionEnds(() => press('Save'));
    expect(await value('Notes')).toBe('Rings before noon.');
    await press('Save');
    await heading('Silva Dental');
    await seesText(page, 'Rings before noon.');
  });

  it('no screen complained, leaked or called anybody else', () => noComplaints(staff));
});
