import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { freshDatabase } from '../support/databases.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { aTable } from '../support/statements.ts';
import { examine } from './support/examine.ts';
import { askAs } from './support/graphql.ts';
import { desk, newPerson, type Person } from './support/profile.ts';
import { sees, seesNoMore, seesText } from './support/see.ts';
import { goTo, reviewItem, signIn } from './support/staff-steps.ts';
import { noComplaints } from './support/watch.ts';

let browser: Browser;
let server: ServerProcess;
let staff: Person;
let numbers: string[];

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

const ask = <T>(query: string, variables: object = {}) =>
  askAs<T>(staff.page.context(), server.url, query, variables);

/** An invoice of Silva Dental over this price. */
async function invoice(price: number): Promise<string> {
  const { customers } = await ask<{ customers: { items: { id: string }[] } }>(
    '{ customers(search: "Silva Dental", first: 1) { items { id } } }',
  );
  const line = {
    ...{ description: 'Work', quantity: 1000, unit: '', unitPrice: price, discount: null },
    ...{ taxTreatment: 'STANDARD', taxRate: 10_000 },
  };
  const { createFreeInvoice } = await ask<{ createFreeInvoice: { number: string } }>(
    'mutation ($input: CreateFreeInvoiceInput!) { createFreeInvoice(input: $input) { ... on Invoice { number } } }',
    {
      input: {
        idempotencyKey: `an-invoice-over-${price}`,
        customerId: customers.items[0]?.id,
        invoice: { subject: 'Work', pricesIncludeTax: true, lines: [line] },
      },
    },
  );
  return createFreeInvoice.number;
}

const lineOf = (page: Page, words: string): Locator => page.getByRole('listitem').filter({ hasText: words });

/** The lines of this status. */
const show = (page: Page, status: string) =>
  page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: status }).click();

