import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  createCatalogueItem,
  quoteById,
  readQuoteSettings,
  saveQuoteAsTemplate,
  updateCatalogueItem,
  updateQuoteSettings,
} from '../support/operations.ts';
import { aKey, aLineInput, type Made } from '../support/steps.ts';
import { anItemInput } from '../support/templates.ts';
import { colleague, type Colleague } from './support/colleague.ts';
import { fillSignature, sign, totalNow } from './support/customer-steps.ts';
import { examine } from './support/examine.ts';
import { quoteOffice, type QuoteOffice } from './support/quote-office.ts';
import { part, sees, seesNoMore, seesText } from './support/see.ts';
import { approve, panel, reviewDraft, reviewItem } from './support/staff-steps.ts';
import { noComplaints } from './support/watch.ts';

const ana = { name: 'Ana Silva', email: 'Ana@silvadental.example' };
const migration = { name: 'Website migration', price: 329_900 };
const heading = (page: Page, name: string | RegExp) => sees(page.getByRole('heading', { level: 1, name }));
const price = (page: Page) => page.getByRole('group', { name: 'Line 1' }).getByLabel('Price');

describe('a quote that is not the last word', () => {
  const the = quoteOffice();

  it('is revised after it was sent: the old link leads to what it says now', async () => {
    const staff = await colleague(the, 'OWNER');
    const { page } = staff;
    const { title } = await aTemplate(the);
    const first = await send(the, staff, title);
    const customer = await the.open({ link: the.office.linkInMail('q', first) });
    await seesText(totalNow(customer), '$3,299.00');

    await page.getByRole('button', { name: 'Revise' }).click();
    await heading(page, 'Edit the quote');
    await price(page).fill('2,999');
    await seesText(panel(page, 'Total'), '$2,999.00');
    await reviewDraft(page, title);
    await sees(panel(page, 'Versions').getByRole('row', { name: /3,299\.00.*2,999\.00/ }));
    await examine(page, 'admin-quote-revision');
    await page.getByRole('button', { name: 'Approve and send…' }).click();
    await seesText(page.getByRole('dialog'), `It takes the place of ${first}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Not yet' }).click();
    const second = await approve(page);
    expect(second).toBe(first.replace(/-1$/, '-2'));
    await the.office.settle();

    await customer.reload();
    await heading(customer, 'There is a newer version of this quote');
    await seesText(part(customer, 'What changed'), '$2,999.00');
    await customer.getByRole('link', { name: 'Open the newer version' }).click();
    await seesText(customer.getByRole('main'), `Quote ${second}`);
    await seesText(totalNow(customer), '$2,999.00');

    await panel(page, 'Versions').getByRole('link', { name: first }).click();
    await seesText(page.getByRole('main'), 'Superseded');
    await sees(panel(page, 'Versions').getByRole('link', { name: second }));
    await examine(page, 'admin-quote-superseded');
    noComplaints(staff);
    await staff.context.close();
  });

  it('expires, is asked for again, and is signed at today’s price', async () => {
    const staff = await colleague(the, 'OWNER');
    const { page } = staff;
    const { title, item } = await aTemplate(the);
    const old = await send(the, staff, title);
    the.office.clock.set('2027-01-11T01:00:00Z');
    await dearer(the, item);
    const customer = await the.open({ link: the.office.linkInMail('q', old) });
    await heading(customer, 'This quote has expired');
    await customer.getByRole('button', { name: 'Ask for a fresh quote' }).click();
    await seesText(customer.getByRole('main'), /knows that you would like a fresh quote/);

    await staff.at('/');
    const wish = reviewItem(page, `A fresh quote is wanted in place of ${old}`);
    await sees(wish);
    await wish.getByRole('link', { name: `Quote ${old}` }).click();
    await seesText(panel(page, 'Conversation'), 'wants a fresh quote');
    await examine(page, 'admin-quote-expired');
    await page.getByRole('button', { name: 'Refresh with today’s prices' }).click();
    await heading(page, 'Edit the quote');
    expect(await price(page).inputValue()).toBe('3499.00');
    await reviewDraft(page, title);
    await sees(panel(page, 'Versions').getByRole('row', { name: /3,299\.00.*3,499\.00/ }));
    const fresh = await approve(page);
    await the.office.settle();

    await customer.reload();
    await customer.getByRole('link', { name: 'Open the newer version' }).click();
    await seesText(customer.getByRole('main'), `Quote ${fresh}`);
    await seesText(totalNow(customer), '$3,499.00');
    await fillSignature(customer, ana);
    await sign(customer, '$3,499.00');
    await seesText(page.getByRole('main'), 'Accepted');
    await seesText(panel(page, 'Signature'), '$3,499.00');
    await staff.at('/');
    await seesNoMore(wish);
    noComplaints(staff);
    await staff.context.close();
  });

  it('is asked for, given back with a word, and approved by somebody who may', async () => {
    const [writer, manager] = [await colleague(the, 'STAFF'), await colleague(the, 'MANAGER')];
    const { title } = await aTemplate(the);
    await setRules(the, { approvalLimit: 100_000, staffMaySend: true });
    const quoteId = await write(the, writer, title);
    const { page } = writer;
    await seesText(page.getByRole('main'), 'Somebody who may approve has to look at it first');
    await seesText(page.getByRole('main'), /\$1,000\.00/);
    await examine(page, 'admin-quote-needs-approval');
    await page.getByRole('button', { name: 'Ask for approval' }).click();
    await seesText(page.getByRole('main'), 'Awaiting approval');
    expect(await page.getByRole('link', { name: 'Edit', exact: true }).count()).toBe(0);

    await manager.at(`/quotes/${quoteId}`);
    await seesText(manager.page.getByRole('main'), /\$1,000\.00/);
    await examine(manager.page, 'admin-quote-awaiting');
    await manager.page.getByRole('button', { name: 'Give back…' }).click();
    await manager.page.getByLabel('What is to be changed').fill('Please say how long it takes.');
    await manager.page.getByRole('dialog').getByRole('button', { name: 'Give it back' }).click();
    await seesText(manager.page.getByRole('main'), 'Draft');

    await writer.at(`/quotes/${quoteId}`);
    await seesText(panel(page, 'History'), /Please say how long it takes\./);
    await page.getByRole('button', { name: 'Ask for approval' }).click();
    await seesText(page.getByRole('main'), 'Awaiting approval');
    await manager.page.reload();
    expect(await approve(manager.page)).toMatch(/^QT-/);
    await setRules(the, {});
    noComplaints(writer, manager);
    await writer.context.close();
    await manager.context.close();
  });

  it('is never approved by its writer where four eyes have to see it', async () => {
    const staff = await colleague(the, 'MANAGER');
    const { page } = staff;
    const { title } = await aTemplate(the);
    await setRules(the, { approvalLimit: 100_000, fourEyes: true });
    await write(the, staff, title);
    await page.getByRole('button', { name: 'Approve and send…' }).click();
    const dialog = page.getByRole('dialog');
    await seesText(dialog, /\$1,000\.00/);
    await dialog.getByRole('button', { name: 'Approve and send' }).click();
    await sees(dialog.getByText('Not possible'));
    await examine(page, 'admin-quote-four-eyes');
    await dialog.getByRole('button', { name: 'Ask for approval' }).click();
    await seesText(page.getByRole('main'), 'Awaiting approval');
    await setRules(the, {});
    noComplaints(staff);
    await staff.context.close();
  });
});

/** The sample quote as a template of this title, whose line is an item of the catalogue. */
async function aTemplate({ office }: QuoteOffice) {
  const owner = await office.as('OWNER');
  const input = { idempotencyKey: aKey(), item: anItemInput(migration) };
  const item = await office.make<Made>(createCatalogueItem, { input }, owner);
  const title = `Migration ${aKey()}`;
  const lines = [aLineInput({ itemId: item.id })];
  const { id: quoteId } = await office.draft({ title, lines, validUntil: '2026-12-21' });
  const words = { name: title, description: '', trade: '' };
  await office.make(saveQuoteAsTemplate, { input: { idempotencyKey: aKey(), quoteId, ...words } }, owner);
  return { title, item };
}

async function dearer({ office }: QuoteOffice, { id, version }: Made): Promise<void> {
  const input = { id, version, item: anItemInput({ ...migration, price: 349_900 }) };
  await office.make(updateCatalogueItem, { input }, await office.as('OWNER'));
}

/** From the list of quotes to a draft that is read once more; gives its id. */
async function write(the: QuoteOffice, { page, at }: Colleague, title: string): Promise<string> {
  await at('/quotes');
  await page.getByRole('link', { name: 'New quote' }).first().click();
  await page.getByRole('combobox', { name: 'Customer' }).click();
  await page.getByRole('option', { name: 'Silva Dental' }).first().click();
  await page.getByText(title, { exact: true }).click();
  await page.getByRole('button', { name: 'Start writing' }).click();
  await heading(page, 'Edit the quote');
  await page.getByLabel('Terms', { exact: true }).fill('Due in 14 days. We begin in December.');
  await reviewDraft(page, title);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const read = await the.office.make<{ terms: string }>(quoteById, { id }, await the.office.as('OWNER'));
  expect(read.terms).toBe('Due in 14 days. We begin in December.');
  return id;
}

/** The same, approved, and its mail on the way; gives the number. */
async function send(the: QuoteOffice, staff: Colleague, title: string): Promise<string> {
  await write(the, staff, title);
  const number = await approve(staff.page);
  await the.office.settle();
  return number;
}

/** The rules of approval; `{}` takes them all away. */
async function setRules({ office }: QuoteOffice, changes: object): Promise<void> {
  const owner = await office.as('OWNER');
  const { version, quoteSettings } = await office.make<{ version: number; quoteSettings: object }>(
    readQuoteSettings,
    {},
    owner,
  );
  const none = { approvalLimit: null, approvalDiscountPercent: null, staffMaySend: false, fourEyes: false };
  const input = { version, ...quoteSettings, ...none, ...changes };
  await office.make(updateQuoteSettings, { input }, owner);
}
