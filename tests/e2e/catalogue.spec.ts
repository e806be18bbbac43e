import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer({ DATABASE_URL: await freshDatabase('sqlite') });
  staff = await newPerson(browser, { viewport: desk, origins: [server.url] });
  await signIn(staff.page, server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('an item is written with its margin in sight, found again, archived and offered again', async () => {
  const { page } = staff;
  await goTo(page, 'Catalogue');
  await page.getByRole('link', { name: 'New item' }).click();
  await sees(page.getByRole('heading', { level: 1, name: 'New item' }));
  await page.getByLabel(/^Name/).fill('Logo');
  await page.getByLabel(/^Price of one/).fill('1,650.00');
  await page.getByLabel(/^Cost of one/).fill('1,200');
  await seesText(page, '$300.00 of $1,500.00 without GST');
  await page.getByLabel('The price has GST inside').uncheck();
  await seesText(page, '$450.00 of $1,650.00 without GST');
  await page.getByLabel('Charged').selectOption('Every month');
  await page.getByRole('button', { name: 'Add to the catalogue' }).click();
  const row = page.getByRole('row', { name: 'Logo' });
  await page.getByRole('searchbox').fill('LOGO');
  await seesText(row, '$1,650.00 a month');
  await seesText(row, '27.3%');
  await row.getByRole('link').click();
  await page.getByRole('button', { name: 'Archive' }).click();
  await seesText(page, 'Logo is archived.');
  await row.getByRole('link').click();
  await page.getByRole('button', { name: 'Offer it again' }).click();
  await sees(row);
  await examine(page, 'admin-catalogue-row');
});

it('a template becomes a draft at the prices of today', async () => {
  const { page } = staff;
  await goTo(page, 'Catalogue');
  await page.getByRole('link', { name: 'Booking form' }).click();
  await page.getByLabel(/^Price of one/).fill('495');
  await page.getByRole('button', { name: 'Save' }).click();
  await seesText(page.getByRole('row', { name: 'Booking form' }), '$495.00');
  await goTo(page, 'Templates');
  await page
    .getByRole('listitem', { name: 'Website project' })
    .getByRole('button', { name: 'Use it for a quote' })
    .click();
  await sees(page.getByRole('dialog'));
  await page.getByRole('button', { name: 'Begin the quote' }).click();
  await seesText(page, 'Choose whom the quote is for.');
  await examine(page, 'admin-template-use');
  await page.getByRole('combobox', { name: 'Customer' }).fill('ana@');
  await page.getByRole('option', { name: 'Silva Dental' }).click();
  await page.getByLabel('Title').fill('Website for the practice');
  await page.getByRole('button', { name: 'Begin the quote' }).click();
  await page.waitForURL(/\/quotes\/[\w-]+\/edit$/);
  await page.goto(page.url().replace(/\/edit$/, ''));
  await sees(page.getByRole('heading', { level: 1, name: 'Website for the practice' }));
  await seesText(page, 'Booking form $450.00 → $495.00');
});

it('a quote is saved as a template, in place of another one', async () => {
  const { page } = staff;
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Save as a template…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as a template' });
  await dialog.getByLabel('Save as').selectOption('In place of: Website project');
  await dialog.getByLabel(/^Name/).fill('Website for a practice');
  await examine(page, 'admin-template-save');
  await dialog.getByRole('button', { name: 'Save in its place' }).click();
  await seesText(page, 'Website for a practice is saved as a template.');
  await goTo(page, 'Templates');
  await sees(page.getByRole('heading', { level: 2, name: 'Website for a practice' }));
  await seesNoMore(page.getByRole('heading', { level: 2, name: 'Website project' }));
});

it('a template gets another name and leaves the list', async () => {
  const { page } = staff;
  await goTo(page, 'Templates');
  await page.getByRole('button', { name: 'More for Computer repair' }).click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename the template' });
  await dialog.getByLabel(/^Name/).fill('Laptop repair');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await sees(page.getByRole('heading', { level: 2, name: 'Laptop repair' }));
  await page.getByRole('button', { name: 'More for Laptop repair' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await seesText(page, 'Laptop repair is archived.');
  await page.getByRole('link', { name: 'Archived' }).click();
  await sees(page.getByRole('heading', { level: 2, name: 'Laptop repair' }));
  await expect.poll(() => page.getByRole('listitem', { name: /./ }).count()).toBe(1);
});

it('the browser complained about nothing', () => noComplaints(staff));