const drop = (page: Page, name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

it('the bank says what will stand there, and what is no statement is turned away', async () => {
  const { page } = staff;
  await goTo(page, 'Bank');
  await sees(page.getByRole('heading', { level: 2, name: 'Nothing waits to be matched' }));
  await examine(page, 'admin-bank-empty');
  staff.watch.allow('422');
  await drop(page, 'letter.txt', 'Dear customer');
  await seesText(page, 'This is no bank statement that we can read.');
});

it('a statement is looked at before it is imported, and its columns can be put right', async () => {
  const { page } = staff;
  numbers = [await invoice(112_470), await invoice(50_000), await invoice(30_000)];
  const day = '21/11/2026';
  const rows = [
    { day, name: 'SILVA DENTAL PTY LTD', reference: `Invoice ${numbers[0]}`, amount: '1,124.70' },
    { day, name: 'A Silva', reference: 'first part', amount: '200.00' },
    { day, name: 'A Silva', reference: 'second part', amount: '100.00' },
    { day, name: 'J Smith', reference: 'for the practice', amount: '510.00' },
    { day, name: 'Tax office', reference: 'refund of 2025', amount: '88.10' },
    { day, name: 'Office rent', reference: 'November', amount: '-2,000.00' },
  ];
  await drop(page, 'November.csv', `${aTable(rows)}"31/11/2026","Broken","x","5.00"\n`);
  await sees(page.getByRole('heading', { level: 1, name: 'November.csv' }));
  await seesText(page, '6 lines, 5 of them money that came.');
  await seesText(page, 'Line 8: “31/11/2026” is no day.');
  await examine(page, 'admin-bank-preview');
  await page.getByRole('combobox', { name: 'Date' }).click();
  await page.getByRole('option', { name: 'Name' }).click();
  await seesText(page, /0 lines/);
  await page.getByRole('combobox', { name: 'Date' }).click();
  await page.getByRole('option', { name: 'Date' }).click();
  await page.getByLabel('Import the others and leave these rows out').check();
  await page.getByRole('button', { name: 'Import 6 new lines' }).click();
  await seesText(page, '6 lines are new. 5 wait to be matched.');
  await examine(page, 'admin-bank-imported');
  await page.getByRole('link', { name: 'Match them' }).click();
  await seesText(page, 'Lines of November.csv only.');
  await examine(page, 'admin-bank-lines');
});

it('a line that fits is confirmed with one press', async () => {
  const { page } = staff;
  const line = lineOf(page, 'SILVA DENTAL PTY LTD');
  await seesText(line, 'Fits');
  await seesText(line, 'Exact amount');
  await line.getByRole('button', { name: 'Confirm' }).click();
  await seesText(page, 'Confirmed. The receipt is on its way.');
  await seesNoMore(line);
  await show(page, 'Matched');
  await seesText(lineOf(page, 'SILVA DENTAL PTY LTD'), /RC-\d{4}-\d{4}/);
  await show(page, 'To match');
});

it('two lines pay one invoice together', async () => {
  const { page } = staff;
  for (const words of ['first part', 'second part']) await lineOf(page, words).getByRole('checkbox').check();
  await seesText(page, /2 lines, .*300\.00 together/);
  await page.getByRole('button', { name: 'Match together…' }).click();
  const dialog = page.getByRole('dialog', { name: 'What are these lines for?' });
  await dialog.getByLabel(/nvoice$/).fill(numbers[2] ?? '');
  await page.getByRole('option', { name: numbers[2] ?? '' }).click();
  await seesText(dialog, 'All of it is used, and nothing stays owed.');
  await examine(page, 'admin-bank-combine');
  await dialog.getByRole('button', { name: 'Confirm the match' }).click();
  await seesNoMore(dialog);
  await seesNoMore(lineOf(page, 'second part'));
});

it('what came too much becomes the customer’s credit, and that is said before', async () => {
  const { page } = staff;
  await lineOf(page, 'J Smith')
    .getByRole('button', { name: /Other…|Match…/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'What is this money for?' });
  if ((await dialog.getByLabel(/^Amount for/).count()) === 0) {
    await dialog.getByLabel(/nvoice$/).fill(numbers[1] ?? '');
    await page.getByRole('option', { name: numbers[1] ?? '' }).click();
  }
  await seesText(dialog, /10\.00 are left over\. They become the credit of Silva Dental\./);
  await dialog.getByLabel(`Amount for ${numbers[1]}`).fill('600');
  expect(await dialog.getByRole('button', { name: 'Confirm the match' }).isDisabled()).toBe(true);
  await seesText(dialog, /90\.00 more than came\./);
  await dialog.getByLabel(`Amount for ${numbers[1]}`).fill('500');
  await dialog.getByRole('button', { name: 'Confirm the match' }).click();
  await seesNoMore(lineOf(page, 'J Smith'));
});

it('money that came again for a paid invoice is kept as the customer’s credit', async () => {
  const { page } = staff;
  await drop(page, 'again.csv', aTable([{ day: '22/11/2026', name: 'Paid again', amount: '1,124.70' }]));
  await page.getByRole('button', { name: 'Import 1 new line' }).click();
  await page.getByRole('link', { name: 'Match them' }).click();
  const line = lineOf(page, 'Paid again');
  await line.getByRole('button', { name: /Other…|Match…/ }).click();
  const dialog = page.getByRole('dialog', { name: 'What is this money for?' });
  await dialog.getByLabel(/nvoice$/).fill(numbers[0] ?? '');
  await page.getByRole('option', { name: numbers[0] ?? '' }).click();
  await seesText(dialog, /owes nothing any more\. All of it becomes the credit of Silva Dental/);
  await examine(page, 'admin-bank-again');
  await dialog.getByRole('button', { name: 'Confirm the match' }).click();
  await seesText(page, 'Kept as the customer’s credit.');
  await seesNoMore(line);
  await page.getByRole('link', { name: 'Show those of all statements' }).click();
});

it('a line is put aside with a reason, and taken back', async () => {
  const { page } = staff;
  const line = lineOf(page, 'Tax office');
  await seesText(line, 'Nothing that is owed fits.');
  await line.getByRole('button', { name: 'Ignore…' }).click();
  await page.getByLabel(/^Why is it none/).fill('Tax refund');
  await page.getByRole('button', { name: 'Ignore the line' }).click();
  await seesText(page, 'Put aside.');
  await seesNoMore(line);
  await page.getByRole('button', { name: 'Undo' }).click();
  await sees(line);
  await show(page, 'Went out');
  await seesText(lineOf(page, 'Office rent'), 'There is nothing to match.');
});

it('arrow keys go from line to line', async () => {
  const { page } = staff;
  await drop(page, 'more.csv', aTable([{ day: '22/11/2026', name: 'Below', amount: '1.00' }]));
  await page.getByRole('button', { name: 'Import 1 new line' }).click();
  await page.getByRole('link', { name: 'Match them' }).click();
  await page.getByRole('link', { name: 'Show those of all statements' }).click();
  const [first, second] = [lineOf(page, 'Below'), lineOf(page, 'Tax office')];
  await first.getByRole('checkbox').focus();
  await page.keyboard.press('ArrowDown');
  await expect
    .poll(() => second.getByRole('checkbox').evaluate((box) => box === document.activeElement))
    .toBe(true);
  await page.keyboard.press('ArrowUp');
  await expect
    .poll(() => first.getByRole('checkbox').evaluate((box) => box === document.activeElement))
    .toBe(true);
});

it('an item about a line leads to that line, and says what of it is off', async () => {
  const { page } = staff;
  const owed = await invoice(70_000);
  const off = { day: '22/11/2026', name: 'Silva Dental', reference: `Invoice ${owed}`, amount: '699.50' };
  await goTo(page, 'Bank');
  await drop(page, 'off.csv', aTable([off]));
  await page.getByRole('button', { name: 'Import 1 new line' }).click();
  await seesText(page, '1 line is new.');
  await page.goto(`${server.url}/admin/`);
  const item = reviewItem(page, /^A transfer is off by a little/);
  await sees(item.getByRole('row', { name: /Amount.*differs/ }));
  expect(await item.getByRole('row', { name: /Reference/ }).innerText()).not.toMatch(/differs/);
  await item.getByRole('link', { name: 'Match the line…' }).click();
  await seesText(page, 'The line that needs attention.');
  await sees(lineOf(page, `Invoice ${owed}`));
  expect(await page.locator('li[data-line]').count()).toBe(1);
  await lineOf(page, `Invoice ${owed}`).getByRole('button', { name: 'Confirm' }).click();
  await seesText(lineOf(page, `Invoice ${owed}`), /RC-2026-/);
  await page.getByRole('link', { name: 'Show all that wait' }).click();
  await sees(lineOf(page, 'Tax office'));
});

it('the browser complained about nothing', () => noComplaints(staff));
