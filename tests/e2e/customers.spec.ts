import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { freshDatabase } from '../support/databases.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { examine } from './support/examine.ts';
import { desk, newPerson, type Person } from './support/profile.ts';
import { sees, seesNoMore, seesText } from './support/see.ts';
import { goTo, panel, signIn } from './support/staff-steps.ts';
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
const field = (label: string | RegExp): Locator => page.getByLabel(label).first();
const contact = (place: number): Locator => page.getByRole('group', { name: `Contact ${place}` });
const choose = async (label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
};

describe('a customer', () => {
  it('is suggested while it is typed once more, and the form is kept', async () => {
    await goTo(page, 'Customers');
    await page.getByRole('link', { name: 'New customer' }).click();
    await heading('New customer');
    await field(/^Name/).fill('SILVA dental Pty. Ltd.');
    await seesText(page, /^Looks like Silva Dental: same name\./);
    await field('E-mail').fill('ANA@silvadental.example');
    await seesText(page, /^Looks like Silva Dental: same e-mail address and name\./);
    expect(await page.getByRole('link', { name: /^Open it/ }).getAttribute('target')).toBe('_blank');
    await sees(page.getByRole('button', { name: 'Add anyway' }));
    await examine(page, 'admin-customer-duplicate');
    await field(/^Name/).fill('Zoë Weiß Physiotherapy');
    await field('E-mail').fill('zoe@gmail.com');
    await seesNoMore(page.getByText(/Looks like/));
  });

  it('is added with everything that is known of it, and problems stand at their fields', async () => {
    await field('Telephone').fill('+61 2 5550 4321');
    await field('Billing address').fill('8 Bay Street\nGlebe NSW 2037');
    await field('Tax number').fill('ABN 53 004 085 616');
    await choose('Currency', 'EUR · Euro');
    await choose('Language', 'Deutsch');
    await choose('Account manager', 'Olivia Hart');
    await field('Notes').fill('Rings before noon.\nParking behind the house.');
    const add = page.getByRole('button', { name: 'Add a contact' });
    await add.click();
    await contact(1).getByLabel('E-mail').fill('not one');
    await add.click();
    await contact(2).getByLabel('Name').fill('Taken away');
    await page.getByRole('button', { name: 'Add the customer' }).click();
    await seesText(contact(1), 'Who is it?');
    expect(
      await contact(1)
        .getByLabel('Name')
        .evaluate((input) => input === document.activeElement),
    ).toBe(true);
    await examine(page, 'admin-customer-form');
    await contact(1).getByLabel('Name').fill('Jo Weiß');
    await contact(1).getByLabel('Role').fill('Accounts');
    await contact(1).getByLabel('E-mail').fill('jo@weiss.example');
    await contact(2).getByRole('button', { name: 'Remove contact 2' }).click();
    await page.getByRole('button', { name: 'Add the customer' }).click();
    await heading('Zoë Weiß Physiotherapy');
    await seesText(panel(page, 'More contacts'), 'jo@weiss.example');
    await seesText(panel(page, 'Notes'), 'Parking behind the house.');
    for (const fact of ['ABN 53 004 085 616', 'EUR', 'Deutsch', 'Olivia Hart'])
      await seesText(panel(page, 'Details'), fact);
    await examine(page, 'admin-customer-new-one');
  });

  it('is changed, and what was not touched stays', async () => {
    await page.getByRole('link', { name: 'Edit' }).click();
    await heading('Edit Zoë Weiß Physiotherapy');
    expect(await contact(1).getByLabel('Name').inputValue()).toBe('Jo Weiß');
    await page.getByRole('button', { name: 'Add a contact' }).click();
    await contact(2).getByLabel('Name').fill('Sam Weiß');
    await page.getByRole('button', { name: 'Save' }).click();
    await heading('Zoë Weiß Physiotherapy');
    await seesText(panel(page, 'More contacts'), 'Sam Weiß');
    for (const fact of ['EUR', 'Deutsch', 'Olivia Hart']) await seesText(panel(page, 'Details'), fact);
  });

  it('is archived, brought back by Undo, archived again and restored', async () => {
    const archive = async () => {
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Archive' }).click();
      await seesText(page, 'This customer is archived');
    };
    await archive();
    await page.getByRole('button', { name: 'Undo' }).click();
    await seesText(page, 'Zoë Weiß Physiotherapy is back in the list.');
    await seesNoMore(page.getByText('This customer is archived'));
    await archive();
    await examine(page, 'admin-customer-put-away');
    await goTo(page, 'Customers');
    await seesNoMore(page.getByRole('link', { name: 'Zoë Weiß Physiotherapy' }));
    await page.getByRole('link', { name: 'Archived' }).click();
    await page.getByRole('searchbox').fill('weiss PHYSIO');
    await sees(page.getByRole('link', { name: 'Zoë Weiß Physiotherapy' }));
    await examine(page, 'admin-customers-archived');
    await page.getByRole('link', { name: 'Zoë Weiß Physiotherapy' }).click();
    await page.getByRole('button', { name: 'Restore' }).click();
    await sees(page.getByRole('link', { name: 'New quote' }));
  });

  it('is deleted while nothing names it, after a question', async () => {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await sees(page.getByRole('dialog', { name: 'Delete Zoë Weiß Physiotherapy?' }));
    await examine(page, 'admin-customer-delete');
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await heading('Customers');
    await seesNoMore(page.getByRole('link', { name: 'Zoë Weiß Physiotherapy' }));
  });

  it('with quotes can only be archived, and keeps its currency', async () => {
    await page.getByRole('link', { name: 'Silva Dental' }).click();
    await heading('Silva Dental');
    await page.getByRole('button', { name: 'More' }).click();
    await sees(page.getByRole('menuitem', { name: 'Archive' }));
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([
      'New invoice',
      'Mail the link to all their records',
      'Archive',
    ]);
    await page.keyboard.press('Escape');
    await examine(page, 'admin-customer');
    await page.getByRole('link', { name: 'Edit' }).click();
    await heading('Edit Silva Dental');
    expect(await page.getByRole('combobox', { name: 'Currency' }).isDisabled()).toBe(true);
  });

  it('that is known is taken from the editor’s dialog instead of added once more', async () => {
    await page.goto(`${server.url}/admin/quotes/new`);
    await page.getByRole('button', { name: 'New customer…' }).click();
    const dialog = page.getByRole('dialog', { name: 'New customer' });
    await dialog.getByLabel(/^Name/).fill('Corner Cafe Ltd');
    await seesText(dialog, /^Looks like Corner Café: same name\./);
    await examine(page, 'admin-customer-dialog');
    await dialog.getByRole('button', { name: /^Use this one/ }).click();
    await seesNoMore(dialog);
    expect(await page.getByRole('combobox', { name: 'Customer' }).inputValue()).toBe('Corner Café');
  });

  it('no screen complained', () => {
    noComplaints(staff);
  });
});
