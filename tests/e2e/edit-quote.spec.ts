import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { freshDatabase } from '../support/databases.ts';
import { createQuote } from '../support/operations.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { largeQuote } from './support/large-quote.ts';
import { examine } from './support/examine.ts';
import { askAs } from './support/graphql.ts';
import { inputToPaint, keysToPaint, median, undisturbed } from './support/input-to-paint.ts';
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

const line = (number: number): Locator => page.getByRole('group', { name: `Line ${number}`, exact: true });
const bar = () => page.getByRole('region', { name: 'State of the draft' });
const isSaved = () => seesText(bar(), /^Saved \d/);

/** What stands in the description of each line, top to bottom. */
const descriptions = (): Promise<string[]> =>
  page
    .getByRole('group', { name: /^Line \d+$/ })
    .getByLabel('Description')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

async function begin(title: string, from?: string): Promise<void> {
  await goTo(page, 'Quotes');
  await page.getByRole('link', { name: 'New quote' }).first().click();
  await page.getByRole('combobox', { name: 'Customer' }).click();
  await page.getByRole('option', { name: 'Silva Dental' }).click();
  if (from !== undefined) await page.getByText(from, { exact: true }).click();
  await page.getByLabel(/^Title/).fill(title);
  await page.getByRole('button', { name: 'Start writing' }).click();
  await sees(page.getByRole('heading', { level: 1, name: 'Edit the quote' }));
}

/** As a spreadsheet hands its cells over. */
const paste = (text: string): Promise<void> =>
  page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

describe('the editor by keys alone', () => {
  it('a line is typed, the next one follows, and the total with it', async () => {
    await begin('Kitchen');
    await line(1).getByLabel('Description').focus();
    await page.keyboard.type('Demolition');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1,5');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('3 299,00');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Cabinets');
    await line(2).getByLabel('Price').fill('3,299');
    await line(2).getByLabel('Discount').fill('10%');
    await seesText(panel(page, 'Total'), '$7,917.60');
    await isSaved();
    expect(await line(1).getByLabel('Price').inputValue()).toBe('3299.00');
  });

  it('rows move, are copied and removed, and everything can be taken back', async () => {
    await line(1).getByLabel('Description').focus();
    await page.keyboard.press('Alt+ArrowDown');
    expect(await descriptions()).toEqual(['Cabinets', 'Demolition']);
    await page.keyboard.press('Control+d');
    await page.keyboard.press('Control+Shift+Delete');
    expect(await descriptions()).toEqual(['Cabinets', 'Demolition']);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
    expect(await descriptions()).toEqual(['Demolition', 'Cabinets']);
    await page.keyboard.press('Control+Shift+z');
    expect(await descriptions()).toEqual(['Cabinets', 'Demolition']);
  });

  it('rows of a spreadsheet become lines, and what could not be read is said', async () => {
    await line(2).getByLabel('Description').focus();
    await paste('Item\tQty\tUnit price\nTiles\t12.5\t48.00\nGrout\tsome\t9.50');
    expect(await descriptions()).toEqual(['Cabinets', 'Demolition', 'Tiles', 'Grout']);
    await seesText(page, '“some” is no quantity that could be read.');
    await isSaved();
  });

  it('a row is dragged, and its buttons do the same', async () => {
    const grip = await line(4).locator('[data-area="handle"]').boundingBox();
    const target = await line(1).boundingBox();
    await page.mouse.move((grip?.x ?? 0) + 8, (grip?.y ?? 0) + 12);
    await page.mouse.down();
    await page.mouse.move((grip?.x ?? 0) + 8, (target?.y ?? 0) + 20, { steps: 5 });
    await page.mouse.up();
    expect(await descriptions()).toEqual(['Grout', 'Cabinets', 'Demolition', 'Tiles']);
    await page.getByRole('button', { name: 'Move down line 1' }).click();
    expect(await descriptions()).toEqual(['Cabinets', 'Grout', 'Demolition', 'Tiles']);
  });

  it('says at the field what is wrong, and saves once it is right', async () => {
    await line(1).getByLabel('Price').fill('a lot');
    await page.keyboard.press('Tab');
    await seesText(line(1), 'An amount such as 3,299.00.');
    await seesText(bar(), 'Not saved: An amount such as 3,299.00.');
    await line(1).getByLabel('Price').fill('100');
    await isSaved();
    await seesNoMore(line(1).getByText('An amount such as 3,299.00.'));
  });

  it('the customer’s page follows beside it', async () => {
    await seesText(page.frameLocator('iframe').locator('body'), 'Cabinets');
    await page.getByLabel(/^Title/).fill('A kitchen for four');
    await sees(page.frameLocator('iframe').getByRole('heading', { level: 1, name: 'A kitchen for four' }));
  });
});

