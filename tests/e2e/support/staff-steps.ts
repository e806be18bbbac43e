import type { Locator, Page } from 'playwright-core';
import { sampleOwner } from '../../../api/src/db/sample-company.ts';
import { sees, seesText } from './see.ts';

export async function signIn(page: Page, office: string): Promise<void> {
  await page.goto(`${office}/admin/`);
  await page.getByLabel('E-mail').fill(sampleOwner.email);
  await page.getByLabel(/^Password/).fill(sampleOwner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await sees(page.getByRole('heading', { level: 1, name: 'Needs attention' }));
}

/** Goes where the main navigation leads. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
  await sees(page.getByRole('heading', { level: 1, name: place }));
}

/** Finds a quote by its number in the list, and reads it anew: for some seconds the office shows what it has read before. */
export async function openQuote(page: Page, number: string): Promise<void> {
  await page.reload();
  await goTo(page, 'Quotes');
  await page.getByRole('row', { name: number }).getByRole('link').first().click();
  await seesText(page.getByRole('main'), number);
}

export type NewCustomer = { name: string; contact: string; email: string };

export async function addCustomer(page: Page, { name, contact, email }: NewCustomer): Promise<void> {
  await goTo(page, 'Customers');
  await page.getByRole('link', { name: 'New customer' }).click();
  await sees(page.getByRole('heading', { level: 1, name: 'New customer' }));
  await page.getByLabel(/^Name/).fill(name);
  await page.getByLabel('Contact').fill(contact);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Billing address').fill('8 Bay Street\nGlebe NSW 2037');
  await page.getByRole('button', { name: 'Add the customer' }).click();
  await sees(page.getByRole('heading', { level: 1, name }));
}

/** From the customer's page: the website migration with its option, in three stages; the draft saves itself. */
export async function writeQuote(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'New quote' }).click();
  await sees(page.getByRole('heading', { level: 1, name: 'New quote' }));
  await page.getByLabel(/^Title/).fill(title);
  await page.getByRole('button', { name: 'Start writing' }).click();
  await sees(page.getByRole('heading', { level: 1, name: 'Edit the quote' }));
  await page
    .getByLabel('Scope of work', { exact: true })
    .fill('## What we do\n\nWe move **24 pages** to a new home.\n\n- Text and images\n- Redirects');
  const line = page.getByRole('group', { name: 'Line 1' });
  await line.getByLabel('Description').fill('Website migration');
  await line.getByLabel('Price').fill('3,299.00');
  await page.getByRole('button', { name: 'Add an option' }).click();
  const option = page.getByRole('group', { name: 'Option 1' });
  await option.getByLabel('Title').fill('Booking form integration');
  await option.getByLabel('Price').fill('450');
  await page.getByRole('button', { name: '30 / 40 / 30' }).click();
  await page.getByLabel('Terms', { exact: true }).fill('Invoices are payable within **14 days**.');
}

/** Out of the editor, to where the draft is read once more before it is sent. */
export async function reviewDraft(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Review and send…' }).click();
  await sees(page.getByRole('heading', { level: 1, name: title }));
}

/** Reads the consequences, approves, and gives the number. */
export async function approve(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Approve and send…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve and send' }).click();
  // not the one of another version, which stands further down
  const number = page.getByRole('main').locator('header').getByText(/^QT-/);
  await sees(number);
  return number.innerText();
}

/** The sheet of a record's page with this heading. */
export const panel = (page: Page, heading: string): Locator =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: heading, exact: true }) });

export async function issueStage(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: `Issue “${label}”` }).click();
  await sees(
    panel(page, 'Payment stages').getByRole('row', { name: label }).getByRole('link', { name: /^INV-/ }),
  );
}

/** The item under Needs attention with these words in its heading. */
export const reviewItem = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name: words }) });
