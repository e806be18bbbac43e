import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { updateQuote } from '../support/operations.ts';
import { aLineInput, aQuoteInput, type Draft } from '../support/steps.ts';
import { totalNow } from './support/customer-steps.ts';
import { examine } from './support/examine.ts';
import { newPerson, phone, type Person } from './support/profile.ts';
import { quoteOffice, type QuoteOffice } from './support/quote-office.ts';
import { sees, seesText } from './support/see.ts';
import { noComplaints } from './support/watch.ts';

/** A member of staff who is signed in, at phone width as beside the editor. */
async function somebodySignedIn({ office, browser, url }: QuoteOffice): Promise<Person> {
  const staff = await newPerson(browser, { viewport: phone, origins: [url] });
  const { cookie } = await office.as('OWNER');
  const value = cookie.slice(cookie.indexOf('=') + 1);
  await staff.context.addCookies([{ name: 'countersign-on-http', value, url }]);
  return staff;
}

/** What the editor says to its frame after it has saved. */
const saved = (page: Page): Promise<void> =>
  page.evaluate(() => window.postMessage({ type: 'countersign:preview-refresh' }, location.origin));

describe('staff who look at a draft as their customer would', () => {
  const the = quoteOffice();

  it('try its options, and can neither sign, ask nor decline', async () => {
    const draft = await the.office.draft();
    const staff = await somebodySignedIn(the);
    const { page } = staff;
    await page.goto(`${the.url}/q/preview/${draft.id}`);
    await sees(page.getByRole('heading', { level: 1, name: 'Website migration' }));
    await seesText(page.getByRole('complementary', { name: 'Preview' }), /what your customer sees/);
    await page.getByRole('checkbox', { name: 'Booking form integration' }).check();
    await seesText(totalNow(page), '$3,749.00');
    await seesText(page.getByRole('form', { name: 'Sign' }), 'This is a preview, so nobody can sign here.');
    for (const name of [/^Sign and accept/, 'Ask a question', 'Request a change', 'Decline'])
      expect(await page.getByRole('button', { name }).isDisabled()).toBe(true);
    expect(await page.getByLabel('Your name').isDisabled()).toBe(true);
    await examine(page, 'quote-preview');
    expect(await the.office.rows('select id from link_visit')).toEqual([]);
    noComplaints(staff);
    await staff.context.close();
  });

  it('see what was saved at once, with their choices and their place on the page', async () => {
    const draft = await the.office.draft();
    const staff = await somebodySignedIn(the);
    const { page } = staff;
    await page.goto(`${the.url}/q/preview/${draft.id}`);
    const form = page.getByRole('checkbox', { name: 'Booking form integration' });
    await form.check();
    const place = await page.evaluate(() => Math.round(scrollY));
    expect(place).toBeGreaterThan(0);
    await cheaper(the, draft);
    await saved(page);
    await seesText(totalNow(page), '$3,449.00');
    expect(await form.isChecked()).toBe(true);
    expect(await page.evaluate(() => Math.round(scrollY))).toBe(place);
    noComplaints(staff);
    await staff.context.close();
  });

  it('stand in a frame of the office, and in no frame of anybody else', async () => {
    const draft = await the.office.draft();
    const staff = await somebodySignedIn(the);
    const { page } = staff;
    await page.goto(`${the.url}/admin/`);
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, `/q/preview/${draft.id}`);
    await sees(page.frameLocator('iframe').getByRole('heading', { level: 1, name: 'Website migration' }));
    const { headers } = await fetch(`${the.url}/q/preview/${draft.id}`);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    await staff.context.close();
  });

  it('are told calmly when nobody is signed in', async () => {
    const draft = await the.office.draft();
    const { page } = the.customer;
    await page.goto(`${the.url}/q/preview/${draft.id}`);
    await sees(page.getByRole('heading', { level: 1, name: 'This preview cannot be shown' }));
    await examine(page, 'quote-preview-signed-out');
  });
});

async function cheaper({ office }: QuoteOffice, { id, version }: Draft): Promise<void> {
  const quote = aQuoteInput({ lines: [aLineInput({ unitPrice: 299_900 })] });
  await office.make(updateQuote, { input: { id, version, quote } }, await office.as('OWNER'));
}