describe('nothing is lost', () => {
  it('two people in one draft: what differs is shown, and both changes fit together', async () => {
    const other = await staff.context.newPage();
    await other.goto(page.url());
    await other.getByLabel('Terms', { exact: true }).fill('Half in advance.');
    await seesText(other.getByRole('region', { name: 'State of the draft' }), /^Saved \d/);
    await other.close();
    await line(1).getByLabel('Quantity').fill('3');
    const differs = page.getByRole('region', { name: 'What differs' });
    await sees(differs.getByRole('row', { name: /Terms Somebody else/ }));
    await sees(differs.getByRole('row', { name: /“Cabinets”: quantity You 3 1/ }));
    await examine(page, 'admin-quote-conflict');
    await page.getByRole('button', { name: 'Combine both' }).click();
    await isSaved();
    expect(await page.getByLabel('Terms', { exact: true }).inputValue()).toBe('Half in advance.');
    expect(await line(1).getByLabel('Quantity').inputValue()).toBe('3');
  });

  it('a session that ends keeps the text until the next one', async () => {
    const address = page.url();
    const cookies = await staff.context.cookies();
    staff.watch.allow('401');
    await staff.context.clearCookies();
    await page.getByLabel(/^Title/).fill('Written without a session');
    await page.waitForURL(/sign-in/);
    await staff.context.addCookies(cookies);
    await page.goto(address);
    await seesText(page, 'What you had typed is back');
    await isSaved();
    await page.reload();
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>('[data-field="title"]')?.value ===
        'Written without a session',
    );
  });

  it('leaving saves at once', async () => {
    await page.getByLabel(/^Title/).fill('A kitchen for two');
    await page.getByRole('link', { name: 'Back to the quote' }).click();
    await sees(page.getByRole('heading', { level: 1, name: 'A kitchen for two' }));
  });
});

describe('a large quote', () => {
  /** What a letter takes in it, in milliseconds: on a machine that does other things as well it takes longer too. */
  let letter = 0;

  it('of 200 lines and 40 options is on the screen before one notices', async () => {
    const ask = <T>(document: string, variables: object = {}) =>
      askAs<T>(staff.context, server.url, document, variables);
    const { customers } = await ask<{ customers: { items: { id: string }[] } }>(
      '{ customers(first: 1) { items { id } } }',
    );
    const made = await ask<{ createQuote: { id: string } }>(createQuote, {
      input: { idempotencyKey: 'a-large-quote', customerId: customers.items[0]?.id, quote: largeQuote() },
    });
    await page.goto(`${server.url}/admin/quotes/${made.createQuote.id}/edit`);
    const field = line(100).getByLabel('Description');
    await field.scrollIntoViewIfNeeded();
    await field.focus();
    const times = await inputToPaint(page, ' with some more words');
    expect(times).toHaveLength(21);
    letter = median(times);
    expect(letter).toBeLessThan(50);
    await isSaved();
  });

  it.each([
    ['a new row', ['Enter', 'x'], 8, 1],
    ['a row that moves down', ['Alt+ArrowDown'], 12, 1],
    ['a copy', ['Control+d'], 8, 1],
    ['a row that goes', ['Control+Shift+Delete'], 8, 2],
    ['what is taken back', ['Control+z'], 12, 2],
  ])('%s is there at once, with two hundred rows below it', async (_, keys, times, at) => {
    const field = line(at).getByLabel('Description');
    await field.scrollIntoViewIfNeeded();
    await field.focus();
    const taken = await keysToPaint(page, Array.from({ length: times }, () => keys).flat());
    expect(taken).toHaveLength(times * keys.length);
    expect(undisturbed(taken.filter((__, press) => press % keys.length === 0))).toBeLessThan(
      Math.max(100, 4 * letter),
    );
    const names = await page.getByRole('group', { name: /^Line \d+$/ }).count();
    await sees(line(names));
    expect(await line(names + 1).count()).toBe(0);
    await isSaved();
  });

  it('a template is a draft at once, with everything it offers, in each look', async () => {
    await begin('New website', 'Website project');
    await sees(page.getByRole('group', { name: 'Choice 1' }));
    await examine(page, 'admin-quote-template');
  });

  it('no screen complained, leaked or called anybody else', () => {
    noComplaints(staff);
  });
});
