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

const open = async (name: string) => {
  await goTo(page, 'Customers');
  await page.getByRole('link', { name }).first().click();
  await sees(page.getByRole('heading', { level: 1, name }));
};
const dialog = () => page.getByRole('dialog');
const askToErase = async () => {
  await page.getByRole('button', { name: 'Personal data' }).click();
  await page.getByRole('menuitem', { name: 'Erase them…' }).click();
  await seesText(dialog(), 'Erased now');
};

describe('EV-07: somebody asks for their data to be erased', () => {
  it('and where something is owed the office reads what goes and what is kept before it does anything', async () => {
    await open('Northside Plumbing');
    await askToErase();
    await seesText(dialog(), 'Telephone number, notes and other contacts');
    await seesText(dialog(), 'Name, address, e-mail address and tax number');
    await seesText(dialog(), 'Kept');
    await examine(page, 'admin-erase-restricted');
    const erase = dialog().getByRole('button', { name: 'Erase and restrict' });
    expect(await erase.isDisabled()).toBe(true);
    await dialog().getByLabel('Why').fill('ana@silvadental.example asked');
    await erase.click();
    await seesText(dialog(), 'Please write it without names and addresses.');
    await dialog().getByLabel('Why').fill('Asked for it by letter');
    await erase.click();
    await seesNoMore(dialog());
    await seesText(page.getByRole('main'), 'This customer is restricted');
    await seesText(page.getByRole('main'), 'Restricted');
    expect(await page.getByRole('link', { name: 'New quote' }).count()).toBe(0);
    await examine(page, 'admin-customer-restricted');
  });

  it('and where nothing was agreed everything goes, and the number is still found', async () => {
    await open('Silva Dental');
    await askToErase();
    await seesText(dialog(), 'Everything personal goes at once.');
    await examine(page, 'admin-erase-all');
    await dialog().getByLabel('Why').fill('Asked for it by letter');
    await dialog().getByRole('button', { name: 'Erase for good' }).click();
    await seesNoMore(dialog());
    await sees(page.getByRole('heading', { level: 1, name: 'Erased' }));
    await seesText(page.getByRole('main'), 'The personal data are erased');
    await examine(page, 'admin-customer-erased');
    await goTo(page, 'Customers');
    await seesText(page.getByRole('main'), 'Corner Café');
    expect(await page.getByText('Silva Dental').count()).toBe(0);
    await goTo(page, 'Quotes');
    await page.getByRole('searchbox').fill('QT-SILVA-0001-1');
    await page.getByRole('row', { name: 'QT-SILVA-0001-1' }).getByRole('link').first().click();
    await seesText(page.getByRole('main'), 'QT-SILVA-0001-1');
    await examine(page, 'admin-quote-erased');
  });

  it('EV-09: and the file with all that is kept of somebody is one press away', async () => {
    await open('Corner Café');
    await page.getByRole('button', { name: 'Personal data' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Download all of them' }).click();
    expect((await downloading).suggestedFilename()).toMatch(/^customer-[\w-]{36}\.json$/);
  });

  it('and the browser complained about nothing', () => noComplaints(staff));
});
